"""The files of a case at the desk: for whoever may read the case, with its entry in the trail."""

import pytest

from pqrs.law import IdentityLevel
from pqrs.office import Role
from pqrs.office.attachments import FileStatus
from tests.build import a_kept_file
from tests.web.staff import a_case, at_work, audit, text_of


@pytest.fixture
def number(app):
    files = (
        a_kept_file(app.office, b"%PDF hola", status=FileStatus.UNCHECKED),
        a_kept_file(app.office, b"%PDF virus", status=FileStatus.HELD, name="malo.pdf"),
        a_kept_file(app.office, b"%PDF sano", name="sano.pdf"),
    )
    return a_case(app, documents=files)


def test_the_case_lists_what_was_attached(app, number):
    official = at_work(app)
    official.open(f"/bandeja/{number}")

    words = text_of(official)
    assert "carta.pdf 1 kB No revisado por antivirus" in words
    assert "malo.pdf 1 kB En revisión de seguridad" in words
    assert f'href="/bandeja/{number}/adjuntos/1"' in official.answer.html
    assert f'href="/bandeja/{number}/adjuntos/2"' not in official.answer.html


def test_whoever_may_read_the_case_downloads_them(app, number):
    official = at_work(app)

    assert "%PDF sano" == official.open(f"/bandeja/{number}/adjuntos/3").html
    assert ["read_case"] == audit(app, number)


@pytest.mark.parametrize("place", ["2", "4", "0", "9" * 30])
def test_73_what_is_held_or_is_not_there_looks_the_same(app, number, place):
    assert 404 == at_work(app).open(f"/bandeja/{number}/adjuntos/{place}").status


def test_nobody_else_reads_them(app, number):
    assert "/ingresar" == at_nobodys(app).open(f"/bandeja/{number}/adjuntos/1").path
    stranger = at_work(app, department="HAC")
    assert 403 == stranger.open(f"/bandeja/{number}/adjuntos/1").status
    assert 403 == at_work(app, Role.ADMIN, None).open(f"/bandeja/{number}/adjuntos/1").status


def test_those_of_a_reserved_case_do_not_exist_for_others(app):
    number = a_case(app, identity=IdentityLevel.RESERVED, documents=(a_kept_file(app.office),))

    assert 404 == at_work(app, department="HAC").open(f"/bandeja/{number}/adjuntos/1").status


def at_nobodys(app):
    from tests.walker import Walker, into_flask  # noqa: PLC0415

    return Walker(into_flask(app.test_client()))

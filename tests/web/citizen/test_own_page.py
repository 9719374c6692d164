"""What every page of an own act shares: it is offered or explained, and keeps what was typed."""

import pytest

from pqrs.acts.transfer import transfer
from pqrs.law import IdentityLevel
from pqrs.office import Role
from pqrs.web.citizen.opened import OPENED_KEY
from tests.acts.own_case import WORDS
from tests.build import an_official
from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own

PAGES = ["agregar", "completar", "mas-tiempo", "retirar", "inconforme", "por-que"]


@pytest.fixture
def mine(app, walker):
    return own(app, walker)


@pytest.mark.parametrize("name", PAGES)
def test_without_an_open_case_it_asks_for_number_and_code(walker, name):
    assert "/seguimiento" == walker.open(f"/seguimiento/{name}").path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("completar", "No hay nada pendiente de completar o aclarar (Ley 1437 de 2011, artículo"),
        ("mas-tiempo", "No hay nada pendiente de completar o aclarar (Ley 1437 de 2011, artículo"),
        ("inconforme", "Todavía no hay una decisión comunicada que se pueda recurrir (Ley 1437"),
    ],
)
def test_what_may_not_happen_now_is_explained_with_its_norm(mine, walker, name, said):
    answer = walker.open(f"/seguimiento/{name}")

    assert (200, True) == (answer.status, said in errors_of(answer))
    assert [] == [form for form in walker.forms() if form.action.endswith(name)]


def test_a_page_that_closed_by_time_gives_the_words_back(mine, walker, client):
    form = mine.form("/seguimiento/agregar", text=WORDS)
    with client.session_transaction() as cookie:
        cookie[OPENED_KEY] = {"number": mine.number, "until": "2020-01-01T00:00:00+00:00"}
    answer = walker.send_form(form)

    assert (403, True) == (answer.status, WORDS in answer.html)
    assert "text_added" not in mine.events()


def test_a_lost_session_keeps_the_words(mine, walker, client):
    form = mine.form("/seguimiento/agregar", text=WORDS)
    with client.session_transaction() as cookie:
        del cookie["csrf_token"]
    answer = walker.send_form(form)

    assert (400, True) == (answer.status, WORDS in answer.html)
    assert "text_added" not in mine.events()


def test_an_old_page_keeps_the_words_says_what_happened_and_may_be_sent_again(mine, walker):
    form = mine.form("/seguimiento/agregar", text=WORDS)
    mine.asked()
    answer = walker.send_form(form)

    assert (409, True) == (answer.status, WORDS in answer.html)
    assert "Se pidió completar" in errors_of(answer)
    assert "Lo recibimos" in errors_of(walker.submit())
    assert WORDS == mine.texts()[-1]


def test_what_is_not_possible_any_more_gives_the_words_back(mine, walker):
    form = mine.form("/seguimiento/agregar", text=WORDS)
    mine.answered()
    answer = walker.send_form(form)

    assert (409, True) == (answer.status, WORDS in answer.html)
    assert "La petición terminó el" in errors_of(answer)


@pytest.mark.parametrize("seen", ["", "x", "-1", "99999999999", "٣"])
def test_a_page_that_nobody_saw_is_an_old_one(mine, walker, seen):
    form = mine.form("/seguimiento/retirar")
    form.values = [(name, seen if name == "seen" else value) for name, value in form.values]
    answer = walker.send_form(form)

    assert 409 == answer.status
    assert "withdrawn" not in mine.events()


def test_whoever_gave_no_name_may_do_all_of_it(app, walker):
    mine = own(app, walker, identity=IdentityLevel.ANONYMOUS, person=None)
    walker.send_form(mine.form("/seguimiento/agregar", text=WORDS))
    mine.asked()
    walker.send_form(mine.form("/seguimiento/mas-tiempo"))
    walker.send_form(mine.form("/seguimiento/completar", text=WORDS))
    walker.send_form(mine.form("/seguimiento/retirar"))

    expected = ["text_added", "completion_requested", "completion_extended", "completed",
                "withdrawn"]  # fmt: skip
    assert expected == mine.events()[2:]


def test_who_answers_is_still_said_after_a_transfer(mine, walker):
    def pass_on(session, petition):
        transfer(
            session,
            number=mine.number,
            authority="CAS",
            reason="La recolección es de la empresa de aseo.",
            viewer=an_official(session, Role.HEAD, petition.department),
            seen=petition.last_sequence,
            office=mine.app.office,
        )

    mine.inside(pass_on)
    assert "La responde otra entidad: CANDEASEO" in walker.open("/seguimiento").html

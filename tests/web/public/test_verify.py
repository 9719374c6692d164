"""`/verificar`: true or not, the same or not, and nothing else."""

import re

import pytest
from sqlalchemy import text

from pqrs.extensions import db
from pqrs.law import IdentityLevel, Kind
from pqrs.models import Petition
from pqrs.models.engine import write_intent
from pqrs.outside.signing import SigningKeys
from pqrs.queries.receipt import answer_facts, receipt_facts
from tests.build import a_kept_file, a_petition, answered
from tests.web.citizen.filling import errors_of

FIRST_VIEW = 14_000
SECRETS = (
    "hueco",
    "Persona Inventada",
    "Infraestructura",
    "INFRA",
    "eclamo",
    "carta.pdf",
    "VI-MAL",
)


@pytest.fixture
def signed(app):
    """File, answer, and give the two lines of the two documents."""

    def sign(**changes):
        with app.app_context(), write_intent():
            session = db.session()
            petition = a_petition(
                session, app.office, documents=(a_kept_file(app.office),), **changes
            )
            answered(session, app.office, petition)
            session.commit()
            number = petition.number
            facts = receipt_facts(session, number), answer_facts(session, number)
            return [str(app.signing.sign(each.seal)) for each in facts]

    return sign


def ask(walker, line):
    return walker.open(f"/verificar?c={line}")


def paste(walker, words):
    walker.open("/verificar")
    return walker.submit(c=words)


def test_a_true_receipt_is_true_by_camera_and_by_paste(walker, signed):
    line, _letter = signed()
    number = line.split(".")[1]
    for answer in (ask(walker, line), paste(walker, f"https://x.gov.co/verificar?c={line}\n")):
        said = errors_of(answer)

        assert 200 == answer.status
        assert "La constancia es auténtica" in said
        assert "sin ningún cambio" in said
        assert number in said


def test_a_signed_answer_is_checked_too(walker, signed):
    line, letter = signed()
    said = errors_of(ask(walker, letter))

    assert "La respuesta es auténtica" in said
    assert letter.split(".")[1] in said
    assert line.split(".")[1] not in said


@pytest.mark.parametrize("identity", IdentityLevel)
def test_it_never_says_who_what_which_or_where(walker, signed, identity):
    for line in signed(kind=Kind.CLAIM, identity=identity):
        html = ask(walker, line).html.partition("<main")[2]

        assert [] == [secret for secret in SECRETS if secret in html]


def test_everybody_reads_the_same_page(walker, signed):
    """Nothing on it depends on who asked or on what kind of petition it is."""
    pages = [
        re.sub(
            r"\d|[0-9a-f]{64}|PQRS1[^\"<]*|value=\"[^\"]*\"",
            "",
            ask(walker, signed(kind=kind)[0]).html,
        )
        for kind in (Kind.CLAIM, Kind.REPORT)
    ]

    assert pages[0] == pages[1]


CHANGES = {
    "number": lambda parts: [parts[0], "2026-000002-8", *parts[2:]],
    "at": lambda parts: [*parts[:2], "20200101T000000Z", *parts[3:]],
    "arrived_at": lambda parts: [*parts[:3], "20200101T000000Z", *parts[4:]],
    "digest": lambda parts: [*parts[:4], "A" * 43, *parts[5:]],
    "signature": lambda parts: [*parts[:6], "A" * 86],
}


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_of_any_part_is_not_authentic(walker, signed, field):
    line, _letter = signed()
    forged = ".".join(CHANGES[field](line.split(".")))
    said = errors_of(ask(walker, forged))

    assert "No es auténtica" in said
    assert "es auténtica, pero" not in said
    assert "Qué dice" not in said


def test_a_signature_of_somebody_else(walker, signed, tmp_path, app):
    others = SigningKeys(tmp_path / "others")
    others.prepare()
    signed()
    with app.app_context():
        number = db.session.query(Petition.number).scalar()
        line = str(others.sign(receipt_facts(db.session(), number).seal))

    assert "No es una firma nuestra" in errors_of(ask(walker, line))


def test_an_old_key_still_counts(walker, signed, app):
    line, letter = signed()
    app.signing.rotate()
    (app.signing.folder / "receipt").unlink()

    assert "es auténtica" in errors_of(ask(walker, line))
    assert "es auténtica" in errors_of(ask(walker, letter))


def tampered(app, *statements):
    """What an administrator with the database in hand could do."""
    with app.app_context(), write_intent():
        triggers = db.session.scalars(text("select name from sqlite_master where type='trigger'"))
        for name in triggers.all():
            db.session.execute(text(f"drop trigger {name}"))
        for statement in statements:
            db.session.execute(text(statement))
        db.session.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "update petition_text set body = 'otra cosa'",
        "update petition set filed_at = '2020-01-01 00:00:00.000000'",
        "update document set sha256 = upper(sha256)",
        "delete from document",
    ],
)
def test_what_was_changed_on_record_shows(walker, signed, app, statement):
    line, _letter = signed()
    tampered(app, statement)
    said = errors_of(ask(walker, line))

    assert "es auténtica, pero lo que guardamos no es igual" in said
    assert "es su prueba" in said


def test_an_answer_rewritten_after_signing_shows(walker, signed, app):
    _line, letter = signed()
    tampered(app, "update reply_text set body = 'Nada que hacer.'")

    assert "La respuesta es auténtica, pero" in errors_of(ask(walker, letter))


def test_a_number_that_was_lost_shows(walker, signed, app):
    line, _letter = signed()
    tampered(app, "update petition set number = '2026-000077-0'")

    assert "no encontramos ese número" in errors_of(ask(walker, line))


@pytest.mark.parametrize(
    "words", ["hola", "2026-000001-5", "PQRS1.2026", "<script>alert(1)</script>"]
)
def test_what_is_not_whole_is_said_and_kept(walker, words):
    for answer in (ask(walker, words), paste(walker, words)):
        assert 422 == answer.status
        assert "incompleto o dañado" in errors_of(answer)
        assert words in [value for form in walker.forms() for _name, value in form.values]


def test_nothing_pasted_is_said(walker):
    assert "Pegue el código" in errors_of(paste(walker, ""))


def test_too_much_is_refused(walker):
    assert 422 == paste(walker, "x" * 5000).status


def test_wrong_codes_wait_and_the_right_one_never_does(walker, signed):
    line, _letter = signed()
    forged = line[:-86] + "A" * 86
    statuses = [ask(walker, forged).status for _ in range(7)]

    assert 200 == statuses[0]
    assert 429 == statuses[-1]
    assert "es auténtica" in errors_of(ask(walker, line))


def test_the_public_key_is_there_for_anybody(client, app):
    response = client.get("/verificar/clave.pem")
    app.signing.rotate()

    assert response.text.startswith("-----BEGIN PUBLIC KEY-----")
    assert 1 == response.text.count("BEGIN")
    assert 2 == client.get("/verificar/clave.pem").text.count("BEGIN")
    assert "PRIVATE" not in response.text


def test_without_any_key_there_is_nothing_to_hand_out(app, client):
    for name in ("receipt", "receipt-public.pem"):
        (app.signing.folder / name).unlink()

    assert 303 == client.get("/verificar/clave.pem").status_code


def test_the_page_is_light(client):
    response = client.get("/verificar", headers={"Accept-Encoding": "br"})

    assert len(response.data) < FIRST_VIEW
    assert "no-store" == response.headers["Cache-Control"]

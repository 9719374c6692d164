"""What the documents say, and above all what they do not."""

import json

import pytest

from pqrs.extensions import db
from pqrs.law import Decision, IdentityLevel, Kind
from pqrs.models.engine import write_intent
from pqrs.office.receipt_seal import fingerprint, read_seal
from pqrs.outside.pdf import make_pdf
from pqrs.queries.receipt import answer_facts, receipt_facts
from pqrs.web.citizen.receipt_words import answer_document, receipt_document
from pqrs.web.decision_words import decision_shown
from tests.acts.own_case import DENIAL
from tests.build import POTHOLE, a_kept_file, a_petition, answered
from tests.web.citizen.own import own

SECRETS = ("Persona Inventada", "persona@example.com", "hueco", "INFRA", "carta.pdf")


@pytest.fixture
def filed(app):
    """File a petition and give its document."""

    def file(**changes):
        with app.app_context(), write_intent():
            petition = a_petition(db.session(), app.office, **changes)
            answered(db.session(), app.office, petition)
            db.session.commit()
            number = petition.number
        with app.test_request_context():
            facts = receipt_facts(db.session(), number)
            reply = answer_facts(db.session(), number)
            assert facts
            assert reply
            return receipt_document(facts), answer_document(reply), number

    return file


def all_words(document):
    drawing = (document.words["qr"] or {}).get("drawing", "")
    return json.dumps(document.words, ensure_ascii=False).replace(json.dumps(drawing)[1:-1], "")


def test_the_receipt_has_number_moments_date_reason_department_and_hashes(app, filed):
    file = a_kept_file(app.office)
    document, _answer, number = filed(documents=(file,))
    labels = [label for label, _value in document.words["facts"]]

    assert ["Recibida", "Radicada", "Respuesta a más tardar", "Por qué", "Quién responde"] == labels
    assert number == document.words["number"]
    assert f"constancia-{number}.pdf" == document.name
    prints = dict(document.words["prints"])
    assert file.sha256 in prints.values()
    assert {"Texto de la petición", "Todo junto"} < set(prints)
    assert any(label.startswith("Archivo 1: PDF") for label in prints)


def test_what_it_was_filed_without_is_on_the_paper_too(filed):
    """Ley 1437 de 2011, artículo 15: it is filed, and it is left in writing what lacks."""
    document, _answer, _number = filed(missing=("document", "body_document"))
    assert ["Radicada sin", "Documento de identidad; NIT"] == list(document.words["facts"][-1])


def test_it_never_says_who_what_or_the_code(app, filed):
    document, _answer, _number = filed(documents=(a_kept_file(app.office),))
    said = all_words(document)

    assert [] == [secret for secret in SECRETS if secret in said]
    assert POTHOLE not in said


@pytest.mark.parametrize(
    "facts",
    [
        {"identity": IdentityLevel.ANONYMOUS, "kind": Kind.REPORT},
        {"identity": IdentityLevel.ANONYMOUS},
        {"identity": IdentityLevel.RESERVED},
        {"kind": Kind.REPORT},
        {"kind": Kind.COMPLAINT, "named": ("PLAN",), "missing": ("proof",)},
    ],
    ids=["anonymous", "no report", "reserved", "named reporter", "names an office"],
)
def test_of_whoever_may_be_watched_or_names_somebody_not_even_the_department(filed, facts):
    document, answer, number = filed(**facts)
    said = all_words(document)

    assert "Quién responde" not in said
    assert "Radicada sin" not in said
    assert "Infraestructura" not in said
    assert "enuncia" not in said
    assert number not in document.name + answer.name


def test_its_qr_says_what_the_paper_says(app, filed):
    document, _answer, number = filed()
    address = document.words["qr"]["address"]
    signed = read_seal(address)

    assert address.startswith(f"{app.settings.base_url}/verificar?c=PQRS1.{number}.")
    assert app.signing.is_true(signed)
    assert fingerprint(dict(document.words["prints"])["Texto de la petición"]) == signed.seal.digest


def test_without_a_key_it_says_so_and_is_a_receipt_all_the_same(app, filed):
    (app.signing.folder / "receipt").unlink()
    document, _answer, number = filed()

    assert document.words["qr"] is None
    assert "sin firma electrónica" in document.words["note"]
    assert number == document.words["number"]


def test_the_answer_has_its_words_and_its_own_seal(app, filed):
    _document, answer, number = filed()
    signed = read_seal(answer.words["qr"]["address"])

    assert ["Arreglamos el hueco."] == answer.words["body"]
    assert signed.seal.is_answer
    assert app.signing.is_true(signed)
    assert number not in str(signed)


def test_a_refusal_says_why_and_what_remains_as_the_page_does(app, walker):
    mine = own(app, walker, kind=Kind.INFORMATION)
    mine.answered(Decision.DENIED)
    with app.test_request_context():
        facts = answer_facts(db.session(), mine.number)
        assert facts
        answer = answer_document(facts)
    said = all_words(answer)

    with app.test_request_context():
        shown = decision_shown(Decision.DENIED, DENIAL, "")
    assert [] == [text for _name, text in shown.why if text not in said]
    assert shown.remedies
    assert [] == [text for text in shown.remedies if text not in said]
    assert make_pdf(answer.template, answer.words, answer.at).startswith(b"%PDF")


@pytest.mark.parametrize(("language", "says"), [("es", False), ("en", True)])
def test_who_filed_in_english_is_told_what_the_spanish_paper_is(filed, language, says):
    for document in filed(language=language)[:2]:
        line = document.words["english"]

        assert says is ("It is in Spanish" in line and "/seguimiento?idioma=en" in line)
        assert "Radicada" in all_words(document) or "Firmado el" in all_words(document)
        assert make_pdf(document.template, document.words, document.at).startswith(b"%PDF")

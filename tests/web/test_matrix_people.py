"""The rows of bad input about the object, the person and the answer, each at its page.

Each is sent with what comes before it answered. `anyway`: pressing the second button files it.
Rows 26, 29, 37, 38 and 68 to 74 need a longer way: their tests carry the number in their names.
"""

import html
from dataclasses import dataclass, field

import pytest

from pqrs import create_app
from pqrs.acts.save_draft import save_draft
from pqrs.extensions import db
from pqrs.outside.now import now
from pqrs.settings import Settings
from tests.web.citizen.filling import ANSWERS
from tests.web.staff import writing
from tests.web.test_bad_input import browser_of

WHO, WHERE, TEXT = "/radicar/datos", "/radicar/respuesta", "/radicar/que-paso"
NAME = {"name": "Persona Inventada"}
CEDULA = "Escriba el número de cédula, solo números. Ejemplo: 1023456789."
MAIL = "Escriba un correo como nombre@ejemplo.com."
ONE_MAIL = "Escriba un solo correo."
PHONE = "Escriba el teléfono con números. Ejemplo: 300 123 4567."
CHECK_DIGIT = "Revise el dígito de verificación del NIT."
CHANNEL = "Elija cómo quiere recibir la respuesta."
DRAFT = "m" * 43
ANSWERED = {name: text for step in ANSWERS.values() for name, text in step.items()}
ANSWERED |= {"topic": "other"}


@dataclass(frozen=True)
class Row:
    """`said` is "" for what is taken as it is; `then`: what the summary says of it."""

    number: str
    path: str
    fields: dict[str, str]
    said: str = ""
    then: str = ""
    before: dict[str, str] = field(default_factory=dict)


def document(kind: str, number: str) -> dict[str, str]:
    return NAME | {"reply_by": "page", "document_type": kind, "document_number": number}


def by_mail(address: str) -> dict[str, str]:
    return NAME | {"reply_by": "email", "email": address}


def by_phone(number: str) -> dict[str, str]:
    return NAME | {"reply_by": "page", "phone": number}


COMPANY = {"capacity": "company"}
INSULTS = "Son unos ladrones hijueputas, los voy a quemar a todos si no arreglan la calle."
ROWS = [
    Row("27", TEXT, {"text": INSULTS}, then=INSULTS),
    Row("28", TEXT, {"text": "El barrio Scunthorpe, la calle Putumayo y don Culebro."},
        then="Scunthorpe"),
    *(Row("30", WHERE, document("CC", typed), then=typed)
      for typed in ("1.234.567", "1 234 567", "CC 1234567")),
    *(Row("31", WHERE, document("CC", typed), CEDULA) for typed in ("12A45", "123", "1" * 15)),
    Row("32", WHERE, document("NIT", "900123456-7"), CHECK_DIGIT),
    Row("32 company", WHO, NAME | {"body_name": "Tienda Inventada",
        "body_document": "900123456-7"}, CHECK_DIGIT, before=COMPANY),
    *(Row("33", WHERE, document(kind, typed), then=typed)
      for kind, typed in (("PPT", "1234567"), ("CE", "E123456"), ("PA", "AX123456"))),
    *(Row("34", WHERE, by_mail(typed), MAIL) for typed in ("juan@", "a@b", "a" * 250 + "@b.co")),
    Row("34 typo", WHERE, by_mail("juan@gmial.com"), then="juan@gmail.com"),
    Row("34 letters of ours", WHERE, by_mail("pena@año.co"), then="pena@"),
    Row("34 plus", WHERE, by_mail("a+b@c.co"), then="a+b@c.co"),
    Row("35", WHERE, by_mail("a@b.co,c@d.co"), ONE_MAIL),
    *(Row("36", WHERE, by_phone(typed), then=typed)
      for typed in ("300 123 45 67", "+573001234567", "(605) 5712345", "+1 212 555 0100")),
    Row("36 letters", WHERE, by_phone("llámeme en la tarde"), PHONE),
    Row("39", WHERE, NAME, CHANNEL),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(databases, tmp_path_factory):
    """The application and one browser of a citizen."""
    where = {"PQRS_DATABASE_URL": databases.copy("sqlite")}
    app = create_app(Settings.from_environ(where, tmp_path_factory.mktemp("people") / "instance"))
    yield app, browser_of(app, "/radicar")
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.number} {n}" for n, row in enumerate(ROWS)])
def test_it_is_taken_or_asked_once_and_never_refused(desk, row):
    app, browser = desk
    with writing(app) as session:
        save_draft(session, DRAFT, ANSWERED | row.before, now())
    with browser.client.session_transaction() as cookie:
        cookie["filing"] = DRAFT
    fields = row.fields | {"csrf_token": browser.token, "token": DRAFT}
    answer = browser.client.post(row.path, data=fields)
    said = html.unescape(answer.text)

    if row.said:
        assert (422, True) == (answer.status_code, row.said in said)
        typed = [value for name, value in row.fields.items() if not name.endswith("type")]
        assert [] == [value for value in typed if value not in said], "what was typed stays"
        answer = browser.client.post(row.path, data=fields | {"anyway": "1"})
    assert 303 == answer.status_code
    summary = html.unescape(browser.client.get("/radicar/revise").text)
    assert row.then in summary
    assert "Enviar mi petición" in summary

"""The words of the record: which language, who received it, and what a guarded paper leaves out."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pqrs.law import Capacity, Channel, IdentityLevel
from pqrs.office.reception import TakenDown, Tongue
from pqrs.queries.petition_page import PersonShown
from pqrs.queries.reception import ReceptionFacts
from pqrs.web.citizen.reception_words import PRINTED, how_it_came, printed, reception_rows

AT = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)
FACTS = ReceptionFacts(
    number="2026-000418-3",
    filed_at=AT,
    received_at=AT,
    posted_on=date(2026, 3, 10),
    channel=Channel.WINDOW,
    taken=TakenDown(brought="Una carta\n\nUna foto", why_late="Llegó por correo."),
    taken_by="Clara Inventada",
    identity=IdentityLevel.NAMED,
    capacity=Capacity.ATTORNEY,
    person=PersonShown("Persona", "CC 1", "p@example.com", None, "Calle 1", "", "Otra Persona"),
    subject="Lámpara",
    text="Pido luz.",
    files=(),
    missing=("power",),
    is_guarded=False,
)
INGA = TakenDown(tongue=Tongue.INGA, interpreter="Irma")


@pytest.mark.parametrize(
    ("taken", "guarded", "said"),
    [
        (TakenDown(), False, "Ventanilla. Se presentó de palabra."),
        (TakenDown(is_spoken=False), False, "Ventanilla, por escrito"),
        (
            INGA,
            False,
            "Ventanilla. Se presentó de palabra, en Inga; la pasó al español Irma.",
        ),
        (INGA, True, "Ventanilla. Se presentó de palabra, en Inga."),
        (
            TakenDown(tongue=Tongue.OTHER, other_tongue="Nonuya"),
            False,
            "Ventanilla. Se presentó de palabra, en Nonuya.",
        ),
    ],
)
def test_how_it_came(app, taken, guarded, said):
    with app.test_request_context():
        assert said == how_it_came(replace(FACTS, taken=taken, is_guarded=guarded))


def test_every_thing_the_decree_asks_has_its_row(app):
    with app.test_request_context():
        rows = dict(reception_rows(FACTS))

    assert "Clara Inventada, Alcaldía Municipal de Candelaria" == rows["La recibió"]
    assert "Persona, CC 1" == rows["Quién la presenta"]
    assert "Otra Persona" == rows["En nombre de"]
    assert "p@example.com; Calle 1" == rows["Dirección, correo o teléfono"]
    assert "Una carta; Una foto" == rows["Documentos"]
    assert {"Matasellos", "Por qué se radica después", "Radicada sin", "Asunto"} <= rows.keys()


def test_of_who_is_guarded_neither_who_nor_what(app):
    guarded = replace(FACTS, is_guarded=True, taken_by="")
    with app.test_request_context():
        rows = dict(reception_rows(guarded))

    assert ["Radicada", "Recibida", "Matasellos", "Cómo llegó", "La recibió"] == list(rows)
    assert "Alcaldía Municipal de Candelaria" == rows["La recibió"]


def test_a_paper_of_a_few_sheets_has_the_beginning_of_many_words(app):
    with app.test_request_context():
        shown = printed("palabra " * PRINTED)

    assert 2 == len(shown)
    assert len(shown[0]) <= PRINTED
    assert shown[0].endswith("palabra…")

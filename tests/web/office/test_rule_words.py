"""A change of the rules in one line and in its facts."""

from datetime import date

import pytest

from pqrs.law import Change, ChangeKind, law_data
from pqrs.web.office.rule_words import facts_of, span, title_of

BEGINS = {"norm": "Ley 1 de 2026", "article": "", "from": "2026-01-01"}


def days(*texts):
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["2026-12-24"], "24 de diciembre de 2026"),
        (["2026-12-24", "2026-12-25"], "del 24 al 25 de diciembre de 2026"),
        (["2026-11-30", "2026-12-01"], "del 30 de noviembre al 1 de diciembre de 2026"),
        (["2026-12-31", "2027-01-01"], "del 31 de diciembre de 2026 al 1 de enero de 2027"),
        (["2026-12-24", "2026-12-31"], "24 y 31 de diciembre de 2026"),
        (
            ["2026-12-22", "2026-12-24", "2026-12-31"],
            "3 días entre el 22 y el 31 de diciembre de 2026",
        ),
    ],
)
def test_days_are_said_as_short_as_they_can_be(app, given, words):
    with app.test_request_context():
        assert words == span(days(*given))


CHANGES = {
    "Cierre: 24 de diciembre de 2026": Change(ChangeKind.CLOSURE, {"days": ["2026-12-24"]}, "D"),
    "Reapertura: 24 de diciembre de 2026": Change(
        ChangeKind.REOPENING, {"days": ["2026-12-24"]}, "D"
    ),
    "Lectura: ¿Son hábiles los sábados?": Change(
        ChangeKind.READING, {"name": "saturday_is_business", "value": "true"}, "D"
    ),
    "Festivo: Día de la Caña": Change(
        ChangeKind.HOLIDAY,
        {"name": "Día de la Caña", "date": "07-09", "moves": False, **BEGINS},
        "D",
    ),
    "Término: Reclamo": Change(
        ChangeKind.TERM,
        {"kinds": ["RECLAMO"], "amount": 9, "unit": "working_day", "extension": "none", **BEGINS},
        "D",
    ),
    "Lecturas del reglamento interno de la entidad": Change(
        ChangeKind.PACK, {"changed": {"saturday_is_business": True}, "from": None}, "D"
    ),
    "Festivos y términos nacionales que trae el programa": Change(
        ChangeKind.LAW_DATA, law_data(), "D"
    ),
}


@pytest.mark.parametrize("title", CHANGES)
def test_every_kind_of_change_has_its_line_and_its_facts(app, title):
    with app.test_request_context():
        assert title == title_of(CHANGES[title])
        assert all(fact.label and fact.value for fact in facts_of(CHANGES[title]))
        assert facts_of(CHANGES[title])


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ({}, "en cualquier fecha, también lo que ya llegó"),
        ({"from": "2026-01-02"}, "desde el 2 de enero de 2026"),
        ({"until": "2026-01-02"}, "hasta el 2 de enero de 2026"),
        (
            {"from": "2026-01-02", "until": "2026-02-03"},
            "del 2 de enero de 2026 al 3 de febrero de 2026",
        ),
    ],
)
def test_the_validity_says_what_it_reaches(app, payload, words):
    change = Change(ChangeKind.READING, {"name": "hours_run", "value": "business", **payload}, "D")
    with app.test_request_context():
        assert words == facts_of(change)[-1].value


def test_of_many_days_the_first_and_the_last_are_written(app):
    change = Change(
        ChangeKind.CLOSURE, {"days": [f"2026-06-{day:02}" for day in range(1, 21)]}, "D"
    )
    with app.test_request_context():
        assert "del 1 al 20 de junio de 2026" == facts_of(change)[0].value

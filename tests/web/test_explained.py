"""A reckoning in words: weeks to fold, long stops in one line, each date it had, each part."""

from datetime import date

import pytest

from pqrs.law import Calendar, Readings, read_moment, work_out
from pqrs.web.explained import explained

ASKED = {"type": "requirement", "communicated_at": "2026-03-20"}
DONE = {"type": "completed", "at": "2026-04-20"}
MIXED = {"type": "components", "modalities": ["INFORMACION", "QUEJA"]}


@pytest.fixture
def shown(app):
    with app.test_request_context():
        yield lambda code, received, *told: explained(
            work_out(code, read_moment(received), list(told), Calendar(), Readings())
        )


def test_every_day_is_in_its_week_once(shown):
    found = shown("QUEJA", "2026-03-17T10:00")
    rows = [row for week in found.weeks for row in week.rows]

    assert ("miércoles 18 mar 2026", "Cuenta", "1") == (rows[0].name, rows[0].said, rows[0].total)
    assert "15" == rows[-1].total
    assert [5, 7, 7, 5] == [len(week.rows) for week in found.weeks]
    assert "Del 18 al 22 de marzo" == found.weeks[0].title
    assert "cuentan 3 días, van 3" == found.weeks[0].said


def test_a_week_over_two_months_names_both(shown):
    assert "Del 30 de marzo al 5 de abril" in {
        week.title for week in shown("QUEJA", "2026-03-17T10:00").weeks
    }


def test_a_long_stop_is_one_line_with_its_reason(shown):
    found = shown("QUEJA", "2026-03-17T10:00", ASKED, DONE)
    stop = next(week for week in found.weeks if len(week.rows) == 1 and "31 días" in week.said)

    assert "falta que el peticionario complete" in stop.rows[0].said
    assert "3" == stop.rows[0].total


def test_the_plain_words_add_up(shown):
    found = shown("QUEJA", "2026-03-17T10:00", ASKED, DONE).plain

    assert "15 días que cuentan" in found
    assert "31 con el término detenido" in found
    assert "" == shown("AUX_TUTELA_48H", "2026-03-17T10:00").plain


def test_each_date_it_had(shown):
    found = shown("QUEJA", "2026-03-17T10:00", ASKED, DONE).chain

    assert ["Plazo inicial", "Se detuvo: se pidió completar", "Siguió: llegó lo que faltaba"] == [
        link.title for link in found
    ]
    assert [date(2026, 4, 10), None, date(2026, 5, 7)] == [link.due_on for link in found]
    assert () == shown("QUEJA", "2026-03-17T10:00").chain, "one date is no chain"


def test_each_part_has_its_own_days(shown):
    found = shown("MIXTA", "2026-03-17T10:00", MIXED).parts

    assert ["Petición de información", "Queja"] == [part.name for part in found]
    assert ["10", "15"] == [part.weeks[-1].rows[-1].total for part in found]
    assert [date(2026, 4, 1), date(2026, 4, 10)] == [part.due_on for part in found]


def test_a_closure_is_counted_apart(shown):
    closed = {"type": "suspended_days", "dates": ["2026-03-18"], "act": "Decreto 1"}
    found = shown("QUEJA", "2026-03-17T10:00", closed)

    assert "1 en que la entidad no trabajó" in found.plain
    assert "Decreto 1" in found.weeks[0].rows[0].said

"""Rows of a list in words."""

from dataclasses import replace
from datetime import date

import pytest

from pqrs.law import IdentityLevel, Kind, Priority
from pqrs.queries.queue import DueGroup, QueueRow
from pqrs.web.desk.queue_rows import due_words, group_of, read_page, shown_groups, shown_row

TODAY = date(2026, 3, 17)
ROW = QueueRow(
    number="2026-000001-7",
    subject="Un hueco",
    kind=Kind.CLAIM,
    priority=Priority.NORMAL,
    grounds=(),
    identity=IdentityLevel.NAMED,
    place=None,
    official=None,
    received_on=date(2026, 3, 2),
    due_on=date(2026, 3, 24),
    days_left=4,
    competent=None,
)


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("due_on", "days_left", "words", "tone"),
    [
        (None, None, "Sin plazo por ahora", "quiet"),
        (date(2026, 3, 12), -3, "Vencida hace 3 días hábiles", "bad"),
        (date(2026, 3, 16), -1, "Vencida hace 1 día hábil", "bad"),
        (date(2026, 3, 16), 0, "Vencida", "bad"),
        (TODAY, 0, "Vence hoy", "warn"),
        (date(2026, 3, 18), 1, "Falta 1 día hábil", "warn"),
        (date(2026, 3, 20), 3, "Faltan 3 días hábiles", "warn"),
        (date(2026, 3, 24), 4, "Faltan 4 días hábiles", ""),
    ],
)
def test_a_due_date_in_words(due_on, days_left, words, tone):
    found = due_words(due_on, days_left, TODAY)

    assert (due_on, words, tone) == (found.day, found.text, found.tone)


@pytest.mark.parametrize(
    ("due_on", "days_left", "group"),
    [
        (None, None, DueGroup.UNDATED),
        (date(2026, 3, 16), -1, DueGroup.LATE),
        (TODAY, 0, DueGroup.TODAY),
        (date(2026, 3, 20), 3, DueGroup.SOON),
        (date(2026, 3, 25), 5, DueGroup.NEAR),
        (date(2026, 3, 26), 6, DueGroup.LATER),
    ],
)
def test_a_row_stands_in_one_group(due_on, days_left, group):
    row = replace(ROW, due_on=due_on, days_left=days_left)

    assert group == group_of(row, TODAY)
    assert "urgent" == group_of(replace(row, priority=Priority.URGENT), TODAY)


def test_groups_follow_the_order_of_the_rows(app):
    rows = [
        replace(ROW, priority=Priority.URGENT),
        replace(ROW, due_on=date(2026, 3, 16), days_left=-1),
        ROW,
        replace(ROW, due_on=date(2026, 3, 25), days_left=5),
    ]

    groups = shown_groups(rows, TODAY, app.office.pack)

    titles = ["Peligro para la vida (art. 20)", "Vencidas", "En 5 días hábiles o menos"]
    assert titles == [group.title for group in groups]
    assert [1, 1, 2] == [len(group.rows) for group in groups]


def test_identity_and_competent_body_are_words(app):
    row = replace(ROW, identity=IdentityLevel.ANONYMOUS, competent="CAS")

    shown = shown_row(row, TODAY, app.office.pack)

    assert ("Anónima", "CANDEASEO S.A. E.S.P.") == (shown.identity, shown.transfer_to)
    assert "" == shown_row(ROW, TODAY, app.office.pack).identity


@pytest.mark.parametrize(
    ("text", "page"),
    [("", 1), ("2", 2), ("-1", 1), ("0", 1), ("1e9", 1), ("NaN", 1), ("1.5", 1), ("٣", 1), ("²", 1),
     ("9" * 30, 1), ("999999", 999999)],
)  # fmt: skip
def test_a_page_number_is_read_or_is_the_first(text, page):
    assert page == read_page(text)

"""What a change would move, in words."""

from datetime import date

import pytest

from pqrs.law import Change, ChangeKind
from pqrs.queries.reckoning import MovedCase, Turn, WhatIf, summary
from pqrs.queries.rule_preview import RulePreview
from pqrs.web.office.moves import SHOWN, show_moves

TODAY = date(2026, 3, 17)
CLOSURE = Change(ChangeKind.CLOSURE, {"days": ["2026-03-18"]}, "Decreto 1 de 2026")


def a_move(number="2026-000001-1", **facts):
    usual = {
        "department": "INFRA",
        "before": date(2026, 3, 20),
        "after": date(2026, 3, 24),
        "respond_before": None,
        "respond_after": None,
        "turn": Turn.STAYS,
        "has_breach": False,
    }
    return MovedCase(number=number, **{**usual, **facts})


def shown(app, *cases):
    with app.test_request_context():
        found = WhatIf(cases, summary(cases))
        return show_moves(RulePreview(CLOSURE, (), found, 3), TODAY)


def test_those_that_change_sides_come_first_the_late_before_all(app):
    moves = shown(
        app,
        a_move("1"),
        a_move("2", turn=Turn.BECOMES_ON_TIME),
        a_move("3", turn=Turn.BECOMES_LATE),
    )

    assert ["3", "2", "1"] == [row[0] for row in moves.cases]
    assert (3, 1, 1) == (moves.moved, moves.become_late, moves.become_on_time)


def test_of_many_the_first_are_listed_and_all_are_counted(app):
    moves = shown(app, *(a_move(str(place)) for place in range(SHOWN + 2)))

    assert (SHOWN + 2, SHOWN, 2) == (moves.moved, len(moves.cases), moves.unlisted)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Sigue a tiempo"),
        ({"after": date(2026, 3, 16)}, "Sigue vencida"),
        ({"after": TODAY}, "Sigue a tiempo"),
        ({"turn": Turn.BECOMES_LATE}, "Pasa a vencida"),
        ({"turn": Turn.BECOMES_ON_TIME}, "Vuelve a estar a tiempo"),
        (
            {"turn": Turn.BECOMES_ON_TIME, "has_breach": True},
            "Vuelve a estar a tiempo; el vencimiento queda anotado",
        ),
    ],
)
def test_what_becomes_of_a_case_is_said(app, facts, words):
    assert words == shown(app, a_move(**facts)).cases[0][4]


def test_a_case_without_a_department_or_a_date_says_so(app):
    row = shown(app, a_move(department=None, after=None)).cases[0]

    assert ("Por repartir", "20 mar 2026", "sin fecha") == row[1:4]


def test_a_department_that_the_pack_does_not_know_is_its_code(app):
    assert "VIEJA" == shown(app, a_move(department="VIEJA")).departments[0][0]


def test_the_day_to_complete_is_shown_when_only_that_one_moves(app):
    row = shown(
        app,
        a_move(
            before=None,
            after=None,
            respond_before=date(2026, 4, 1),
            respond_after=date(2026, 4, 6),
        ),
    ).cases[0]

    assert ("1 abr 2026, para completar", "6 abr 2026, para completar") == row[2:4]

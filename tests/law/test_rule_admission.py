"""What is left of a change of the rules, and what is refused."""

from datetime import date

import pytest

from pqrs.law import ChangeKind, Refusal, RuleBook, admit, read_change, require_act, require_past

NATION = RuleBook()
WEEK = [f"2026-03-{day}" for day in range(19, 25)]


def change(kind, *days):
    return read_change(kind, {"days": list(days)}, "Decreto 012 de 2026")


def test_days_that_were_not_worked_are_left_out_and_said():
    admitted = admit(NATION, change(ChangeKind.CLOSURE, *WEEK))

    assert ["2026-03-19", "2026-03-20", "2026-03-24"] == admitted.change.payload["days"]
    assert 3 == len(admitted.left_out)
    assert any("Domingo" in str(one) for one in admitted.left_out)
    assert any("San José" in str(one) for one in admitted.left_out)


@pytest.mark.parametrize("day", ["2026-03-21", "2026-03-22", "2026-03-23"])
def test_closing_what_is_not_worked_anyway_is_refused(day):
    with pytest.raises(Refusal, match=r"no se trabaja.*Ley 4 de 1913, artículo 62"):
        admit(NATION, change(ChangeKind.CLOSURE, day))


def test_a_saturday_that_some_cases_work_may_be_closed():
    saturdays = read_change(
        ChangeKind.READING,
        {"name": "saturday_is_business", "value": True, "from": "2026-03-02"},
        "Decreto",
    )
    book = NATION.changed(saturdays)

    assert admit(book, change(ChangeKind.CLOSURE, "2026-03-21")).left_out == ()


def test_closing_twice_is_refused_with_the_first_act():
    closed = NATION.changed(change(ChangeKind.CLOSURE, "2026-03-20"))

    with pytest.raises(Refusal, match="ya está cerrado por Decreto 012 de 2026"):
        admit(closed, change(ChangeKind.CLOSURE, "2026-03-20"))


def test_reopening():
    closed = NATION.changed(change(ChangeKind.CLOSURE, "2026-03-20"))
    admitted = admit(closed, change(ChangeKind.REOPENING, "2026-03-20", "2026-03-24"))

    assert ["2026-03-20"] == admitted.change.payload["days"]
    with pytest.raises(Refusal, match="no está cerrado"):
        admit(NATION, change(ChangeKind.REOPENING, "2026-03-20"))


def test_a_reading_as_it_already_is_is_refused():
    same = read_change(ChangeKind.READING, {"name": "close_on", "value": "delivered"}, "x")

    with pytest.raises(Refusal, match="no cambia nada"):
        admit(NATION, same)


@pytest.mark.parametrize(
    ("act", "on", "officer"),
    [
        ("", date(2026, 3, 1), "Alcaldesa"),
        ("Decreto 1", None, "Alcaldesa"),
        ("Decreto 1", date(2026, 3, 1), " "),
        ("Decreto 1", date(26, 3, 1), "Alcaldesa"),
    ],
)
@pytest.mark.parametrize(
    ("kind", "said"), [(ChangeKind.CLOSURE, "suspender"), (ChangeKind.READING, "por un acto")]
)
def test_without_a_formal_act_nothing_changes(kind, said, act, on, officer):
    with pytest.raises(Refusal, match=said):
        require_act(kind, act, on, officer)


def test_an_act_of_today_is_enough():
    require_act(ChangeKind.CLOSURE, "Decreto 1", date(2026, 3, 1), "Alcaldesa")
    require_past(date(2026, 3, 1), date(2026, 3, 1))
    with pytest.raises(Refusal, match="todavía no llega"):
        require_past(date(2026, 3, 2), date(2026, 3, 1))

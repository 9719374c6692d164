"""The rules of a version: what each change does, to whom, and from when."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pqrs.law import (
    DECIDED,
    Annulled,
    Change,
    ChangeKind,
    Corrected,
    Kind,
    LawError,
    Readings,
    RuleBook,
    arrival_of,
    disputed,
    law_data,
    law_digest,
    nation_rules,
    plain_value,
    read_change,
)
from tests.law.histories import MONDAY, filed, moment

NATION = RuleBook()
FRIDAY = date(2026, 3, 20)


def closing(*days, act="Decreto 012 de 2026"):
    return read_change(ChangeKind.CLOSURE, {"days": [day.isoformat() for day in days]}, act)


def reading(name, value, begins=None, until=None):
    record = {"name": name, "value": value, "from": begins, "until": until}
    return read_change(ChangeKind.READING, record, "Resolución 5 de 2026")


def holiday(**changes):
    record = {
        "name": "Día nuevo", "date": "03-18", "moves": False, "norm": "Ley 1 de 2027",
        "article": "1", "from": date(2027, 1, 1), **changes,
    }  # fmt: skip
    return read_change(ChangeKind.HOLIDAY, record, "Ley 1 de 2027")


def term(**changes):
    record = {
        "kinds": ["QUEJA"], "amount": 5, "extension": "none", "norm": "Ley 2 de 2027",
        "from": date(2027, 1, 1), **changes,
    }  # fmt: skip
    return read_change(ChangeKind.TERM, record, "Ley 2 de 2027")


def test_without_changes_it_is_the_nations():
    assert nation_rules()[:3] == NATION.on(FRIDAY)[:3]
    assert 0 == NATION.version
    assert NATION.reads_alike(RuleBook.of(()))


def test_a_closed_day_says_its_act_and_counts_for_nobody():
    book = RuleBook.of([(1, closing(FRIDAY))])

    assert 1 == book.version
    assert not book.on(date(2020, 1, 1)).calendar.is_working(FRIDAY)
    assert "Decreto 012 de 2026" in book.on(FRIDAY).calendar.why(FRIDAY)


def test_reopening_gives_back_the_dates():
    reopened = read_change(ChangeKind.REOPENING, {"days": [FRIDAY.isoformat()]}, "Decreto 13")

    assert NATION.changed(closing(FRIDAY), reopened).reads_alike(NATION)


def test_a_reading_holds_for_what_is_received_while_it_is_in_force():
    begins, until = date(2026, 3, 1), date(2026, 3, 31)
    book = NATION.changed(reading("completion_effect", "restart", begins, until))

    found = {day: book.on(day).readings.completion_effect for day in (
        begins - timedelta(1), begins, until, until + timedelta(1)
    )}  # fmt: skip
    assert ["resume", "restart", "restart", "resume"] == list(found.values())


def test_the_last_decision_wins_where_two_are_in_force():
    book = NATION.changed(
        reading("saturday_is_business", "true"),
        reading("saturday_is_business", "false", date(2026, 6, 1)),
    )

    assert book.on(date(2026, 5, 31)).calendar.saturday_is_business
    assert not book.on(date(2026, 6, 1)).calendar.saturday_is_business
    assert 2 == len(book.chosen("saturday_is_business"))


@pytest.mark.parametrize("point", [point for point in disputed() if point.values])
def test_every_value_of_every_reading_can_be_decided(point):
    for value in point.values:
        book = NATION.changed(reading(point.law_name, value, FRIDAY))
        read = getattr(book.on(FRIDAY).readings, point.name)

        assert point.values[value] == read
        assert getattr(Readings(), point.name) == getattr(
            book.on(FRIDAY - timedelta(1)).readings, point.name
        )


def test_an_added_holiday_counts_from_its_day_with_its_norm():
    calendar = NATION.changed(holiday()).on(FRIDAY).calendar

    assert calendar.is_working(date(2026, 3, 18))
    assert not calendar.is_working(date(2027, 3, 18))
    assert "Día nuevo (Ley 1 de 2027, artículo 1)" in calendar.why(date(2027, 3, 18))


def test_an_added_holiday_may_hang_on_easter_and_move():
    calendar = NATION.changed(holiday(date=None, easter=1)).on(FRIDAY).calendar

    assert not calendar.is_working(date(2027, 3, 29))


def test_an_added_term_rules_within_its_validity_and_leaves_no_gap():
    book = NATION.changed(term(until=date(2027, 12, 31)))
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1))

    found = [book.on(day).term_for(Kind.COMPLAINT, day).amount for day in days]
    assert [15, 5, 5, 15] == found
    assert 1 == len(book.added_terms)


def test_a_history_is_folded_and_explained_by_the_rules():
    rules = NATION.changed(term(**{"from": date(2026, 1, 1)})).on(FRIDAY)
    events = (filed(Kind.COMPLAINT),)

    assert date(2026, 2, 9) == rules.standing(events).due_on == rules.explain(events).due_on
    assert "Ley 2 de 2027" in rules.explain(events).summary


def test_a_case_from_plain_data_takes_the_rules_of_its_day():
    book = NATION.changed(reading("saturday_is_business", "true", date(2026, 2, 3)))

    assert date(2026, 2, 23) == book.work_out("QUEJA", moment(MONDAY), []).due_on
    assert date(2026, 2, 20) == book.work_out("QUEJA", moment("2026-02-03T10:00"), []).due_on


def test_a_pack_moves_only_what_it_changed():
    pack = Change(
        ChangeKind.PACK,
        {"readings": {"council_days": "5"}, "changed": {"council_days": "5"}, "from": None},
        "Reglamento",
    )
    book = NATION.changed(reading("praise_days", "none"), pack)

    assert (5, 0) == (book.on(FRIDAY).readings.council_days, book.on(FRIDAY).readings.praise_days)


def test_law_data_of_another_time_are_kept_whole():
    then = {**law_data(), "digest": "otra"}
    then["holidays"] = [one for one in then["holidays"] if one["name"] != "Navidad"]
    then["defaults"] = {**then["defaults"], "council_days": "5"}
    book = RuleBook.of([(1, Change(ChangeKind.LAW_DATA, then, "Antes"))])

    assert book.on(FRIDAY).calendar.is_working(date(2026, 12, 25))
    assert 5 == book.on(FRIDAY).readings.council_days
    today = Change(ChangeKind.LAW_DATA, law_data(), "Ahora")
    assert book.changed(today).reads_alike(NATION)
    assert law_digest() == law_data()["digest"]


WRONG = [
    (ChangeKind.CLOSURE, {"days": []}, "days"),
    (ChangeKind.CLOSURE, {"days": ["2026-02-30"]}, "no es una fecha"),
    (ChangeKind.CLOSURE, {"days": ["1983-12-31"]}, "1984"),
    (ChangeKind.CLOSURE, {"days": ["2101-01-01"]}, "2100"),
    (ChangeKind.CLOSURE, {"days": [7]}, "no es una fecha"),
    (ChangeKind.CLOSURE, {"days": ["2026-03-20"], "why": "x"}, "«why»"),
    (ChangeKind.READING, {"name": "no_such", "value": "x"}, "no_such"),
    (ChangeKind.READING, {"name": 5, "value": "x"}, "name"),
    (ChangeKind.READING, {"name": "close_on", "value": "nunca"}, "delivered, access, dispatch"),
    (
        ChangeKind.READING,
        {"name": "close_on", "value": "access", "from": "2026-03-02", "until": "2026-03-01"},
        "antes de comenzar",
    ),
    (ChangeKind.HOLIDAY, {"date": "02-29"}, "«date»"),
    (ChangeKind.HOLIDAY, {"date": "13-01"}, "«date»"),
    (ChangeKind.HOLIDAY, {"date": 5}, "«date»"),
    (ChangeKind.HOLIDAY, {"easter": 3}, "una de las dos"),
    (ChangeKind.HOLIDAY, {"date": None}, "una de las dos"),
    (ChangeKind.HOLIDAY, {"date": None, "easter": 400}, "«easter»"),
    (ChangeKind.HOLIDAY, {"date": None, "easter": True}, "«easter»"),
    (ChangeKind.HOLIDAY, {"moves": "sí"}, "«moves»"),
    (ChangeKind.HOLIDAY, {"norm": " "}, "Falta «norm»"),
    (ChangeKind.HOLIDAY, {"from": None}, "fecha"),
    (ChangeKind.HOLIDAY, {"status": "cierto"}, "«status»"),
    (ChangeKind.TERM, {"kinds": []}, "«kinds»"),
    (ChangeKind.TERM, {"kinds": ["MIXTA"]}, "MIXTA"),
    (ChangeKind.TERM, {"amount": True}, "«amount»"),
    (ChangeKind.TERM, {"amount": -1}, "«amount»"),
    (ChangeKind.TERM, {"amount": 1000}, "«amount»"),
    (ChangeKind.TERM, {"amount": None}, "«amount»"),
    (ChangeKind.TERM, {"unit": "luna"}, "«unit»"),
    (ChangeKind.TERM, {"extension": None}, "«extension»"),
    (ChangeKind.TERM, {"silence": "negative"}, "«silence»"),
]


@pytest.mark.parametrize(("kind", "changes", "said"), WRONG)
def test_a_record_that_cannot_be_is_refused_by_its_field(kind, changes, said):
    make = {ChangeKind.HOLIDAY: holiday, ChangeKind.TERM: term}.get(
        kind, lambda **record: read_change(kind, record, "x")
    )
    with pytest.raises(LawError, match=said):
        make(**changes)


def test_the_optional_fields_of_a_term_and_a_holiday():
    change = term(
        extension="plus", extra=3, silence="positive", unit="working_day", status="policy"
    )
    (one,) = NATION.changed(change).added_terms

    assert (8, True) == (one.longest(), one.positive_silence)
    assert "policy" == one.status
    assert "secondary" == holiday(status="secondary").payload["status"]


def test_what_people_decide_is_what_has_fields():
    assert {*DECIDED, ChangeKind.PACK, ChangeKind.LAW_DATA} == set(ChangeKind)


DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
VALUES = [(point.name, value) for point in disputed() if point.values for value in point.values]


@st.composite
def changes(draw):
    """Up to six changes that people may decide."""
    found = []
    for _ in range(draw(st.integers(0, 6))):
        if draw(st.booleans()):
            found.append(closing(*draw(st.lists(DAYS, min_size=1, max_size=4))))
        else:
            name, value = draw(st.sampled_from(VALUES))
            found.append(reading(name, value, draw(st.none() | DAYS)))
    return found


@given(changes(), DAYS, st.sampled_from([kind for kind in Kind if kind is not Kind.MIXED]))
@settings(max_examples=60, deadline=None)
def test_under_any_rules_a_due_date_is_worked(told, day, kind):
    rules = NATION.changed(*told).on(day)
    found = rules.standing((filed(kind, f"{day.isoformat()}T10:00"),))

    assert found.due_on is None or rules.calendar.is_working(found.due_on)


@given(changes(), changes())
@settings(max_examples=60, deadline=None)
def test_a_version_never_changes_by_what_is_decided_after(before, after):
    numbered = list(enumerate([*before, *after], start=1))
    then = RuleBook.of(numbered[: len(before)])

    assert then.reads_alike(RuleBook.of(pair for pair in numbered if pair[0] <= len(before)))
    assert RuleBook.of(numbered).reads_alike(then.changed(*after))


@given(st.sampled_from(VALUES), DAYS)
@settings(max_examples=60, deadline=None)
def test_a_reading_from_a_day_on_moves_nothing_received_before(pair, day):
    name, value = pair
    book = NATION.changed(reading(name, value, day))
    earlier = day - timedelta(days=1)

    assert NATION.on(earlier)[:3] == book.on(earlier)[:3]


def test_a_value_is_written_one_way():
    assert ["none", "true", "2026-03-20", "5"] == [
        plain_value(one) for one in (None, True, FRIDAY, 5)
    ]


def test_the_day_of_arrival_is_the_corrected_one():
    wrong, right = filed(at="2026-02-02T10:00"), filed(at="2026-02-05T10:00")
    fixed = Corrected(moment("2026-02-06T10:00"), 1, right, "Se anotó otro día")

    assert date(2026, 2, 2) == arrival_of((wrong,))
    assert date(2026, 2, 5) == arrival_of((wrong, fixed))


@pytest.mark.parametrize("events", [(), (Annulled(moment(MONDAY), "x"),)])
def test_without_a_filing_there_is_no_arrival(events):
    with pytest.raises(LawError, match="cuando se radica"):
        arrival_of(events)


def test_a_term_may_be_laid_over_the_end_of_another():
    """From 2020-03-28 on is where one term ends and another begins."""
    book = NATION.changed(term(**{"from": date(2020, 3, 28)}))
    days = (date(2020, 3, 27), date(2020, 3, 28), date(2026, 1, 1))

    assert [15, 5, 5] == [book.on(day).term_for(Kind.COMPLAINT, day).amount for day in days]


def test_a_term_that_would_leave_days_without_any_is_refused():
    """Opposition has a term since 9 July 2018."""
    facts = {"kinds": ["OPOSICION"], "from": date(2017, 1, 1)}
    whole = NATION.changed(term(**facts, until=date(2018, 7, 8)))

    assert 5 == whole.on(FRIDAY).term_for(Kind.OPPOSITION, date(2018, 7, 8)).amount
    with pytest.raises(LawError, match="«OPOSICION» tiene término desde el lunes 9 de julio"):
        NATION.changed(term(**facts, until=date(2018, 7, 7)))

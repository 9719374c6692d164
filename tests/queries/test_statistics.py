"""The figures of a small history made by hand, and what they cost."""

from datetime import date

import pytest

from pqrs.acts.ask_again import answer_again
from pqrs.acts.evaluate import Following, Opinion, evaluate_answer, evaluate_point
from pqrs.law import Outcome
from pqrs.models import ServicePoint
from pqrs.office.evaluation import Form, Purpose
from pqrs.office.measures import Group
from pqrs.outside.files import FileStore
from pqrs.outside.witness import Witness
from pqrs.queries.invariants import Ground, figures_equal_recount
from pqrs.queries.periods import Period
from pqrs.queries.statistics import figures_version, statistics
from tests.build import a_petition, answered, later
from tests.statements import statements

TODAY = date(2026, 3, 17)
YEAR = Period(2026)
GOOD = Opinion(outcome=Outcome.YES, ease=5, satisfaction=4)
BAD = Opinion(outcome=Outcome.NO, ease=1, satisfaction=2)


@pytest.fixture
def january(office):
    """Friday 16 January 2026: answers are due on Friday 6 February."""
    return later(office, days=-60)


def figures(session, office, period=YEAR):
    return statistics(session, period, TODAY, office.clock())


def file_some(session, office, count, **changes):
    return [a_petition(session, office, **changes) for _ in range(count)]


@pytest.fixture
def history(session, january):
    """Twenty answered in three working days, two forty days later, six never."""
    petitions = file_some(session, january, 28)
    for petition in petitions[:20]:
        answered(session, later(january, days=5), petition)
    for petition in petitions[20:22]:
        answered(session, later(january, days=40), petition)
    return petitions


@pytest.mark.usefixtures("history")
def test_how_many_and_how_fast(session, office):
    found = figures(session, office)

    assert (28, 22, 2, 6) == (found.received, found.answered, found.late, found.open_late_now)
    assert (91, Form.SHARE) == (found.on_time.percent, found.on_time.form)
    assert (3, 3) == (found.median_days, found.p90_days)
    assert (Group(("answered",), 22), Group(("in_progress",), 6)) == found.situations[:2]
    assert [28, 0, 0] == [month.received for month in found.months]
    assert [(("INFRA",), 28, 91)] == [
        (row.members, row.received, row.on_time) for row in found.tables["department"]
    ]


@pytest.mark.usefixtures("history")
def test_another_quarter_has_none_of_it(session, office):
    found = figures(session, office, Period(2025, 4))

    assert (0, 0, 0) == (found.received, found.answered, found.opinions.count)
    assert () == found.tables["department"]


def test_few_opinions_are_an_interval(session, office, january, history):
    for place, petition in enumerate(history[:12]):
        clock = later(january, days=6).clock
        assert evaluate_answer(session, petition, GOOD, token=f"t{place}", clock=clock)

    opinions = figures(session, office).opinions

    assert 12 == opinions.count
    assert (Form.INTERVAL, None, 76, 100) == (
        opinions.satisfaction.form,
        opinions.satisfaction.percent,
        opinions.satisfaction.low,
        opinions.satisfaction.high,
    )
    assert opinions.outcomes is None
    assert 55 == opinions.response
    assert [12] == [row.satisfaction.answers for row in found_tables(session, office)]


def found_tables(session, office):
    tables = figures(session, office).tables
    return [tables[name][0] for name in ("kind",)]


def test_offices_are_evaluated_without_a_case(session, office):
    point = session.get_one(ServicePoint, "VENTANILLA")
    for place in range(30):
        opinion = GOOD if place < 24 else BAD
        evaluate_point(session, point, opinion, token=f"t{place}", clock=office.clock)

    found = figures(session, office)

    assert (30, 80, 63, 91) == (
        found.opinions.count,
        found.opinions.satisfaction.percent,
        found.opinions.satisfaction.low,
        found.opinions.satisfaction.high,
    )
    assert {Outcome.YES: 80, Outcome.PARTLY: 0, Outcome.NO: 20} == found.opinions.outcomes
    assert [("DADM",)] == [row.members for row in found.tables["department"]]
    assert () == found.tables["channel"]


def test_nothing_under_five_is_told(session, office):
    file_some(session, office, 4)

    found = figures(session, office)

    assert (None, None, None) == (found.received, found.answered, found.late)
    assert [None] == [group.count for group in found.situations]
    assert [None] == [row.received for row in found.tables["department"]]
    assert [None] * 3 == [month.received for month in found.months]


@pytest.mark.usefixtures("history")
def test_a_small_department_is_merged(session, office, january):
    taxes = next(topic.topic_id for topic in office.pack.topics if topic.department == "HAC")
    file_some(session, january, 3, topic=taxes)

    (rest,) = figures(session, office).tables["department"]

    assert (("HAC", "INFRA"), 31, True) == (
        tuple(sorted(rest.members)),
        rest.received,
        rest.is_rest,
    )


def test_few_in_progress_do_not_follow_from_the_answered(session, january, office):
    for petition in file_some(session, january, 23)[:20]:
        answered(session, later(january, days=5), petition)

    found = figures(session, office)

    assert 23 == found.received
    assert (None, None, 0) == (found.answered, found.late, found.on_time.answers)
    assert [23] == [group.count for group in found.situations]


def test_the_same_statements_whatever_the_cases(session, office, january):
    figures_version(session)
    with statements(session) as empty:
        figures(session, office)
    file_some(session, january, 12)
    session.flush()
    with statements(session) as full:
        figures(session, office)
    with statements(session) as version:
        figures_version(session)

    assert (5, 5, 1) == (len(empty), len(full), len(version))


def test_the_version_changes_with_each_event_and_opinion(session, office):
    before = figures_version(session)
    a_petition(session, office)
    filed = figures_version(session)
    point = session.get_one(ServicePoint, "VENTANILLA")
    evaluate_point(session, point, GOOD, token="t", clock=office.clock)

    assert 3 == len({before, filed, figures_version(session)})


def say(session, office, token, count=1, **facts):
    """Opinions on the citizens' window."""
    point = session.get_one(ServicePoint, "VENTANILLA")
    from_device = facts.pop("from_device", 0)
    opinion = Opinion(satisfaction=4, **facts)
    for number in range(count):
        following = Following(office=office, from_device=from_device)
        evaluate_point(
            session,
            point,
            opinion,
            token=f"{token}{number}",
            clock=office.clock,
            following=following,
        )


@pytest.mark.parametrize(("count", "told"), [(0, 0), (4, None), (7, 7)])
def test_what_is_set_apart_is_told_and_counts_in_nothing_else(session, office, count, told):
    say(session, office, "good", 12)
    say(session, office, "many", count, from_device=99)

    opinions = figures(session, office).opinions
    assert (12, told, 12) == (opinions.count, opinions.set_apart, opinions.satisfaction.answers)


def test_what_people_came_to_an_office_to_say_small_ones_together(session, office):
    say(session, office, "p", 12, purpose=Purpose.PRAISE)
    say(session, office, "c", 6, purpose=Purpose.COMPLAINT)
    say(session, office, "r", 2, purpose=Purpose.RECOMMENDATION)

    groups = figures(session, office).opinions.purposes
    assert 20 == sum(group.count or 0 for group in groups)
    assert all(group.count is None or group.count >= 5 for group in groups)


def test_a_month_later(session, office, january, history, tmp_path):
    before = figures_version(session)
    for place, petition in enumerate(history[:20]):
        evaluate_answer(session, petition, GOOD, token=f"{place}", clock=january.clock)
        answer_again(session, petition, solved=place < 15, office=office)

    share = figures(session, office).opinions.still_solved
    assert (Form.SHARE, 75, 20) == (share.form, share.percent, share.answers)
    assert before[2] + 20 == figures_version(session)[2]
    ground = Ground(session, Witness(tmp_path / "witness.log"), FileStore(tmp_path / "files"))
    assert [] == list(figures_equal_recount(ground))

"""A case of another system: its history by events, figures in its own month, nothing made up."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from pqrs.acts.add_routing_rule import Validity, add_routing_rule
from pqrs.acts.import_case import (
    IMPORTED,
    ImportRefusalError,
    import_cases,
    known_cases,
    note_import,
    plan_case,
)
from pqrs.law import BOGOTA, Channel, Delivered, Extended, Filed, Kind, Phase, Replied, local_day
from pqrs.models import (
    AuditEntry,
    Evaluation,
    Notice,
    Official,
    Petition,
    PetitionText,
    Tally,
    by_number,
    facts_of,
    rule_book,
)
from pqrs.office import Permission, Role, allowed
from pqrs.office.entity import RoutingRule
from pqrs.office.import_row import OldCase
from pqrs.queries.periods import Period
from pqrs.queries.statistics import statistics
from tests.build import a_petition, an_official


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BOGOTA)


def old(number="V-1", kind=Kind.COMPLAINT, received_at="2024-03-01T10:00", **cells):
    dated = {"answered_at": at(cells.pop("answered_at"))} if "answered_at" in cells else {}
    facts = {"line": 2, "content_hash": f"{number:0>64}", **cells, **dated}
    return OldCase(number=number, kind=kind, received_at=at(received_at), **facts)


def plan(session, office, case):
    return plan_case(case, rule_book(session), office.router_now(session), office)


@pytest.fixture
def bring_in(session, office):
    def import_them(*cases):
        plans = [plan(session, office, case) for case in cases]
        return [by_number(session, number) for number in import_cases(session, plans, office)]

    return import_them


def test_it_keeps_its_number_and_gets_one_outside_the_consecutive_series(session, office, bring_in):
    before = a_petition(session, office)
    one, two, older = bring_in(old("V-1"), old("V-2"), old("V-3", received_at="2019-05-02"))
    after = a_petition(session, office)

    assert before.sequence + 1 == after.sequence
    assert [("H", 2024, 1), ("H", 2024, 2), ("H", 2019, 1)] == [
        (each.series, each.year, each.sequence) for each in (one, two, older)
    ]
    assert "H-2024-000001-3" == one.number
    assert ["V-1", "V-2", "V-3"] == [each.external_number for each in (one, two, older)]
    assert {"V-1", "V-2", "V-3"} == set(known_cases(session))


def test_a_later_file_goes_on_counting(bring_in):
    bring_in(old("V-1"))
    (second,) = bring_in(old("V-2", received_at="2024-01-05"))

    assert 2 == second.sequence


def test_its_history_is_marked_as_imported(session, bring_in):
    (petition,) = bring_in(old(answered_at="2024-03-20T09:00", channel=Channel.WINDOW))
    filed, _assigned, replied, delivered = petition.timeline()

    assert (Channel.IMPORTED, at("2024-03-01T10:00")) == (filed.channel, filed.received_at)
    assert isinstance(replied, Replied)
    assert isinstance(delivered, Delivered)
    assert at("2024-03-20T09:00") == replied.at == delivered.at
    assert {IMPORTED.kind} == {row.actor for row in petition.events}
    assert (Phase.CLOSED, Channel.WINDOW) == (petition.phase, petition.channel)
    assert date(2024, 3, 20) == petition.answered_on
    assert 13 == petition.answer_days
    assert None is session.scalar(select(Notice).where(Notice.petition_id == petition.id))


def test_an_extension_is_told_in_time_and_the_answer_is_then_in_time(bring_in):
    (petition,) = bring_in(old(extended_to_days=30, answered_at="2024-04-10T09:00"))
    extended = next(event for event in petition.timeline() if isinstance(event, Extended))

    assert date(2024, 3, 22) == local_day(extended.at)
    assert date(2024, 4, 17) == petition.due_on
    assert petition.breached_on is None


def test_an_extension_of_a_case_answered_before_its_first_date(bring_in):
    (petition,) = bring_in(old(extended_to_days=30, answered_at="2024-03-05T09:00"))

    assert Phase.CLOSED is petition.phase
    assert date(2024, 4, 17) == petition.due_on


def test_a_late_answer_leaves_its_breach_on_record(bring_in):
    (petition,) = bring_in(old(answered_at="2024-04-10T09:00"))

    assert date(2024, 3, 22) == petition.breached_on == petition.due_on


def test_an_open_case_is_owed_an_answer(office, bring_in):
    (petition,) = bring_in(old(department="INFRA"))

    assert (Phase.OPEN, "INFRA", "person") == (
        petition.phase, petition.department, petition.routed_by,
    )  # fmt: skip
    assert petition.standing().is_overdue(local_day(office.clock()))


def test_the_other_systems_date_is_kept_and_not_used(session, office, bring_in):
    case = old(due_on=date(2024, 3, 25))
    assert plan(session, office, case).differs
    (petition,) = bring_in(case)

    assert (date(2024, 3, 22), date(2024, 3, 25)) == (petition.due_on, petition.external_due_on)


def test_nobody_is_made_up(session, bring_in):
    (petition,) = bring_in(old(subject="Trato", text="Me trataron mal"))
    text = session.scalar(select(PetitionText.body).where(PetitionText.petition_id == petition.id))

    assert (None, "", "Trato", "Me trataron mal") == (
        petition.petitioner_id, petition.code_hash, petition.subject, text,
    )  # fmt: skip


def test_without_a_department_it_is_routed_as_if_it_were_filed_today(bring_in):
    by_topic, by_nothing = bring_in(old("V-1", topic="VI-MAL-01"), old("V-2"))

    assert ("INFRA", "rule") == (by_topic.department, by_topic.routed_by)
    assert "intake" == by_nothing.routed_by


def test_an_open_case_of_another_body_waits_at_the_desk(office, bring_in):
    outside = next(one.code for one in office.pack.departments if not one.internal)
    waiting, done = bring_in(
        old("V-1", department=outside),
        old("V-2", department=outside, answered_at="2024-03-04T08:00"),
    )

    assert ("intake", outside) == (waiting.routed_by, waiting.competent)
    assert ("person", outside) == (done.routed_by, done.competent)
    assert office.pack.entity.citizen_service == waiting.department == done.department


def test_satisfaction_counts_in_the_month_of_the_answer(session, bring_in):
    (petition,) = bring_in(old(answered_at="2024-04-01T08:00", satisfaction=2))
    opinion = session.scalar(select(Evaluation).where(Evaluation.petition_id == petition.id))
    kept = session.scalars(select(Tally).where(Tally.measure.like("eval_%"), Tally.count != 0))
    counted = {(row.month, row.measure) for row in kept}

    assert (None, None, 2) == (opinion.outcome, opinion.ease, opinion.satisfaction)
    assert {"2024-04"} == {month for month, _measure in counted}
    assert "eval_satisfaction" in {measure for _month, measure in counted}
    assert not {"eval_outcome", "eval_ease"} & {measure for _month, measure in counted}


def test_published_figures_count_them_in_their_own_months(session, office, bring_in):
    cases = [
        old(f"V-{place}", received_at="2024-03-01T10:00", answered_at="2024-03-15T10:00")
        for place in range(30)
    ]
    late = [
        old(f"T-{place}", received_at="2024-04-02T10:00", answered_at="2024-06-04T10:00")
        for place in range(10)
    ]
    bring_in(*cases, *late)
    figures = statistics(session, Period(2024), date(2026, 3, 17), office.clock())
    months = {month.month: month.received for month in figures.months}

    assert (40, 40, 75, 10) == (
        figures.received, figures.answered, figures.on_time.percent, figures.late,
    )  # fmt: skip
    assert 10 == figures.median_days
    assert (30, 10) == (months["2024-03"], months["2024-04"])
    today = statistics(session, Period(2026), date(2026, 3, 17), office.clock())
    assert not today.received


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"extended_to_days": 1_000_000}, "extended_to_days", "artículo 14, parágrafo"),
        ({"extended_to_days": 31}, "extended_to_days", "30"),
        ({"extended_to_days": 15}, "extended_to_days", "15"),
        ({"extended_to_days": 20, "kind": Kind.CONGRESS}, "extended_to_days", "no se prorroga"),
        ({"received_at": "1984-01-02T08:00", "kind": Kind.DATA_QUERY}, "received_at", "término"),
    ],
)
def test_what_the_law_does_not_allow_is_refused_by_its_column(session, office, cells, column, said):
    with pytest.raises(ImportRefusalError) as caught:
        plan(session, office, old(**cells))

    assert column == caught.value.column
    assert said in caught.value.reason
    assert None is session.scalar(select(Petition.id))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.MIXED])
def test_every_kind_comes_in(kind, bring_in):
    (petition,) = bring_in(old(kind=kind, answered_at="2024-03-04T10:00"))

    assert (Phase.CLOSED, kind) == (petition.phase, petition.kind)
    assert isinstance(petition.timeline()[0], Filed)


def test_the_audit_trail_says_which_file_it_was(session, office):
    note_import(session, {"file": "viejo.csv", "imported": 3}, office.clock())
    entry = session.scalar(select(AuditEntry))

    assert ("import_cases", {"file": "viejo.csv", "imported": 3}) == (entry.action, entry.details)


def test_what_was_never_routed_goes_by_the_rules_of_today(session, office, bring_in):
    """As what is filed today does: not by the rules that the pack began with."""
    admin = an_official(session, Role.ADMIN, None)
    rule = RoutingRule("VI-MAL-01", "VILLAGORGONA", "PLAN", "En Villagorgona hay un convenio")
    add_routing_rule(session, rule, Validity(), viewer=admin, office=office)

    [petition] = bring_in(old(topic="VI-MAL-01", place="VILLAGORGONA"))

    assert "PLAN" == petition.department


NAMING = "El ingeniero Ramiro Tascón me pidió plata para el permiso."


@pytest.mark.parametrize("where", ["text", "subject"])
@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.REPORT])
def test_whoever_an_old_case_names_does_not_have_it(session, office, bring_in, kind, where):
    """CPACA art. 11: open, it leaves their department; closed, they do not read it either."""
    viewer = an_official(session, Role.OFFICIAL, "INFRA")
    session.get_one(Official, viewer.official_id).name = "Ramiro Tascón Vaca"
    facts = {"kind": kind, "department": "INFRA", where: NAMING}
    waiting = old("V-1", received_at=f"{local_day(office.clock())}T08:00", **facts)
    done = old("V-2", answered_at="2024-03-20T09:00", **facts)
    waiting, done = bring_in(waiting, done)

    for petition in (waiting, done):
        assert [viewer.official_id] == petition.named_officials
        assert ["INFRA"] == petition.named_departments
        assert not allowed(Permission.READ_CASE, viewer, facts_of(petition))
    assert ("CI", "INFRA") == (waiting.department, done.department)
    assert [] == list(session.scalars(select(Notice).where(Notice.petition_id == done.id)))


def test_what_accuses_nobody_may_thank_by_name(session, bring_in):
    viewer = an_official(session, Role.OFFICIAL, "INFRA")
    session.get_one(Official, viewer.official_id).name = "Ramiro Tascón Vaca"
    (petition,) = bring_in(old(kind=Kind.PRAISE, department="INFRA", text=NAMING))

    assert ([], []) == (petition.named_officials, petition.named_departments)

"""Public figures of a period, from the kept tallies, with nothing in them too small to publish.

What is open and late now is counted from the index, for today. A count of how the work went (late,
answered) is exact where its rate may be shown; a count of people is hidden under five.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import Outcome, Phase
from pqrs.models import Evaluation, EvaluationInvitation, Petition, PetitionEvent
from pqrs.models.evaluation import OUTCOME_VALUE, PURPOSES
from pqrs.office.evaluation import Form, Share, satisfaction, share_of
from pqrs.office.measures import Group, median, merge_small, percentile_90, shown_count
from pqrs.office.tallies import ALL, FROM_CASE, FROM_POINT
from pqrs.queries.one_way_tables import (
    Cell,
    Counts,
    Month,
    Row,
    area_names,
    buckets,
    department_names,
    months_of,
    one_way_tables,
    read_counts,
    read_months,
    without_few,
)
from pqrs.queries.periods import Period

ANSWERED, IN_PROGRESS, TRANSFERRED, ENDED = "answered", "in_progress", "transferred", "ended"


@dataclass(frozen=True)
class Opinions:
    """What those who answered said. Shares are of the answers, never of everybody.

    `sources`: from petitions and from offices without one. `response`: of a hundred answered
    petitions, how many were evaluated; None when either is too small. `set_apart`: opinions that
    look like stuffing, which count nowhere else. `still_solved`: a month later, of those asked.
    """

    count: int | None
    set_apart: int | None
    purposes: tuple[Group, ...]
    still_solved: Share
    sources: tuple[Group, ...]
    response: int | None
    satisfaction: Share
    ease: Share
    outcomes: Mapping[Outcome, int] | None
    outcome: Share


@dataclass(frozen=True)
class Statistics:
    """Everything the public page shows of one period. Days are working days.

    A count is None where it is too small to publish. `situations`: what was received, by how it
    stands now.
    """

    period: Period
    today: date
    cut_off: datetime
    received: int | None
    situations: tuple[Group, ...]
    answered: int | None
    on_time: Share
    late: int | None
    open_late_now: int | None
    median_days: float | None
    p90_days: int | None
    opinions: Opinions
    tables: Mapping[str, tuple[Row, ...]]
    months: tuple[Month, ...]
    departments: Mapping[str, str]
    areas: Mapping[str, str]


def figures_version(session: Session) -> tuple[int, int, int]:
    """What changes whenever a figure may have changed.

    The ends of two keys, and how many said a month later whether it is still solved. One statement.
    """
    ends = (
        select(func.max(PetitionEvent.id)),
        select(func.max(Evaluation.id)),
        select(func.count(EvaluationInvitation.told_again_at)),
    )
    row = session.execute(select(*(each.scalar_subquery() for each in ends))).one()
    event, evaluation, told_again = (int(end or 0) for end in row)
    return event, evaluation, told_again


def statistics(session: Session, period: Period, today: date, cut_off: datetime) -> Statistics:
    """The figures of `period` as they stand at `cut_off`. Five statements, whatever the cases."""
    counts, months = read_counts(session, period), read_months(session, period.year)
    whole = counts[ALL, ""]
    situations = situations_of(whole)
    answered = next((group.count for group in situations if group.keys == (ANSWERED,)), None)
    on_time = share_of(whole["on_time", 0], whole["on_time", 0] + whole["late", 0])
    exact = on_time.form is Form.SHARE and answered is not None
    days = buckets(whole, "days")
    return Statistics(
        period=period,
        today=today,
        cut_off=cut_off,
        received=shown_count(whole["received", 0]),
        situations=situations,
        answered=answered,
        on_time=without_few(on_time if answered is not None else replace(on_time, answers=0)),
        late=whole["late", 0] if exact else None,
        open_late_now=shown_count(open_late(session, today)),
        median_days=median(days),
        p90_days=percentile_90(days),
        opinions=opinions_of(counts, answered),
        tables=one_way_tables(counts, months, period, today),
        months=months_of(months, period, today),
        departments=department_names(session),
        areas=area_names(session),
    )


def situations_of(whole: Cell) -> tuple[Group, ...]:
    """Answered, in progress, transferred, ended otherwise; the small ones together.

    What was answered is merged last, because the rates rest on it.
    """
    answered = whole["on_time", 0] + whole["late", 0]
    others = {TRANSFERRED: whole["transferred", 0], ENDED: whole["ended", 0]}
    others = {IN_PROGRESS: whole["received", 0] - answered - sum(others.values()), **others}
    groups = merge_small(others)
    if shown_count(answered) is None or any(group.count is None for group in groups):
        return tuple(merge_small({ANSWERED: answered, **others}))
    return (Group((ANSWERED,), answered), *groups)


def opinions_of(counts: Counts, answered: int | None) -> Opinions:
    """Satisfaction, ease and whether what was asked was answered, each in the form it may take."""
    whole = counts[ALL, ""]
    outcomes = buckets(whole, "eval_outcome")
    asked = sum(outcomes.values())
    yes = share_of(outcomes[OUTCOME_VALUE[Outcome.YES]], asked)
    stars = buckets(whole, "eval_satisfaction")
    total = sum(stars.values())
    of_cases = sum(buckets(counts["source", FROM_CASE], "eval_satisfaction").values())
    still = buckets(whole, "eval_still_solved")
    sources = tuple(merge_small({FROM_CASE: of_cases, FROM_POINT: total - of_cases}))
    known = answered is not None and any(group.keys == (FROM_CASE,) for group in sources)
    return Opinions(
        count=shown_count(total),
        set_apart=shown_apart(sum(buckets(whole, "eval_set_apart").values())),
        purposes=purposes_of(counts),
        still_solved=without_few(share_of(still[1], sum(still.values()))),
        sources=sources,
        response=share_of(min(of_cases, answered), answered).percent
        if known and answered
        else None,
        satisfaction=without_few(satisfaction(stars)),
        ease=without_few(satisfaction(buckets(whole, "eval_ease"))),
        outcomes=percents(outcomes, asked) if yes.form is Form.SHARE else None,
        outcome=without_few(yes),
    )


def shown_apart(count: int) -> int | None:
    """None at all is said too: a zero tells of nobody."""
    return shown_count(count) if count else 0


def purposes_of(counts: Counts) -> tuple[Group, ...]:
    """What people came to an office to say; small ones together."""
    found = buckets(counts["source", FROM_POINT], "eval_purpose")
    by_name = {purpose.value: found[place] for place, purpose in enumerate(PURPOSES)}
    return tuple(merge_small(by_name)) if any(by_name.values()) else ()


def percents(outcomes: Mapping[int, int], total: int) -> Mapping[Outcome, int]:
    """Whole percents of each answer, in the order in which they are asked."""
    return {
        outcome: share_of(outcomes[OUTCOME_VALUE[outcome]], total).percent or 0
        for outcome in (Outcome.YES, Outcome.PARTLY, Outcome.NO)
    }


def open_late(session: Session, today: date) -> int:
    """Cases past their due date and not answered, of any period, now."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Petition)
            .where(Petition.phase.in_((Phase.OPEN, Phase.REPLIED)), Petition.due_on < today)
        )
        or 0
    )

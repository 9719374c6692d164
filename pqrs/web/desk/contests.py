"""What the desk's pages about recursos and insistencias share: which are this person's."""

from collections.abc import Iterator
from datetime import date

from pqrs.law import APPEALS, Contest, Refusal, Remedy, Stage, cpaca, lawful_contests
from pqrs.queries.petition_page import CasePage
from pqrs.web.forms import Choice, SelectChoice
from pqrs.web.identity import the_viewer
from pqrs.web.words import words


def mine(case: CasePage, *stages: Stage) -> tuple[Contest, ...]:
    """Those at one of these stages that this person's department may act on."""
    department = the_viewer().viewer.department
    return tuple(
        one
        for one in case.standing.contests
        if one.stage in stages and one.waits_for(department, case.department)
    )


def pick_remedy(control: Choice, found: tuple[Contest, ...]) -> None:
    """Offer them, the first already chosen when there is only that one."""
    control.choices = [SelectChoice(one.remedy.value, words.of(one.remedy)) for one in found]
    if len(found) == 1 and not control.data:
        control.data = found[0].remedy.value


def may_decide(case: CasePage, _on: date) -> Refusal | None:
    """Whether one of them may be decided now."""
    return first_refusal(lawful_contests.decide_appeal(one) for one in mine(case, Stage.TO_DECIDE))


def may_take_evidence(case: CasePage, on: date) -> Refusal | None:
    """Whether evidence may be taken in one of them, or for longer."""
    rules = case.later_rules
    return first_refusal(
        lawful_contests.order_evidence(one, on, rules.calendar, None, rules.readings)
        for one in appeals(case)
    )


def may_close_evidence(case: CasePage, on: date) -> Refusal | None:
    """Whether evidence that is being taken may be said to be all gathered."""
    calendar = case.later_rules.calendar
    found = taking_evidence(case) or appeals(case)
    return first_refusal(lawful_contests.close_evidence(one, on, calendar) for one in found)


def may_share_evidence(case: CasePage, _on: date) -> Refusal | None:
    """Whether the other parties may be told of the evidence of one of them."""
    return first_refusal(lawful_contests.share_evidence(one) for one in appeals(case))


def may_reject(case: CasePage, _on: date) -> Refusal | None:
    """Whether the apelación may be rejected by whoever decided."""
    return lawful_contests.reject_appeal(case.standing.contest(Remedy.APPEAL))


def may_interrupt(case: CasePage, _on: date) -> Refusal | None:
    """Whether something may have interrupted the judge's days."""
    rules = case.later_rules
    return lawful_contests.interrupt_insistence(insistence(case), rules.calendar, rules.readings)


def may_end_interruption(case: CasePage, _on: date) -> Refusal | None:
    """Whether there is an interruption to end."""
    return lawful_contests.end_interruption(insistence(case))


def may_notify(case: CasePage, _on: date) -> Refusal | None:
    """Whether a decision waits to reach the person."""
    return first_refusal(lawful_contests.notify_appeal(one) for one in mine(case, Stage.TO_NOTIFY))


def appeals(case: CasePage) -> tuple[Contest, ...]:
    """Those to decide in which evidence may be taken at all."""
    return tuple(one for one in mine(case, Stage.TO_DECIDE) if one.remedy in APPEALS)


def taking_evidence(case: CasePage) -> tuple[Contest, ...]:
    """Those in which evidence was ordered and not yet said to be all gathered."""
    return tuple(one for one in appeals(case) if one.evidence_on and not one.evidence_closed_on)


def is_ours_to_reject(case: CasePage) -> bool:
    """An apelación against this person's own department, which waits for the one above."""
    contest, ours = case.standing.contest(Remedy.APPEAL), the_viewer().viewer.department
    if contest is None or contest.stage is not Stage.TO_DECIDE or ours != case.department:
        return False
    return contest.decided_by(ours) != ours and contest.heard_from is None


def insistence(case: CasePage) -> Contest | None:
    """That of the case, if there is one."""
    return case.standing.contest(Remedy.INSISTENCE)


def first_refusal(refusals: Iterator[Refusal | None]) -> Refusal | None:
    """None when one of them may be done; the first refusal when none may."""
    found = list(refusals)
    if None in found:
        return None
    return found[0] if found else Refusal("contest_none", cpaca("74"))

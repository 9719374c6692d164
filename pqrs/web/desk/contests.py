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


def may_notify(case: CasePage, _on: date) -> Refusal | None:
    """Whether a decision waits to reach the person."""
    return first_refusal(lawful_contests.notify_appeal(one) for one in mine(case, Stage.TO_NOTIFY))


def appeals(case: CasePage) -> tuple[Contest, ...]:
    """Those to decide in which evidence may be taken at all."""
    return tuple(one for one in mine(case, Stage.TO_DECIDE) if one.remedy in APPEALS)


def insistence(case: CasePage) -> Contest | None:
    """That of the case, if there is one."""
    return case.standing.contest(Remedy.INSISTENCE)


def first_refusal(refusals: Iterator[Refusal | None]) -> Refusal | None:
    """None when one of them may be done; the first refusal when none may."""
    found = list(refusals)
    if None in found:
        return None
    return found[0] if found else Refusal("contest_none", cpaca("74"))

"""What an event does to how it ends: answered, decided, passed on, broken, contested after all."""

from datetime import date

from pqrs.law.citations import COUNTING, cpaca
from pqrs.law.contest_events import AppealDecided, Appealed
from pqrs.law.contests import APPEALS, take_in
from pqrs.law.course import PETITIONER_GROUNDS
from pqrs.law.ending_events import (
    Annulled,
    ContinuedOfficially,
    Delivered,
    Rejected,
    Replied,
    Transferred,
    Withdrawn,
)
from pqrs.law.event import Event
from pqrs.law.fold_state import Fold
from pqrs.law.kinds import Means, Phase, Ruling
from pqrs.law.moments import local_day
from pqrs.law.parts import Objection
from pqrs.law.term_events import Breached

_ACCESS = frozenset({Means.OPENED, Means.NOTICE, Means.RECORDED})


def on_transferred(fold: Fold, event: Transferred) -> None:
    fold.end(Phase.TRANSFERRED, local_day(event.at))


def on_rejected(fold: Fold, event: Rejected) -> None:
    decide(fold, local_day(event.at))


def on_withdrawn(fold: Fold, event: Withdrawn) -> None:
    """The petitioner's own words need no notice; the entity's act does.

    What the entity goes on with of its own motion is not ended by whoever had withdrawn it.
    """
    on = local_day(event.at)
    if event.tacitly:
        decide(fold, on)
    elif fold.continued_on is not None:
        fold.object(on, Objection("continued", cpaca("18"), (("day", fold.continued_on),)))
    elif fold.ended is None:
        fold.withdrawn_on = on
        fold.end(Phase.CLOSED, on)


def on_continued(fold: Fold, event: ContinuedOfficially) -> None:
    """Open again (artículo 18). Nothing is waited for any more from whoever withdrew it."""
    on = local_day(event.at)
    is_withdrawn = fold.ended is Phase.CLOSED and fold.continued_on is None
    if fold.withdrawn_on is None or not is_withdrawn:
        fold.object(on, Objection("continue_not_withdrawn", cpaca("18")))
        return
    fold.ended = fold.closed_on = None
    fold.continued_on = on
    fold.month_from = fold.respond_by = None
    fold.running.go_on(on, PETITIONER_GROUNDS)
    fold.running.reopen(fold.withdrawn_on, on)


def decide(fold: Fold, on: date) -> None:
    """An act ends it without an answer (Ley 1437 de 2011, artículos 17 and 19)."""
    if fold.ended is None:
        fold.decided_on = on
    fold.end(Phase.CLOSED, on)


def on_replied(fold: Fold, event: Replied) -> None:
    fold.replied_on = fold.replied_on or local_day(event.at)
    if fold.readings.close_on == "dispatch":
        answer(fold, fold.replied_on, fold.replied_on)


def on_delivered(fold: Fold, event: Delivered) -> None:
    """The reading `close_on` says what meets the term."""
    if fold.decided_on is not None:
        fold.notified_on = fold.notified_on or event.reached_on
    elif fold.replied_on and (fold.readings.close_on != "access" or event.means in _ACCESS):
        answer(fold, event.reached_on, local_day(event.at))


def answer(fold: Fold, on: date, noted_on: date) -> None:
    """A date that was met is not broken, though its breach was written down before this was."""
    if fold.ended is not None:
        return
    fold.answered_on = on
    fold.end(Phase.CLOSED, on)
    for due_on in fold.breaches:
        if on <= due_on:
            met = (("day", due_on), ("reached_on", on))
            fold.object(noted_on, Objection("breach_met", COUNTING, met))
    fold.breaches = [due_on for due_on in fold.breaches if due_on < on]
    fold.silences = [due_on for due_on in fold.silences if due_on < on]


def on_appealed(fold: Fold, event: Appealed) -> None:
    fold.appealed_on = local_day(event.at)
    take_in(fold.contests, event)


def on_contested(fold: Fold, event: Event) -> None:
    """What becomes of a recurso or an insistencia; the term to answer does not notice."""
    objection = take_in(fold.contests, event)
    if objection:
        fold.object(local_day(event.at), objection)


def on_appeal_decided(fold: Fold, event: AppealDecided) -> None:
    """Whoever contested the silence has the decision there, not in an answer (artículo 83)."""
    on_contested(fold, event)
    decides = event.remedy in APPEALS and event.ruling is not Ruling.INADMISSIBLE
    if decides and event.remedy in fold.contests:
        fold.end(Phase.CLOSED, local_day(event.at))


def on_annulled(fold: Fold, event: Annulled) -> None:
    fold.ended, fold.closed_on = Phase.ANNULLED, local_day(event.at)


def on_breached(fold: Fold, event: Breached) -> None:
    """The date went by unmet: what is done after does not undo it, nor its silence."""
    fold.breaches.append(event.due_on)
    missed = event.kinds or tuple(term.kind for term in fold.running.terms)
    if any(term.positive_silence and term.kind in missed for term in fold.running.terms):
        fold.silences.append(event.due_on)

"""What an event does to the matters of a petition of several, and to the term of what is gone."""

from pqrs.law.arrival_events import PartsSettled
from pqrs.law.citations import cpaca
from pqrs.law.event import Event
from pqrs.law.fold_state import Fold
from pqrs.law.matter_events import PartContributed, PartMoved
from pqrs.law.matters import contribute, move, settle
from pqrs.law.moments import local_day
from pqrs.law.parts import Objection


def on_parts_settled(fold: Fold, event: PartsSettled) -> None:
    """What was passed to another authority was: the petition is not parted anew after that."""
    sent_on = next((one.sent_on for one in fold.matters if one.sent_on), None)
    if sent_on:
        objection = Objection("matters_sent", cpaca("21"), (("day", sent_on),))
        fold.object(local_day(event.at), objection)
        return
    fold.matters = settle(event, fold.matters)


def on_part_contributed(fold: Fold, event: PartContributed) -> None:
    if has_matter(fold, event.matter, event):
        fold.matters[event.matter - 1] = contribute(event, fold.matters[event.matter - 1])


def on_part_moved(fold: Fold, event: PartMoved) -> None:
    if has_matter(fold, event.matter, event):
        fold.matters[event.matter - 1] = move(event, fold.matters[event.matter - 1])
        if fold.replied_on is None:
            fold.let_go()


def has_matter(fold: Fold, number: int, event: Event) -> bool:
    """A correction may have struck out that there were several."""
    is_there = 1 <= number <= len(fold.matters)
    if not is_there:
        fold.object(local_day(event.at), Objection("matter_none", cpaca("14")))
    return is_there

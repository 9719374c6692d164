"""What an event about third persons changes: that one is to be told, or was (CPACA art. 37)."""

from pqrs.law.fold_state import Fold
from pqrs.law.moments import local_day
from pqrs.law.third_party_events import ThirdPartyNoted, ThirdPartyTold


def on_third_party_noted(fold: Fold, event: ThirdPartyNoted) -> None:
    """No date moves: the law gives none. It is owed until somebody is told."""
    fold.third_noted_on = local_day(event.at)


def on_third_party_told(fold: Fold, event: ThirdPartyTold) -> None:
    fold.third_noted_on, fold.third_told_on = None, event.told_on

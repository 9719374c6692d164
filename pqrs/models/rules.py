"""The calendar and the readings that deadlines are reckoned with, as this database holds them."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Calendar, Readings
from pqrs.models.closure import ChosenReading, Closure

KEY = "rules"


@dataclass(frozen=True)
class Rules:
    """What a standing depends on besides the events; `version` names it in each petition."""

    calendar: Calendar
    readings: Readings
    version: str


def rules_for(session: Session) -> Rules:
    """The rules in force, read once a session; `forget_rules` after changing a row of them."""
    if KEY not in session.info:
        with session.no_autoflush:
            closures = {row.day: row.norm for row in session.scalars(select(Closure))}
            chosen = {row.name: row.value for row in session.scalars(select(ChosenReading))}
        session.info[KEY] = build_rules(closures, chosen)
    rules: Rules = session.info[KEY]
    return rules


def build_rules(closures: dict, chosen: dict[str, str]) -> Rules:  # type: ignore[type-arg]
    """Rules from plain rows."""
    readings = Readings.from_plain(chosen)
    calendar = Calendar(closures, saturday_is_business=readings.saturday_is_business)
    plain = repr((sorted(closures.items()), sorted(chosen.items())))
    return Rules(calendar, readings, hashlib.sha256(plain.encode()).hexdigest()[:12])


def forget_rules(session: Session) -> None:
    """Read the rules again at the next question."""
    session.info.pop(KEY, None)

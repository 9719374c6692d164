"""A database with very many open cases, written in bulk; history and columns are the real ones."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from pqrs.law import Assigned, Channel, Filed, IdentityLevel, Kind, Priority, Rules
from pqrs.models import (
    SYSTEM,
    Counter,
    Notice,
    NoticeStatus,
    Petition,
    Petitioner,
    PetitionEvent,
)
from pqrs.models.petition import FIRST_HASH, columns_of, link
from pqrs.models.rules import rule_book
from pqrs.models.tally import move_tallies
from pqrs.office import PetitionNumber
from pqrs.office.tallies import petition_tallies

SERIES = "E"
KINDS = (Kind.PRIVATE_INTEREST, Kind.CLAIM, Kind.COMPLAINT, Kind.INFORMATION, Kind.CONSULTATION)
BATCH = 5000
DAYS = 7
"""Working days over which they came: all of them are open on the last."""


def fill(session: Session, cases: int, departments: tuple[str, ...], last_day: date) -> None:
    """Filed one after another, routed by the words and passed on to an official once."""
    rules = rule_book(session).on(last_day)
    people = [
        {
            "id": place,
            "name": f"Persona {place}",
            "email": f"p{place}@example.com",
            "document_type": "",
            "document_number": "",
            "phone": None,
            "postal_address": None,
        }
        for place in range(1, cases + 1)
    ]
    session.connection().execute(insert(Petitioner), people)
    made = (one_case(place, rules, departments, last_day, cases) for place in range(1, cases + 1))
    while batch := list(islice(made, BATCH)):
        petitions = [petition for petition, _events in batch]
        session.connection().execute(insert(Petition), petitions)
        events = [event for _one, mine in batch for event in mine]
        session.connection().execute(insert(PetitionEvent), events)
        session.connection().execute(insert(Notice), [receipt_of(one) for one in petitions])
        move_tallies(session, (), [key for one in petitions for key in petition_tallies(one)])
    counter = {"series": SERIES, "year": last_day.year, "value": cases, "last_at": None}
    session.connection().execute(insert(Counter), [counter])


def one_case(
    place: int, rules: Rules, departments: tuple[str, ...], last_day: date, cases: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The row of a petition and those of its events."""
    back = (cases - place) * DAYS // cases
    day = rules.calendar.add_working_days(last_day, -1 - back)
    at = datetime(day.year, day.month, day.day, 13, tzinfo=UTC) + timedelta(
        seconds=(place * DAYS % cases) * 20_000 // cases
    )
    department = departments[place % len(departments)]
    kind = KINDS[place % len(KINDS)]
    events = (
        Filed(at, at, kind, Channel.WEB),
        Assigned(at, department, "Por sus palabras", "words"),
        Assigned(at + timedelta(hours=2), department, "Reparto de la jefatura", "person"),
    )
    rows = [{"petition_id": place, **row} for row in chain(events)]
    number = PetitionNumber(last_day.year, place)
    petition = {
        "id": place, "number": str(number), "series": SERIES, "year": number.year,
        "sequence": place, "filed_at": at, "content_hash": "0" * 64, "code_hash": "0" * 64,
        "channel": Channel.WEB, "identity": IdentityLevel.NAMED, "priority": Priority.NORMAL,
        "rank": 1, "subject": f"Asunto {place}", "topic": None, "place": None, "area": None,
        "location": "", "happened_on": None, "reply_by": "email" if place % 5 else "page",
        "missing": [], "petitioner_id": place,
        **columns_of(rules.standing(events), rules),
        "last_sequence": len(rows), "last_hash": rows[-1]["hash"], "reckoned_with": rules.version,
    }  # fmt: skip
    return petition, rows


def chain(events: tuple[Filed | Assigned, ...]) -> Iterator[dict[str, Any]]:
    previous = FIRST_HASH
    for sequence, event in enumerate(events, start=1):
        row = link(event, SYSTEM, sequence, previous)
        previous = row["hash"]
        yield row


def receipt_of(petition: dict[str, Any]) -> dict[str, Any]:
    return {
        "petition_id": petition["id"], "letter": "receipt", "audience": "petitioner",
        "address": None, "details": {}, "urgent": False, "status": NoticeStatus.NO_CHANNEL,
        "created_at": petition["filed_at"], "next_try_at": petition["filed_at"], "tries": 0,
        "sent_at": None, "trouble": None,
    }  # fmt: skip

"""Short histories for the tests of this room: local moments, events in a line."""

from datetime import datetime

from pqrs.law import BOGOTA, Calendar, Channel, Filed, Kind, Readings, standing

CALENDAR = Calendar()
MONDAY = "2026-02-02T10:00"


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=BOGOTA)


def filed(kind=Kind.PRIVATE_INTEREST, at=MONDAY, parts=(), **more):
    return Filed(moment(at), moment(at), kind, Channel.WEB, parts, **more)


def stand(*events, kind=Kind.PRIVATE_INTEREST, parts=(), calendar=CALENDAR, **readings):
    return standing((filed(kind, parts=parts), *events), calendar, Readings(**readings))

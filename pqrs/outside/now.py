"""The only reader of the clock. Everybody else is told what time it is."""

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

BOGOTA = ZoneInfo("America/Bogota")
_shift = timedelta(0)


def now() -> datetime:
    """This instant in UTC, to the microsecond."""
    return datetime.fromtimestamp(time.time(), tz=UTC) + _shift


def today() -> date:
    """The date in Colombia, whose law counts days (UTC-5, no daylight saving)."""
    return local_date(now())


def local_date(moment: datetime) -> date:
    """The Colombian calendar date of an instant: 20:30 in Bogotá is already tomorrow in UTC."""
    return moment.astimezone(BOGOTA).date()


def start_clock_at(moment: datetime | None) -> None:
    """Let "now" start at `moment` and run on from there; `None` puts the clock right again.

    Only demonstrations and checks do this (`PQRS_CLOCK`, refused without `PQRS_DEMO=1`).
    """
    global _shift  # noqa: PLW0603  the clock is the one thing there is only one of
    _shift = (
        timedelta(0) if moment is None else moment - datetime.fromtimestamp(time.time(), tz=UTC)
    )

"""Which petition this browser opened with number and code: for half an hour, and while it holds."""

import hmac
from datetime import datetime, timedelta
from typing import Final

from flask import session

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.office.access_code import code_matches
from pqrs.outside.now import now
from pqrs.queries.tracking import lock_of
from pqrs.web.pages import the_app

OPENED_KEY: Final = "opened"
OPEN_FOR: Final = timedelta(minutes=30)
KEPT_OF_LOCK: Final = 16
"""Characters of the code's hash in the cookie: enough to tell that the code was changed."""


@reading()
def opens(number: str, code: str) -> bool:
    """Whether the code is that petition's; an unknown number costs the same comparison."""
    lock = lock_of(db.session(), number)
    stored = lock.code_hash if lock else "0" * 64
    return code_matches(the_app().office.code_key, number, code, stored) and lock is not None


def remember_opened(number: str) -> None:
    """Whoever has just shown its code goes on without it for a while."""
    until = (now() + OPEN_FOR).isoformat()
    session[OPENED_KEY] = {"number": number, "until": until, "lock": kept_of_lock(number)}


def opened_number() -> str | None:
    """The petition this browser opened; None once its code was changed from another."""
    opened = session.get(OPENED_KEY)
    if opened is None or now() > datetime.fromisoformat(opened["until"]):
        return None
    number, lock = str(opened["number"]), str(opened.get("lock", ""))
    return number if lock and hmac.compare_digest(lock, kept_of_lock(number)) else None


@reading()
def kept_of_lock(number: str) -> str:
    """The beginning of the hash of its code."""
    lock = lock_of(db.session(), number)
    return lock.code_hash[:KEPT_OF_LOCK] if lock else ""

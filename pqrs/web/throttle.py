"""Limits by target: the petition or the account that somebody guesses at, never by address alone.

Mobile carriers put thousands of people behind one address. What is limited is wrong tries. A right
code is accepted even so, because nobody may lock a petitioner out; a password waits with the rest.

Wrong codes are also counted together, a minute at a time, because who tries one on each of many
numbers meets no wait. While they come by the dozen everybody is asked a small sum before a code is
looked at.
"""

import hmac
import math
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from flask import current_app
from sqlalchemy.orm import Session

from pqrs.acts.count_attempt import count_attempt
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.models.engine import read_intent
from pqrs.outside.now import now
from pqrs.queries.attempts import tries_at, wait_after_attempts

STORM: Final = 60
"""Wrong codes in this minute and the last, over all numbers: no town mistypes as many."""
MINUTE: Final = timedelta(minutes=1)


def target_of(kind: str, name: str) -> str:
    """A keyed hash: the table of attempts names neither petitions nor people."""
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.new(key, f"{kind}:{name}".encode(), sha256).hexdigest()


def minutes_to_wait(target: str) -> int:
    """Whole minutes until a wrong try is answered again; 0 when there is no wait."""
    with read_intent(), Session(db.engine) as session:
        wait = wait_after_attempts(session, target, now())
    return math.ceil(wait.total_seconds() / 60)


def note_wrong_try(target: str) -> None:
    """Count it after the request, which will be refused and rolled back."""
    moment = now()
    afterwards(lambda session: count_attempt(session, target, moment))


def note_wrong_code(target: str) -> None:
    """Count it against its number, and with those of this minute."""
    note_wrong_try(target)
    note_wrong_try(codes_of(now()))


def is_storm() -> bool:
    """Whether somebody is trying codes on whatever numbers there are."""
    moment = now()
    with read_intent(), Session(db.engine) as session:
        counted = (tries_at(session, codes_of(each)) for each in (moment, moment - MINUTE))
        return sum(counted) >= STORM


def codes_of(moment: datetime) -> str:
    """What stands for all wrong codes of that minute."""
    return target_of("codes", moment.isoformat(timespec="minutes"))

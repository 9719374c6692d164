"""Limits by target: the petition or the account that somebody guesses at, never by address alone.

Mobile carriers put thousands of people behind one address. What is limited is wrong tries. A right
code is accepted even so, because nobody may lock a petitioner out; a password waits with the rest.
"""

import hmac
import math
from hashlib import sha256

from flask import current_app
from sqlalchemy.orm import Session

from pqrs.acts.count_attempt import count_attempt
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.models.engine import read_intent
from pqrs.outside.now import now
from pqrs.queries.attempts import wait_after_attempts


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

"""How many opinions one device gave on one point in the last hour, without keeping who it is.

What is remembered is a keyed hash of the address, the browser and the point, in the memory of this
process alone, under a key made when it starts: it is never written and cannot be turned back.
"""

import hmac
import secrets
from collections import OrderedDict, deque
from hashlib import sha256
from threading import Lock
from time import monotonic
from typing import Final, cast

from flask import current_app, request

WINDOW: Final = 60 * 60.0
MOST_KEPT: Final = 20_000
NAME: Final = "crowd"


class Crowd:
    """Counts by keyed hash; the oldest are forgotten first, and all after an hour."""

    def __init__(self) -> None:
        """Nobody came yet."""
        self.key = secrets.token_bytes(32)
        self.moments: OrderedDict[bytes, deque[float]] = OrderedDict()
        self.lock = Lock()

    def hash_of(self, *parts: str) -> bytes:
        """Of no use outside this process."""
        return hmac.new(self.key, "\n".join(parts).encode(), sha256).digest()

    def count(self, who: bytes, now: float) -> int:
        """How many came from there in the window."""
        with self.lock:
            moments = self.moments.get(who, deque())
            while moments and moments[0] <= now - WINDOW:
                moments.popleft()
            return len(moments)

    def note(self, who: bytes, now: float) -> None:
        """One more."""
        with self.lock:
            self.moments.setdefault(who, deque()).append(now)
            self.moments.move_to_end(who)
            while len(self.moments) > MOST_KEPT:
                self.moments.popitem(last=False)


def from_this_device(point: str) -> int:
    """How many opinions on that point came from where this request comes from."""
    crowd = the_crowd()
    return crowd.count(device(crowd, point), monotonic())


def note_device(point: str) -> None:
    """Remember that one was kept."""
    crowd = the_crowd()
    crowd.note(device(crowd, point), monotonic())


def device(crowd: Crowd, point: str) -> bytes:
    """Where this request comes from, as far as it needs to be told from others."""
    return crowd.hash_of(point, request.remote_addr or "", request.user_agent.string)


def the_crowd() -> Crowd:
    """This application's own."""
    return cast("Crowd", current_app.extensions.setdefault(NAME, Crowd()))

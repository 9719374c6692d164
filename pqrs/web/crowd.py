"""How much came from one place in the last hour, without keeping which: opinions and petitions.

What is remembered is a keyed hash, of an address with the browser and the point or of an address
alone, in the memory of this process, under a key that lives nowhere else and not for longer than a
day: it is never written and cannot be turned back. Each worker counts for itself.

Nobody is turned away by it: an opinion is set apart, and of who files more than a household or an
office does in an hour a small sum is asked.
"""

import hmac
import secrets
from collections import OrderedDict, deque
from hashlib import sha256
from ipaddress import IPv4Address, ip_address, ip_network
from threading import Lock
from time import monotonic
from typing import Final, cast

from flask import current_app, request

WINDOW: Final = 60 * 60.0
DAY: Final = 24 * WINDOW
"""How long a key lives."""
MOST_KEPT: Final = 20_000
MOST_FILINGS: Final = 30
"""Petitions in an hour from one address. Telephones of a whole town may share one: it is loose."""
NETWORK_BITS: Final = 64
"""Of an address of the newer kind: one line has as many of the rest as it likes."""
NAME: Final = "crowd"
FILINGS: Final = "filings"


class Crowd:
    """Counts by keyed hash; the oldest are forgotten first, and all after an hour."""

    def __init__(self) -> None:
        """Nobody came yet."""
        self.lock = Lock()
        self.begin(monotonic())

    def begin(self, now: float) -> None:
        """A new key; nothing that was counted under another means anything any more."""
        self.born = now
        self.key = secrets.token_bytes(32)
        self.moments: OrderedDict[bytes, deque[float]] = OrderedDict()

    def renew(self, now: float) -> None:
        """Forget everything when the key is a day old."""
        with self.lock:
            if now - self.born >= DAY:
                self.begin(now)

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


def files_too_much() -> bool:
    """Whether more petitions came from this address in an hour than people there write."""
    line, crowd = network_of(request.remote_addr), the_crowd(FILINGS)
    return bool(line) and crowd.count(crowd.hash_of(line), monotonic()) >= MOST_FILINGS


def note_filing() -> None:
    """Remember that one was filed."""
    line, crowd = network_of(request.remote_addr), the_crowd(FILINGS)
    if line:
        crowd.note(crowd.hash_of(line), monotonic())


def network_of(address: str | None) -> str:
    """The part of an address that one line has for itself; "" when it tells nobody from others.

    This machine's own is what everybody has behind a proxy that the settings do not know of.
    """
    try:
        parsed = ip_address((address or "").partition("%")[0])
    except ValueError:
        return ""
    if parsed.is_loopback:
        return ""
    if isinstance(parsed, IPv4Address):
        return str(parsed)
    return str(ip_network(f"{parsed}/{NETWORK_BITS}", strict=False))


def the_crowd(name: str = NAME) -> Crowd:
    """This application's own, one for each thing that is counted."""
    crowd = cast("Crowd", current_app.extensions.setdefault(name, Crowd()))
    crowd.renew(monotonic())
    return crowd

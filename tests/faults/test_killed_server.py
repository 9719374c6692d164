"""The server dies twenty times under load: no number that a person saw is lost or given twice.

Four people file over HTTP, one petition after another, while every process of the server is killed
at a random moment and started again. What they were told is compared with what the database holds.
"""

import random
import threading
import time
from contextlib import suppress
from http.client import HTTPException

from tests.faults.held import broken_promises, numbers_kept
from tests.filing import file_by_hand
from tests.walker import Walker, over_http

DEATHS, PEOPLE = 20, 4
LIFE_SECONDS = (0.2, 1.5)
SEED = random.SystemRandom().randrange(10**6)


def file_until(stop, server, told):
    """A person who begins again when the server is gone. A receipt that was cut was not told."""
    while not stop.is_set():
        with suppress(OSError, HTTPException, AssertionError, LookupError):
            told.add(*file_by_hand(Walker(over_http(server.url, timeout=5))))
        time.sleep(0.01)


def live_and_die(server, chance):
    """One life of the server; what it left behind, while nobody writes."""
    server.start()
    time.sleep(chance.uniform(*LIFE_SECONDS))
    server.kill()
    return broken_promises(server.folder)


def test_no_number_seen_is_lost(installation, server, told):
    chance = random.Random(SEED)
    server.kill()
    stop = threading.Event()
    people = [threading.Thread(target=file_until, args=(stop, server, told)) for _ in range(PEOPLE)]
    for person in people:
        person.start()
    broken = [live_and_die(server, chance) for _ in range(DEATHS)]
    stop.set()
    for person in people:
        person.join()

    assert [[]] * DEATHS == broken, f"seed {SEED}"
    assert [] == sorted(set(told.numbers()) - numbers_kept(installation)), f"seed {SEED}"
    assert len(told.numbers()) == len(set(told.numbers()))
    assert len(told.numbers()) > DEATHS, "too few were filed to say anything"

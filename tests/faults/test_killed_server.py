"""The server dies twenty times under load: no number that a person saw is lost or given twice.

Four people file over HTTP, one petition after another, while every process of the server is killed
at a random moment and started again; whoever got no answer presses the same button again. What they
were told is compared with what the database holds.
"""

import random
import threading
import time
from contextlib import contextmanager, suppress
from http.client import HTTPException

from tests.faults.held import broken_promises, numbers_kept
from tests.filing import WORDS, read_receipt, walk_to_the_button
from tests.walker import Walker, over_http

DEATHS, PEOPLE = 20, 4
ENOUGH, LONGEST = 3, 30
"""Numbers told in each life before death comes, and how many seconds it waits for them."""
SEED = random.SystemRandom().randrange(10**6)


def file_until(stop, server, told):
    """Fill, press, and press again the same button until a receipt is seen, server or no server."""
    while not stop.is_set():
        walker = Walker(over_http(server.url, timeout=10))
        with suppress(OSError, HTTPException, AssertionError, LookupError, StopIteration):
            press_until(stop, walker, walk_to_the_button(walker, WORDS), told)
        time.sleep(0.02)


def press_until(stop, walker, form, told):
    while not stop.is_set():
        with suppress(OSError, HTTPException):
            walker.send_form(form)
            told.add(*read_receipt(walker))
            return
        time.sleep(0.05)


@contextmanager
def people_filing(server, told):
    """They file for as long as the block lasts, whatever becomes of the server."""
    stop = threading.Event()
    people = [threading.Thread(target=file_until, args=(stop, server, told)) for _ in range(PEOPLE)]
    for person in people:
        person.start()
    try:
        yield
    finally:
        stop.set()
        for person in people:
            person.join()


def live_and_die(server, told, chance):
    """One life of the server; what it left behind, while nobody writes."""
    server.start()
    before, end = len(told.numbers()), time.monotonic() + LONGEST
    while len(told.numbers()) < before + ENOUGH and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(chance.uniform(0, 0.5))
    server.kill()
    return broken_promises(server.folder)


def test_no_number_seen_is_lost(installation, server, told):
    chance = random.Random(SEED)
    server.kill()
    with people_filing(server, told):
        broken = [live_and_die(server, told, chance) for _ in range(DEATHS)]

    assert [[]] * DEATHS == broken, f"seed {SEED}"
    assert [] == sorted(set(told.numbers()) - numbers_kept(installation)), f"seed {SEED}"
    assert len(told.numbers()) == len(set(told.numbers()))
    assert len(told.numbers()) > DEATHS, "too few were filed to say anything"

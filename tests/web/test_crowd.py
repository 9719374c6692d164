"""Counting a crowd without knowing anybody."""

from threading import Thread

import pytest

from pqrs.web.crowd import (
    DAY,
    FILINGS,
    MOST_FILINGS,
    MOST_KEPT,
    WINDOW,
    Crowd,
    files_too_much,
    network_of,
    note_filing,
    the_crowd,
)


def test_it_counts_by_device_and_forgets_after_the_window():
    crowd = Crowd()
    who, other = crowd.hash_of("P", "10.0.0.1", "x"), crowd.hash_of("P", "10.0.0.2", "x")
    for moment in (0.0, 10.0, 20.0):
        crowd.note(who, moment)

    assert (3, 0) == (crowd.count(who, 21.0), crowd.count(other, 21.0))
    assert 1 == crowd.count(who, WINDOW + 10.0)
    assert 0 == crowd.count(who, WINDOW + 21.0)


def test_what_is_kept_names_nobody_and_means_nothing_elsewhere():
    one, other = Crowd(), Crowd()
    one.note(one.hash_of("P", "10.0.0.1", "Firefox"), 0.0)

    assert "10.0.0.1" not in str(one.moments)
    assert "Firefox" not in str(one.moments)
    assert one.hash_of("P", "10.0.0.1") != other.hash_of("P", "10.0.0.1")


def test_parts_do_not_run_together():
    crowd = Crowd()

    assert crowd.hash_of("ab", "c") != crowd.hash_of("a", "bc")


def test_memory_has_an_end_and_the_oldest_go_first():
    crowd = Crowd()
    for number in range(MOST_KEPT + 1):
        crowd.note(f"{number}".encode(), 0.0)

    assert MOST_KEPT == len(crowd.moments)
    assert (0, 1) == (crowd.count(b"0", 1.0), crowd.count(b"1", 1.0))


def test_threads_do_not_lose_one():
    crowd = Crowd()

    def many() -> None:
        for _ in range(500):
            crowd.note(b"x", 0.0)

    threads = [Thread(target=many) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 4000 == crowd.count(b"x", 1.0)


def test_a_key_lives_for_a_day_and_takes_everything_with_it():
    crowd = Crowd()
    who = crowd.hash_of("10.0.0.1")
    crowd.note(who, crowd.born + DAY - 2)
    crowd.renew(crowd.born + DAY - 1)
    assert 1 == crowd.count(who, crowd.born + DAY - 1)

    crowd.renew(crowd.born + DAY)

    assert (0, False) == (len(crowd.moments), who == crowd.hash_of("10.0.0.1"))


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("127.0.0.1", ""),
        ("::1", ""),
        ("unix:", ""),
        (None, ""),
    ],
)
def test_a_line_is_told_from_others_and_a_proxy_is_nobodys(address, line):
    assert line == network_of(address)


def test_filings_are_counted_by_line_in_memory_alone(app):
    def asked_at(address):
        with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            return files_too_much()

    for number in range(MOST_FILINGS):
        with app.test_request_context(environ_base={"REMOTE_ADDR": f"2001:db8::{number}"}):
            assert not files_too_much()
            note_filing()

    assert [True, False] == [asked_at(each) for each in ("2001:db8::9999", "2001:db8:0:1::1")]
    with app.app_context():
        assert "2001" not in str(the_crowd(FILINGS).moments)
        app.extensions.pop(FILINGS)
    assert not asked_at("2001:db8::9999"), "a restart forgets"

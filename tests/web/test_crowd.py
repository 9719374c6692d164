"""Counting a crowd without knowing anybody."""

from threading import Thread

from pqrs.web.crowd import MOST_KEPT, WINDOW, Crowd


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

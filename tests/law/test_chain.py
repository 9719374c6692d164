"""Every date that a case had, one after another, and what moved it."""

from datetime import date

from pqrs.law import (
    Completed,
    CompletionRequested,
    Extended,
    Kind,
    Paused,
    PauseGround,
    Readings,
    Reckoned,
    Reclassified,
    Replied,
    Resumed,
    Returned,
    explain,
)
from tests.law.histories import CALENDAR, filed, moment

ASKED = CompletionRequested(moment("2026-02-06T09:00"))
DONE = Completed(moment("2026-02-20T16:00"))


def chain(*events, kind=Kind.PRIVATE_INTEREST, **readings):
    found = explain((filed(kind), *events), CALENDAR, Readings(**readings))
    return [(link.key.removeprefix("chain."), link.due_on) for link in found.chain]


def test_a_case_to_which_nothing_happened_has_one_date():
    assert [("filed", date(2026, 2, 23))] == chain(Replied(moment("2026-02-10T10:00"), 1))


def test_original_suspended_resumed_extended():
    assert [
        ("filed", date(2026, 2, 23)),
        ("completion_requested", None),
        ("completed", date(2026, 3, 9)),
        ("extended", date(2026, 3, 31)),
    ] == chain(ASKED, DONE, Extended(moment("2026-03-05T10:00"), 30))


def test_a_restart_gives_another_date():
    assert ("completed", date(2026, 3, 13)) == chain(ASKED, DONE, completion_effect="restart")[-1]


def test_pauses_returns_and_changes_of_kind_are_links():
    paused = Paused(moment("2026-02-05T08:00"), PauseGround.IMPEDIMENT)
    resumed = Resumed(moment("2026-02-10T08:00"))
    returned = Returned(moment("2026-02-11T08:00"))
    changed = Reclassified(moment("2026-02-12T08:00"), Kind.CONSULTATION, "pide un concepto")
    keys = [key for key, _ in chain(paused, resumed, returned, DONE, changed)]
    assert ["filed", "paused", "resumed", "returned", "completed", "reclassified"] == keys


def test_what_was_told_before_a_closure_stays_in_the_chain():
    moved = Reckoned(
        moment("2026-02-10T08:00"), date(2026, 2, 20), date(2026, 2, 23), "Decreto 012 de 2026"
    )
    found = explain((filed(), moved), CALENDAR)
    assert [date(2026, 2, 20), date(2026, 2, 23)] == [link.due_on for link in found.chain]
    assert "Se recalculó: Decreto 012 de 2026" == found.chain[-1].text
    assert "pasó del viernes 20 de febrero" in found.summary


def test_a_reckoning_that_moved_something_else_is_no_link():
    same = Reckoned(moment("2026-02-10T08:00"), date(2026, 2, 23), date(2026, 2, 23), "lectura")
    assert [("filed", date(2026, 2, 23))] == chain(same)


def test_a_data_extension_cites_its_own_law():
    found = explain(
        (filed(Kind.DATA_QUERY), Extended(moment("2026-02-10T10:00"), 15)), CALENDAR
    ).chain
    assert "Ley 1581 de 2012, artículo 14" == str(found[-1].citation)


def test_without_a_term_there_is_no_chain():
    assert [] == chain(kind=Kind.PRAISE, praise_days=0)

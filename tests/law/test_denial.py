from datetime import date

import pytest

from pqrs.law import (
    Decision,
    Denial,
    Extended,
    Kind,
    LawError,
    Reserve,
    cpaca,
    denial_from_plain,
    event_from_plain,
    lawful,
    unnumbered,
    unreasoned,
)
from tests.law.histories import moment, stand

WHOLE = Denial("Ley 1712 de 2014, artículo 18", Reserve.CLASSIFIED, "a", "b", "c", gives_rest=True)
SOON, LATE = date(2026, 2, 10), date(2026, 3, 31)


def test_it_survives_being_stored():
    assert WHOLE == denial_from_plain(WHOLE.to_plain())
    assert denial_from_plain(None) is None
    assert denial_from_plain({}) is None


@pytest.mark.parametrize("plain", [{"reserve": "x"}, {"provision": "x"}, {"reserve": 1}])
def test_what_is_not_ours_is_refused(plain):
    with pytest.raises(LawError):
        denial_from_plain(plain)


@pytest.mark.parametrize("name", ["provision", "present", "probable", "specific"])
@pytest.mark.parametrize("decision", [Decision.DENIED, Decision.PARTLY_GRANTED])
def test_information_is_denied_with_everything_the_law_wants_said(name, decision):
    asked = stand(kind=Kind.INFORMATION)
    lacking = denial_from_plain(WHOLE.to_plain() | {name: " "})

    assert lawful.decide(asked, SOON, decision, WHOLE) is None
    for denial in (lacking, None):
        refusal = lawful.decide(asked, SOON, decision, denial)
        assert refusal is not None
        assert ("denial_incomplete", cpaca("25")) == (refusal.rule, refusal.citation)


def test_other_petitions_are_denied_without_it():
    assert lawful.decide(stand(), SOON, Decision.DENIED) is None


@pytest.mark.parametrize("decision", [Decision.DENIED, Decision.PARTLY_GRANTED])
def test_after_positive_silence_nothing_is_denied(decision):
    late = stand(kind=Kind.DOCUMENTS)
    refusal = lawful.decide(late, LATE, decision, WHOLE)

    assert refusal is not None
    assert "deemed_granted" == refusal.rule
    assert lawful.decide(late, LATE, Decision.GRANTED) is None


def test_reasons_are_words_and_an_act_has_its_number():
    for text in ("", " \n"):
        for refusal in (unreasoned(text, cpaca("17")), unnumbered(text, cpaca("17"))):
            assert refusal is not None
            assert "artículo 17" in str(refusal)
    assert unreasoned("x", cpaca("17")) is None
    assert unnumbered("x", cpaca("17")) is None


PARTS = (Kind.CLAIM, Kind.CONGRESS, Kind.INFORMATION)


def test_a_part_that_may_be_longer_is_enough():
    mixed = stand(kind=Kind.MIXED, parts=PARTS)
    claim, congress = 0, 1
    day = date(2026, 2, 4)

    assert lawful.extend(mixed, day) is None
    assert lawful.extend(mixed, day, 30, place=claim) is None
    for place, total, rule in ((congress, 10, "extension_none"), (claim, 31, "extension_above")):
        refusal = lawful.extend(mixed, day, total, place=place)
        assert refusal is not None
        assert rule == refusal.rule


def test_when_no_part_may_the_first_one_due_says_why():
    mixed = stand(kind=Kind.MIXED, parts=(Kind.CONGRESS, Kind.NATIONAL_OMBUDSMAN))
    refusal = lawful.extend(mixed, date(2026, 2, 4))

    assert refusal is not None
    assert "extension_none" == refusal.rule


def test_each_part_is_lengthened_by_its_own_days():
    event = Extended(moment("2026-02-04T10:00"), 20, "x", (0, 0, 20))
    mixed = stand(event, kind=Kind.MIXED, parts=PARTS)

    assert [15, 5, 20] == [part.total_days for part in mixed.parts]
    assert event == event_from_plain("extended", event.at, event.to_plain())

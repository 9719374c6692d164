from datetime import date

import pytest

from pqrs.law import Extension, Kind, LawError, Readings, Unit, term_for
from pqrs.law import terms as module
from pqrs.law.terms import check_validity

TODAY = date(2026, 2, 2)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.MIXED])
def test_every_kind_has_a_term_with_norm_and_status(kind):
    term = term_for(kind, TODAY)
    assert term.kind is kind
    assert term.citation.norm
    assert term.status in {"verified", "secondary", "memory", "policy"}
    assert term.amount > 0
    assert term.longest() >= term.amount


@pytest.mark.parametrize(
    ("kind", "amount", "longest"),
    [
        (Kind.PRIVATE_INTEREST, 15, 30),
        (Kind.INFORMATION, 10, 20),
        (Kind.CONSULTATION, 30, 60),
        (Kind.DATA_QUERY, 10, 15),
        (Kind.DATA_CLAIM, 15, 23),
        (Kind.CONGRESS, 5, 5),
        (Kind.AUTHORITY_INFORMATION, 10, 10),
    ],
)
def test_how_long_and_how_far_it_may_be_extended(kind, amount, longest):
    term = term_for(kind, TODAY)
    assert (amount, longest) == (term.amount, term.longest())
    assert (longest > amount) == term.is_extendable


def test_the_other_reading_of_the_double():
    term = term_for(Kind.PRIVATE_INTEREST, TODAY)
    assert 45 == term.longest(Readings(extension_cap="additional_double"))
    plus = term_for(Kind.DATA_QUERY, TODAY)
    assert 15 == plus.longest(Readings(extension_cap="additional_double"))
    assert Extension.PLUS is plus.extension


def test_the_term_is_the_one_in_force_when_it_was_received():
    amounts = [
        term_for(Kind.CONSULTATION, day).amount
        for day in (date(2020, 3, 27), date(2020, 3, 28), date(2022, 5, 17), date(2022, 5, 18))
    ]
    assert [30, 35, 35, 30] == amounts


def test_a_kind_without_norm_on_that_day_is_refused_with_the_norm_to_come():
    with pytest.raises(LawError, match="Ley 1909 de 2018") as refused:
        term_for(Kind.OPPOSITION, date(2018, 7, 8))
    assert date(2018, 7, 9) == refused.value.params["day"]


def test_a_mixed_petition_has_no_term_of_its_own():
    with pytest.raises(LawError, match="MIXTA"):
        term_for(Kind.MIXED, TODAY)


def test_praise_without_duty_to_answer_has_no_unit():
    term = term_for(Kind.PRAISE, TODAY, Readings(praise_days=0))
    assert (0, Unit.NONE) == (term.amount, term.unit)


def spans(*bounds):
    term = term_for(Kind.CONGRESS, TODAY)
    return [term._replace(valid_from=start, valid_until=end) for start, end in bounds]


END = date.max


@pytest.mark.parametrize(
    ("bounds", "fault"),
    [
        ([(date(2000, 1, 1), date(2010, 1, 1)), (date(2010, 1, 3), END)], "gap or overlap"),
        ([(date(2000, 1, 1), date(2010, 1, 1)), (date(2010, 1, 1), END)], "gap or overlap"),
        ([(date(2000, 1, 1), date(2010, 1, 1))], "ends"),
    ],
)
def test_gaps_overlaps_and_ends_stop_the_start(bounds, fault):
    with pytest.raises(ValueError, match=fault):
        check_validity(spans(*bounds))


RECORD = {
    "kinds": ["CONGRESO"],
    "amount": 5,
    "unit": "working_day",
    "extension": "none",
    "norm": "Ley 5 de 1992",
    "status": "verified",
    "from": date(1992, 6, 18),
}


def test_a_term_without_norm_stops_the_start():
    with pytest.raises(ValueError, match="cites no norm"):
        module.read_terms([{**RECORD, "norm": ""}])


def test_an_unknown_kind_stops_the_start():
    with pytest.raises(LawError, match="LOTERIA"):
        module.read_terms([{**RECORD, "kinds": ["LOTERIA"]}])


def test_a_kind_without_term_stops_the_start():
    with pytest.raises(ValueError, match="no term for"):
        module.read_terms([RECORD])

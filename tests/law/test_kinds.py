import pickle
from datetime import date

import pytest

from pqrs.law import (
    Citation,
    Kind,
    LawError,
    Phase,
    Refusal,
    local_day,
    read_day,
    read_moment,
    say,
    spell_day,
)
from tests.law.histories import moment


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_one_code_and_back(kind):
    assert kind is Kind.from_code(kind.code)
    assert kind.code == kind.code.upper()


def test_codes_are_the_published_ones():
    assert "PETICION_PARTICULAR" == Kind.PRIVATE_INTEREST.code
    assert "QUEJA" == Kind.COMPLAINT.code
    assert "RECLAMO" == Kind.CLAIM.code
    assert "DENUNCIA" == Kind.REPORT.code
    assert len(Kind) == len({kind.code for kind in Kind})


def test_an_unknown_code_is_refused_in_spanish():
    with pytest.raises(LawError, match="«queja» no es una clase"):
        Kind.from_code("queja")


def test_what_is_final():
    final = {phase for phase in Phase if phase.is_final}
    assert {Phase.CLOSED, Phase.TRANSFERRED, Phase.ANNULLED} == final


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-02T23:59:59", date(2026, 2, 2)),
        ("2026-02-03T00:00:01", date(2026, 2, 3)),
        ("2026-02-03T01:30:00+00:00", date(2026, 2, 2)),
        ("2026-02-03T04:59:59Z", date(2026, 2, 2)),
        (" 2026-02-03 ", date(2026, 2, 3)),
    ],
)
def test_the_local_date_rules(text, day):
    assert day == read_day(text)
    assert day == local_day(read_moment(text))


def test_summer_time_of_1992_is_not_forgotten():
    assert 4 * 3600 == -read_moment("1992-06-01T10:00").utcoffset().total_seconds()


@pytest.mark.parametrize("text", ["", "ayer", "2026-13-01", "2026-02-30", "9999-12-31T23:00-23:00"])
def test_impossible_moments_are_refused(text):
    with pytest.raises(LawError, match="no es una fecha"):
        read_moment(text)


def test_days_are_spelt_the_same_everywhere():
    assert "lunes 2 de febrero de 2026" == spell_day(date(2026, 2, 2))
    assert "Vence el lunes 2 de febrero de 2026." == say("step.due", {"day": date(2026, 2, 2)})


def test_a_refusal_carries_rule_norm_and_what_fills_its_sentence():
    refusal = Refusal("extension_late", Citation("Ley 1", "2"), day=date(2026, 2, 2))
    assert "extension_late" == refusal.rule
    assert {"day": date(2026, 2, 2)} == refusal.params
    assert str(refusal).endswith("el lunes 2 de febrero de 2026 (Ley 1, artículo 2).")
    assert str(refusal) == str(pickle.loads(pickle.dumps(refusal)))  # noqa: S301 - our own


def test_a_refusal_without_norm_is_only_its_sentence():
    assert Refusal("happenings").message == str(Refusal("happenings"))


def test_a_naive_moment_is_taken_as_local():
    assert date(2026, 2, 2) == local_day(moment("2026-02-02T23:00").replace(tzinfo=None))

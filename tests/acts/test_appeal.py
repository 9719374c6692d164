"""Contesting what was decided: by a way it has, in time, once, with its reasons."""

from datetime import date
from typing import Any

import pytest

from pqrs.acts.appeal import appeal
from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.open_case import StaleError
from pqrs.acts.withdraw import withdraw
from pqrs.law import Appealed, Assigned, ChangeKind, Decision, Kind, Means, Refusal, Remedy
from pqrs.models import SYSTEM, newest_version
from pqrs.office import Role
from pqrs.queries.case_duties import case_duties
from pqrs.queries.own_case import own_case
from tests.acts.own_case import WORDS, letters, names, press, signed, texts
from tests.build import a_petition, an_official, approve_change, later


def decided(session, office, decision=Decision.RESPONDED, **changes):
    """Answered so and opened."""
    petition = signed(session, office, a_petition(session, office, **changes), decision)
    confirm_delivery(session, petition, means=Means.OPENED, office=office)
    return petition


@pytest.mark.parametrize(
    ("decision", "kind", "remedy"),
    [
        (Decision.RESPONDED, Kind.CLAIM, Remedy.NOT_ANSWERED),
        (Decision.DENIED, Kind.CLAIM, Remedy.RECONSIDERATION),
        (Decision.DENIED, Kind.CLAIM, Remedy.APPEAL),
        (Decision.DENIED, Kind.INFORMATION, Remedy.INSISTENCE),
    ],
)
def test_it_is_on_record_with_its_reasons_and_told(session, office, decision, kind, remedy):
    an_official(session, Role.INTERNAL_CONTROL, None)
    petition = decided(session, office, decision, kind=kind)

    assert appeal(session, remedy=remedy, body=WORDS, **press(petition, later(office, days=3)))

    last = petition.timeline()[-1]
    superior = "DESP" if remedy is Remedy.APPEAL else None
    assert Appealed(last.at, remedy, 2, superior) == last
    assert WORDS == texts(session, petition)[-1]
    assert {("appealed", "department"), ("appealed", "internal_control")} <= letters(
        session, petition
    )


def test_the_same_press_twice_presents_it_once(session, office):
    petition = decided(session, office)
    facts = press(petition, office)
    pressed: dict[str, Any] = {"remedy": Remedy.NOT_ANSWERED, "body": WORDS, **facts}

    assert [True, False] == [appeal(session, **pressed) for _ in range(2)]
    assert 1 == names(petition).count("appealed")
    with pytest.raises(StaleError):
        appeal(session, **{**pressed, "body": "Otras razones."})


@pytest.mark.parametrize(
    ("remedy", "days", "body", "said"),
    [
        (Remedy.RECONSIDERATION, 60, WORDS, "Se podía presentar hasta el"),
        (Remedy.INSISTENCE, 1, WORDS, "no procede ese camino"),
        (Remedy.RECONSIDERATION, 1, " ", "lleva sus motivos"),
    ],
)
def test_it_is_refused_with_its_norm(session, office, remedy, days, body, said):
    petition = decided(session, office)
    with pytest.raises(Refusal, match=said) as refused:
        appeal(session, remedy=remedy, body=body, **press(petition, later(office, days=days)))
    assert refused.value.citation


def test_there_is_nothing_to_contest_before_a_decision(session, office):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match="Todavía no hay una decisión"):
        appeal(session, remedy=Remedy.APPEAL, body=WORDS, **press(petition, office))


def test_whoever_took_it_back_has_nothing_to_contest(session, office):
    petition = a_petition(session, office)
    withdraw(session, **press(petition, office))
    with pytest.raises(Refusal, match="Todavía no hay una decisión"):
        appeal(session, remedy=Remedy.APPEAL, body=WORDS, **press(petition, office))


def test_nobody_is_above_the_mayor(session, office):
    petition = a_petition(session, office)
    moved = Assigned(at=office.clock(), department="DESP", reason="es del alcalde", by="person")
    petition.record(moved, actor=SYSTEM)
    signed(session, office, petition, Decision.DENIED)
    confirm_delivery(session, petition, means=Means.OPENED, office=office)
    with pytest.raises(Refusal, match="no procede ese camino"):
        appeal(session, remedy=Remedy.APPEAL, body=WORDS, **press(petition, office))


def test_a_closure_after_the_end_gives_its_days_back(session, office):
    petition = decided(session, office, Decision.DENIED)
    days = ["2026-03-18", "2026-03-19", "2026-03-20", "2026-03-24", "2026-03-25", "2026-03-26"]
    approve_change(session, ChangeKind.CLOSURE, {"days": days})
    last = date(2026, 4, 13)

    case = own_case(session, petition.number, at=office.clock(), pack=office.pack)
    assert case is not None
    assert {last} == {own.way.until for own in case.ways if own.way.until}
    owed = case_duties(session, petition.number, today=last)
    assert [last] == [one.duty.due_on for one in owed.running if one.duty.name == "file_appeal"]
    facts: dict[str, Any] = {"remedy": Remedy.RECONSIDERATION, "body": WORDS}
    with pytest.raises(Refusal, match="hasta el lunes 13 de abril de 2026"):
        appeal(session, **facts, **press(petition, later(office, days=28)))
    assert appeal(session, **facts, **press(petition, later(office, days=27)))
    assert petition.reckoned_with < newest_version(session), "its own dates do not move"

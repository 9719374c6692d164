"""Seguir de oficio con lo que la persona retiró: open again, in its queue, with its date."""

from datetime import date

import pytest
from sqlalchemy import select

from pqrs.acts.continue_officially import continue_officially
from pqrs.acts.note_breaches import note_breaches_of
from pqrs.acts.reckon_stale import reckon_stale
from pqrs.acts.withdraw import withdraw
from pqrs.law import ChangeKind, ContinuedOfficially, Kind, Phase, Reckoned, Refusal, Replied
from pqrs.models import Tally, facts_of
from pqrs.office import Permission, Role, Viewer, allowed
from pqrs.outside.files import FileStore
from pqrs.outside.now import local_date
from pqrs.outside.witness import ISSUED, Witness
from pqrs.queries.invariants import INVARIANTS, Ground
from pqrs.queries.queue import department_queue
from tests.acts.own_case import letters, press
from tests.build import (
    a_petition,
    a_press,
    an_official,
    answered,
    approve_change,
    due_day,
    last_event,
    later,
)

DUE = date(2026, 4, 10)
GOOD = {
    "act": "Resolución 14 de 2026",
    "act_on": date(2026, 3, 19),
    "reason": "El hueco pone en riesgo a quien pasa por la vía.",
}


def withdrawn(session, office, **changes):
    """Filed on 17 March and withdrawn on the 18th: a claim would be due on 10 April."""
    petition = a_petition(session, office, **{"kind": Kind.CLAIM, **changes})
    withdraw(session, **press(petition, later(office, days=1)))
    return petition


def go_on(session, office, petition, role=Role.HEAD, **changes):
    pressed = a_press(session, office, petition, role)
    return continue_officially(session, **{**GOOD, **changes}, **pressed)


def ended(session):
    """How many cases the published figures count as ended."""
    cell = (Tally.dimension == "all") & (Tally.measure == "ended")
    return sum(session.scalars(select(Tally.count).where(cell)))


def test_it_is_open_again_counted_so_and_everybody_is_told(session, office, tmp_path):
    petition = withdrawn(session, office)
    counted, then = ended(session), later(office, days=2)

    go_on(session, then, petition)

    event = last_event(petition, ContinuedOfficially)
    assert tuple(GOOD.values()) == (event.act, event.act_on, event.reason)
    assert (Phase.OPEN, DUE, None) == (petition.phase, petition.due_on, petition.closed_on)
    assert (1, 0) == (counted, ended(session))
    head = Viewer(0, Role.HEAD, petition.department)
    queue = department_queue(
        session, head, phase=Phase.OPEN, page=1, today=local_date(then.clock())
    )
    assert [petition.number] == [row.number for row in queue.rows]
    assert {("continued_officially", "petitioner"), ("continued_internal", "department")} <= (
        letters(session, petition)
    )
    answered(session, later(office, days=3), petition)
    assert (Phase.CLOSED, date(2026, 3, 20)) == (petition.phase, petition.answered_on)
    witness = Witness(tmp_path / "witness.log")
    witness.append(session.info.pop(ISSUED))
    ground = Ground(session, witness, FileStore(tmp_path / "files"))
    assert [] == [finding for one in INVARIANTS for finding in one.ask(ground)]


def test_no_breach_is_made_up_of_the_days_on_which_it_was_closed(session, office):
    petition = withdrawn(session, office)
    then = later(office, days=60)  # 16 May, a Saturday; the 18th is a holiday
    assert 0 == note_breaches_of(session, petition, then)

    go_on(session, then, petition)

    assert (date(2026, 5, 19), None) == (petition.due_on, petition.breached_on)
    assert 0 == note_breaches_of(session, petition, later(office, days=63))
    assert 1 == note_breaches_of(session, petition, later(office, days=64))
    assert date(2026, 5, 19) == petition.breached_on


def test_rules_that_changed_meanwhile_move_it_with_their_event(session, office):
    """What ended keeps its rules; once open it is moved as any other, and told."""
    petition = withdrawn(session, office)
    approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-04-09"]})
    go_on(session, later(office, days=2), petition)
    assert DUE == due_day(petition)

    reckon_stale(session, later(office, days=2))

    assert (DUE, date(2026, 4, 13)) == (last_event(petition, Reckoned).before, due_day(petition))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reason": " \n"}, "motivos.*artículo 18"),
        ({"act": ""}, "escriba su número"),
        ({"act_on": date(2026, 3, 17)}, "desde el miércoles 18 de marzo de 2026 hasta hoy"),
        ({"act_on": date(2026, 3, 20)}, "hasta hoy"),
    ],
)
def test_the_act_has_number_reasons_and_a_day_since_the_withdrawal(
    session, office, changes, message
):
    petition = withdrawn(session, office)
    with pytest.raises(Refusal, match=message):
        go_on(session, later(office, days=2), petition, **changes)
    assert Phase.CLOSED is petition.phase


def test_only_what_the_person_withdrew_and_only_once(session, office):
    with pytest.raises(Refusal, match="la persona misma retiró"):
        go_on(session, later(office, days=2), a_petition(session, office))
    petition = go_on(session, later(office, days=2), withdrawn(session, office))
    with pytest.raises(Refusal, match="decidió, el jueves 19 de marzo de 2026, seguir con ella"):
        go_on(session, later(office, days=2), petition)


def test_the_person_cannot_close_it_again(session, office):
    petition = go_on(session, later(office, days=2), withdrawn(session, office))
    with pytest.raises(Refusal, match=r"Ya se había retirado.*artículo 18"):
        withdraw(session, **press(petition, later(office, days=3)))
    answered(session, later(office, days=3), petition, opened=False)
    last_event(petition, Replied)


REPORT = {"kind": Kind.REPORT, "topic": "AD-COR-01", "person": None, "text": "Cobran por el sello."}


@pytest.mark.parametrize("named", ["INFRA", "CI"])
def test_of_a_report_by_whoever_has_it_and_never_by_whom_it_names(session, office, named):
    """About internal control it waits for the ombudsman, who may; whoever is named may not."""
    an_official(session, Role.OMBUDSMAN, None)
    petition = withdrawn(session, office, **REPORT, named=(named,))
    facts = facts_of(petition)
    may = {
        (role, department)
        for role in Role
        for department in (None, "INFRA", "CI")
        if allowed(
            Permission.CONTINUE_OFFICIALLY,
            an_official(session, role, department),
            facts,
        )
    }

    if named == "CI":
        assert {(Role.OMBUDSMAN, one) for one in (None, "INFRA")} <= may
        assert all(role is Role.OMBUDSMAN for role, _department in may)
    else:
        assert {(Role.HEAD, "CI")} == may
        go_on(session, later(office, days=2), petition)
        assert (Phase.OPEN, "CI") == (petition.phase, petition.department)

"""Several departments answer one petition: each is told, writes its part, or says it is not its."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from pqrs.acts.act_on_case import Press
from pqrs.acts.assign import UnknownDepartmentError, assign
from pqrs.acts.contribute_part import contribute_part
from pqrs.acts.follow_successors import follow_successors
from pqrs.acts.move_part import move_part, return_part, send_part
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.reclassify import reclassify
from pqrs.acts.return_to_intake import return_to_intake
from pqrs.acts.settle_parts import settle_parts
from pqrs.law import IdentityLevel, Kind, PartContributed, PartMoved, Refusal, local_day
from pqrs.models import Notice, Official, OfficialText, facts_of
from pqrs.office import Permission, Role, Viewer, allowed
from pqrs.office.portions import find_portions
from pqrs.queries.case_duties import case_duties
from pqrs.queries.parts import parts_for, pending_parts
from tests.acts.test_follow_successors import without, work
from tests.build import a_petition, a_press, an_official, answered, last_event

__all__ = ["work"]
TEXT = "El bombillo del poste está dañado y además necesito un certificado de residencia."
FILED = {"text": TEXT, "topic": None, "kind": Kind.CLAIM, "is_doubtful": True}


@pytest.fixture
def heads(session):
    """One of each department, who is told and acts."""
    return {code: an_official(session, Role.HEAD, code) for code in ("PLAN", "GOB", "HAC", "INFRA")}


@pytest.fixture
def petition(session, office, heads):
    """The lamp is Planeación's, which has the case; the certificate is Gobierno's."""
    petition = a_petition(session, office, **FILED)
    found = find_portions(office.router_now(session), TEXT)
    settle_parts(session, portions=found, **a_press(session, office, petition, Role.CLERK))
    assign(session, department="PLAN", reason="El bombillo", **clerk(session, office, petition))
    return petition


def clerk(session, office, petition):
    return a_press(session, office, petition, Role.CLERK)


def by(office, petition, viewer):
    return Press(number=petition.number, viewer=viewer, seen=petition.last_sequence, office=office)


def told(session, letter):
    query = select(Notice.address).where(Notice.letter == letter).order_by(Notice.id)
    return session.scalars(query).all()


def address(session, viewer):
    return session.get_one(Official, viewer.official_id).email


def rows(session, viewer, office):
    return [*parts_for(session, viewer, today=local_day(office.clock()))]


def pending(session, office):
    supervisor = an_official(session, Role.SUPERVISOR, None)
    found = pending_parts(session, supervisor, today=local_day(office.clock()))
    return [(one.department, one.holder, one.due_on) for one in found]


def test_the_other_department_is_told_and_finds_it_with_its_own_day(
    session, office, petition, heads
):
    part = petition.standing().parts[1]

    assert [address(session, heads["GOB"])] == told(session, "part_assigned")
    assert [("PLAN", part.due_on, False)] == [
        (one.holder, one.row.due_on, one.is_written) for one in rows(session, heads["GOB"], office)
    ]
    assert [] == rows(session, heads["PLAN"], office) + rows(session, heads["HAC"], office)
    assert [("GOB", "PLAN", part.due_on)] == pending(session, office)


def test_what_it_writes_is_kept_and_whoever_has_the_case_is_told(session, office, petition, heads):
    contribute_part(session, matter=2, body="Se expide.", **by(office, petition, heads["GOB"]))
    contribute_part(session, matter=2, body="Va adjunto.", **by(office, petition, heads["GOB"]))

    event = last_event(petition, PartContributed)
    text = select(OfficialText.items).where(OfficialText.version == event.version)
    assert (2, ["Va adjunto."]) == (event.matter, session.scalars(text).one())
    assert [address(session, heads["PLAN"])] * 2 == told(session, "part_contributed")
    assert [True] == [one.is_written for one in rows(session, heads["GOB"], office)]
    assert [] == pending(session, office)
    owed = case_duties(session, petition.number, today=local_day(office.clock())).running
    done = [one.duty.done_on for one in owed if one.duty.name == "contribute"]
    assert [local_day(office.clock())] == done


def test_only_its_own_part_and_only_its_people(session, office, petition, heads):
    for viewer, matter in (("GOB", 1), ("PLAN", 2), ("HAC", 2)):
        with pytest.raises(NotAllowedError):
            contribute_part(session, matter=matter, body="x", **by(office, petition, heads[viewer]))
    for viewer in ("GOB", "HAC"):
        with pytest.raises(NotAllowedError):
            move_part(
                session,
                matter=2,
                department="INFRA",
                reason="x",
                **by(office, petition, heads[viewer]),
            )


def test_it_is_not_theirs_and_goes_on_to_another(session, office, petition, heads):
    return_part(session, matter=2, reason="Es de rentas", **by(office, petition, heads["GOB"]))

    assert [address(session, heads["PLAN"])] == told(session, "part_returned")
    assert ([], []) == (rows(session, heads["GOB"], office), pending(session, office))
    assert not allowed(Permission.READ_CASE, heads["GOB"], facts_of(petition))

    move: dict[str, Any] = {"matter": 2, "department": "HAC", "reason": "Es de rentas"}
    move_part(session, **move, **by(office, petition, heads["PLAN"]))

    assert [address(session, heads[one]) for one in ("GOB", "HAC")] == told(
        session, "part_assigned"
    )
    assert ["HAC"] == [one for one, _holder, _day in pending(session, office)]
    with pytest.raises(Refusal):
        move_part(session, **move, **by(office, petition, heads["PLAN"]))
    move_part(session, **{**move, "department": "PLAN"}, **by(office, petition, heads["PLAN"]))
    assert "" == last_event(petition, PartMoved).department


def test_reassigned_whoever_had_it_still_owes_its_part(session, office, petition, heads):
    return_to_intake(session, reason="No", **by(office, petition, heads["PLAN"]))
    assert {"PLAN", "GOB"} == {one for one, _holder, _day in pending(session, office)}

    assign(session, department="GOB", reason="El certificado", **clerk(session, office, petition))

    assert ["PLAN"] == [one for one, _holder, _day in pending(session, office)]
    assert [address(session, heads[one]) for one in ("GOB", "PLAN")] == told(
        session, "part_assigned"
    )


def test_answered_nothing_is_awaited_and_its_people_may_still_read_it(
    session, office, petition, heads
):
    answered(session, office, petition)

    assert ([], []) == (rows(session, heads["GOB"], office), pending(session, office))
    assert allowed(Permission.READ_CASE, heads["GOB"], facts_of(petition))
    with pytest.raises(Refusal):
        contribute_part(session, matter=2, body="x", **by(office, petition, heads["GOB"]))


def test_what_is_of_another_entity_is_sent_and_the_person_is_told(session, office, petition, heads):
    send: dict[str, Any] = {"matter": 2, "reason": "Es de ellos"}
    with pytest.raises(UnknownDepartmentError):
        send_part(session, authority="HAC", **send, **by(office, petition, heads["PLAN"]))
    with pytest.raises(UnknownDepartmentError):
        move_part(
            session, department="EXT-ACUAVALLE", **send, **by(office, petition, heads["PLAN"])
        )

    send_part(session, authority="EXT-ACUAVALLE", **send, **by(office, petition, heads["PLAN"]))

    assert ["persona@example.com"] == told(session, "part_sent")
    now = petition.standing()
    assert (None, now.parts[0].due_on) == (now.parts[1].due_on, petition.due_on)
    assert ["PLAN"] == petition.part_departments


@pytest.mark.parametrize("why", ["report", "named", "reserved"])
def test_the_shield_holds_for_parts_too(session, office, petition, heads, why):
    if why == "report":
        parts = (Kind.CLAIM, Kind.REPORT)
        supervisor = a_press(session, office, petition, Role.SUPERVISOR)
        reclassify(session, kind=Kind.MIXED, parts=parts, reason="Denuncia", **supervisor)
    elif why == "named":
        petition.named_departments = ["GOB"]
    facts, head = facts_of(petition), heads["GOB"]
    if why == "reserved":
        facts = replace(facts, identity=IdentityLevel.RESERVED)
        assert not allowed(Permission.READ_RESERVED_IDENTITY, head, facts)
        assert not allowed(Permission.READ_IDENTITY, head, facts)
        return

    assert [] == rows(session, head, office)
    assert not allowed(Permission.READ_CASE, head, facts)
    assert allowed(Permission.READ_CASE, heads["PLAN"], facts)


def test_nobody_passes_a_part_to_whom_it_complains_about(session, office, petition, heads):
    petition.named_departments = ["HAC"]
    with pytest.raises(Refusal):
        move_part(
            session, matter=2, department="HAC", reason="x", **by(office, petition, heads["PLAN"])
        )


@pytest.mark.parametrize(("heir", "to"), [("HAC", "HAC"), ("EXT-ACUAVALLE", "")])
def test_a_department_that_ended_leaves_its_part_to_its_heir(
    session, office, petition, heads, work, heir, to
):
    assert 1 == follow_successors(work, without(office, "GOB", heir))
    assert to == petition.standing().matters[1].department
    assert ("part_assigned" if to else "part_returned") in session.scalars(
        select(Notice.letter).order_by(Notice.id.desc()).limit(1)
    ).all()


def test_an_auditor_sees_what_is_pending_but_reads_nothing(petition):
    auditor = Viewer(1, Role.AUDITOR)
    assert allowed(Permission.SEE_ALL_METADATA, auditor)
    assert not allowed(Permission.READ_CASE, auditor, facts_of(petition))

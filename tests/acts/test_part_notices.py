"""Who is told of a matter of one of several: once, not too early, and nobody whom it names."""

from typing import Any

import pytest
from sqlalchemy import select

from pqrs.acts.assign import assign
from pqrs.acts.follow_successors import follow_successors
from pqrs.acts.move_part import move_part, return_part
from pqrs.acts.reclassify import reclassify
from pqrs.acts.return_to_intake import return_to_intake
from pqrs.acts.settle_parts import settle_parts
from pqrs.law import Kind, Refusal, local_day
from pqrs.models import Notice, NoticeStatus, Official, PetitionText
from pqrs.office import Role
from pqrs.office.portions import find_portions
from pqrs.queries.parts import pending_parts
from tests.acts.test_follow_successors import without, work
from tests.acts.test_parts import FILED, TEXT, by, clerk, heads, pending, petition
from tests.build import a_petition, a_press, an_official, answered

__all__ = ["heads", "petition", "work"]


@pytest.fixture
def newly(session):
    """The staff told since the last time it was asked: of which letter, and of which department."""
    seen = [0]

    def told():
        query = select(Notice).where(Notice.id > seen[0], Notice.audience != "petitioner")
        found = [*session.scalars(query.order_by(Notice.id))]
        seen[0] = max((one.id for one in found), default=seen[0])
        of = {one.email: one.department for one in session.scalars(select(Official))}
        return [(one.letter, of.get(one.address)) for one in found]

    return told


def to(department, matter=2) -> dict[str, Any]:
    return {"matter": matter, "department": department, "reason": "Es de ellos"}


def test_of_a_report_the_heir_of_a_part_is_not_told(session, office, petition, newly, work):
    supervisor = a_press(session, office, petition, Role.SUPERVISOR)
    parts = (Kind.CLAIM, Kind.REPORT)
    reclassify(session, kind=Kind.MIXED, parts=parts, reason="Denuncia", **supervisor)
    newly()

    assert 1 == follow_successors(work, without(office, "GOB", "HAC"))

    assert "HAC" == petition.standing().matters[1].department
    assert [] == newly()


def test_without_a_head_the_gap_is_on_record(session, office, petition, heads):
    move_part(session, **to("EDU"), **by(office, petition, heads["PLAN"]))

    last = session.scalars(select(Notice).order_by(Notice.id.desc()).limit(1)).one()
    assert ("part_assigned", None) == (last.letter, last.address)
    assert NoticeStatus.NO_CHANNEL is last.status


def test_what_was_given_back_and_comes_again_is_told_again(session, office, petition, heads, newly):
    newly()
    return_part(session, matter=2, reason="No", **by(office, petition, heads["GOB"]))
    return_to_intake(session, reason="No", **by(office, petition, heads["PLAN"]))
    found = find_portions(office.router_now(session), TEXT)
    settle_parts(session, portions=found, **clerk(session, office, petition))
    newly()
    assign(session, department="PLAN", reason="x", **clerk(session, office, petition))

    assert ("part_assigned", "GOB") in newly()


def test_a_head_who_was_told_of_another_s_is_told_in_the_new_office(
    session, office, petition, heads, newly
):
    session.get_one(Official, heads["GOB"].official_id).department = "PLAN"
    return_to_intake(session, reason="No", **by(office, petition, heads["PLAN"]))
    newly()
    assign(session, department="HAC", reason="x", **clerk(session, office, petition))

    assert 2 == newly().count(("part_assigned", "PLAN"))


def test_the_heir_of_the_case_is_told_once_and_its_matter_is_its_own(
    session, office, petition, newly, work
):
    newly()
    assert 1 == follow_successors(work, without(office, "PLAN", "HAC"))

    assert [("assigned", "HAC")] == newly()
    assert ["", "GOB"] == [one.department for one in petition.standing().matters]


def test_the_heir_that_has_the_case_is_told_that_the_matter_is_its_own_now(
    session, office, petition, newly, work
):
    newly()
    follow_successors(work, without(office, "GOB", "PLAN"))

    assert [("part_returned", "PLAN")] == newly()
    assert "" == petition.standing().matters[1].department


def test_moved_at_the_desk_it_is_told_once_somebody_has_the_case(
    session, office, petition, heads, newly
):
    return_to_intake(session, reason="No", **by(office, petition, heads["PLAN"]))
    newly()
    move_part(session, **to("HAC"), **clerk(session, office, petition))
    assert [] == newly()

    assign(session, department="PLAN", reason="x", **clerk(session, office, petition))
    assert [("assigned", "PLAN"), ("part_assigned", "HAC")] == newly()


@pytest.mark.parametrize("accused", ["GOB", "PLAN"])
def test_accused_after_the_parting_its_matter_goes_to_whoever_has_the_case(
    session, office, petition, newly, accused
):
    said = f"En la {office.pack.department(accused).name} me gritaron."
    text = PetitionText(petition_id=petition.id, version=2, body=said, at=office.clock())
    session.add(text)
    session.flush()
    newly()

    parts = (Kind.COMPLAINT, Kind.DOCUMENTS)
    supervisor = a_press(session, office, petition, Role.SUPERVISOR)
    reclassify(session, kind=Kind.MIXED, parts=parts, reason="Queja", **supervisor)

    assert accused in petition.named_departments
    assert accused not in [one.department for one in petition.standing().matters]
    assert accused not in [department for department, _holder, _day in pending(session, office)]
    assert (("part_returned", "PLAN") in newly()) is (accused == "GOB")


def test_nobody_parts_it_to_whom_it_complains_about(session, office, heads):
    petition = a_petition(session, office, **FILED)
    petition.named_departments = ["GOB"]
    found = find_portions(office.router_now(session), TEXT)

    with pytest.raises(Refusal) as refused:
        settle_parts(session, portions=found, **clerk(session, office, petition))
    assert "conflict_of_interest" == refused.value.rule


def test_internal_control_does_not_find_what_complains_about_itself(session, office, petition):

    control = an_official(session, Role.INTERNAL_CONTROL, None)

    def rows():
        return [*pending_parts(session, control, today=local_day(office.clock()))]

    assert 1 == len(rows())
    petition.named_departments, petition.for_ombudsman = ["CDI"], True
    session.flush()
    assert [] == rows()


def test_what_was_not_sent_is_seen_and_keeps_the_answer_from_being_signed(session, office, heads):
    water = "En Villagorgona no hay agua hace tres días y además el bombillo del poste está dañado."
    petition = a_petition(session, office, **{**FILED, "text": water})
    found = find_portions(office.router_now(session), water)
    settle_parts(session, portions=found, **clerk(session, office, petition))
    assign(session, department="PLAN", reason="x", **clerk(session, office, petition))

    assert ["EXT-ACUAVALLE"] == [one for one, _holder, _day in pending(session, office)]
    with pytest.raises(Refusal) as refused:
        answered(session, office, petition)
    assert "matter_unsent" == refused.value.rule

    move_part(session, **to("PLAN", 1), **by(office, petition, heads["PLAN"]))
    answered(session, office, petition)

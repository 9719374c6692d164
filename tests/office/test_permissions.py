"""Who may do what: the table, as security and the contract describe it."""

from dataclasses import replace

import pytest

from pqrs.law import IdentityLevel, Kind, Phase
from pqrs.office.permissions import CaseFacts, Permission, Role, Viewer, allowed

CASE = CaseFacts("HAC", Kind.CLAIM, IdentityLevel.NAMED, Phase.OPEN, waits_for_routing=False)
WAITING = replace(CASE, department="DADM", waits_for_routing=True)
REPORT_WAITING = replace(WAITING, kind=Kind.REPORT)
PEOPLE = {role: Viewer(number, role) for number, role in enumerate(Role)}
OFFICIAL = Viewer(11, Role.OFFICIAL, "HAC")
HEAD = Viewer(12, Role.HEAD, "HAC")
CLERK = Viewer(13, Role.CLERK, "DADM")
CONTROL = Viewer(14, Role.INTERNAL_CONTROL, "CI")
OTHER_HEAD = Viewer(15, Role.HEAD, "GOB")

DOORS = {
    Role.CLERK: "FILE_FOR_SOMEONE READ_CASE READ_IDENTITY WRITE_NOTE ASK_COMPLETION CHANGE_KIND "
    "ROUTE_FIRST TRANSFER_CASE SEE_INTAKE ANNUL_PROPOSE SEE_PROPOSALS SETTLE_PARTS "
    "MOVE_PART SEND_PART",
    Role.OFFICIAL: "WRITE_TO_PERSON "
    "READ_CASE READ_IDENTITY WRITE_NOTE DRAFT_REPLY RECORD_DELIVERY ASK_COMPLETION "
    "RETURN_TO_INTAKE PROPOSE_KIND SEE_QUEUE SEE_PROPOSALS READ_EVALUATIONS HANDLE_INSISTENCE "
    "TELL_THIRD_PARTIES READ_THIRD_PARTIES "
    "NOTE_DUTY NOTIFY_APPEAL SEE_ANSWERS PROPOSE_ANSWER SETTLE_PARTS CONTRIBUTE_PART MOVE_PART",
    Role.HEAD: "WRITE_TO_PERSON "
    "READ_CASE READ_IDENTITY READ_RESERVED_IDENTITY WRITE_NOTE DRAFT_REPLY SIGN_REPLY "
    "RECORD_DELIVERY ASK_COMPLETION EXTEND_TERM RETURN_TO_INTAKE ASSIGN_OFFICIAL REASSIGN "
    "REVIEW_EVALUATION PRINT_POSTERS SEE_PROPOSALS DECIDE_APPEAL HANDLE_INSISTENCE NOTIFY_APPEAL "
    "TRANSFER_CASE SEE_QUEUE READ_EVALUATIONS PAUSE_TERM REJECT_CASE WITHDRAW_TACITLY PROPOSE_KIND "
    "CONTINUE_OFFICIALLY "
    "TELL_THIRD_PARTIES READ_THIRD_PARTIES "
    "NOTE_DUTY SEE_ANSWERS PROPOSE_ANSWER SETTLE_PARTS CONTRIBUTE_PART MOVE_PART SEND_PART",
    Role.SUPERVISOR: "READ_CASE READ_IDENTITY WRITE_TO_PERSON ROUTE_FIRST TRANSFER_CASE SEE_INTAKE "
    "CHANGE_KIND REASSIGN SEE_ALL_METADATA SEE_BOARD ANNUL_APPROVE APPROVE_OFFICE "
    "SEE_PROPOSALS SEE_REVIEWS SEE_OFFICE SEE_ANSWERS PUBLISH_ANSWER CONTINUE_OFFICIALLY",
    Role.INTERNAL_CONTROL: "WRITE_TO_PERSON "
    "READ_CASE READ_IDENTITY READ_RESERVED_IDENTITY WRITE_NOTE "
    "ASK_COMPLETION CHANGE_KIND ROUTE_FIRST TRANSFER_CASE SEE_INTAKE SEE_ALL_METADATA SEE_BOARD "
    "READ_EVALUATIONS READ_ALL_EVALUATIONS SEE_AUDIT SEE_REVIEWS SEE_OFFICE CONTINUE_OFFICIALLY "
    "READ_THIRD_PARTIES",
    Role.OMBUDSMAN: "WRITE_TO_PERSON READ_CASE READ_IDENTITY READ_RESERVED_IDENTITY ROUTE_FIRST "
    "TRANSFER_CASE SEE_INTAKE SEE_ALL_METADATA SEE_BOARD SEE_REVIEWS CONTINUE_OFFICIALLY "
    "READ_THIRD_PARTIES",
    Role.AUDITOR: "SEE_ALL_METADATA SEE_BOARD SEE_AUDIT SEE_REVIEWS SEE_OFFICE",
    Role.ADMIN: "EDIT_OFFICE SEE_OFFICE MANAGE_STAFF PRINT_POSTERS",
}


@pytest.mark.parametrize("role", Role)
def test_what_each_role_may_ever_do(role):
    may = {permission.name for permission in Permission if allowed(permission, PEOPLE[role])}
    assert set(DOORS[role].split()) == may


@pytest.mark.parametrize("permission", Permission)
def test_each_permission_is_a_sentence_and_somebody_has_it(permission):
    assert permission.value[0].isupper()
    assert any(allowed(permission, viewer) for viewer in PEOPLE.values())


@pytest.mark.parametrize("role", [Role.ADMIN, Role.SUPERVISOR, Role.AUDITOR, Role.OMBUDSMAN])
def test_who_oversees_or_administers_never_reads_a_case(role):
    for facts in (CASE, WAITING, REPORT_WAITING):
        assert not allowed(Permission.READ_CASE, Viewer(1, role, "HAC"), facts)


@pytest.mark.parametrize("viewer", [OFFICIAL, HEAD])
def test_a_department_reads_only_its_own(viewer):
    assert allowed(Permission.READ_CASE, viewer, CASE)
    assert not allowed(Permission.READ_CASE, viewer, replace(CASE, department="GOB"))
    assert not allowed(Permission.READ_CASE, viewer, replace(CASE, department=None))


def test_the_department_above_reads_and_decides_what_was_appealed_to_it():
    appealed = replace(CASE, appeal_to="GOB")
    for permission in (
        Permission.READ_CASE,
        Permission.READ_IDENTITY,
        Permission.DECIDE_APPEAL,
        Permission.NOTIFY_APPEAL,
    ):
        assert allowed(permission, OTHER_HEAD, appealed)
        assert not allowed(permission, OTHER_HEAD, CASE)
        assert not allowed(permission, OTHER_HEAD, replace(appealed, named_departments=("GOB",)))
        assert not allowed(permission, Viewer(1, Role.OFFICIAL, "GOB"), appealed)
    for own in (Permission.SIGN_REPLY, Permission.RECORD_DELIVERY):
        assert not allowed(own, OTHER_HEAD, appealed), "the answer itself is its department's"
    assert not allowed(Permission.DECIDE_APPEAL, Viewer(1, Role.HEAD), CASE)


def test_without_a_department_nobody_owns_an_unrouted_case():
    nobody = Viewer(1, Role.OFFICIAL)
    assert not allowed(Permission.READ_CASE, nobody, replace(CASE, department=None))


def test_the_clerk_reads_while_it_waits_for_first_routing():
    assert allowed(Permission.READ_CASE, CLERK, WAITING)
    assert allowed(Permission.ROUTE_FIRST, CLERK, WAITING)
    assert not allowed(Permission.READ_CASE, CLERK, CASE)
    assert not allowed(Permission.ROUTE_FIRST, CLERK, CASE)


def test_while_it_waits_the_department_that_keeps_it_does_not_answer_it():
    official = Viewer(1, Role.OFFICIAL, "DADM")
    assert not allowed(Permission.DRAFT_REPLY, official, WAITING)


def test_a_doubtful_report_goes_to_internal_control_and_not_to_the_clerk():
    assert not allowed(Permission.READ_CASE, CLERK, REPORT_WAITING)
    assert not allowed(Permission.ROUTE_FIRST, CLERK, REPORT_WAITING)
    assert allowed(Permission.ROUTE_FIRST, CONTROL, REPORT_WAITING)
    assert not allowed(Permission.ROUTE_FIRST, CONTROL, WAITING)


def test_a_case_that_names_a_department_does_not_exist_for_its_people():
    named = replace(CASE, named_departments=("HAC", "CI"))
    for viewer in (OFFICIAL, HEAD, CONTROL):
        assert not allowed(Permission.READ_CASE, viewer, named)
    assert allowed(Permission.READ_CASE, Viewer(1, Role.INTERNAL_CONTROL), named)


AGAINST_CONTROL = replace(REPORT_WAITING, named_departments=("CI",), for_ombudsman=True)


def test_a_report_about_internal_control_is_the_ombudsmans_and_nobody_elses():
    ombudsman = Viewer(1, Role.OMBUDSMAN)
    for permission in (Permission.READ_CASE, Permission.ROUTE_FIRST, Permission.WRITE_TO_PERSON):
        may = [
            role
            for role in Role
            if any(
                allowed(permission, Viewer(1, role, code), AGAINST_CONTROL)
                for code in (None, "DADM", "CI", "HAC")
            )
        ]
        assert [Role.OMBUDSMAN] == may
    assert not allowed(Permission.READ_CASE, ombudsman, REPORT_WAITING)


def test_what_complains_about_the_desk_is_routed_by_internal_control_or_past_it():
    against_desk = replace(WAITING, named_departments=("DADM",))
    for clerk in (CLERK, Viewer(1, Role.CLERK)):
        for permission in (Permission.READ_CASE, Permission.ROUTE_FIRST, Permission.CHANGE_KIND):
            assert not allowed(permission, clerk, against_desk)
    assert allowed(Permission.ROUTE_FIRST, CONTROL, against_desk)
    assert not allowed(Permission.ROUTE_FIRST, Viewer(1, Role.OMBUDSMAN), against_desk)
    both = replace(against_desk, named_departments=("DADM", "CI"), for_ombudsman=True)
    assert not allowed(Permission.ROUTE_FIRST, Viewer(1, Role.INTERNAL_CONTROL), both)
    assert allowed(Permission.ROUTE_FIRST, Viewer(1, Role.OMBUDSMAN), both)


def test_what_control_and_the_ombudsman_may_not_see_the_supervisor_passes_on():
    supervisor = Viewer(1, Role.SUPERVISOR)
    unheard = replace(AGAINST_CONTROL, is_unheard=True, named_officials=(7,))
    for permission in (Permission.READ_CASE, Permission.ROUTE_FIRST, Permission.TRANSFER_CASE):
        assert allowed(permission, supervisor, unheard)
        assert not allowed(permission, supervisor, AGAINST_CONTROL)
        assert not allowed(permission, Viewer(7, Role.SUPERVISOR), unheard)
        assert not allowed(permission, Viewer(7, Role.OMBUDSMAN), unheard)
        assert not allowed(
            permission, supervisor, replace(unheard, kind=Kind.CLAIM, waits_for_routing=False)
        )


def test_a_complaint_about_internal_control_the_desk_routes_and_the_ombudsman_may_read():
    against = replace(WAITING, kind=Kind.COMPLAINT, named_departments=("CI",), for_ombudsman=True)
    assert allowed(Permission.ROUTE_FIRST, CLERK, against)
    assert not allowed(Permission.READ_CASE, Viewer(1, Role.INTERNAL_CONTROL), against)
    assert allowed(Permission.READ_CASE, Viewer(1, Role.OMBUDSMAN), against)
    for permission in (Permission.ROUTE_FIRST, Permission.WRITE_TO_PERSON):
        assert not allowed(permission, Viewer(1, Role.OMBUDSMAN), against)


@pytest.mark.parametrize("role", Role)
def test_whoever_is_named_reads_nothing_whatever_they_are(role):
    for facts in (CASE, WAITING, REPORT_WAITING, AGAINST_CONTROL):
        viewer = Viewer(7, role, facts.department)
        named = replace(facts, named_officials=(7,))
        for permission in (Permission.READ_CASE, Permission.CHANGE_KIND, Permission.REASSIGN):
            assert not allowed(permission, viewer, named)


def test_only_who_reports_or_gave_no_name_is_written_to_by_code():
    assert not allowed(Permission.WRITE_TO_PERSON, OFFICIAL, CASE)
    for facts in (
        replace(CASE, kind=Kind.REPORT),
        replace(CASE, identity=IdentityLevel.ANONYMOUS),
        replace(CASE, identity=IdentityLevel.RESERVED),
    ):
        assert allowed(Permission.WRITE_TO_PERSON, OFFICIAL, facts)
    assert allowed(Permission.WRITE_TO_PERSON, CONTROL, replace(CASE, kind=Kind.REPORT))


def test_the_head_signs_and_an_official_where_the_entity_says_so():
    assert allowed(Permission.SIGN_REPLY, HEAD, CASE)
    assert not allowed(Permission.SIGN_REPLY, OFFICIAL, CASE)
    assert allowed(Permission.SIGN_REPLY, OFFICIAL, CASE, "official")
    assert allowed(Permission.SIGN_REPLY, HEAD, CASE, "official")
    assert not allowed(Permission.SIGN_REPLY, OTHER_HEAD, CASE, "official")


def test_a_reserved_identity_needs_the_head_or_internal_control():
    reserved = replace(CASE, identity=IdentityLevel.RESERVED)
    assert not allowed(Permission.READ_IDENTITY, HEAD, reserved)
    assert allowed(Permission.READ_RESERVED_IDENTITY, HEAD, reserved)
    assert allowed(Permission.READ_RESERVED_IDENTITY, CONTROL, reserved)
    assert not allowed(Permission.READ_RESERVED_IDENTITY, OFFICIAL, reserved)


def test_an_anonymous_person_has_no_identity_to_read():
    anonymous = replace(CASE, identity=IdentityLevel.ANONYMOUS)
    for permission in (Permission.READ_IDENTITY, Permission.READ_RESERVED_IDENTITY):
        assert not allowed(permission, HEAD, anonymous)


def test_proposing_and_approving_are_different_people():
    pairs = (
        (Permission.ANNUL_PROPOSE, Permission.ANNUL_APPROVE),
        (Permission.EDIT_OFFICE, Permission.APPROVE_OFFICE),
    )
    for propose, approve in pairs:
        assert not any(allowed(propose, v) and allowed(approve, v) for v in PEOPLE.values())


def test_a_number_is_annulled_once():
    annulled = replace(CASE, phase=Phase.ANNULLED)
    assert not allowed(Permission.ANNUL_PROPOSE, CLERK, annulled)


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("permission", Permission)
def test_what_holds_a_report_among_other_matters_is_guarded_like_one(permission, waits):
    report = replace(CASE, kind=Kind.REPORT, waits_for_routing=waits, named_departments=("HAC",))
    mixed = replace(report, kind=Kind.MIXED, holds_report=True)
    for viewer in (*PEOPLE.values(), OFFICIAL, HEAD, CLERK, CONTROL, OTHER_HEAD):
        assert allowed(permission, viewer, report) == allowed(permission, viewer, mixed)

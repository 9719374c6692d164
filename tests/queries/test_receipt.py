"""The facts of a receipt: as it was filed, whatever happened since."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from pqrs.acts.reckon import Cause, reckon
from pqrs.acts.reckon_stale import reckon_stale
from pqrs.acts.reclassify import reclassify
from pqrs.law import (
    ChangeKind,
    Decision,
    Extended,
    IdentityLevel,
    Kind,
    Reclassified,
    TextAdded,
    local_day,
)
from pqrs.models import CITIZEN, SYSTEM, Document, PetitionText
from pqrs.office import Role
from pqrs.queries.receipt import answer_facts, letter_facts, receipt_facts
from pqrs.queries.tracking import tracking
from tests.acts.own_case import DENIAL, signed
from tests.build import (
    POTHOLE,
    a_kept_file,
    a_petition,
    a_press,
    answered,
    approve_change,
    later,
)
from tests.statements import statements

FRIDAY = {"days": ["2026-03-20"]}
SHORTER = {
    "kinds": [Kind.PRIVATE_INTEREST.code],
    "amount": 12,
    "extension": "double",
    "norm": "Ley 2 de 2026",
    "from": "2026-01-01",
}


def test_it_says_what_was_filed_and_when(session, office, clock):
    file = a_kept_file(office)
    petition = a_petition(session, office, kind=Kind.CLAIM, documents=(file,))
    facts = receipt_facts(session, petition.number)

    assert (petition.number, clock, clock) == (facts.number, facts.filed_at, facts.received_at)
    assert ("INFRA", petition.due_on) == (facts.department, facts.due_on)
    assert sha256(POTHOLE.encode()).hexdigest() == facts.text_sha256
    assert (file.sha256,) == tuple(each.sha256 for each in facts.files)
    assert facts.why.startswith("Plazo: 15 días hábiles")
    assert "Ley 1437 de 2011" in facts.why


def test_both_moments_are_there_when_they_differ(session, office, clock):
    arrived = clock - timedelta(days=2)
    facts = receipt_facts(session, a_petition(session, office, received_at=arrived).number)

    assert (clock, arrived) == (facts.filed_at, facts.received_at)
    assert (clock, arrived) == (facts.seal.at, facts.seal.arrived_at)


def test_what_happens_later_changes_nothing(session, office):
    petition = a_petition(session, office)
    before = receipt_facts(session, petition.number)
    after = later(office, days=1)
    at = after.clock()
    petition.record(Extended(at, total_days=30, reason="Falta un concepto."), actor=CITIZEN)
    session.add(PetitionText(petition_id=petition.id, version=2, body="Y otra cosa.", at=at))
    file = a_kept_file(office, b"%PDF later")
    session.add(
        Document(
            petition_id=petition.id,
            position=1,
            name=file.name,
            kind=file.kind,
            size=file.size,
            sha256=file.sha256,
            stripped=False,
            status=file.status,
            added_at=at,
        )
    )
    answered(session, after, petition)

    assert before == receipt_facts(session, petition.number)


@pytest.mark.parametrize(
    "events",
    [
        lambda _at: (),
        lambda at: (TextAdded(at),),
        lambda at: (Extended(at, 30), Reclassified(at, Kind.CONSULTATION, "x")),
    ],
    ids=["nothing", "more words", "another date"],
)
@pytest.mark.parametrize("days", [1, 60], ids=["soon", "after a breach"])
def test_a_date_that_other_rules_moved_is_still_the_one_that_was_told(
    session, office, events, days
):
    petition = a_petition(session, office)
    told = receipt_facts(session, petition.number)
    petition.record(*events(later(office, hours=1).clock()), actor=SYSTEM)
    after = later(office, days=days)
    for kind, record in ((ChangeKind.CLOSURE, FRIDAY), (ChangeKind.TERM, SHORTER)):
        approve_change(session, kind, record, moment=after.clock())
    reckon(session, cause=Cause("Decreto 012 de 2026"), office=after)

    assert told.due_on != petition.due_on
    assert told == receipt_facts(session, petition.number)


def test_what_was_filed_while_a_change_was_being_approved_was_told_the_date_before(session, office):
    petition = a_petition(session, office)
    told = petition.due_on
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)
    reckon_stale(session, later(office, hours=1))

    assert told != petition.due_on
    assert told == receipt_facts(session, petition.number).due_on


def test_what_waits_for_a_person_has_no_department_yet(session, office):
    petition = a_petition(session, office, topic=None, text="qwerty asdf")

    assert receipt_facts(session, petition.number).department is None


def test_praise_and_reports_are_sealed_the_same(session, office):
    petition = a_petition(session, office, kind=Kind.REPORT, identity=IdentityLevel.ANONYMOUS)
    facts = receipt_facts(session, petition.number)

    assert facts.is_guarded
    assert {"number", "at", "arrived_at", "digest"} == set(vars(facts.seal))


def test_its_papers_agree_on_whether_they_are_guarded(session, office):
    """Of what came as a report, and of what names an office, whatever its kind is now."""
    came = a_petition(session, office, kind=Kind.REPORT)
    press = a_press(session, office, came, Role.SUPERVISOR)
    reclassify(session, kind=Kind.CLAIM, reason="No denuncia a nadie.", **press)
    names = a_petition(session, office)
    names.named_departments = ["HAC"]
    for petition in (came, names, a_petition(session, office)):
        answered(session, office, petition)
        guarded = {
            receipt_facts(session, petition.number).is_guarded,
            answer_facts(session, petition.number).is_guarded,
            tracking(session, petition.number, today=local_day(office.clock())).is_guarded,
        }
        assert {petition in (came, names)} == guarded


def test_it_takes_few_statements(session, office):
    number = a_petition(session, office).number
    session.expire_all()
    with statements(session) as ran:
        receipt_facts(session, number)

    assert len(ran) <= 7


def test_there_is_none_of_a_number_never_given(session):
    assert receipt_facts(session, "2026-999999-9") is None


def test_an_answer_is_sealed_by_its_letter_and_words(session, office):
    petition = a_petition(session, office)
    assert answer_facts(session, petition.number) is None
    answered(session, office, petition)
    facts = answer_facts(session, petition.number)

    assert facts.number.startswith("S-2026-")
    assert (facts.number, None) == (facts.seal.number, facts.seal.arrived_at)
    assert petition.number == facts.petition
    assert petition.number not in str(facts.seal)
    assert facts == letter_facts(session, facts.number)
    assert letter_facts(session, "S-2026-999999") is None


@pytest.mark.parametrize(
    "other",
    [
        {"decision": Decision.GRANTED},
        {"denial": replace(DENIAL, provision="Otra norma")},
        {"refers_to": "2026-000002-1"},
        {"body": "Otra cosa."},
    ],
)
def test_the_seal_covers_what_it_decides_why_and_what_it_refers_to(session, office, other):
    petition = signed(session, office, a_petition(session, office), Decision.DENIED)
    facts = answer_facts(session, petition.number)

    assert facts
    assert (Decision.DENIED, DENIAL) == (facts.decision, facts.denial)
    assert facts.seal.digest != replace(facts, **other).seal.digest

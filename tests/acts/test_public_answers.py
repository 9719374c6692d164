"""Answers of general interest: proposed, decided by another person, replaced, withdrawn."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from pqrs.acts.decide_answer import (
    DecidedAnswerError,
    UnknownAnswerError,
    decide_answer,
    withdraw_answer,
)
from pqrs.acts.file_petition import Person
from pqrs.acts.open_case import NotAllowedError, UnknownCaseError
from pqrs.acts.propose_answer import Wording, propose_answer
from pqrs.acts.reclassify import reclassify
from pqrs.law import Capacity, IdentityLevel, Kind, PriorityGround, Refusal
from pqrs.models import (
    AnswerStatus,
    AuditEntry,
    PublicAnswer,
    PublicAnswerWord,
    may_be_source,
)
from pqrs.office import Role
from tests.build import a_petition, a_press, an_official, answered, later

TODAY = date(2026, 3, 17)
WORDING = Wording(
    question="¿Cómo pido que arreglen un hueco de la calle?",
    answer="Radique un reclamo y diga el barrio y la dirección más cercana.",
    topic="VI-MAL-01",
    place=None,
    review_by=TODAY + timedelta(days=365),
)


@pytest.fixture
def writer(session):
    return an_official(session)


@pytest.fixture
def supervisor(session):
    return an_official(session, Role.SUPERVISOR, None)


def propose(session, office, writer, wording=WORDING, **how):
    return propose_answer(session, wording, viewer=writer, office=office, **how)


def decide(session, office, supervisor, answer, *, approve=True, reason=""):
    return decide_answer(
        session, answer, approve=approve, reason=reason, viewer=supervisor, office=office
    )


def withdraw(session, office, supervisor, answer, reason, **how):
    withdraw_answer(session, answer, reason, viewer=supervisor, office=office, **how)


def actions(session):
    query = select(AuditEntry.action).where(AuditEntry.action.startswith("answer_"))
    return list(session.scalars(query.order_by(AuditEntry.id)))


def rule_of(refused):
    return refused.value.rule


def test_one_proposes_another_publishes_and_everything_is_on_record(
    session, office, writer, supervisor
):
    first = propose(session, office, writer)
    assert first == propose(session, office, writer)
    assert AnswerStatus.PUBLISHED is decide(session, office, supervisor, first)
    assert AnswerStatus.PUBLISHED is decide(session, office, supervisor, first)

    row = session.get_one(PublicAnswer, first)
    assert (TODAY, "INFRA") == (row.published_on, row.department)
    assert session.scalars(select(PublicAnswerWord.word)).all()
    newer = propose(
        session, office, writer, replace(WORDING, answer="Radique un reclamo."), replaces=first
    )
    decide(session, office, supervisor, newer)
    assert (AnswerStatus.WITHDRAWN, "") == (row.status, row.reason)
    for _ in range(2):
        withdraw_answer(session, newer, "Cambió", viewer=supervisor, office=office)
    assert "Cambió" == session.get_one(PublicAnswer, newer).reason
    assert [
        "answer_proposed", "answer_published", "answer_proposed", "answer_published",
        "answer_withdrawn", "answer_withdrawn",
    ] == actions(session)  # fmt: skip


def test_who_may_and_what_needs_a_reason(session, office, writer, supervisor):
    answer = propose(session, office, writer)
    with pytest.raises(NotAllowedError):
        propose(session, office, supervisor)
    with pytest.raises(NotAllowedError):
        decide(session, office, writer, answer)
    with pytest.raises(UnknownAnswerError):
        decide(session, office, supervisor, 999)
    with pytest.raises(DecidedAnswerError):
        withdraw_answer(session, answer, "x", viewer=supervisor, office=office)
    with pytest.raises(Refusal) as refused:
        decide(session, office, supervisor, answer, approve=False)
    assert "rule_refusal_reason" == rule_of(refused)
    same = replace(supervisor, official_id=writer.official_id)
    with pytest.raises(Refusal) as refused:
        decide(session, office, same, answer)
    assert "rule_same_person" == rule_of(refused)
    decide(session, office, supervisor, answer, approve=False, reason="No es general")
    with pytest.raises(DecidedAnswerError):
        decide(session, office, supervisor, answer)
    other = propose(session, office, writer)
    decide(session, office, supervisor, other)
    with pytest.raises(Refusal) as refused:
        withdraw_answer(session, other, " ", viewer=supervisor, office=office)
    assert "answer_reason" == rule_of(refused)


@pytest.mark.parametrize(
    ("changes", "looked", "rule"),
    [
        ({"answer": "Escriba a ana@example.com"}, True, "answer_personal_data"),
        ({"question": "¿Y el radicado 2026-000001-2?"}, True, "answer_personal_data"),
        ({"answer": "Hable con don Pedro."}, False, "answer_not_looked"),
        ({"answer": "Hable con don Pedro."}, True, None),
        ({"review_by": TODAY}, True, "answer_review_day"),
        ({"review_by": TODAY + timedelta(days=800)}, True, "answer_review_day"),
    ],
)
def test_what_says_who_somebody_is_does_not_go_out(session, office, writer, changes, looked, rule):
    wording = replace(WORDING, **changes)
    if rule is None:
        assert propose(session, office, writer, wording, looked=looked)
        return
    with pytest.raises(Refusal) as refused:
        propose(session, office, writer, wording, looked=looked)
    assert rule == rule_of(refused)


def test_the_names_of_the_case_are_looked_for_again_when_it_is_decided(
    session, office, writer, supervisor
):
    case = a_petition(session, office, person=Person(name="Rosalba Cuellar"))
    answered(session, office, case)
    named = replace(WORDING, answer="A Rosalba se le arregló.")
    with pytest.raises(Refusal) as refused:
        propose(session, office, writer, named, number=case.number)
    assert "answer_not_looked" == rule_of(refused)
    with pytest.raises(Refusal) as refused:
        propose(session, office, writer, number=case.number)
    assert "answer_not_looked" == rule_of(refused), "of a case, with nothing marked"
    answer = propose(session, office, writer, number=case.number, looked=True)
    case.petitioner.name = "Barrio Dirección"
    with pytest.raises(Refusal) as refused:
        decide(session, office, supervisor, answer)
    assert "answer_personal_data" == rule_of(refused)
    with pytest.raises(Refusal) as refused:
        decide(session, later(office, days=400), supervisor, answer)
    assert "answer_review_day" == rule_of(refused)


NEVER: dict[str, Any] = {
    "reserved": {"identity": IdentityLevel.RESERVED},
    "report": {"kind": Kind.REPORT},
    "child": {"grounds": (PriorityGround.CHILD,)},
    "about_child": {"grounds": (PriorityGround.ABOUT_CHILD,)},
    "guardian": {"capacity": Capacity.GUARDIAN},
    "victim": {"grounds": (PriorityGround.VICTIM,)},
    "disability": {"grounds": (PriorityGround.DISABILITY,)},
    "card": {"person": Person(name="Persona Joven", document_type="TI", document_number="10203")},
    "private": {"topic": "DS-DIS-01"},
}


@pytest.mark.parametrize("sort", NEVER)
def test_some_cases_are_never_a_source(session, office, sort):
    case = a_petition(session, office, **NEVER[sort])
    if sort != "report":
        answered(session, office, case)
    case.routed_by = "rule"
    writer = an_official(session, department=case.department)
    with pytest.raises(Refusal) as refused:
        propose(session, office, writer, number=case.number)
    assert "answer_source" == rule_of(refused)


@pytest.mark.parametrize(
    ("filed", "kind", "parts"),
    [
        (Kind.REPORT, Kind.CLAIM, ()),
        (Kind.CLAIM, Kind.MIXED, (Kind.CLAIM, Kind.REPORT)),
        (Kind.CLAIM, Kind.MIXED, (Kind.CLAIM, Kind.DOCUMENTS)),
    ],
)
def test_nor_one_that_was_a_report_wholly_or_in_part(session, office, filed, kind, parts):
    case = a_petition(session, office, kind=filed)
    press = a_press(session, office, case, Role.SUPERVISOR)
    reclassify(session, kind=kind, parts=parts, reason="Se leyó otra vez", **press)

    assert [] == case.named_departments
    assert (Kind.REPORT not in {filed, *parts}) == may_be_source(case, office.pack)


def test_the_reason_to_withdraw_is_read_like_the_answer(session, office, writer, supervisor):
    case = a_petition(session, office, person=Person(name="Rosalba Cuellar"))
    answered(session, office, case)
    answer = propose(session, office, writer, number=case.number, looked=True)
    decide(session, office, supervisor, answer)
    for reason, looked, rule in (
        ("Decía el nombre de Rosalba Cuellar", True, "answer_personal_data"),
        ("Lo pidió don Pedro", False, "answer_not_looked"),
    ):
        with pytest.raises(Refusal) as refused:
            withdraw(session, office, supervisor, answer, reason, looked=looked)
        assert rule == rule_of(refused)
    withdraw(session, office, supervisor, answer, "Lo pidió don Pedro", looked=True)
    assert AnswerStatus.WITHDRAWN is session.get_one(PublicAnswer, answer).status


@pytest.mark.parametrize(
    "changes", [{"place": "VILLAGORGONA"}, {"review_by": TODAY + timedelta(days=30)}], ids=str
)
def test_a_proposal_that_differs_in_anything_is_another(session, office, writer, changes):
    first = propose(session, office, writer)

    assert first != propose(session, office, writer, replace(WORDING, **changes))


def test_two_cannot_take_the_place_of_one(session, office, writer, supervisor):
    old = propose(session, office, writer)
    decide(session, office, supervisor, old)
    one, other = (
        propose(session, office, writer, replace(WORDING, answer=words), replaces=old)
        for words in ("Radique un reclamo.", "Radique.")
    )
    assert old != propose(session, office, writer)
    decide(session, office, supervisor, one)
    with pytest.raises(Refusal) as refused:
        decide(session, office, supervisor, other)
    assert "answer_replaced" == rule_of(refused)
    withdraw(session, office, supervisor, one, "Cambió")
    decide(session, office, supervisor, other)


def test_other_words_are_still_of_the_same_case(session, office, writer, supervisor):
    case = a_petition(session, office, person=Person(name="Rosalba Cuellar"))
    answered(session, office, case)
    old = propose(session, office, writer, number=case.number, looked=True)
    decide(session, office, supervisor, old)
    named = replace(WORDING, answer="Lo pidió Rosalba Cuellar.")
    with pytest.raises(Refusal) as refused:
        propose(session, office, writer, named, replaces=old, looked=True)
    assert "answer_personal_data" == rule_of(refused)
    wording = replace(WORDING, answer="Radique un reclamo.")
    newer = propose(session, office, writer, wording, replaces=old, looked=True)
    assert case.id == session.get_one(PublicAnswer, newer).petition_id
    case.named_officials = [7]
    with pytest.raises(Refusal) as refused:
        propose(session, office, writer, replace(WORDING, answer="Radique."), replaces=old)
    assert "answer_source" == rule_of(refused)


def test_nor_one_that_names_somebody_is_not_answered_or_became_so(
    session, office, writer, supervisor
):
    case = a_petition(session, office)
    with pytest.raises(UnknownCaseError):
        propose(session, office, writer, number="2026-999999-9")
    with pytest.raises(NotAllowedError):
        propose(session, office, an_official(session, department="HAC"), number=case.number)
    with pytest.raises(Refusal):
        propose(session, office, writer, number=case.number)
    answered(session, office, case)
    answer = propose(session, office, writer, number=case.number, looked=True)
    case.named_departments = ["HAC"]
    with pytest.raises(Refusal) as refused:
        decide(session, office, supervisor, answer)
    assert "answer_source" == rule_of(refused)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE public_answer SET answer = 'otra'",
        "UPDATE public_answer SET status = 'proposed'",
        "DELETE FROM public_answer",
    ],
)
def test_the_database_keeps_what_was_published(session, office, writer, supervisor, change):
    decide(session, office, supervisor, propose(session, office, writer))
    with pytest.raises(DatabaseError, match="append-only"), session.begin_nested():
        session.execute(text(change))

"""Turns of a recurso: a rejection and its queja, evidence, and another who decides meanwhile."""

from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest

from pqrs.acts.appeal import appeal
from pqrs.acts.close_evidence import close_evidence
from pqrs.acts.decide_appeal import decide_appeal
from pqrs.acts.end_interruption import end_interruption
from pqrs.acts.follow_successors import follow_successors
from pqrs.acts.interrupt_insistence import interrupt_insistence
from pqrs.acts.manage_staff import disable
from pqrs.acts.notify_appeal import notify_appeal, open_appeal
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.order_evidence import order_evidence
from pqrs.acts.receive_insistence import receive_insistence
from pqrs.acts.reject_appeal import reject_appeal
from pqrs.acts.send_insistence import send_insistence
from pqrs.acts.share_evidence import share_evidence
from pqrs.law import (
    AppealDecided,
    Appealed,
    EvidenceShared,
    InterruptionEnd,
    InterruptionGround,
    Kind,
    Means,
    Refusal,
    Remedy,
    Ruling,
    Stage,
)
from pqrs.models import Official, OfficialText
from pqrs.office import Role, Viewer
from pqrs.outside.now import local_date
from pqrs.queries.contests import case_contests, contested, without_head
from pqrs.queries.own_case import own_case
from tests.acts.own_case import WORDS, letters, press
from tests.acts.test_decide_appeal import (
    REPOSITION,
    broken,
    contested_case,
    decision,
    pressed,
    waiting,
)
from tests.acts.test_follow_successors import without
from tests.build import an_official, last_event, later

APPEAL, QUEJA = Remedy.APPEAL, Remedy.REFUSED_APPEAL
WHY = "Se presentó sin decir por qué."


@pytest.fixture
def work(session):
    @contextmanager
    def one_session():
        yield session
        session.flush()

    return one_session


def turned_down(session, office, petition, department="INFRA"):
    """The apelación, rejected by that department's head."""
    facts: dict[str, Any] = {"act": "Resolución 8", "act_on": local_date(office.clock())}
    viewer = pressed(session, office, petition, department=department)
    return reject_appeal(session, body=WHY, **facts, **viewer)


def until(session, petition, office):
    """Of each way that is open, its last day."""
    case = own_case(session, petition.number, at=office.clock(), pack=office.pack)
    assert case is not None
    return {own.way.remedy: own.way.until for own in case.ways if own.refusal is None}


def test_a_rejected_apelacion_has_a_queja_from_its_notice_on(session, office):
    petition, then = contested_case(session, office, APPEAL)
    assert QUEJA not in until(session, petition, then)
    turned_down(session, then, petition)
    event = last_event(petition, AppealDecided)
    assert ("INFRA", Ruling.INADMISSIBLE) == (event.by, event.ruling)
    assert None is until(session, petition, then)[QUEJA], "its days begin with the notice"
    assert [] == waiting(session, "DESP", then), "who rejected it tells it"
    assert [Stage.TO_NOTIFY] == [row[2] for row in waiting(session, "INFRA", then)]
    assert (True, None) == (petition.contested, petition.appeal_to)
    open_appeal(session, petition, office=then)
    assert (False, None) == (petition.contested, petition.appeal_to)
    assert date(2026, 3, 30) == until(session, petition, then)[QUEJA], "20, 24 to 27 and 30"


def complained(session, office):
    """An apelación that was rejected, told, and complained of four days later."""
    petition, then = contested_case(session, office, APPEAL)
    turned_down(session, then, petition)
    open_appeal(session, petition, office=then)
    next_day = later(then, days=4)
    facts: dict[str, Any] = {"remedy": QUEJA, "body": WORDS}
    assert appeal(session, **facts, **press(petition, next_day))
    return petition, then, next_day


def test_a_queja_is_for_the_department_above(session, office):
    an_official(session, Role.HEAD, "DESP")
    petition, _then, next_day = complained(session, office)
    assert "DESP" == last_event(petition, Appealed).superior
    assert ("appealed", "superior") in letters(session, petition)
    assert [(petition.number, QUEJA, Stage.TO_DECIDE, None)] == waiting(session, "DESP", next_day)
    assert [] == waiting(session, "INFRA", next_day)
    asked = decision(next_day, QUEJA, ruling=Ruling.REVOKED, act="Decreto 3")
    with pytest.raises(Refusal, match="Lo decide el superior"):
        decide_appeal(session, **asked, **pressed(session, next_day, petition))
    above = pressed(session, next_day, petition, department="DESP")
    with pytest.raises(Refusal, match="escriba su número"):
        decide_appeal(session, **{**asked, "act": ""}, **above)


def test_once_a_queja_is_granted_the_apelacion_is_decided_after_all(session, office, tmp_path):
    above = an_official(session, Role.HEAD, "DESP")
    petition, then, next_day = complained(session, office)
    asked = decision(next_day, QUEJA, ruling=Ruling.REVOKED, act="Decreto 3")
    decide_appeal(session, **asked, **{**pressed(session, next_day, petition), "viewer": above})
    rows = {row[1]: row[2:] for row in waiting(session, "DESP", next_day)}
    assert (Stage.TO_DECIDE, date(2026, 5, 25)) == rows[APPEAL], "two months from the 24 of March"
    assert (Stage.TO_NOTIFY, "DESP") == (rows[QUEJA][0], petition.appeal_to)
    with pytest.raises(Refusal, match="ya no puede rechazarse"):
        turned_down(session, next_day, petition)
    before = decision(next_day, APPEAL, act_on=local_date(then.clock()))
    now = {**pressed(session, next_day, petition), "viewer": above}
    with pytest.raises(Refusal, match="va desde el martes 24 de marzo"):
        decide_appeal(session, **before, **now)
    decide_appeal(session, **decision(next_day, APPEAL, ruling=Ruling.REVOKED), **now)
    open_appeal(session, petition, office=next_day)
    assert (False, None) == (petition.contested, petition.appeal_to)
    assert [] == broken(session, tmp_path)


def test_the_queja_against_the_superiors_own_rejection_is_heard_where_there_is_somebody(
    session, office
):
    petition, then = contested_case(session, office, APPEAL)
    facts: dict[str, Any] = {"ruling": Ruling.INADMISSIBLE}
    asked = pressed(session, then, petition, department="DESP")
    decide_appeal(session, **decision(then, APPEAL, **facts), **asked)
    appeal(session, remedy=QUEJA, body=WORDS, **press(petition, then))
    assert "DESP" == last_event(petition, Appealed).superior


def test_only_who_decided_rejects_and_says_why(session, office):
    petition, then = contested_case(session, office, APPEAL)
    with pytest.raises(Refusal, match="no su superior"):
        turned_down(session, then, petition, "DESP")
    with pytest.raises(NotAllowedError):
        turned_down(session, then, petition, "HAC")
    facts: dict[str, Any] = {"act": "R 8", "act_on": local_date(then.clock()), "body": WHY}
    changes: tuple[dict[str, Any], ...] = (
        {"body": " "}, {"act": ""}, {"act_on": date(2026, 3, 18)}, {"act_on": date(2027, 1, 1)}
    )  # fmt: skip
    for change in changes:
        with pytest.raises(Refusal) as refused:
            reject_appeal(session, **{**facts, **change}, **pressed(session, then, petition))
        assert refused.value.citation


def test_evidence_that_is_gathered_early_gives_the_days_back(session, office, tmp_path):
    petition, then = contested_case(session, office, REPOSITION)

    def due_on(office):
        return waiting(session, "INFRA", office)[0][3]

    facts: dict[str, Any] = {"remedy": REPOSITION, "reason": "Ya se visitó la obra."}
    with pytest.raises(Refusal, match="No se están practicando"):
        close_evidence(session, **facts, **pressed(session, then, petition))
    ask: dict[str, Any] = {"remedy": REPOSITION, "total_days": 30, "reason": "Una visita."}
    order_evidence(session, **ask, **pressed(session, then, petition))
    plain, whole = date(2026, 5, 20), due_on(then)
    assert whole > plain
    soon = later(then, days=6)
    with pytest.raises(Refusal, match="lleva sus motivos"):
        close_evidence(session, remedy=REPOSITION, reason="", **pressed(session, soon, petition))
    close_evidence(session, **facts, **pressed(session, soon, petition))
    assert date(2026, 5, 25) == due_on(soon), "the 20 and five days, from the 21 to the 25"
    assert ("evidence_closed", "petitioner") in letters(session, petition)
    with pytest.raises(Refusal, match="ya se terminaron de reunir"):
        order_evidence(session, **ask, **pressed(session, soon, petition))
    assert [] == broken(session, tmp_path)


def test_the_other_parties_are_told_and_their_days_are_shown(session, office):
    petition, then = contested_case(session, office, REPOSITION)
    day = local_date(then.clock())
    facts: dict[str, Any] = {"remedy": REPOSITION, "on": day, "body": "Al vecino del lote 4."}
    appeal(session, remedy=APPEAL, body=WORDS, **press(petition, then))
    with pytest.raises(Refusal, match="no su superior"):
        share_evidence(session, **facts, **pressed(session, then, petition, department="DESP"))
    before = waiting(session, "INFRA", then)[0][3]
    share_evidence(session, **facts, **pressed(session, then, petition))
    event = last_event(petition, EvidenceShared)
    text = session.query(OfficialText).filter_by(petition_id=petition.id).one()
    assert (["Al vecino del lote 4."], event.version) == (text.items, text.version)
    assert "vecino" not in str(event.to_plain()), "who it was is a text that can be erased"
    found, _appeal = case_contests(session, petition.number, today=day)
    assert (date(2026, 3, 30), before) == (found.shared_until, found.due_on)
    assert ("evidence_shared", "petitioner") in letters(session, petition)
    with pytest.raises(Refusal, match="Ya se dio traslado"):
        share_evidence(session, **facts, **pressed(session, then, petition))


def test_the_judges_days_run_from_the_courts_receipt(session, office):
    petition, then = contested_case(session, office, Remedy.INSISTENCE, Kind.INFORMATION)
    day = local_date(then.clock())
    official: Any = {"role": Role.OFFICIAL}
    facts: dict[str, Any] = {"arrived_on": day, "reference": " 76001-2026 "}
    with pytest.raises(Refusal, match="Todavía no se ha enviado"):
        receive_insistence(session, **facts, **pressed(session, then, petition, **official))
    sent = pressed(session, then, petition, **official)
    send_insistence(session, sent_on=day, court="Juzgado", **sent)
    sent_due = waiting(session, "INFRA", then)[0][3]
    soon = later(then, days=5)
    facts["arrived_on"] = day + timedelta(days=5)
    receive_insistence(session, **facts, **pressed(session, soon, petition, **official))
    assert "76001-2026" == petition.timeline()[-1].reference
    assert date(2026, 4, 10) == waiting(session, "INFRA", soon)[0][3] > sent_due
    assert ("insistence_arrived", "petitioner") in letters(session, petition)


# ── Who decides may change while it waits ────────────────────────────────────────────────────────


def test_whoever_heads_the_department_above_now_has_what_waits_for_it(session, office):
    gone = an_official(session, Role.HEAD, "DESP")
    petition, then = contested_case(session, office, APPEAL)
    account = session.get_one(Official, gone.official_id)
    assert 0 == without_head(session, "DESP")
    disable(session, email=account.email, at=then.clock())
    assert [1, 0] == [without_head(session, one) for one in ("DESP", "HAC")]
    heir = an_official(session, Role.HEAD, "DESP")
    assert 0 == without_head(session, "DESP")
    rows = contested(session, heir, today=local_date(then.clock()))
    assert [petition.number] == [one.row.number for one in rows]
    facts = {**pressed(session, then, petition), "viewer": heir}
    decide_appeal(session, **decision(then, APPEAL), **facts)
    assert heir.department == last_event(petition, AppealDecided).by


def test_an_apelacion_follows_the_work_of_a_department_above_that_ended(
    session, office, work, tmp_path
):
    head = an_official(session, Role.HEAD, "PLAN")
    petition, then = contested_case(session, office, APPEAL)
    reposition, _same = contested_case(session, office, REPOSITION)
    without_above = without(then, "DESP", "PLAN")
    assert [1, 0] == [follow_successors(work, without_above) for _ in range(2)]
    assert ("PLAN", "INFRA") == (petition.appeal_to, petition.department)
    assert ("INFRA", None) == (reposition.department, reposition.appeal_to)
    assert [petition.number] == [row[0] for row in waiting(session, "PLAN", then)]
    assert ("appealed", "superior") in letters(session, petition)
    facts = {**pressed(session, then, petition), "viewer": head}
    decide_appeal(session, **decision(then, APPEAL), **facts)
    day = local_date(then.clock())
    told = {**pressed(session, then, petition), "viewer": head}
    notify_appeal(session, remedy=APPEAL, means=Means.POST, on=day, **told)
    assert [] == broken(session, tmp_path)


@pytest.mark.parametrize(
    ("successor", "heir"), [("PLAN", "PLAN"), ("", "SECGEN"), ("HOSP", "SECGEN")]
)
def test_what_was_contested_of_a_department_that_ended_is_decided_by_its_heir(
    session, office, work, successor, heir
):
    if heir == "SECGEN":
        heir = office.pack.entity.citizen_service
    petition, then = contested_case(session, office, REPOSITION)
    assert 1 == follow_successors(work, without(then, "INFRA", successor))
    assert (heir, True) == (petition.department, petition.routed_by != "intake")
    assert [petition.number] == [row[0] for row in waiting(session, heir, then)]
    assert [] == waiting(session, "INFRA", then)
    decider = Viewer(an_official(session, Role.HEAD, heir).official_id, Role.HEAD, heir)
    facts = {**pressed(session, then, petition), "viewer": decider}
    decide_appeal(session, **decision(then), **facts)


def test_what_interrupts_the_judges_days_moves_the_date_and_is_told(session, office, tmp_path):
    petition, then = contested_case(session, office, Remedy.INSISTENCE, Kind.INFORMATION)
    day = local_date(then.clock())
    official: Any = {"role": Role.OFFICIAL}
    asked: dict[str, Any] = {
        "ground": InterruptionGround.DOCUMENTS, "asked_on": day, "act": " Auto 12 "
    }  # fmt: skip
    with pytest.raises(Refusal, match="Todavía no se ha enviado"):
        interrupt_insistence(session, **asked, **pressed(session, then, petition, **official))
    sent = pressed(session, then, petition, **official)
    send_insistence(session, sent_on=day, court="Juzgado", **sent)
    facts = pressed(session, then, petition, department="HAC", **official)
    with pytest.raises(NotAllowedError):
        interrupt_insistence(session, **asked, **facts)
    before = waiting(session, "INFRA", then)[0][3]
    interrupt_insistence(session, **asked, **pressed(session, then, petition, **official))
    assert "Auto 12" == petition.timeline()[-1].act
    assert [None] == [row[3] for row in waiting(session, "INFRA", then)]
    soon = later(then, days=5)
    ended: dict[str, Any] = {
        "ending": InterruptionEnd.RECEIVED, "ended_on": day + timedelta(days=5)
    }  # fmt: skip
    wrong = {**ended, "ending": InterruptionEnd.DECLINED}
    with pytest.raises(Refusal, match="no están interrumpidos por eso"):
        end_interruption(session, **wrong, **pressed(session, soon, petition, **official))
    end_interruption(session, **ended, **pressed(session, soon, petition, **official))
    after = waiting(session, "INFRA", soon)[0][3]
    assert (date(2026, 4, 8), date(2026, 4, 10)) == (before, after), "of the 20 and of the 25"
    told = letters(session, petition)
    assert {("insistence_interrupted", "petitioner"), ("interruption_ended", "petitioner")} <= {
        *told
    }
    assert [] == broken(session, tmp_path)

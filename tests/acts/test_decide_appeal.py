"""What was presented against a decision is decided, sent, notified; and never twice."""

from datetime import date, timedelta
from typing import Any

import pytest

from pqrs.acts.appeal import appeal
from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.decide_appeal import decide_appeal
from pqrs.acts.notify_appeal import notify_appeal, open_appeal
from pqrs.acts.open_case import NotAllowedError, StaleError
from pqrs.acts.order_evidence import order_evidence
from pqrs.acts.rule_insistence import rule_insistence
from pqrs.acts.send_insistence import send_insistence
from pqrs.law import (
    AppealDecided,
    Decision,
    EvidenceOrdered,
    InsistenceRuled,
    Kind,
    Means,
    Phase,
    Refusal,
    Remedy,
    Ruling,
    Stage,
)
from pqrs.models import OfficialText
from pqrs.office import Role, Viewer
from pqrs.outside.files import FileStore
from pqrs.outside.now import local_date
from pqrs.outside.witness import Witness
from pqrs.queries.contests import case_contests, contested, count_contested
from pqrs.queries.invariants import INVARIANTS, Ground
from tests.acts.own_case import WORDS, letters, names, press, signed
from tests.build import a_petition, an_official, last_event, later
from tests.statements import statements

REPOSITION, INSISTENCE = Remedy.RECONSIDERATION, Remedy.INSISTENCE
WHY = "Revisadas las fotos, la decisión se mantiene."


def contested_case(session, office, remedy, kind=Kind.CLAIM):
    """Denied, opened and contested three days later; the office of that day too."""
    petition = signed(session, office, a_petition(session, office, kind=kind), Decision.DENIED)
    confirm_delivery(session, petition, means=Means.OPENED, office=office)
    then = later(office, days=3)
    appeal(session, remedy=remedy, body=WORDS, **press(petition, then))
    return petition, then


def pressed(session, office, petition, role=Role.HEAD, department="INFRA") -> Any:
    viewer = an_official(session, role, department)
    facts = {"number": petition.number, "seen": petition.last_sequence, "office": office}
    return {"viewer": viewer, **facts}


def decision(office, remedy=REPOSITION, **changes) -> Any:
    day = local_date(office.clock())
    facts = {"remedy": remedy, "ruling": Ruling.CONFIRMED, "act": "Resolución 9 de 2026"}
    return {**facts, "act_on": day, "body": WHY, **changes}


def broken(session, tmp_path):
    """What `verify` finds of columns, chains and figures."""
    ground = Ground(session, Witness(tmp_path / "witness.log"), FileStore(tmp_path / "files"))
    asked = [one for one in INVARIANTS if one.code in {"I11", "I13", "I17", "I18"}]
    return [finding for one in asked for finding in one.ask(ground)]


def waiting(session, department, office):
    rows = contested(session, Viewer(0, Role.HEAD, department), today=local_date(office.clock()))
    return [(one.row.number, one.remedy, one.stage, one.row.due_on) for one in rows]


def test_a_reposicion_is_decided_by_who_decided_and_ends_when_it_is_opened(
    session, office, tmp_path
):
    petition, then = contested_case(session, office, REPOSITION)
    due_on = date(2026, 5, 20)
    assert [(petition.number, REPOSITION, Stage.TO_DECIDE, due_on)] == waiting(
        session, "INFRA", then
    )
    decide_appeal(session, **decision(then), **pressed(session, then, petition))

    event = last_event(petition, AppealDecided)
    assert ("Resolución 9 de 2026", Ruling.CONFIRMED) == (event.act, event.ruling)
    text = session.query(OfficialText).filter_by(petition_id=petition.id).one()
    assert ([WHY], event.version) == (text.items, text.version)
    assert ("appeal_decided", "petitioner") in letters(session, petition)
    assert (True, Phase.CLOSED) == (petition.contested, petition.phase)
    assert [Stage.TO_NOTIFY] == [row[2] for row in waiting(session, "INFRA", then)]

    assert open_appeal(session, petition, office=then)
    assert not open_appeal(session, petition, office=then)
    assert (False, []) == (petition.contested, waiting(session, "INFRA", then))
    (found,) = case_contests(session, petition.number, today=local_date(then.clock()))
    assert (Stage.OVER, None, (WHY,)) == (found.contest.stage, found.due_on, found.text)
    assert 1 == names(petition).count("appeal_notified")
    assert [] == broken(session, tmp_path)


def test_an_apelacion_is_told_to_and_decided_by_the_department_above(session, office, tmp_path):
    above = an_official(session, Role.HEAD, "DESP")
    petition, then = contested_case(session, office, Remedy.APPEAL)
    assert "DESP" == petition.appeal_to
    assert ("appealed", "superior") in letters(session, petition)
    assert [petition.number] == [row[0] for row in waiting(session, "DESP", then)]
    assert ([], 0) == (
        waiting(session, "HAC", then),
        count_contested(session, Viewer(0, Role.HEAD, "HAC")),
    )
    assert 1 == count_contested(session, above)

    asked = decision(then, Remedy.APPEAL, ruling=Ruling.REVOKED)
    with pytest.raises(Refusal, match="Lo decide el superior"):
        decide_appeal(session, **asked, **pressed(session, then, petition))
    with pytest.raises(NotAllowedError):
        decide_appeal(session, **asked, **pressed(session, then, petition, department="HAC"))
    again = {**pressed(session, then, petition), "viewer": above}
    decide_appeal(session, **asked, **again)
    with pytest.raises(StaleError):
        decide_appeal(session, **asked, **again)
    notice = pressed(session, then, petition)
    day = local_date(then.clock())
    with pytest.raises(Refusal, match="va desde el"):
        notify_appeal(
            session,
            remedy=Remedy.APPEAL,
            means=Means.POST,
            on=day - timedelta(days=1),
            **notice,
        )
    notify_appeal(session, remedy=Remedy.APPEAL, means=Means.POST, on=day, **notice)
    assert (False, None) == (petition.contested, petition.appeal_to)
    assert ("appeal_notified", "department") in letters(session, petition)
    assert [] == broken(session, tmp_path)


def test_the_superior_does_not_decide_a_reposicion(session, office):
    petition, then = contested_case(session, office, REPOSITION)
    appeal(session, remedy=Remedy.APPEAL, body=WORDS, **press(petition, then))
    above = pressed(session, then, petition, department="DESP")
    with pytest.raises(Refusal, match="no su superior"):
        decide_appeal(session, **decision(then), **above)
    assert [Remedy.APPEAL] == [row[1] for row in waiting(session, "DESP", then)]
    assert [REPOSITION] == [row[1] for row in waiting(session, "INFRA", then)]
    decide_appeal(session, **decision(then), **pressed(session, then, petition))
    notice = {**pressed(session, then, petition), "viewer": above["viewer"]}
    day = local_date(then.clock())
    with pytest.raises(Refusal, match="no su superior"):
        notify_appeal(session, remedy=REPOSITION, means=Means.POST, on=day, **notice)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"body": " "}, "lleva sus motivos"),
        ({"act": ""}, "escriba su número"),
        ({"act_on": date(2026, 3, 18)}, "va desde el"),
        ({"remedy": INSISTENCE}, "No hay un recurso ni una insistencia"),
    ],
)
def test_what_a_decision_lacks_is_said_with_its_norm(session, office, changes, said):
    petition, then = contested_case(session, office, REPOSITION)
    with pytest.raises(Refusal, match=said) as refused:
        decide_appeal(session, **decision(then, **changes), **pressed(session, then, petition))
    assert refused.value.citation


def test_whether_an_answer_was_whole_needs_no_numbered_act(session, office):
    petition, then = contested_case(session, office, Remedy.NOT_ANSWERED)
    asked = decision(then, Remedy.NOT_ANSWERED, act="", ruling=Ruling.MODIFIED)
    decide_appeal(session, **asked, **pressed(session, then, petition))
    assert "" == last_event(petition, AppealDecided).act


def test_evidence_moves_the_day_and_is_lengthened_once(session, office, tmp_path):
    petition, then = contested_case(session, office, REPOSITION)

    def order(office, days):
        facts: Any = {"remedy": REPOSITION, "total_days": days, "reason": "Una visita a la obra."}
        return order_evidence(session, **facts, **pressed(session, office, petition))

    def due_on(office):
        return waiting(session, "INFRA", office)[0][3]

    order(then, 10)  # 20 of March to 8 of April: nineteen days
    assert 10 == last_event(petition, EvidenceOrdered).total_days
    assert ("evidence_ordered", "petitioner") in letters(session, petition)
    assert date(2026, 6, 9) == due_on(then)
    order(later(then, days=5), 30)  # until the 7 of May: forty-eight
    assert date(2026, 7, 7) == due_on(then)
    with pytest.raises(Refusal, match="solo se alarga una vez"):
        order(later(then, days=6), 30)
    assert [] == broken(session, tmp_path)


def test_an_insistencia_goes_to_the_judge_and_what_the_judge_orders_is_owed(
    session, office, tmp_path
):
    petition, then = contested_case(session, office, INSISTENCE, Kind.INFORMATION)
    day = local_date(then.clock())
    official: Any = {"role": Role.OFFICIAL}
    facts: Any = {"sent_on": day, "court": "Juzgado Administrativo"}
    send_insistence(session, **facts, **pressed(session, then, petition, **official))
    assert ("insistence_sent", "petitioner") in letters(session, petition)
    assert [Stage.WITH_JUDGE] == [row[2] for row in waiting(session, "INFRA", then)]
    with pytest.raises(Refusal, match="Ya se envió al juez"):
        send_insistence(session, **facts, **pressed(session, then, petition, **official))

    ruled: Any = {"act": "Auto 4", "act_on": day, "comply_by": day + timedelta(days=5), "body": WHY}
    found = pressed(session, then, petition, **official)
    rule_insistence(session, ruling=Ruling.REVOKED, **ruled, **found)
    event = last_event(petition, InsistenceRuled)
    assert (day, day + timedelta(days=5)) == (event.act_on, event.comply_by)
    assert [day + timedelta(days=5)] == [row[3] for row in waiting(session, "INFRA", then)]
    assert ("insistence_ruled", "petitioner") in letters(session, petition)
    open_appeal(session, petition, office=then)
    assert not petition.contested
    assert [] == broken(session, tmp_path)


def test_what_the_judge_leaves_as_it_is_has_nothing_to_hand_over(session, office):
    petition, then = contested_case(session, office, INSISTENCE, Kind.INFORMATION)
    day = local_date(then.clock())
    send_insistence(session, sent_on=day, court="J", **pressed(session, then, petition))
    ruled: Any = {"act": "Auto 4", "act_on": day, "comply_by": day, "body": WHY}
    found = pressed(session, then, petition)
    rule_insistence(session, ruling=Ruling.CONFIRMED, **ruled, **found)
    assert None is last_event(petition, InsistenceRuled).comply_by


def test_the_list_takes_the_same_statements_whatever_its_length(session, office):
    def count():
        session.expire_all()
        with statements(session) as said:
            contested(session, Viewer(0, Role.HEAD, "INFRA"), today=date(2026, 3, 20))
        return len(said)

    contested_case(session, office, REPOSITION)
    one = count()
    for _ in range(3):
        contested_case(session, office, REPOSITION)
    assert one == count()

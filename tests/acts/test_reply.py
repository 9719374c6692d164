"""From the draft to the opened answer, and who may do which."""

from datetime import date

import pytest
from sqlalchemy import update

from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.draft_reply import draft_reply
from pqrs.acts.open_case import NotAllowedError, StaleError, UnknownCaseError
from pqrs.acts.reply import NothingToSignError, reply
from pqrs.law import Decision, Means, Phase, Refusal
from pqrs.models import ReplyText
from pqrs.office import Role
from tests.build import a_petition, an_official, answered, later


def test_an_official_drafts_and_the_head_signs(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition, opened=False)

    signed = session.query(ReplyText).one()
    assert "S-2026-000001" == signed.letter_number
    assert Phase.REPLIED is petition.phase
    assert petition.answered_on is None


def test_the_term_is_met_when_the_person_opens_it(session, office):
    petition = a_petition(session, office)
    answered(session, later(office, days=3), petition)

    assert (Phase.CLOSED, date(2026, 3, 20), 3) == (
        petition.phase,
        petition.answered_on,
        petition.answer_days,
    )


def test_opening_twice_writes_once(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)
    before = petition.last_sequence

    assert not confirm_delivery(session, petition, means=Means.OPENED, office=office)
    assert before == petition.last_sequence


def test_nothing_is_delivered_before_it_is_signed(session, office):
    petition = a_petition(session, office)

    with pytest.raises(Refusal):
        confirm_delivery(session, petition, means=Means.OPENED, office=office)


def test_an_official_does_not_sign(session, office):
    petition = a_petition(session, office)
    official = an_official(session)

    with pytest.raises(NotAllowedError):
        reply(
            session, number=petition.number, viewer=official, seen=2, draft_seen="", office=office
        )


def test_another_department_does_not_draft(session, office):
    petition = a_petition(session, office)
    stranger = an_official(session, Role.OFFICIAL, "HAC")

    with pytest.raises(NotAllowedError):
        draft_reply(
            session,
            number=petition.number,
            body="x",
            viewer=stranger,
            seen=2,
            draft_seen="",
            office=office,
        )


def test_there_must_be_a_draft_to_sign(session, office):
    petition = a_petition(session, office)
    head = an_official(session, Role.HEAD)

    with pytest.raises(NothingToSignError):
        reply(session, number=petition.number, viewer=head, seen=2, draft_seen="", office=office)


def test_who_acts_from_an_old_page_is_told_so(session, office):
    petition = a_petition(session, office)
    official = an_official(session)

    with pytest.raises(StaleError):
        draft_reply(
            session,
            number=petition.number,
            body="x",
            viewer=official,
            seen=1,
            draft_seen="",
            office=office,
        )


def test_an_unknown_number_is_unknown(session, office):
    official = an_official(session)

    with pytest.raises(UnknownCaseError):
        draft_reply(
            session,
            number="2026-000009-0",
            body="x",
            viewer=official,
            seen=1,
            draft_seen="",
            office=office,
        )


def drafted(session, office, petition, body, over=""):
    return draft_reply(
        session,
        number=petition.number,
        body=body,
        viewer=an_official(session),
        seen=2,
        draft_seen=over,
        office=office,
    )


def test_a_draft_is_one_row_until_it_is_signed(session, office):
    petition = a_petition(session, office)
    first = drafted(session, office, petition, "uno").mark
    drafted(session, office, petition, "dos", first)

    assert ["dos"] == [row.body for row in session.query(ReplyText)]


def test_a_draft_is_not_written_over_one_that_was_not_read(session, office):
    petition = a_petition(session, office)
    drafted(session, office, petition, "uno")

    with pytest.raises(StaleError):
        drafted(session, office, petition, "dos")
    assert ["uno"] == [row.body for row in session.query(ReplyText)]


def test_only_the_draft_that_was_read_is_signed(session, office):
    petition = a_petition(session, office)
    read = drafted(session, office, petition, "uno").mark
    rewrite_behind(session, "otra cosa")

    with pytest.raises(StaleError):
        signed(session, office, petition, read)
    assert Phase.OPEN is petition.phase


def test_the_draft_is_read_anew_under_the_lock(session, office):
    petition = a_petition(session, office)
    draft = drafted(session, office, petition, "uno")
    rewrite_behind(session, "otra cosa")
    now = ReplyText(
        version=1, body="otra cosa", decision=Decision.RESPONDED, denial=None, refers_to=""
    ).mark

    assert "uno" == draft.body
    assert "otra cosa" == signed(session, office, petition, now).body


def rewrite_behind(session, body):
    """As another session that commits after ours had read the row."""
    session.execute(
        update(ReplyText).values(body=body), execution_options={"synchronize_session": False}
    )


def signed(session, office, petition, mark):
    head = an_official(session, Role.HEAD)
    return reply(
        session, number=petition.number, viewer=head, seen=2, draft_seen=mark, office=office
    )

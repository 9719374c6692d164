"""An act on the board: who may be told so, what may not be said, and when it takes effect."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.file_petition import Person
from pqrs.acts.post_notice import FIXED_BODY, PersonalDataError, post_notice
from pqrs.acts.reject import reject
from pqrs.acts.take_down_notices import take_down_notices
from pqrs.law import IdentityLevel, Kind, Means, Phase, Refusal, RejectionGround
from pqrs.models import BoardGround, BoardNotice, Notice, NoticeStatus
from pqrs.office import Role
from pqrs.queries.board import act_words, board, posted
from tests.build import a_petition, a_press, answered

ANA = Person(name="Ana Peña", email="ana@example.com")
BODY = "Se arregla el hueco en mayo."
"""The clock of the tests stands on Tuesday 17 March 2026; Monday 23 is a holiday."""
UNTIL, EFFECTIVE = date(2026, 3, 25), date(2026, 3, 26)


def on(office, day):
    return replace(office, clock=lambda: datetime(2026, 3, day, 14, tzinfo=UTC))


def signed(session, office, **changes):
    petition = a_petition(session, office, **changes)
    answered(session, office, petition, opened=False)
    return petition


def put_up(session, office, petition, ground=BoardGround.NO_ADDRESS, body=BODY, returned=""):
    press = a_press(session, office, petition, Role.OFFICIAL)
    return post_notice(session, ground=ground, body=body, returned=returned, **press)


def fail_mail(session):
    for notice in session.query(Notice).filter_by(audience="petitioner"):
        notice.status = NoticeStatus.FAILED


def pass_days(session, office, *days):
    return [take_down_notices(lambda: nullcontext(session), on(office, day)) for day in days]


def events(petition):
    return [event.name for event in petition.timeline()]


def test_it_is_there_five_working_days_and_notifies_at_the_end_of_the_next(session, office):
    petition = signed(session, office, identity=IdentityLevel.ANONYMOUS)
    put_up(session, office, petition)
    (notice,) = session.query(BoardNotice).all()
    shown = posted(session, notice.id, date(2026, 3, 25))

    assert (UNTIL, EFFECTIVE, True, BODY) == (
        shown.until,
        shown.effective_on,
        shown.is_up,
        shown.body,
    )
    assert notice.act
    assert [0, 1, 0, 1, 0] == pass_days(session, office, 25, 26, 26, 27, 28)
    assert ["notice_posted", "notice_withdrawn", "delivered"] == events(petition)[-3:]
    delivered = petition.timeline()[-1]
    assert (Means.NOTICE, EFFECTIVE) == (delivered.means, delivered.delivered_on)
    assert (Phase.CLOSED, EFFECTIVE) == (petition.phase, petition.answered_on)
    (down,) = board(session, date(2026, 3, 30))
    assert ("", False, EFFECTIVE) == (down.body, down.is_up, down.effective_on)


def test_after_a_week_without_the_worker_nothing_is_missed(session, office):
    petition = signed(session, office, person=None)
    put_up(session, office, petition)

    assert [1] == pass_days(session, office, 31)
    assert EFFECTIVE == petition.answered_on


def test_who_read_it_before_was_notified_then(session, office):
    petition = signed(session, office, person=None)
    put_up(session, office, petition)
    confirm_delivery(session, petition, means=Means.OPENED, office=on(office, 19))

    pass_days(session, office, 26, 27)
    assert date(2026, 3, 19) == petition.answered_on
    assert 1 == events(petition).count("delivered")


def test_an_act_that_ended_it_is_notified_so_too(session, office):
    petition = a_petition(session, office, person=None)
    reject(
        session,
        ground=RejectionGround.DISRESPECTFUL,
        act="Resolución 12 de 2026",
        act_on=date(2026, 3, 17),
        reason="Contiene insultos.",
        **a_press(session, office, petition, Role.HEAD),
    )
    assert "Contiene insultos." == act_words(session, petition.number)
    put_up(session, office, petition, body="Contiene insultos.")
    pass_days(session, office, 26, 27)

    assert EFFECTIVE == petition.standing().notified_on
    assert ["Resolución 12 de 2026"] == [one.act for one in session.query(BoardNotice)]


@pytest.mark.parametrize(
    ("person", "failed", "ground", "refused"),
    [
        (ANA, False, BoardGround.NO_ADDRESS, True),
        (ANA, True, BoardGround.RETURNED, False),
        (ANA, True, BoardGround.NO_ADDRESS, False),
        (Person(name="Ana Peña", postal_address="Calle 5"), True, BoardGround.NO_ADDRESS, True),
        (None, False, BoardGround.NO_ADDRESS, False),
    ],
)
def test_who_left_an_address_is_told_there_first(session, office, person, failed, ground, refused):
    petition = signed(session, office, person=person)
    if failed:
        fail_mail(session)
    if not refused:
        put_up(session, office, petition, ground)
        with pytest.raises(Refusal, match="Ya está en los avisos desde el martes 17 de marzo"):
            put_up(session, office, petition, ground)
    else:
        with pytest.raises(Refusal, match="primero envíeselo allí"):
            put_up(session, office, petition, ground)


@pytest.mark.parametrize("person", [ANA, Person(name="Ana Peña", postal_address="Calle 5 # 4-20")])
def test_what_came_back_is_proven(session, office, person):
    petition = signed(session, office, person=person)
    with pytest.raises(Refusal, match="anote la guía o la constancia"):
        put_up(session, office, petition, BoardGround.RETURNED, returned="  ")

    put_up(session, office, petition, BoardGround.RETURNED, returned="Guía 123, 12 de marzo")
    assert "Guía 123, 12 de marzo" == petition.timeline()[-1].returned


def test_what_says_who_the_person_is_does_not_go_up(session, office):
    petition = signed(session, office, person=ANA)
    fail_mail(session)

    with pytest.raises(PersonalDataError) as refused:
        put_up(session, office, petition, BoardGround.RETURNED, "Señora ANA PEÑA: a@b.co")
    assert ("name", "email") == refused.value.found


def test_nor_what_says_for_whom_it_was_asked(session, office):
    for_a_child = replace(ANA, represented_name="Sofía Peña Ruiz", body_name="Jardín Los Niños")
    petition = signed(session, office, person=for_a_child)
    fail_mail(session)

    with pytest.raises(PersonalDataError) as refused:
        put_up(
            session, office, petition, BoardGround.RETURNED, "La niña Sofía Ruiz, Jardín los niños"
        )
    assert ("represented", "body") == refused.value.found


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": Kind.REPORT, "identity": IdentityLevel.ANONYMOUS, "person": None},
        {"kind": Kind.REPORT, "person": Person(name="Ana Peña")},
        {"identity": IdentityLevel.RESERVED, "person": Person(name="Ana Peña")},
    ],
    ids=["anonymous report", "named report", "reserved"],
)
def test_of_a_secret_case_only_that_there_is_a_decision_goes_up(session, office, changes):
    petition = signed(session, office, **changes)
    put_up(session, office, petition, body="El inspector Juan Ruiz quedó suspendido.")

    (notice,) = session.query(BoardNotice).all()
    assert FIXED_BODY == notice.body
    assert sha256(FIXED_BODY.encode()).hexdigest() == notice.sha256


def test_nothing_signed_nothing_posted(session, office):
    petition = a_petition(session, office, person=None)

    with pytest.raises(Refusal, match="Todavía no hay una respuesta firmada"):
        put_up(session, office, petition)
    assert "" == act_words(session, petition.number)
    assert "" == act_words(session, "2026-999999-0")
    assert posted(session, 4711, date(2026, 3, 17)) is None

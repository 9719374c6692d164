"""A lost code: only the e-mail of the case gets a link; the new code takes the old one's place."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from pqrs.acts.answer_code_requests import (
    KEPT,
    LIVES,
    MOST_AN_HOUR,
    answer_code_requests,
    waiting,
)
from pqrs.acts.deliver_notices import deliver_notices
from pqrs.acts.renew_code import REPEATS, LinkOverError, renew_code
from pqrs.acts.request_code import request_code
from pqrs.law import IdentityLevel
from pqrs.models import AuditEntry, CodeRequest, Notice
from pqrs.models.engine import make_engine, make_sessions, write_intent
from pqrs.office.access_code import code_matches
from pqrs.outside.mail import FolderMailer
from pqrs.queries.tracking import lock_of
from tests.build import a_petition

MINE = "persona@example.com"


class Desk:
    """The worker, on this session, by a clock that the test turns."""

    def __init__(self, session, office):
        self.session, self.moment = session, office.clock()
        self.office = replace(office, clock=lambda: self.moment)

    def ask(self, number, email=MINE):
        request_code(self.session, number=number, email=email, office=self.office)
        return answer_code_requests(lambda: nullcontext(self.session), self.office)

    def letters(self):
        query = select(Notice).where(Notice.letter == "new_code").order_by(Notice.id)
        return list(self.session.scalars(query))

    def rows(self):
        return self.session.scalar(select(func.count()).select_from(CodeRequest))

    def opens(self, number, code):
        lock = lock_of(self.session, number)
        return code_matches(self.office.code_key, number, code, lock.code_hash)


@pytest.fixture
def desk(session, office):
    return Desk(session, office)


@pytest.mark.parametrize("typed", [MINE, " PERSONA@Example.COM "])
def test_the_address_of_the_case_gets_a_link_and_nothing_of_it_is_kept(session, desk, typed):
    petition = a_petition(session, desk.office)

    assert 1 == desk.ask(petition.number, typed)
    (letter,) = desk.letters()
    assert (MINE, True) == (letter.address, letter.urgent)
    kept = session.get_one(CodeRequest, letter.details["request"])
    assert MINE not in f"{kept.address_hash} {kept.number}"


@pytest.mark.parametrize(
    "changes",
    [
        {"identity": IdentityLevel.ANONYMOUS},
        {"person": None},
    ],
    ids=["anonymous", "nobody"],
)
def test_who_left_no_address_gets_nothing_and_leaves_no_row(session, desk, changes):
    petition = a_petition(session, desk.office, **changes)

    assert 0 == desk.ask(petition.number)
    assert ([], 0) == (desk.letters(), desk.rows())


def test_another_address_or_an_unknown_number_leaves_no_row(session, desk):
    petition = a_petition(session, desk.office)

    assert 0 == desk.ask(petition.number, "otra@example.com")
    assert 0 == desk.ask("2026-999999-0")
    assert ([], 0) == (desk.letters(), desk.rows())


def test_nobody_fills_a_mailbox(session, desk):
    petition = a_petition(session, desk.office)

    assert [1] * MOST_AN_HOUR + [0] == [desk.ask(petition.number) for _ in range(MOST_AN_HOUR + 1)]


def test_the_new_code_opens_and_the_old_one_stops(session, desk):
    petition = a_petition(session, desk.office)
    desk.ask(petition.number)
    request = desk.letters()[0].details["request"]
    before = petition.code_hash

    renewed = renew_code(session, request, office=desk.office)

    assert petition.number == renewed.number
    assert desk.opens(petition.number, renewed.access_code)
    assert before == petition.code_hash != lock_of(session, petition.number).code_hash
    assert renewed == renew_code(session, request, office=desk.office)
    query = select(AuditEntry).where(AuditEntry.action == "renew_code")
    assert 1 == len(session.scalars(query).all())

    desk.moment += REPEATS + timedelta(seconds=1)
    with pytest.raises(LinkOverError):
        renew_code(session, request, office=desk.office)
    assert desk.opens(petition.number, renewed.access_code)

    desk.ask(petition.number)
    newest = renew_code(session, desk.letters()[1].details["request"], office=desk.office)
    assert newest.access_code != renewed.access_code
    assert desk.opens(petition.number, newest.access_code)
    assert not desk.opens(petition.number, renewed.access_code)


def test_of_two_workers_one_has_each_request_in_hand(database_url, entity, clock):
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite tiene un solo escritor")
    engine = make_engine(database_url)
    office = replace(entity, clock=lambda: clock)
    with write_intent(), make_sessions(engine)() as session:
        request_code(session, number="2026-000001-5", email=MINE, office=office)
        session.commit()
    with write_intent(), make_sessions(engine)() as one, make_sessions(engine)() as other:
        assert (1, 0) == (len(one.scalars(waiting()).all()), len(other.scalars(waiting()).all()))
    engine.dispose()


def test_with_two_letters_the_code_shown_last_opens_whichever_link_it_came_from(session, desk):
    petition = a_petition(session, desk.office)
    desk.ask(petition.number)
    desk.ask(petition.number)
    first, second = (letter.details["request"] for letter in desk.letters())
    later = renew_code(session, second, office=desk.office)
    desk.moment += timedelta(seconds=30)
    last = renew_code(session, first, office=desk.office)

    assert desk.opens(petition.number, last.access_code)
    assert not desk.opens(petition.number, later.access_code)
    assert last == renew_code(session, first, office=desk.office)
    with pytest.raises(LinkOverError):
        renew_code(session, second, office=desk.office)


def test_the_half_hour_runs_from_when_the_letter_leaves(session, desk, tmp_path):
    petition = a_petition(session, desk.office)
    desk.ask(petition.number)
    request = desk.letters()[0].details["request"]
    desk.moment += timedelta(hours=5)
    mailer = FolderMailer(tmp_path, sender="pqrs@entidad.example")
    while deliver_notices(lambda: nullcontext(session), desk.office, mailer, base_url="http://x"):
        pass
    desk.moment += LIVES

    session.expire_all()
    assert petition.number == renew_code(session, request, office=desk.office).number


def test_a_link_ends_and_is_erased_days_later(session, desk):
    petition = a_petition(session, desk.office)
    desk.ask(petition.number)
    request = desk.letters()[0].details["request"]

    desk.moment += LIVES + timedelta(seconds=1)
    with pytest.raises(LinkOverError):
        renew_code(session, request, office=desk.office)
    desk.moment += KEPT
    desk.ask("2026-999999-0")
    assert 0 == desk.rows()
    with pytest.raises(LinkOverError):
        renew_code(session, 4711, office=desk.office)

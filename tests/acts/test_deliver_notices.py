"""The outbox is emptied whatever the mail server does, and nobody is told twice."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from pqrs.acts.deliver_notices import BATCH, DELAYS, LEASE, claim, deliver_notices
from pqrs.models import Notice, NoticeStatus
from pqrs.models.engine import make_engine, make_sessions, write_intent
from pqrs.outside.mail import FolderMailer, RefusedMail, ServerTrouble, SmtpMailer
from tests.outside.post import mail_server
from tests.postgresql import free_port

BASE = "http://127.0.0.1:8000"
SENDER = "pqrs@entidad.example"


class Ground:
    """A database with an outbox, and a clock that the test turns."""

    def __init__(self, engine, office, moment):
        self.sessions = make_sessions(engine)
        self.moment = moment
        self.office = replace(office, clock=lambda: self.moment)

    @contextmanager
    def work(self):
        with write_intent(), self.sessions() as session:
            yield session
            session.commit()

    def add(self, count=1, **changes):
        with self.work() as session:
            for place in range(count):
                session.add(self.notice(address=f"persona{place}@example.com", **changes))

    def notice(self, **changes):
        plain = {
            "petition_id": None,
            "letter": "receipt",
            "audience": "petitioner",
            "details": {
                "number": "2026-000001-7",
                "due_on": "2026-04-10",
                "department": "PLAN",
                "filed_at": self.moment.isoformat(),
            },
            "status": NoticeStatus.PENDING,
            "created_at": self.moment,
            "next_try_at": self.moment,
        }
        return Notice(**{**plain, **changes})

    def deliver(self, mailer):
        return deliver_notices(self.work, self.office, mailer, base_url=BASE)

    def rows(self):
        with self.sessions() as session:
            return session.scalars(select(Notice).order_by(Notice.id)).all()

    def wait(self, **time):
        self.moment += timedelta(**time)


@pytest.fixture
def ground(database_url, entity, clock):
    engine = make_engine(database_url)
    yield Ground(engine, entity, clock)
    engine.dispose()


class Answering:
    """A mailer that does what it was told, in order, and remembers what it was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def send(self, mail):
        self.asked.append(mail)
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        if answer:
            answer()


def test_what_is_due_leaves_and_is_marked(ground, tmp_path):
    ground.add(3)
    ground.add(1, next_try_at=ground.moment + timedelta(hours=1))

    assert 3 == ground.deliver(FolderMailer(tmp_path, SENDER))

    assert ["sent", "sent", "sent", "pending"] == [row.status for row in ground.rows()]
    assert [ground.moment] * 3 == [row.sent_at for row in ground.rows()[:3]]
    assert 3 == len(list(tmp_path.glob("*.eml")))


def test_an_empty_outbox_sends_nothing(ground, tmp_path):
    assert 0 == ground.deliver(FolderMailer(tmp_path, SENDER))


def test_danger_to_life_goes_first_then_receipts(ground):
    ground.add(1, letter="replied")
    ground.add(1, letter="receipt")
    ground.add(1, letter="danger", urgent=True)
    mailer = Answering()

    ground.deliver(mailer)

    assert ["URGENTE", "Recibimos", "Ya"] == [
        mail.subject.split()[0].strip(":") for mail in mailer.asked
    ]


@pytest.mark.network
def test_a_real_server_gets_each_letter_once(ground):
    ground.add(BATCH + 2)
    with mail_server() as sink:
        mailer = SmtpMailer(sink.url, SENDER)
        sent = [ground.deliver(mailer) for _ in range(3)]

    assert [BATCH, 2, 0] == sent
    assert BATCH + 2 == len({message["Message-ID"] for message in sink.taken}) == len(sink.taken)


@pytest.mark.network
def test_a_server_that_is_not_there_holds_up_nobody_for_good(ground):
    ground.add(4)

    assert 0 == ground.deliver(SmtpMailer(f"smtp://127.0.0.1:{free_port()}", SENDER))
    assert [1, 0, 0, 0] == [row.tries for row in ground.rows()]
    assert {"pending"} == {row.status for row in ground.rows()}

    ground.wait(minutes=2)
    with mail_server() as sink:
        assert 4 == ground.deliver(SmtpMailer(sink.url, SENDER))


@pytest.mark.network
def test_a_busy_mailbox_waits_and_the_others_do_not(ground):
    ground.add(3)
    with mail_server() as sink:
        sink.answers["persona1@example.com"] = "451 later"
        assert 2 == ground.deliver(SmtpMailer(sink.url, SENDER))
        assert 0 == ground.deliver(SmtpMailer(sink.url, SENDER))

        sink.answers.clear()
        ground.wait(minutes=2)
        assert 1 == ground.deliver(SmtpMailer(sink.url, SENDER))

    assert {"sent"} == {row.status for row in ground.rows()}
    assert 3 == len(sink.taken)


@pytest.mark.network
def test_an_address_refused_for_good_becomes_a_task_at_once(ground):
    ground.add(2)
    with mail_server() as sink:
        sink.answers["persona0@example.com"] = "550 no such user"
        assert 1 == ground.deliver(SmtpMailer(sink.url, SENDER))

    refused, other = ground.rows()
    assert ("failed", "sent") == (refused.status, other.status)
    assert "550" in refused.trouble


def test_retries_are_spaced_out_and_end_with_a_person_within_72_hours(ground):
    ground.add(1)
    began = ground.moment
    trouble = ServerTrouble("no respondió")
    tries = 0
    while ground.rows()[0].status is NoticeStatus.PENDING:
        ground.moment = ground.rows()[0].next_try_at
        assert 0 == ground.deliver(Answering(trouble))
        tries += 1

    (row,) = ground.rows()
    assert ("failed", len(DELAYS) + 1, "no respondió") == (row.status, tries, row.trouble)
    assert timedelta(hours=60) < ground.moment - began < timedelta(hours=72)


def test_a_letter_that_cannot_be_written_stops_nobody(ground, tmp_path):
    ground.add(1, letter="of_another_version")
    ground.add(1)

    assert 1 == ground.deliver(FolderMailer(tmp_path, SENDER))
    assert ["failed", "sent"] == [row.status for row in ground.rows()]


def test_a_worker_killed_while_sending_is_followed_by_the_same_message(ground):
    """Its lease ends; the copy carries the same key, and so the same Message-ID."""
    ground.add(1)
    first, second = Killed(), Answering()
    with pytest.raises(SystemExit):
        ground.deliver(first)

    assert 0 == ground.deliver(second)
    ground.wait(seconds=LEASE.total_seconds() + 1)
    assert 1 == ground.deliver(second)
    assert first.asked[0].key == second.asked[0].key


class Killed:
    """Hands the message over and dies before it can say so."""

    def __init__(self):
        self.asked = []

    def send(self, mail):
        self.asked.append(mail)
        raise SystemExit


def test_a_worker_that_slept_past_its_lease_sends_no_more(ground):
    ground.add(3)
    slow = Answering(lambda: ground.wait(hours=6))
    other = Answering()

    assert 1 == ground.deliver(slow)
    assert 2 == ground.deliver(other)
    assert 1 == len(slow.asked)
    assert {"sent"} == {row.status for row in ground.rows()}


def test_whoever_lost_the_lease_does_not_overwrite_what_the_other_wrote(ground):
    ground.add(1)
    other = Answering()

    def sleep_while_the_other_sends():
        ground.wait(hours=6)
        ground.deliver(other)

    late = Answering(sleep_while_the_other_sends)
    ground.deliver(late)
    sent_at = ground.rows()[0].sent_at

    assert "sent" == ground.rows()[0].status
    assert ground.moment == sent_at


def test_two_claims_never_share_a_notice(ground):
    ground.add(BATCH + 3)
    with ground.work() as session:
        one = claim(session, ground.moment)
    with ground.work() as session:
        other = claim(session, ground.moment)

    assert (BATCH, 3) == (len(one), len(other))
    assert set() == {notice.id for notice in one} & {notice.id for notice in other}


def test_two_workers_started_by_mistake_send_each_notice_once(ground):
    ground.add(60)
    mailer = Answering()
    start = Barrier(2)

    def run():
        start.wait()
        while ground.deliver(mailer):
            pass

    workers = [Thread(target=run) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert 60 == len(mailer.asked) == len({mail.key for mail in mailer.asked})
    assert {"sent"} == {row.status for row in ground.rows()}


def test_a_refused_mail_is_not_tried_again(ground):
    ground.add(1)
    mailer = Answering(RefusedMail("no"))
    ground.deliver(mailer)
    ground.wait(days=5)
    ground.deliver(mailer)

    assert 1 == len(mailer.asked)

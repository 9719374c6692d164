"""The demonstration year is true to the system's own promises and shows one case of each sort."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from pqrs.acts.post_notice import FIXED_BODY
from pqrs.demo import ACCOUNTS_PASSWORD, NotEmptyError, fill
from pqrs.law import IdentityLevel, Kind, Phase, Priority, Remedy, Stage
from pqrs.models import (
    AnswerStatus,
    BoardNotice,
    Evaluation,
    Installation,
    Notice,
    NoticeStatus,
    Official,
    Petition,
    Petitioner,
    PetitionEvent,
    PetitionText,
    PublicAnswer,
    ReplyText,
)
from pqrs.models.engine import make_engine, make_sessions
from pqrs.office import Role, Viewer, access_code
from pqrs.outside.passwords import password_matches
from pqrs.outside.witness import Witness
from pqrs.queries.answer_desk import Desk, desk_answers
from pqrs.queries.board import board
from pqrs.queries.invariants import INVARIANTS, Ground
from pqrs.queries.public_answers import Sought, public_answers
from pqrs.transactions import work

UNTIL = datetime(2026, 11, 17, 21, 0, tzinfo=UTC)
"""Tuesday 17 November 2026, 16:00 in Bogotá."""

TODAY = date(2026, 11, 17)
PETITIONS = 120


class Demonstration:
    """A database of its own, filled or about to be."""

    def __init__(self, url, office, folder):
        self.engine = make_engine(url)
        self.sessions = make_sessions(self.engine)
        self.office = office
        self.witness = Witness(folder / "witness.log")

    def work(self):
        return work(self.sessions, self.witness)

    def fill(self, petitions, seed=7):
        return fill(self.work, self.office, petitions=petitions, seed=seed, years=1, until=UNTIL)

    def told(self):
        """What a second run with the same seed must tell again."""
        with self.sessions() as session:
            rows = select(
                Petition.number,
                Petition.subject,
                Petition.filed_at,
                Petition.phase,
                Petition.due_on,
            )
            return session.execute(rows.order_by(Petition.id)).all()


@contextmanager
def demonstration(databases, entity, folder, kind="sqlite"):
    made = Demonstration(databases.copy(kind), entity, folder)
    yield made
    made.engine.dispose()


@pytest.fixture
def empty(databases, entity, tmp_path):
    with demonstration(databases, entity, tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def filled(databases, entity, tmp_path_factory):
    with demonstration(databases, entity, tmp_path_factory.mktemp("demo")) as made:
        made.receipts = made.fill(PETITIONS)
        yield made


@pytest.fixture
def rows(filled):
    with filled.sessions() as session:
        yield session


def count(rows, *conditions):
    return rows.scalar(select(func.count()).select_from(Petition).where(*conditions))


def broken(made):
    with made.sessions() as session:
        ground = Ground(session, made.witness, made.office.files)
        return [finding for invariant in INVARIANTS for finding in invariant.ask(ground)]


def test_every_promise_of_the_system_holds(filled):
    assert [] == broken(filled)


def test_it_is_marked_as_a_demonstration_of_the_size_asked_for(rows):
    assert rows.get_one(Installation, 1).demo
    assert PETITIONS == count(rows)


def test_its_last_day_is_the_day_given(rows):
    first, last = rows.execute(
        select(func.min(Petition.filed_at), func.max(Petition.filed_at))
    ).one()

    assert last <= UNTIL
    assert 300 < (last - first).days <= 366


CONTESTED = {
    (Remedy.RECONSIDERATION, Stage.OVER),
    (Remedy.RECONSIDERATION, Stage.TO_DECIDE),
    (Remedy.APPEAL, Stage.TO_DECIDE),
    (Remedy.APPEAL, Stage.OVER),
    (Remedy.REFUSED_APPEAL, Stage.TO_DECIDE),
    (Remedy.NOT_ANSWERED, Stage.TO_NOTIFY),
    (Remedy.INSISTENCE, Stage.WITH_JUDGE),
    (Remedy.INSISTENCE, Stage.OVER),
}


def test_what_was_contested_stands_at_each_turn(rows):
    appealed = select(PetitionEvent.petition_id).where(PetitionEvent.name == "appealed")
    found = [
        one
        for petition in rows.scalars(select(Petition).where(Petition.id.in_(appealed)))
        for one in petition.standing().contests
    ]
    assert CONTESTED == {(one.remedy, one.stage) for one in found}
    with_judge = next(one for one in found if one.stage is Stage.WITH_JUDGE)
    assert with_judge.arrived_on
    assert any(one.evidence_closed_on for one in found)
    assert any(one.shared_on for one in found)
    assert any(one.interruptions and not one.is_interrupted for one in found)
    assert 2 == count(rows, Petition.appeal_to.is_not(None))


@pytest.mark.parametrize(
    ("what", "conditions"),
    [
        ("due today", (Petition.due_on == TODAY, Petition.phase == Phase.OPEN)),
        ("overdue", (Petition.due_on < TODAY, Petition.phase == Phase.OPEN)),
        ("due soon", (Petition.due_on.between(TODAY, date(2026, 11, 20)),)),
        ("at the desk", (Petition.routed_by == "intake", Petition.phase == Phase.OPEN)),
        ("of another body", (Petition.competent.is_not(None), Petition.phase == Phase.OPEN)),
        ("danger", (Petition.priority == Priority.URGENT, Petition.phase == Phase.OPEN)),
        ("signed", (Petition.phase == Phase.REPLIED,)),
        ("anonymous", (Petition.identity == IdentityLevel.ANONYMOUS,)),
        (
            "reserved report",
            (Petition.identity == IdentityLevel.RESERVED, Petition.kind == Kind.REPORT),
        ),
        ("transferred", (Petition.phase == Phase.TRANSFERRED,)),
        ("late", (Petition.answered_on > Petition.due_on,)),
        ("in time", (Petition.answered_on <= Petition.due_on,)),
    ],
)
def test_there_is_one_of_each_to_be_shown(rows, what, conditions):
    assert count(rows, *conditions) > 0, what


def test_what_several_departments_answer_is_written_or_pending(rows):
    parted = select(Petition).where(Petition.phase == Phase.OPEN)
    found = [
        (bool(one.version), now.is_awaited(one), one.is_outside)
        for petition in rows.scalars(parted)
        if petition.part_departments
        for now in (petition.standing(),)
        for one in now.matters
        if one.department != now.department
    ]

    assert {(True, False, False), (False, True, False), (False, False, True)} == set(found)


def test_the_board_has_what_is_up_and_what_came_down_and_took_effect(rows):
    """Nobody is notified by an aviso that never was on the board."""
    shown = board(rows, TODAY)
    up = [one for one in shown if one.is_up]
    by_notice = rows.scalars(select(PetitionEvent.payload).where(PetitionEvent.name == "delivered"))
    effective = select(func.count()).where(BoardNotice.effective_on.is_not(None))

    assert 2 <= len(up) < len(shown)
    assert FIXED_BODY in {one.body for one in up}, "of a report nobody reads what it is about"
    assert any(one.number in one.body for one in up)
    assert rows.scalar(effective) == sum(said["means"] == "notice" for said in by_notice)


def test_an_answer_waits_for_its_signature(rows):
    waiting = select(func.count()).select_from(ReplyText).where(ReplyText.signed_at.is_(None))

    assert rows.scalar(waiting) > 0


def test_nobody_is_written_to(rows):
    pending = select(func.count()).select_from(Notice).where(Notice.status == NoticeStatus.PENDING)

    assert 0 == rows.scalar(pending)


def test_nobody_in_it_can_be_reached(rows):
    for person in rows.scalars(select(Petitioner)):
        assert person.email is None or person.email.endswith("@example.com")
        assert person.phone is None or person.phone.startswith("300 000 ")
        assert int(person.document_number) >= 9_900_000_000


def test_texts_have_their_places_and_answers_their_number(rows):
    for body in rows.scalars(select(PetitionText.body)):
        assert "{" not in body
    for body, number in rows.execute(
        select(ReplyText.body, Petition.number).join(Petition, Petition.id == ReplyText.petition_id)
    ):
        assert number in body
        assert "{" not in body


def test_people_give_their_opinion_of_answers_and_of_offices(rows):
    of_answers = select(func.count()).where(Evaluation.petition_id.is_not(None))
    of_offices = select(func.count()).where(Evaluation.service_point.is_not(None))

    assert 10 < rows.scalar(of_answers) < PETITIONS
    assert PETITIONS / 4 == rows.scalar(of_offices)


def test_there_is_an_account_for_each_role_and_department(rows, entity):
    accounts = {official.email: official for official in rows.scalars(select(Official))}

    for department in entity.pack.internal_departments():
        code = department.code.lower()
        assert Role.OFFICIAL is accounts[f"funcionario.{code}@demo.test"].role
        assert Role.HEAD is accounts[f"jefe.{code}@demo.test"].role
    for name in ("ventanilla", "supervisor", "controlinterno", "personeria", "auditor", "admin"):
        stored = accounts[f"{name}@demo.test"].password_hash
    assert password_matches(stored, ACCOUNTS_PASSWORD)


def test_it_hands_over_cases_that_can_be_followed(filled, rows):
    receipt = filled.receipts[0]
    petition = rows.scalars(select(Petition).where(Petition.number == receipt.number)).one()

    assert Phase.REPLIED is petition.phase
    key = filled.office.code_key
    assert petition.code_hash == access_code.keyed_hash(key, receipt.number, receipt.access_code)


def test_many_offices_have_published_answers_and_some_wait(rows, entity):
    published = public_answers(rows, Sought(), TODAY, entity.pack)
    supervisor = Viewer(1, Role.SUPERVISOR)
    waiting = desk_answers(rows, Desk(supervisor, TODAY, entity.pack)).waiting
    found = rows.scalars(select(PublicAnswer).filter_by(status=AnswerStatus.PUBLISHED)).all()

    assert published.has_more
    assert len(found) >= 25
    assert len({one.department for one in found}) >= 10
    assert 2 == len(waiting)
    for text in ("bombillo fundido", "hueco", "me cobran mucho predial", "no llega el agua"):
        assert public_answers(rows, Sought(text=text), TODAY, entity.pack).rows, text


def test_the_same_seed_tells_the_same_year(databases, entity, tmp_path):
    told: list[object] = []
    for seed in (3, 3, 4):
        with demonstration(databases, entity, tmp_path / str(len(told))) as made:
            made.fill(30, seed)
            told.append(made.told())

    assert told[0] == told[1]
    assert told[0] != told[2]


def test_it_refuses_a_database_with_petitions(empty):
    empty.fill(1)

    with pytest.raises(NotEmptyError):
        empty.fill(1)


def test_none_at_all_still_has_the_accounts(empty):
    assert () == empty.fill(0)
    assert [] == broken(empty)
    with empty.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Official)) > 10


@pytest.mark.postgresql
def test_it_is_the_same_on_postgresql(databases, entity, tmp_path):
    with demonstration(databases, entity, tmp_path, "postgresql") as made:
        made.fill(40)

        assert [] == broken(made)


def test_a_pack_without_texts_or_points_is_told_in_its_own_words(empty):
    pack = empty.office.pack
    topics = tuple(topic for topic in pack.topics if topic.topic_id not in KNOWN)
    bare = replace(pack, topics=topics, examples=(), rules=(), service_points=())
    empty.office = replace(empty.office, pack=bare)
    empty.fill(30)

    with empty.sessions() as session:
        assert 30 == count(session)
        assert 0 == session.scalar(
            select(func.count()).where(Evaluation.service_point.is_not(None))
        )


KNOWN = {"SP-ALU-01", "VI-MAL-01", "HA-PRE-01", "PL-SIS-01", "GO-RUI-01"}

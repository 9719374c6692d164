"""The life of one case, from filing to the citizen's opinion: each act plans the next one."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from math import log
from zlib import crc32

from sqlalchemy.orm import Session

from pqrs.acts.assign import assign
from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.draft_reply import draft_reply, mark_in_hand
from pqrs.acts.evaluate import Following, evaluate_answer
from pqrs.acts.file_petition import file_petition
from pqrs.acts.note_reading import note_reading
from pqrs.acts.reply import reply
from pqrs.acts.return_to_intake import return_to_intake
from pqrs.acts.transfer import transfer
from pqrs.demo.board import POSTED, expect_notice
from pqrs.demo.opinions import opinion_of_case
from pqrs.demo.reviews import expect_review
from pqrs.demo.whoever import tell_of_themselves
from pqrs.demo.world import Case, World, actor_of
from pqrs.law import Channel, Means, Priority
from pqrs.models import CITIZEN, SYSTEM, Actor, Petition, by_number, facts_of
from pqrs.office import Role, Viewer

CaseStep = Callable[[World, Case, Session], None]

FORGOTTEN = 0.012
NEVER_OPENED = 0.08
TOLD_BY_NOTICE = 0.6
"""Of those never opened, how many are told by an aviso at last (CPACA art. 69)."""

GIVES_OPINION = 0.3
WRONG_DOOR = 0.015
FASTEST, SLOWEST = 0.30, 0.84
"""Of the legal term, what a usual answer of the quickest and of the slowest department takes."""

SPREAD = 0.4
DAYS_WITHOUT_TERM = 12
IMPARTIAL = "CDI"
AT_THE_COUNTER = {Channel.WINDOW, Channel.TELEPHONE, Channel.MOBILE_TEAM}


def file(world: World, case: Case, session: Session) -> None:
    """Radicar, and decide what comes next."""
    case.receipt = file_petition(
        session, case.filing, token=case.token, office=world.office, actor=actor_of(world, case)
    )
    if case.ends == "filed":
        return
    petition = found(session, case)
    if case.filing.channel is Channel.WEB:
        tell_of_themselves(session, case.filing, case.token, petition.filed_at)
    if petition.routed_by == "intake":
        plan(world, case, route, hours=world.chance.expovariate(1 / 24))
    else:
        plan_work(world, case, petition)


def route(world: World, case: Case, session: Session) -> None:
    """The intake desk decides: to one of ours, or to the body it belongs to."""
    petition = found(session, case)
    body = unbiased(petition, petition.competent or case.story.topic.department)
    choice = {
        "number": petition.number,
        "viewer": world.staff.one(who_routes(petition)),
        "seen": petition.last_sequence,
        "office": world.office,
    }
    if world.office.pack.is_assignable(body):
        assign(session, department=body, reason=f"Trata de {matter(case)}.", **choice)  # type: ignore[arg-type]
        plan_work(world, case, petition)
    else:
        transfer(session, authority=body, reason=f"Le corresponde {matter(case)}.", **choice)  # type: ignore[arg-type]


def who_routes(petition: Petition) -> Role:
    """The desk, or who is past it: reports, and complaints about the desk itself."""
    if not facts_of(petition).is_past_desk:
        return Role.CLERK
    return Role.OMBUDSMAN if petition.for_ombudsman else Role.INTERNAL_CONTROL


def unbiased(petition: Petition, body: str) -> str:
    """Whoever the petition complains about does not answer it: the disciplinary office does."""
    return IMPARTIAL if body in petition.named_departments else body


def plan_work(world: World, case: Case, petition: Petition) -> None:
    """How long the department will take, or that it forgets, or says that it is not its own."""
    if wrong_door(world, case, petition):
        plan(world, case, send_back, days=world.chance.randrange(1, 3))
    elif case.ends or not world.happens(FORGOTTEN):
        plan(world, case, write, days=days_of_work(world, case, petition))


def wrong_door(world: World, case: Case, petition: Petition) -> bool:
    """Words took it to another department; or the department thinks so."""
    right = unbiased(petition, case.story.topic.department)
    misled = petition.department != right and petition.routed_by == "words"
    ours = world.office.pack.is_assignable(right)
    return not case.ends and ours and (misled or world.happens(WRONG_DOOR))


def days_of_work(world: World, case: Case, petition: Petition) -> int:
    """Working days until the draft: each department has its pace, danger to life its own."""
    if case.days is not None:
        return case.days
    if petition.priority is Priority.URGENT:
        return world.chance.choice((1, 1, 1, 2))
    days = DAYS_WITHOUT_TERM
    if petition.due_on is not None:
        days = world.rhythm.calendar.count_working_days(petition.received_on, petition.due_on)
    share = world.chance.lognormvariate(log(pace_of(petition.department or "")), SPREAD)
    return max(1, round(days * share))


def pace_of(department: str) -> float:
    """The same for the same department in every run, and different between departments."""
    place = crc32(department.encode()) % 100 / 99
    return FASTEST + (SLOWEST - FASTEST) * place


def send_back(world: World, case: Case, session: Session) -> None:
    """«No es mío»: the intake desk decides again."""
    petition = found(session, case)
    return_to_intake(
        session,
        number=petition.number,
        reason=f"Trata de {matter(case)}.",
        viewer=member(world, Role.OFFICIAL, petition),
        seen=petition.last_sequence,
        office=world.office,
    )
    plan(world, case, route, hours=world.chance.expovariate(1 / 6))


def write(world: World, case: Case, session: Session) -> None:
    """An official reads the case and drafts the answer."""
    petition = found(session, case)
    look(world, session, petition, Role.OFFICIAL)
    draft_reply(
        session,
        number=petition.number,
        body=answer_to(world, case),
        viewer=member(world, Role.OFFICIAL, petition),
        seen=petition.last_sequence,
        draft_seen=mark_in_hand(session, petition),
        office=world.office,
    )
    if case.ends != "drafted":
        plan(world, case, sign, hours=world.chance.choice((1, 2, 3, 20, 24)))


def sign(world: World, case: Case, session: Session) -> None:
    """The head reads and signs."""
    petition = found(session, case)
    look(world, session, petition, Role.HEAD)
    reply(
        session,
        number=petition.number,
        viewer=member(world, Role.HEAD, petition),
        seen=petition.last_sequence,
        draft_seen=mark_in_hand(session, petition),
        office=world.office,
    )
    if case.ends == POSTED:
        expect_notice(world, case.number)
    elif case.ends != "signed":
        plan_delivery(world, case, petition)


def look(world: World, session: Session, petition: Petition, role: Role) -> None:
    """Whoever acts on a case opened it, and its petitioner is shown that."""
    viewer, moment = member(world, role, petition), world.agenda.now()
    note_reading(session, number=petition.number, viewer=viewer, at=moment)


def plan_delivery(world: World, case: Case, petition: Petition) -> None:
    """By mail at once, at the counter in some days, on the page whenever the person looks."""
    if petition.reply_by == "email":
        plan(world, case, partial(deliver, Means.MAIL, SYSTEM), hours=0.1)
    elif petition.channel in AT_THE_COUNTER:
        counter = Actor("official", member(world, Role.OFFICIAL, petition).official_id)
        days = world.chance.randrange(1, 4)
        plan(world, case, partial(deliver, Means.COUNTER, counter), days=days)
    elif not world.happens(NEVER_OPENED):
        hours = world.chance.expovariate(1 / 26)
        plan(world, case, partial(deliver, Means.OPENED, CITIZEN), hours=hours)
    elif world.happens(TOLD_BY_NOTICE):
        expect_notice(world, case.number)


def deliver(means: Means, actor: Actor, world: World, case: Case, session: Session) -> None:
    """The answer reaches the person, who may say what they think of it."""
    petition = found(session, case)
    confirm_delivery(session, petition, means=means, office=world.office, actor=actor)
    if world.happens(GIVES_OPINION):
        plan(world, case, judge, hours=world.chance.expovariate(1 / 20))


def judge(world: World, case: Case, session: Session) -> None:
    """The citizen's opinion: late answers please nobody."""
    petition = found(session, case)
    due_on, answered_on = petition.due_on, petition.answered_on
    late = due_on is not None and answered_on is not None and answered_on > due_on
    opinion = opinion_of_case(world.chance, late=late, pace=pace_of(petition.department or ""))
    following = Following(office=world.office)
    evaluate_answer(
        session,
        petition,
        opinion,
        token=world.token(),
        clock=world.agenda.now,
        following=following,
    )
    expect_review(world, opinion, petition.department or "")


def plan(
    world: World, case: Case, step: CaseStep, *, hours: float = 0, days: int | None = None
) -> None:
    """Put a step of this case on the agenda: some hours from now, or at work on a later day."""
    now = world.agenda.now()
    moment = now + timedelta(hours=hours)
    if days is not None:
        moment = world.rhythm.office_day_after(now, days)
    world.agenda.add(moment, partial(step, world, case))


def found(session: Session, case: Case) -> Petition:
    """The row as it stands now."""
    petition = by_number(session, case.number)
    if petition is None:
        raise LookupError(case.number)
    return petition


def member(world: World, role: Role, petition: Petition) -> Viewer:
    """Somebody of the department that answers for the case."""
    return world.staff.one(role, petition.department)


def matter(case: Case) -> str:
    """The topic as it is said inside a sentence."""
    return case.story.topic.subtema.lower()


def answer_to(world: World, case: Case) -> str:
    """A short letter that answers what was asked."""
    return (
        f"En respuesta a su petición {case.number} sobre {matter(case)}:\n\n"
        f"{case.story.reply}\n\n"
        "Si no está de acuerdo, puede escribirnos otra vez con este mismo número o acudir a la "
        f"Personería.\n\n{world.office.pack.entity.name}"
    )

"""What tests need to exist: plain functions with defaults that work, going through the acts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import count
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press
from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.decide_answer import decide_answer
from pqrs.acts.draft_reply import draft_reply, mark_in_hand
from pqrs.acts.file_petition import Filing, Person, file_petition
from pqrs.acts.office import Office
from pqrs.acts.propose_answer import Wording, propose_answer
from pqrs.acts.reply import reply
from pqrs.law import ChangeKind, Event, Means, local_day, read_change
from pqrs.models import (
    Official,
    Petition,
    RuleChange,
    RuleStatus,
    by_number,
    forget_rules,
    newest_version,
)
from pqrs.office import Role, Viewer
from pqrs.office.attachments import AttachedFile, FileKind, FileStatus

POTHOLE = "Hay un hueco muy grande en la calle, frente al parque, y daña las llantas."
tokens = count()


def a_filing(**changes: object) -> Filing:
    """A pothole that Infraestructura must answer, asked by a person with a name and an e-mail."""
    filing = Filing(
        text=POTHOLE,
        topic="VI-MAL-01",
        person=Person(name="Persona Inventada", email="persona@example.com"),
        reply_by="email",
    )
    return replace(filing, **changes)  # type: ignore[arg-type]


def a_kept_file(office: Office, content: bytes = b"%PDF", **facts: object) -> AttachedFile:
    """A file on the disk as if it had been cleaned, to be attached to a petition."""
    with office.files.received(BytesIO(content)) as raw, office.files.fresh() as path:
        path.write_bytes(raw.read())
        kept = office.files.keep(path)
    file = AttachedFile("carta.pdf", FileKind.PDF, kept.size, kept.sha256, FileStatus.CLEAN)
    return replace(file, **facts)  # type: ignore[arg-type]


def a_petition(session: Session, office: Office, **changes: object) -> Petition:
    """A petition filed now, by the office's clock."""
    token = f"prueba-{next(tokens)}"
    receipt = file_petition(session, a_filing(**changes), token=token, office=office)
    petition = by_number(session, receipt.number)
    assert petition is not None
    return petition


def an_official(
    session: Session, role: Role = Role.OFFICIAL, department: str | None = "INFRA"
) -> Viewer:
    """Somebody who works here."""
    official = Official(
        email=f"persona{next(tokens)}@example.com",
        name="Persona De La Entidad",
        role=role,
        department=department,
        password_hash=None,
    )
    session.add(official)
    session.flush()
    return Viewer(official.id, role, department)


def a_press(session: Session, office: Office, petition: Petition, role: Role) -> Press:
    """What an act is told when somebody of that role presses on the case as it is now."""
    department = petition.department if role in {Role.OFFICIAL, Role.HEAD} else None
    return Press(
        number=petition.number,
        viewer=an_official(session, role, department),
        seen=petition.last_sequence,
        office=office,
    )


E = TypeVar("E", bound=Event)


def last_event(petition: Petition, kind: type[E]) -> E:
    """What happened last, which is of that kind."""
    event = petition.timeline()[-1]
    assert isinstance(event, kind)
    return event


def answered(session: Session, office: Office, petition: Petition, *, opened: bool = True) -> None:
    """Drafted, signed and, unless told otherwise, opened by the petitioner."""
    department = petition.department
    number = petition.number
    writer = an_official(session, Role.OFFICIAL, department)
    signer = an_official(session, Role.HEAD, department)
    seen = petition.last_sequence
    body = "Arreglamos el hueco."
    before = mark_in_hand(session, petition)
    facts: dict[str, Any] = {"number": number, "seen": seen}
    draft = draft_reply(
        session, **facts, body=body, viewer=writer, draft_seen=before, office=office
    )
    reply(session, **facts, viewer=signer, draft_seen=draft.mark, office=office)
    if opened:
        confirm_delivery(session, petition, means=Means.OPENED, office=office)


def a_public_answer(
    session: Session, office: Office, writer: Viewer, *, decided: bool = True, **changes: object
) -> int:
    """Where to ask for a pothole to be mended: published, unless told otherwise; its id."""
    wording = Wording(
        question="¿Cómo pido que arreglen un hueco de la calle?",
        answer="Radique un reclamo y diga el barrio y la dirección más cercana.",
        topic="VI-MAL-01",
        place=None,
        review_by=local_day(office.clock()) + timedelta(days=365),
    )
    wording = replace(wording, **changes)  # type: ignore[arg-type]
    answer = propose_answer(session, wording, viewer=writer, office=office, looked=True)
    if decided:
        supervisor = an_official(session, Role.SUPERVISOR, None)
        decide_answer(session, answer, approve=True, reason="", viewer=supervisor, office=office)
    return answer


def due_day(petition: Petition) -> date:
    """When it is due; a case whose clock stands still fails the test."""
    assert petition.due_on is not None
    return petition.due_on


NEW_YEAR = datetime(2026, 1, 2, 15, tzinfo=UTC)


def approve_change(
    session: Session,
    kind: ChangeKind,
    record: dict[str, Any],
    act: str = "Decreto 012 de 2026",
    moment: datetime = NEW_YEAR,
) -> int:
    """A change of the rules already in force, without reckoning anything; gives its version."""
    change = read_change(kind, record, act)
    version = newest_version(session) + 1
    row = RuleChange(
        kind=kind,
        payload=dict(change.payload),
        act=act,
        act_on=moment.date(),
        officer="Alcaldesa",
        proposed_at=moment,
        decided_at=moment,
        status=RuleStatus.APPROVED,
        reason="",
        version=version,
    )
    session.add(row)
    session.flush()
    forget_rules(session)
    return version


def later(office: Office, **spans: float) -> Office:
    """The same office after a `timedelta(**spans)`."""
    moment: datetime = office.clock() + timedelta(**spans)
    return replace(office, clock=lambda: moment)

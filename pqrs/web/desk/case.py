"""One case at the desk: whether this person may open it, and what the pages about it show."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from flask import abort, current_app, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from pqrs.acts.note_reading import READ, REFUSED, note_reading
from pqrs.acts.shield import office_of
from pqrs.app import afterwards, reading
from pqrs.extensions import db
from pqrs.law import Assigned, Event, IdentityLevel, PriorityGround, local_day, norm_of
from pqrs.office import CaseFacts, Permission, Viewer, parse_number
from pqrs.outside.now import now, today
from pqrs.queries.case_duties import CaseDuties, case_duties
from pqrs.queries.contests import case_contests
from pqrs.queries.external_number import number_of_imported
from pqrs.queries.messages import Message, dialogue
from pqrs.queries.petition_page import CasePage, ReplyShown, case_facts, case_page
from pqrs.queries.petition_page import Step as CaseStep
from pqrs.queries.proposals import ProposalShown, proposals_of
from pqrs.queries.third_parties import ThirdShown
from pqrs.web.contest_words import ContestShown, contests_shown
from pqrs.web.desk.offers import Offers, is_allowed, offers
from pqrs.web.desk.queue_rows import DueWords, due_words
from pqrs.web.desk.received import ShownReception, reception_of
from pqrs.web.desk.third_words import third_warning
from pqrs.web.duty_words import DutyRow, duty_rows
from pqrs.web.file_words import ShownFile, show_files
from pqrs.web.forms import PageForm, Seen
from pqrs.web.identity import the_viewer
from pqrs.web.pages import the_app
from pqrs.web.words import words

WHO: Final = {
    "citizen": _l("La persona"),
    "import": _l("El sistema anterior"),
    "system": _l("El sistema"),
}


class CaseForm(PageForm):
    """A form about a case. `draft` marks the draft that was shown."""

    seen = Seen()
    draft = HiddenField()

    def show(self, case: CasePage) -> None:
        """Carry what the page shows now, whatever was sent."""
        self.seen.data = case.sequence
        self.draft.data = draft_mark(case.reply)


@dataclass(frozen=True)
class Happening:
    """One event for the timeline; the template `events/<name>.html` writes its body.

    `asked`: what the entity wrote with it, one thing each. `third`: whom it tells or hears.
    """

    title: str
    at: object
    who: str
    event: Event
    asked: tuple[str, ...] = ()
    third: ThirdShown | None = None
    tone: str = ""


@dataclass(frozen=True)
class ShownCase:
    """A case in words. `case.person` is empty for who may not see it; `person_note` says why.

    `preferred`: why it goes before others, with the norm. `proposals`: what was proposed to
    a second person about it, decided or not. `hours`: whether they are shown beside the days.
    """

    case: CasePage
    kind: str
    preferred: tuple[tuple[str, str], ...]
    due: DueWords
    department: str
    competent: str
    topic: str
    why_here: str
    opinion: str
    person_note: str
    hours: bool
    happenings: tuple[Happening, ...]
    bodies: dict[str, str]
    files: tuple[ShownFile, ...]
    offers: Offers
    duties: tuple[DutyRow, ...]
    copies_by: date | None
    calendar_url: str
    proposals: tuple[ProposalShown, ...]
    messages: tuple[Message, ...]
    waits_for_office: bool
    contests: tuple[ContestShown, ...]
    reception: ShownReception | None
    third_warning: str


def find_number(typed: str) -> str:
    """The number of a case this person may read, however it was written; "" when there is none.

    An imported case is also found by the number that another system gave it.
    """
    ours, viewer = parse_number(typed), the_viewer().viewer
    for number in (str(ours) if ours else None, number_of_imported(db.session(), typed)):
        facts = case_facts(db.session(), number) if number else None
        if number and facts and is_allowed(Permission.READ_CASE, viewer, facts):
            return number
    return ""


@reading()
def read_case(written: str, to: Permission = Permission.READ_CASE) -> CasePage:
    """The case, for who may read it and do `to` with it; it leaves an entry in the audit trail.

    404 for what does not exist or is reserved, 403 for a case of somebody else; both alike for
    whoever guesses at numbers from outside.
    """
    number = parse_number(written)
    facts = case_facts(db.session(), str(number)) if number else None
    if facts is None:
        abort(404)
    viewer = the_viewer().viewer
    if not all(is_allowed(needed, viewer, facts) for needed in (Permission.READ_CASE, to)):
        leave_entry(str(number), viewer, REFUSED)
        current_app.logger.warning("case refused to official %s", viewer.official_id)
        abort(404 if is_hidden(facts, viewer) else 403)
    leave_entry(str(number), viewer, READ)
    found = case_page(db.session(), str(number), today=today())
    if found is None:
        abort(404)
    return without_secrets(found, viewer)


def is_hidden(facts: CaseFacts, viewer: Viewer) -> bool:
    """Whether not even this is theirs to know: a reserved case, a report, or one about them."""
    theirs = office_of(viewer.role, viewer.department, the_app().office.pack)
    is_about_them = theirs in facts.named_departments
    is_secret = facts.identity is IdentityLevel.RESERVED or facts.is_report
    return is_secret or is_about_them or viewer.official_id in facts.named_officials


def leave_entry(number: str, viewer: Viewer, action: str) -> None:
    """After the request, whatever its status."""
    moment = now()
    afterwards(
        lambda session: note_reading(
            session, number=number, viewer=viewer, at=moment, action=action
        )
    )


def without_secrets(case: CasePage, viewer: Viewer) -> CasePage:
    """Without the person, the opinion or third persons, for whoever may not see them."""
    sees_person = is_allowed(Permission.READ_IDENTITY, viewer, case.facts)
    sees_opinion = is_allowed(Permission.READ_ALL_EVALUATIONS, viewer, case.facts)
    sees_third = is_allowed(Permission.READ_THIRD_PARTIES, viewer, case.facts)
    return replace(
        case,
        steps=case.steps if sees_third else tuple(replace(one, third=None) for one in case.steps),
        person=case.person if sees_person else None,
        evaluation=case.evaluation if sees_opinion else None,
    )


def show(case: CasePage) -> ShownCase:
    """The case in words, with what this person may do about it now."""
    pack = the_app().office.pack
    bodies = {department.code: department.name for department in pack.departments}
    topic = pack.topics_by_id.get(case.topic or "")
    with reading():
        owed = case_duties(db.session(), case.number, today=today())
        proposed = proposals_of(db.session(), case.number)
        talk = dialogue(db.session(), case.number)
        contests = case_contests(db.session(), case.number, today=today())
    return ShownCase(
        case=case,
        kind=str(words.kind(case.kind)),
        preferred=preferred(case),
        due=due_of(case, today()),
        department=bodies.get(case.department or "", ""),
        competent=bodies.get(case.competent or "", ""),
        topic=f"{topic.tema}: {topic.subtema}" if topic else "",
        why_here=why_here(case),
        opinion=opinion_of(case),
        person_note=person_note(case),
        hours=not is_discreet(case.facts),
        happenings=happenings(case.steps, hours=not is_discreet(case.facts)),
        bodies=bodies,
        files=show_files(case.documents, lambda place: document_url(case.number, place)),
        offers=offers(case, the_viewer().viewer, today()),
        duties=duty_rows(owed, owners_of(case, bodies)),
        copies_by=copies_by(case, owed),
        calendar_url=calendar_url(case),
        proposals=proposed,
        messages=talk.messages,
        waits_for_office=talk.waits_for_office,
        contests=contests_shown(contests, today()),
        reception=reception_of(case),
        third_warning=third_warning(case),
    )


def preferred(case: CasePage) -> tuple[tuple[str, str], ...]:
    """Why it goes before others, each with its norm; danger to life has a notice of its own."""
    return tuple(
        (str(words.of(ground)), str(norm_of(ground)))
        for ground in case.grounds
        if ground is not PriorityGround.LIFE
    )


def opinion_of(case: CasePage) -> str:
    """Whether what was asked was answered, in a word; "" where nobody was asked."""
    outcome = case.evaluation.outcome if case.evaluation else None
    return str(words.of(outcome)) if outcome else ""


def document_url(number: str, place: int) -> str:
    """Where this case's file at that place is."""
    return url_for("desk.document", number=number, place=place)


def due_of(case: CasePage, day: date) -> DueWords:
    """How near the due date is, or that there is none to meet any more."""
    if case.phase.is_final or case.standing.answered_on:
        owed_on = None if case.standing.is_withdrawn else case.standing.due_on
        return DueWords(owed_on, str(words.of(case.phase)), "quiet")
    return due_words(case.standing.due_on, case.days_left, day)


def owners_of(case: CasePage, bodies: dict[str, str]) -> dict[str, str]:
    """What the entity owes, the department does once it has the case; a part, its own."""
    entity = _("La dependencia") if case.department else _("La Alcaldía")
    parties = _("Las otras partes")
    return bodies | {"entity": entity, "petitioner": _("La persona"), "parties": parties}


def copies_by(case: CasePage, owed: CaseDuties) -> date | None:
    """After positive silence, until when the copies are handed over; else None."""
    if case.phase.is_final or not case.standing.deemed_granted(today()):
        return None
    named = (one.duty for one in owed.running if one.duty.name == "hand_copies")
    return next((duty.due_on for duty in named), None)


def calendar_url(case: CasePage) -> str:
    """Where the due date is as a calendar file; "" when nothing is waited for."""
    if case.phase.is_final or case.standing.due_on is None:
        return ""
    return url_for("desk.petition_ics", number=case.number)


def why_here(case: CasePage) -> str:
    """The reason of the last assignment."""
    events = (step.event for step in reversed(case.steps))
    return next((event.reason for event in events if isinstance(event, Assigned)), "")


def person_note(case: CasePage) -> str:
    """Why no person is shown; "" when one is."""
    if case.person is not None:
        return ""
    if case.identity is IdentityLevel.ANONYMOUS:
        return str(_("Es anónima: nadie sabe quién la presentó."))
    if case.identity is IdentityLevel.RESERVED:
        return str(_("Identidad reservada: no se muestra aquí. La respuesta le llega igual."))
    if case.external_number:
        return str(
            _(
                "Caso importado: sus datos quedaron en el sistema anterior, y no tiene código de "
                "acceso. Si pregunta, búsquelo por su número anterior y dígale en qué va."
            )
        )
    return str(_("No dejó su nombre, o usted no lo necesita para responder."))


def is_discreet(facts: CaseFacts) -> bool:
    """Whether an hour could give away who was at a computer then."""
    return facts.identity is IdentityLevel.ANONYMOUS or facts.is_report


def happenings(steps: tuple[CaseStep, ...], *, hours: bool = True) -> tuple[Happening, ...]:
    """The history, newest first; without `hours`, by its days alone."""
    return tuple(
        Happening(
            title=str(words.event(step.event)),
            at=step.event.at if hours else local_day(step.event.at),
            who=name_of(step),
            event=step.event,
            asked=step.asked,
            third=step.third,
        )
        for step in reversed(steps)
    )


def name_of(step: CaseStep) -> str:
    """The official, by name; the person or the system, in a word."""
    actor = actor_of(step)
    named = step.official if actor != "system" else None
    return named or str(WHO.get(actor, ""))


def actor_of(step: CaseStep) -> str:
    """Who routed it by rule or by words was nobody, though a citizen's press set it off."""
    is_routing = isinstance(step.event, Assigned) and step.event.by != "person"
    return "system" if is_routing else step.actor


def draft_mark(reply: ReplyShown | None) -> str:
    """Which draft the page shows; "" without any."""
    return reply.mark if reply else ""

"""The intake desk: what waits for a person to decide who answers, each with the best guesses."""

from dataclasses import dataclass
from datetime import date

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.note_reading import note_list
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.office import CaseFacts, Permission, Role, Router, Suggestion
from pqrs.office.portions import WHOLE, find_portions, suggest_by_matters
from pqrs.outside.now import now, today
from pqrs.queries.intake_returns import SentBack, sent_back
from pqrs.queries.queue import IntakeText, QueueRow, intake_queue, intake_texts
from pqrs.queries.similar_cases import similar_counts
from pqrs.web.desk import desk
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.queue_rows import ShownRow, read_page, shown_row
from pqrs.web.desk.transfer import transfer_day
from pqrs.web.filters import unstopped
from pqrs.web.forms import PageForm
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

GUESSES = 3
SHOWN_WORDS = 400
"""Characters of the petition that the list shows: enough to decide most of them."""


@dataclass(frozen=True)
class Guess:
    """A body that may have to answer. One of ours takes one press; another entity, a page."""

    code: str
    name: str
    reason: str
    transfer_url: str


@dataclass(frozen=True)
class Bounced:
    """A case that departments sent back: how often, and what the last of them said."""

    count: int
    department: str
    reason: str


@dataclass(frozen=True)
class Waiting:
    """One case that waits. `transfer_by`: when it seems to be another entity's, until when.

    `parts`: the bodies of its matters, when it seems to hold several. `similar`: how many are like
    it.
    """

    row: ShownRow
    text: str
    sequence: int
    reason: str
    guesses: tuple[Guess, ...]
    transfer_by: date | None
    bounced: Bounced | None
    parts: tuple[str, ...]
    similar: int


@dataclass(frozen=True)
class IntakePage:
    """What waits, and how much of it."""

    reports: bool
    reads_evaluations: bool
    total: int
    waiting: tuple[Waiting, ...]
    page: int
    pages: int
    previous_url: str
    next_url: str


@desk.get("/ventanilla")
@may(Permission.SEE_INTAKE)
def intake() -> ResponseReturnValue:
    """Reports are routed by internal control, those about it by the ombudsman; the rest, here."""
    role = the_viewer().viewer.role
    reports = role is not Role.CLERK
    wanted = read_page(request.args.get("pagina", ""))
    found = intake_queue(db.session(), the_viewer().viewer, page=wanted, today=today())
    numbers = [row.number for row in found.rows]
    texts = intake_texts(db.session(), numbers)
    returns = sent_back(db.session(), numbers)
    router = the_app().office.router_now(db.session())
    alike = similar_counts(
        db.session(), numbers, pack=the_app().office.pack, may_read=may_read_case
    )
    leave_list_entry(numbers)
    data = IntakePage(
        reports=reports,
        reads_evaluations=role is Role.INTERNAL_CONTROL,
        total=found.counts.total,
        waiting=tuple(
            waiting(row, texts[row.number], returns[row.number], router, alike.get(row.number, 0))
            for row in found.rows
        ),
        page=found.page,
        pages=found.pages,
        previous_url=url_for("desk.intake", pagina=found.page - 1) if found.page > 1 else "",
        next_url=url_for("desk.intake", pagina=found.page + 1) if found.page < found.pages else "",
    )
    return page("desk/intake.html", data, PageForm())


def may_read_case(facts: CaseFacts) -> bool:
    """Whether who looks at the list may open a case."""
    return is_allowed(Permission.READ_CASE, the_viewer().viewer, facts)


def leave_list_entry(numbers: list[str]) -> None:
    """The list shows people's words, so that it was read is written down."""
    viewer, moment = the_viewer().viewer, now()
    afterwards(lambda session: note_list(session, numbers=numbers, viewer=viewer, at=moment))


def waiting(
    row: QueueRow,
    written: IntakeText,
    returns: tuple[SentBack, ...],
    router: Router,
    similar: int = 0,
) -> Waiting:
    """One case with what the router makes of it now; of one that came back, by its words alone."""
    topic = None if returns else written.topic
    suggestion = suggest_by_matters(
        router, written.text, topic, written.place, accused=written.named
    )
    return Waiting(
        row=shown_row(row, today(), the_app().office.pack),
        text=cut(written.text),
        sequence=written.sequence,
        reason=suggestion.reason,
        guesses=guesses(row.number, suggestion, returns, written.named),
        transfer_by=transfer_day(row.kind, row.received_on) if row.competent else None,
        bounced=bounced(returns),
        parts=part_names(row, written, router),
        similar=similar,
    )


def part_names(row: QueueRow, written: IntakeText, router: Router) -> tuple[str, ...]:
    """Who would answer each matter of what seems to hold several and nobody has looked at."""
    if written.is_parted or row.kind in WHOLE:
        return ()
    found = find_portions(router, written.text, place=written.place, accused=written.named)
    return tuple(router.pack.department(one.suggestion.competent).name for one in found)


def bounced(returns: tuple[SentBack, ...]) -> Bounced | None:
    """What is said of a case that came back; None of one that never left."""
    if not returns:
        return None
    last = returns[0]
    name = the_app().office.pack.departments_by_code[last.department].name
    return Bounced(len(returns), name, last.reason)


def guesses(
    number: str,
    suggestion: Suggestion,
    returns: tuple[SentBack, ...] = (),
    named: tuple[str, ...] = (),
) -> tuple[Guess, ...]:
    """The best three bodies, ours or not, without those that sent it back or that it names."""
    refused = {*named, *(one.department for one in returns)}
    best = [code for code in suggestion.alternatives.departments if code not in refused]
    return tuple(
        Guess(
            code=code,
            name=the_app().office.pack.department(code).name,
            reason=reason_for(code, suggestion),
            transfer_url=transfer_url(number, code),
        )
        for code in best[:GUESSES]
    )


def transfer_url(number: str, code: str) -> str:
    """Where a case is passed on to that body; "" for an office of our own."""
    if the_app().office.pack.is_assignable(code):
        return ""
    return url_for("desk.ask_transfer", number=number, entidad=code)


def reason_for(code: str, suggestion: Suggestion) -> str:
    """What stays on record when this guess is pressed: the topic that it comes from."""
    pack = the_app().office.pack
    topics = (pack.topic(ranked.topic) for ranked in suggestion.alternatives.topics)
    for topic in topics:
        if topic.department == code:
            matter = f"{topic.tema}: {topic.subtema}"
            body = unstopped(pack.department(code).name)
            words = _("El tema es «%(matter)s» y lo atiende %(body)s.", matter=matter, body=body)
            return str(words)
    return str(_("La leyó una persona y decidió que le corresponde a esta dependencia."))


def cut(text: str) -> str:
    """The beginning, cut between words."""
    if len(text) <= SHOWN_WORDS:
        return text
    return (text[:SHOWN_WORDS].rpartition(" ")[0] or text[:SHOWN_WORDS]) + "…"

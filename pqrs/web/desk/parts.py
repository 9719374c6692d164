"""What a case seems to ask of several offices, or what was decided about that, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Kind, Matter, PartContributed, PartsSettled, lawful, lawful_matters
from pqrs.office import Permission
from pqrs.office.portions import WHOLE, Portion, find_portions, kinds_apart
from pqrs.outside.now import now, today
from pqrs.queries.consequence import due_as
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.reply_form import ReplyForm
from pqrs.web.filters import short_date
from pqrs.web.identity import the_viewer
from pqrs.web.pages import the_app
from pqrs.web.typed_text import whole_number
from pqrs.web.words import words

COPIED: Final = "aporte"
DIGITS: Final = 2
COUNTS: Final = {2: _l("dos"), 3: _l("tres"), 4: _l("cuatro"), 5: _l("cinco"), 6: _l("seis")}


@dataclass(frozen=True)
class PartLinks:
    """What this person may do with one matter, each an address, "" for what is not theirs."""

    write: str = ""
    give_back: str = ""
    move: str = ""
    send: str = ""
    copy: str = ""


@dataclass(frozen=True)
class MatterRow:
    """One matter. `is_outside`: another entity answers it. `kind` is "" when it is not known.

    Once decided: `state` and `tone` say how it stands; `written` is what its department wrote, and
    `refused` why one said that it was not its.
    """

    words: str
    body: str
    is_outside: bool
    kind: str
    due_on: date | None
    state: str = ""
    tone: str = ""
    written: str = ""
    refused: str = ""
    links: PartLinks = PartLinks()


@dataclass(frozen=True)
class ShownParts:
    """`bodies`: what a press says that it saw, "" once decided.

    `changes_term`: each would have a term of its own; `decides`: this press is enough for that.
    """

    count: str
    rows: tuple[MatterRow, ...]
    bodies: str = ""
    changes_term: bool = False
    decides: bool = False


def shown_parts(case: CasePage) -> ShownParts | None:
    """None of a case with one matter, as far as anybody knows, or of somebody else's."""
    told = settled_in(case)
    if told is not None:
        return decided(case, told) if case.standing.matters else None
    viewer = the_viewer().viewer
    if not is_allowed(Permission.SETTLE_PARTS, viewer, case.facts):
        return None
    found = portions_of(case)
    return proposed(case, found) if found else None


def settled_in(case: CasePage) -> tuple[str, ...] | None:
    """The words of each matter as was decided last, none when it is one; None when nobody did."""
    for step in reversed(case.steps):
        if isinstance(step.event, PartsSettled):
            return step.asked
    return None


def portions_of(case: CasePage) -> tuple[Portion, ...]:
    """What the router makes of the petition's first words, when it may still be parted."""
    if case.kind in WHOLE or not case.texts or lawful_matters.settle(case.standing) is not None:
        return ()
    with reading():
        router = the_app().office.router_now(db.session())
    named = case.facts.named_departments
    return find_portions(router, case.texts[0][1], place=case.place_code, accused=named)


def codes_of(portions: tuple[Portion, ...]) -> str:
    """The bodies in one word, for the form to carry."""
    return ";".join(one.suggestion.competent for one in portions)


def proposed(case: CasePage, portions: tuple[Portion, ...]) -> ShownParts:
    """Each with the kind and the day that it would have."""
    kinds = kinds_apart(portions)
    with reading():
        days = due_as(db.session(), case.number, now()) if kinds else {}
    return ShownParts(
        count=str(COUNTS[len(portions)]),
        rows=tuple(
            row(case, portion.words, portion.suggestion.competent, kind, days.get(kind))
            if kinds
            else row(case, portion.words, portion.suggestion.competent)
            for portion, kind in zip(portions, kinds or (case.kind,) * len(portions), strict=True)
        ),
        bodies=codes_of(portions),
        changes_term=bool(kinds),
        decides=is_allowed(Permission.CHANGE_KIND, the_viewer().viewer, case.facts),
    )


def decided(case: CasePage, told: tuple[str, ...]) -> ShownParts:
    """Each with its term, when they have terms of their own, and how it stands."""
    places = range(1, len(case.standing.matters) + 1)
    rows = tuple(row_at(case, place, told) for place in places)
    return ShownParts(count=str(COUNTS[len(rows)]), rows=rows)


def row_at(case: CasePage, place: int, told: tuple[str, ...] | None = None) -> MatterRow:
    """The matter at that place, from 1, as it was decided and stands now."""
    said = told if told is not None else settled_in(case) or ()
    standing, matter = case.standing, case.standing.matters[place - 1]
    part = standing.part_of_matter(place - 1)
    holder = _("Por repartir") if case.facts.waits_for_routing else name_of(case.department or "")
    state, tone = state_of(case, matter)
    return MatterRow(
        words=said[place - 1] if place <= len(said) else "",
        body=name_of(matter.department) if matter.department else holder,
        is_outside=is_outside(matter),
        kind=str(words.kind(part.kind if standing.is_apart else case.kind)),
        due_on=part.due_on,
        state=state,
        tone=tone,
        written=text_of_matter(case, matter),
        refused=refused_by(matter),
        links=links_of(case, place, matter),
    )


def state_of(case: CasePage, matter: Matter) -> tuple[str, str]:
    """What is missing of it, or done; nothing of what whoever has the case answers."""
    if matter.sent_on:
        return _("Se le trasladó el %(day)s", day=short_date(matter.sent_on)), "good"
    if is_outside(matter):
        return _("Falta trasladarlo"), "warn"
    if matter.given_on:
        return _("Escribió el %(day)s", day=short_date(matter.given_on)), "good"
    if case.standing.is_awaited(matter):
        return _("Falta lo que responde"), "warn"
    return "", ""


def is_outside(matter: Matter) -> bool:
    """Another entity's: an older settlement does not say which are, and the pack knows."""
    return matter.is_outside or the_app().office.pack.is_outside_body(matter.department)


def missing_in(case: CasePage) -> tuple[str, ...]:
    """What is not there yet of other departments and entities, for who is about to sign."""
    missing = (
        (name_of(one.department), state_of(case, one))
        for one in case.standing.matters
        if case.standing.is_awaited(one) or case.standing.is_unsent(one)
    )
    return tuple(f"{body}: {state[0]}" for body, state in missing)


def refused_by(matter: Matter) -> str:
    """Who had it last and why no more; "" once another sees to it."""
    if matter.department or not matter.reason:
        return ""
    body = name_of(matter.moved_from)
    return str(_("Ya no es de %(body)s: %(why)s", body=body, why=matter.reason))


def text_of_matter(case: CasePage, matter: Matter) -> str:
    """What its department wrote last."""
    for step in case.steps:
        event = step.event
        if isinstance(event, PartContributed) and event.version == matter.version:
            return step.asked[0] if step.asked else ""
    return ""


def links_of(case: CasePage, place: int, matter: Matter) -> PartLinks:
    """Permission says whose it is; the law, whether it can be done now."""
    viewer, standing = the_viewer().viewer, case.standing
    may_move = lawful_matters.move(standing, place) is None

    def link(endpoint: str, permission: Permission, *, now: bool) -> str:
        mine = is_allowed(permission, viewer, case.facts)
        return url_for(endpoint, number=case.number, matter=place) if now and mine else ""

    is_theirs = matter.department == viewer.department
    may_write = lawful_matters.contribute(standing, place) is None and is_theirs
    may_send = is_outside(matter) and lawful_matters.send(standing, place, today()) is None
    return PartLinks(
        write=link("desk.ask_part", Permission.CONTRIBUTE_PART, now=may_write),
        give_back=link(
            "desk.ask_part_return", Permission.CONTRIBUTE_PART, now=may_move and is_theirs
        ),
        move=link("desk.ask_part_move", Permission.MOVE_PART, now=may_move),
        send=link("desk.ask_part_transfer", Permission.SEND_PART, now=may_send),
        copy=copy_url(case, place) if matter.version else "",
    )


def copy_url(case: CasePage, place: int) -> str:
    """Where what was written goes into the draft, for who writes it."""
    drafts = is_allowed(Permission.DRAFT_REPLY, the_viewer().viewer, case.facts)
    if not drafts or lawful.draft(case.standing) is not None:
        return ""
    return url_for("desk.petition", number=case.number, aporte=place, _anchor="body")


def insert_written(case: CasePage, form: ReplyForm) -> None:
    """`?aporte=2`: what that department wrote, after the draft in hand; nothing is kept yet."""
    typed = request.args.get(COPIED, "") if request.method == "GET" else ""
    place = whole_number(typed, DIGITS) or 0
    if not 1 <= place <= len(case.standing.matters) or not copy_url(case, place):
        return
    text = text_of_matter(case, case.standing.matters[place - 1])
    before = (form.body.data or "").strip()
    form.body.data = "\n\n".join(filter(None, (before, text)))


def name_of(body: str) -> str:
    """Of a department or another authority; its code when the pack has it no more."""
    department = the_app().office.pack.departments_by_code.get(body)
    return department.name if department else body


def row(
    case: CasePage, said: str, body: str, kind: Kind | None = None, due_on: date | None = None
) -> MatterRow:
    """Of what is proposed: without a kind of its own, the one of the whole case, and its day."""
    return MatterRow(
        words=said,
        body=name_of(body),
        is_outside=the_app().office.pack.is_outside_body(body),
        kind=str(words.kind(kind or case.kind)),
        due_on=due_on if kind else case.standing.due_on,
    )

"""What was typed so far: read and kept under its token, checked again, and made a `Filing`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from flask import request, session
from sqlalchemy.orm import Session

from pqrs.acts.file_petition import Filing, Person
from pqrs.acts.save_draft import save_draft
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.law import Capacity, IdentityLevel, Kind, Priority, PriorityGround
from pqrs.models.engine import read_intent
from pqrs.office import discretion
from pqrs.office.attachments import AttachedFile
from pqrs.office.identity_numbers import written
from pqrs.outside.now import now
from pqrs.queries.draft import kept_draft
from pqrs.web.citizen.file_form import TOKEN, StepForm, new_draft_token, new_token
from pqrs.web.citizen.file_path import path_of, steps_for, topic_read
from pqrs.web.citizen.file_steps import ABOUT_THE_PERSON, OTHER, UNKNOWN, Step, router_today
from pqrs.web.citizen.file_who import capacity_of, stated_grounds
from pqrs.web.citizen.report_form import (
    accused_offices,
    is_report,
    lacking_in,
    whole_text,
)
from pqrs.web.languages import page_words
from pqrs.web.pages import the_app

DRAFT_KEY: Final = "filing"
"""Where the cookie holds the token of the draft."""
ASIDE_KEY: Final = "aside"
"""Where it holds the token of an ordinary draft while a report is being told."""
ANYWAY: Final = "anyway"
"""In a draft: the steps that the person chose to go on from without correcting them."""


@dataclass(frozen=True)
class TypedDraft:
    """The token, "" while nothing was sent yet, the answers as typed, by field name, the files.

    `until`: when what is kept of it goes; None while nothing is. `number`: what it was filed as.
    """

    token: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[AttachedFile, ...] = ()
    until: datetime | None = None
    number: str = ""


@dataclass(frozen=True)
class Checked:
    """Answers that may be filed, what is missing in them, and the step that still stops."""

    values: Mapping[str, Any]
    missing: tuple[str, ...]
    stuck: Step | None


def the_draft() -> TypedDraft:
    """The draft of this browser, by the form's own token first: two windows are two petitions.

    It is read on a connection of its own, so that a POST locks nothing yet.
    """
    token = request.form.get("token", "") if request.method == "POST" else ""
    if not TOKEN.fullmatch(token):
        token = session.get(DRAFT_KEY, "")
    return draft_under(token) if token else TypedDraft()


def draft_under(token: str) -> TypedDraft:
    """What is kept under this token."""
    with read_intent(), Session(db.engine) as reading:
        kept = kept_draft(reading, token, now())
    return TypedDraft(token, kept.answers, kept.files, kept.until, kept.number)


def set_aside() -> None:
    """An ordinary draft makes place for a report; a report for none."""
    token = session.get(DRAFT_KEY, "")
    if token and not is_report(draft_under(token).answers):
        session[ASIDE_KEY] = token


def draft_aside() -> TypedDraft:
    """The ordinary draft that a report was told before; empty when there was none."""
    token = session.get(ASIDE_KEY, "")
    return draft_under(token) if token else TypedDraft()


def forget_draft(token: str) -> None:
    """It was sent. What was set aside for it comes back; another window's draft stays."""
    if session.get(DRAFT_KEY) != token:
        return
    session.pop(DRAFT_KEY)
    if ASIDE_KEY in session:
        session[DRAFT_KEY] = session.pop(ASIDE_KEY)


def keep_answers(draft: TypedDraft, step: Step, form: StepForm, *, anyway: bool) -> TypedDraft:
    """Keep this step's answers whatever becomes of the request; the cookie holds the token."""
    settled = set(draft.answers.get(ANYWAY, ())) - {step.name}
    answers = dict(draft.answers) | form.typed()
    answers[ANYWAY] = sorted(settled | {step.name} if anyway else settled)
    if answers.get("identity") == IdentityLevel.ANONYMOUS:
        answers = without_person(answers)
    token = draft.token or fresh_token(answers)
    kept = TypedDraft(token, answers, draft.files)
    session[DRAFT_KEY] = kept.token
    if session.get(ASIDE_KEY) == kept.token:
        session.pop(ASIDE_KEY)
    moment = now()
    afterwards(lambda writing: save_draft(writing, kept.token, answers, moment), needed=True)
    return kept


def fresh_token(answers: Mapping[str, Any]) -> str:
    """For a draft that begins: no code leads back to a report."""
    return new_token() if is_report(answers) else new_draft_token(the_app().office.code_key)


def without_person(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Who says nothing of themselves leaves nothing of themselves, typed before or not."""
    personal = {name for step in ABOUT_THE_PERSON for name in step.form().typed()}
    return {name: value for name, value in answers.items() if name not in personal}


def check(answers: Mapping[str, Any], before: Step | None = None) -> Checked:
    """Ask every step again, in order, up to `before`; stop at the first that has to be answered."""
    values: dict[str, Any] = known_of(answers)
    missing: list[str] = []
    for step in steps_for(answers):
        if step == before:
            break
        form = step.form.from_draft(answers)
        if not form.validate():
            if not form.is_soft or step.name not in answers.get(ANYWAY, ()):
                return Checked(values, tuple(missing), step)
            missing.extend(form.faults())
        values |= form.values()
    return Checked(values, tuple(dict.fromkeys(missing)), None)


def known_of(answers: Mapping[str, Any]) -> dict[str, Any]:
    """What the path itself answers: a report is one, and of the topic that the entity names.

    A topic read in the words stays open: who routes reads them again, with the place.
    """
    if not is_report(answers):
        return {"topic": OTHER, "topic_read": topic_read(answers)}
    topic = the_app().office.pack.entity.report_topic
    return {"kind": Kind.REPORT.value, "topic": topic or OTHER}


def next_step(step: Step, answers: Mapping[str, Any]) -> Step | None:
    """The question after this one; None when the summary comes next."""
    steps = steps_for(answers)
    following = steps[steps.index(step) + 1 :] if step in steps else ()
    return following[0] if following else None


def previous_step(step: Step, answers: Mapping[str, Any]) -> Step | None:
    """The question before this one."""
    path = path_of(answers)
    place = path.index(step) if step in path else 0
    return path[place - 1] if place else None


def is_urgent(answers: Mapping[str, Any]) -> bool:
    """Whether the person says, or what was told or its topic is, a danger to life (art. 20)."""
    if PriorityGround.LIFE in stated_grounds(answers):
        return True
    suggestion = router_today().suggest(
        answers.get("text", ""), topic=answers.get("topic"), place=answers.get("place")
    )
    return suggestion.priority is Priority.URGENT


def is_discreet(answers: Mapping[str, Any]) -> bool:
    """Of what was answered so far; who was not asked yet gave no reason for care."""
    return discretion.is_discreet(answers.get("kind"), answers.get("identity", IdentityLevel.NAMED))


def make_filing(
    checked: Checked, files: tuple[AttachedFile, ...] = (), *, is_doubtful: bool = False
) -> Filing:
    """What the act is given, from answers that were checked whole and files that are kept."""
    values = checked.values
    identity = IdentityLevel(values["identity"] or IdentityLevel.NAMED)
    is_anonymous = identity is IdentityLevel.ANONYMOUS
    return Filing(
        text=whole_text(values),
        named=accused_offices(values),
        kind=None if values["kind"] == UNKNOWN else Kind(values["kind"]),
        topic=None if values["topic"] == OTHER else values["topic"],
        place=values["place"] or None,
        location=values["location"] or "",
        happened_on=values["happened_on"],
        identity=identity,
        person=None if is_anonymous else make_person(values),
        capacity=capacity_of(values),
        grounds=stated_grounds(values),
        reply_by="page" if is_anonymous else reply_way(checked),
        missing=missing_of(checked, files),
        documents=files,
        is_doubtful=is_doubtful,
        language=page_words(),
    )


def make_person(values: Mapping[str, Any]) -> Person:
    """Who asks; only the name is always there, even when it is empty."""
    number = values.get("document_number") or ""
    nit = values.get("body_document") or ""
    return Person(
        name=values["name"] or "",
        document_type=values.get("document_type") or None,
        document_number=(written(number) or number) or None,
        body_name=values.get("body_name") or None,
        body_document=nit or None,
        represented_name=values.get("represented_name") or None,
        email=values["email"] or None,
        phone=values["phone"] or None,
        postal_address=full_address(values),
    )


def full_address(values: Mapping[str, Any]) -> str | None:
    """The address as it goes on an envelope; None when there is none."""
    parts = (values[name] for name in ("postal_address", "postal_district", "postal_town"))
    written_out = ", ".join(part for part in parts if part)
    return written_out if values["postal_address"] else None


def reply_way(checked: Checked) -> str:
    """The way chosen; the page with number and code when the address it needs is missing."""
    needs = {"email": "email", "post": "postal_address"}
    way = checked.values["reply_by"] or "page"
    return "page" if needs.get(way) in checked.missing else way


def missing_of(checked: Checked, files: tuple[AttachedFile, ...] = ()) -> tuple[str, ...]:
    """What the receipt lists: what was refused or not given, and what a report has to tell."""
    values, found = checked.values, list(checked.missing)
    if "document_number" in values and not values["document_number"]:
        found.append("document")
    capacity = capacity_of(values)
    if capacity is Capacity.ATTORNEY and not files:
        found.append("power")
    if capacity is Capacity.COMPANY and not values["email"]:
        found.append("email")
    return tuple(dict.fromkeys((*found, *report_lacks(checked, files))))


def report_lacks(checked: Checked, files: tuple[AttachedFile, ...]) -> tuple[str, ...]:
    """What would make an anonymous report concrete; nothing for any other petition."""
    is_of_wrongdoing = checked.values["kind"] == Kind.REPORT.value and "known_by" in checked.values
    return lacking_in(checked.values, has_files=bool(files)) if is_of_wrongdoing else ()

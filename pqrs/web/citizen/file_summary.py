"""The answers of the filing form as a summary that says what each question got."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from flask import url_for
from flask_babel import gettext as _

from pqrs.law import Capacity
from pqrs.web.citizen.file import BACK_TO_REVIEW
from pqrs.web.citizen.file_draft import full_address
from pqrs.web.citizen.file_path import told_steps
from pqrs.web.citizen.file_reply import REPLY_BY
from pqrs.web.citizen.file_steps import OTHER, topic_name
from pqrs.web.citizen.file_who import (
    ASKED,
    CAPACITIES,
    DOCUMENTS,
    GROUNDS,
    IDENTITIES,
    capacity_of,
    has_own_page,
    stated_grounds,
)
from pqrs.web.citizen.report_form import office_name
from pqrs.web.file_words import size_of
from pqrs.web.filters import weekday_date
from pqrs.web.pages import the_app
from pqrs.web.words import OFFERED, words

Pairs: TypeAlias = list[tuple[str, str]]
"""A label and what was answered, "" when nothing was."""


@dataclass(frozen=True)
class Row:
    """One answer in the summary, and where to change it."""

    label: str
    value: str
    change_url: str


def change_url(step: str) -> str:
    """A question, from which the answer leads straight back."""
    return url_for(f"citizen.{step}", volver=BACK_TO_REVIEW)


def summary(answers: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[Row]:
    """The answers in the order of the questions, each with what a person calls it."""
    for step in told_steps(answers):
        for label, value in SAID[step.name](values):
            yield Row(label, value, change_url(step.name))


def kind_rows(values: Mapping[str, Any]) -> Pairs:
    """The name of the kind, or that the person does not know it."""
    known = {each.value: words.kind(each) for each in OFFERED}
    return [(_("Qué necesita"), str(known.get(values["kind"], _("No sé qué tipo es"))))]


def text_rows(values: Mapping[str, Any]) -> Pairs:
    """The words themselves, whole."""
    return [(_("Qué pasó o qué solicita"), values["text"])]


def topic_rows(values: Mapping[str, Any]) -> Pairs:
    """The topic chosen, the one read in the words, or that none of them was."""
    topic = values["topic"]
    if values.get("topic_read"):
        found = topic_name(values["topic_read"])
        return [(_("Tema"), _("%(topic)s. Lo leímos en lo que escribió.", topic=found))]
    return [(_("Tema"), _("Otro tema o no sé") if topic == OTHER else topic_name(topic))]


def place_rows(values: Mapping[str, Any]) -> Pairs:
    """Where and when."""
    place = the_app().office.pack.place_index.find(values["place"] or "")
    where = (place.name if place else "", values["location"])
    day = values["happened_on"]
    return [
        (_("Dónde"), ". ".join(part for part in where if part)),
        (_("Cuándo pasó"), weekday_date(day) if day else ""),
    ]


def involved_rows(values: Mapping[str, Any]) -> Pairs:
    """Who took part, from where, and how the person knows."""
    return [
        (_("Quiénes participaron"), values["involved"]),
        (_("En qué oficina"), office_name(values["office"])),
        (_("Cómo lo sabe"), values["known_by"]),
    ]


def file_rows(values: Mapping[str, Any]) -> Pairs:
    """The attached files by name and size, one a line."""
    names = "\n".join(f"{file.name}, {size_of(file.size)}" for file in values.get("files", ()))
    return [(_("Adjuntos"), names or _("Ninguno"))]


def identity_rows(values: Mapping[str, Any]) -> Pairs:
    """Named, reserved or anonymous; for whom, and why it goes first, when that was said."""
    level, capacity = values["identity"], capacity_of(values)
    found = [(_("Quién la presenta"), str(IDENTITIES[level]) if level else "")]
    if capacity is not Capacity.SELF:
        found.append((_("Por quién pide"), str(CAPACITIES[capacity])))
    grounds = "\n".join(str(GROUNDS[ground]) for ground in stated_grounds(values))
    return found + [(_("Va primero porque"), grounds)] * bool(grounds)


def person_rows(values: Mapping[str, Any]) -> Pairs:
    """For whom, then name and document: what this capacity was asked for."""
    asked, found = ASKED[capacity_of(values)], []
    if asked.body:
        found.append((str(asked.body), values["body_name"] or ""))
    if asked.nit:
        found.append((_("NIT"), values["body_document"] or ""))
    if asked.represented:
        found.append((str(asked.represented), values["represented_name"] or ""))
    found.append((_("Nombre"), values["name"] or ""))
    if asked.document:
        kind = str(DOCUMENTS.get(values["document_type"], ""))
        parts = (kind, values["document_number"])
        found.append((_("Documento"), " ".join(part for part in parts if part)))
    return found


def reply_rows(values: Mapping[str, Any]) -> Pairs:
    """To whom, when it was asked there, and how; an address that was not given has no row."""
    way = values["reply_by"]
    found = [] if has_own_page(values) else person_rows(values)
    found += [(_("Cómo le respondemos"), str(REPLY_BY[way]) if way in REPLY_BY else "")]
    optional = (
        (_("Correo electrónico"), values["email"]),
        (_("Dirección para la carta"), full_address(values)),
        (_("Teléfono"), values["phone"]),
    )
    return found + [(label, value) for label, value in optional if value]


SAID: Final[Mapping[str, Callable[[Mapping[str, Any]], Pairs]]] = {
    "file": kind_rows,
    "file_care": lambda _values: [],
    "file_text": text_rows,
    "file_topic": topic_rows,
    "file_place": place_rows,
    "file_involved": involved_rows,
    "attach": file_rows,
    "file_identity": identity_rows,
    "file_person": person_rows,
    "file_reply": reply_rows,
}
"""What each step asked and got, in words."""

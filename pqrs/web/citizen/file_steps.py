"""The questions of the filing form, one a page, and the order in which they are asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from sqlalchemy.orm import Session
from wtforms import Field, ValidationError

from pqrs.extensions import db
from pqrs.law import Kind, Unit
from pqrs.models import rules_for
from pqrs.models.engine import read_intent
from pqrs.office import Place, Router
from pqrs.office.access_code import holds_code
from pqrs.outside.now import today
from pqrs.web.citizen.file_form import StepForm
from pqrs.web.citizen.file_reply import ReplyForm
from pqrs.web.citizen.file_who import IdentityForm, PersonForm
from pqrs.web.citizen.report_form import CareForm, InvolvedForm
from pqrs.web.forms import (
    AtMost,
    Choice,
    DateParts,
    LongText,
    Needed,
    OneLine,
    Pick,
    SelectChoice,
)
from pqrs.web.pages import the_app
from pqrs.web.words import OFFERED, words

UNKNOWN: Final = "unknown"
OTHER: Final = "other"
TEXT_LENGTH: Final = 20_000
OFFERED_TOPICS: Final = 4
FIRST_CREDIBLE_YEAR: Final = 1900
SECRET: Final = _l("Parece que escribió su código secreto. Bórrelo del texto.")


class KindForm(StepForm):
    """The law's kinds in daily words; a person at the entity decides for who does not know.

    Not to know comes first: ten kinds are two screens of a phone.
    """

    kind = Choice(
        _l("¿Qué necesita?"),
        [Needed(_l("Elija qué necesita. Si duda, elija «No sé qué tipo es»."))],
        choices=[
            SelectChoice(UNKNOWN, _l("No sé qué tipo es")),
            *(SelectChoice(kind.value, words.kind(kind)) for kind in OFFERED),
        ],
    )
    groups: ClassVar = {
        UNKNOWN: _l("Si tiene dudas"),
        Kind.PRIVATE_INTEREST.value: _l("Pedir algo"),
        Kind.CLAIM.value: _l("Contar un problema"),
        Kind.INFORMATION.value: _l("Preguntar o pedir un documento"),
        Kind.SUGGESTION.value: _l("Opinar"),
    }

    def hints(self) -> dict[str, str]:
        """Meaning, example and term of each kind; nobody needs to know the law to choose."""
        rules = rules_for(db.session(), today())
        found = {
            UNKNOWN: _("Cuéntenos con sus palabras. Nosotros buscamos el tipo que corresponde.")
        }
        for kind in OFFERED:
            term = rules.term_for(kind, today())
            about = words.about(kind)
            days = _("Plazo: %(days)s días hábiles.", days=term.amount)
            said = [str(about.meaning), str(about.example)]
            found[kind.value] = " ".join(said + [days] * (term.unit is Unit.WORKING_DAY))
        return found


class TextForm(StepForm):
    """The object of the petition: the one thing it cannot be filed without.

    A code in it would be read by whoever reads the petition: that is said once, and may stay.
    """

    text = LongText(
        _l("Cuéntenos qué pasó o qué solicita"),
        [
            Needed(_l("Escriba qué solicita.")),
            AtMost(TEXT_LENGTH, _l("Puede adjuntar el resto como documento.")),
        ],
    )

    def validate_text(self, field: Field) -> None:
        """An access code, or the code of a draft, that was pasted with the rest."""
        if holds_code(field.data or ""):
            raise ValidationError(str(SECRET))

    @property
    def is_soft(self) -> bool:
        """Only a code may stay where it is."""
        return bool(self.errors == {"text": [str(SECRET)]})

    def values(self) -> dict[str, Any]:
        """The words whole, whatever is in them."""
        return {"text": self.text.data}


def router_today() -> Router:
    """What will route it when it is filed, read without waiting for who writes."""
    with read_intent(), Session(db.engine) as reading:
        return the_app().office.router_now(reading)


class TopicForm(StepForm):
    """The topic decides who answers; what the words suggest comes first."""

    topic = Choice(
        _l("¿De qué tema se trata?"),
        [Needed(_l("Elija el tema. Si no lo ve, elija «Otro tema o no sé»."))],
        validate_choice=False,
    )

    def prepare(self, answers: Mapping[str, Any]) -> None:
        """The best guesses for the text, the one chosen before, and the way out.

        That a text says too little is for who reads it to say, not for who wrote it.
        """
        office = the_app().office
        ranked = router_today().suggest(answers.get("text", "")).alternatives.topics
        unclear = office.pack.entity.unclear_topic
        codes = [each.topic for each in ranked if each.topic != unclear][:OFFERED_TOPICS]
        if self.topic.data in office.pack.topics_by_id and self.topic.data not in codes:
            codes.insert(0, self.topic.data)
        self.topic.choices = [
            *(SelectChoice(code, topic_name(code)) for code in codes),
            SelectChoice(OTHER, _("Otro tema o no sé")),
        ]

    def validate_topic(self, field: Field) -> None:
        """Any topic of the entity: one chosen for an earlier text stays chosen."""
        if field.data != OTHER and field.data not in the_app().office.pack.topics_by_id:
            raise ValidationError(_("Elija una de las opciones."))


class PlaceForm(StepForm):
    """Where it happened, from the list, in own words, or nowhere; and when, if it matters."""

    missing: ClassVar = {"place": "place", "location": "place", "happened_on": "happened_on"}
    place = Pick(_l("Barrio, corregimiento o vereda"), validate_choice=False)
    location = OneLine(_l("Dirección, vereda o punto de referencia"), [AtMost(300)])
    happened_on = DateParts(_l("¿Cuándo pasó?"))

    def prepare(self, answers: Mapping[str, Any]) -> None:
        """The places of the entity, each under the corregimiento it lies in."""
        del answers
        self.place.choices = [
            SelectChoice("", _("No está en la lista o no aplica")),
            *place_choices(the_app().office.pack.places),
        ]

    def validate_place(self, field: Field) -> None:
        """A code that is not ours is no place."""
        if field.data and the_app().office.pack.known_place(field.data) is None:
            raise ValidationError(_("Elija una de las opciones."))

    def validate_happened_on(self, field: DateParts) -> None:
        """What has not happened yet cannot be reported; what is very old is asked about."""
        year = field.parts[2].value
        if year.isdecimal() and len(year) == len("1890") and int(year) < FIRST_CREDIBLE_YEAR:
            field.errors = [_("Revise el año. ¿De verdad pasó en %(year)s?", year=year)]
        elif field.data is not None and field.data > today():
            raise ValidationError(_("La fecha de los hechos debe ser hoy o anterior."))


class AttachForm(StepForm):
    """Files are no answers: each is sent by itself and kept apart from what was typed."""

    file = FileField(_l("Elija una foto o un documento"))


@dataclass(frozen=True)
class Step:
    """A question: its endpoint, address, form, template, and what it is called in a summary."""

    name: str
    path: str
    form: type[StepForm]
    template: str
    label: LazyString


STEPS: Final = (
    Step("file", "/radicar", KindForm, "citizen/file.html", _l("Tipo")),
    Step("file_care", "/radicar/como", CareForm, "citizen/file_care.html", _l("Camino")),
    Step("file_text", "/radicar/que-paso", TextForm, "citizen/file_text.html", _l("Qué pasó")),
    Step("file_topic", "/radicar/tema", TopicForm, "citizen/file_topic.html", _l("Tema")),
    Step("file_place", "/radicar/donde", PlaceForm, "citizen/file_place.html", _l("Lugar")),
    Step("attach", "/radicar/adjuntos", AttachForm, "citizen/attach.html", _l("Adjuntos")),
    Step(
        "file_identity", "/radicar/quien", IdentityForm, "citizen/file_identity.html", _l("Quién")
    ),
    Step("file_person", "/radicar/datos", PersonForm, "citizen/file_person.html", _l("Datos")),
    Step("file_reply", "/radicar/respuesta", ReplyForm, "citizen/file_reply.html", _l("Respuesta")),
)
INVOLVED: Final = Step(
    "file_involved",
    "/radicar/personas",
    InvolvedForm,
    "citizen/file_involved.html",
    _l("Personas"),
)
REPORT_STEPS: Final = (
    *(step for step in STEPS if step.form in {TextForm, PlaceForm}),
    INVOLVED,
    *(step for step in STEPS if step.form in {AttachForm, IdentityForm, PersonForm, ReplyForm}),
)
"""The path of a report of wrongdoing; its kind and its topic are known."""
EVERY_STEP: Final = (*STEPS, INVOLVED)
CARE: Final = next(step for step in STEPS if step.form is CareForm)
TOPIC: Final = next(step for step in STEPS if step.form is TopicForm)
PERSON: Final = next(step for step in STEPS if step.form is PersonForm)
ABOUT_THE_PERSON: Final = tuple(step for step in STEPS if step.form in {PersonForm, ReplyForm})
"""What an anonymous person is never asked, and what is never kept of them."""


def topic_name(code: str) -> str:
    """The matter and its part, as the entity names them."""
    topic = the_app().office.pack.topic(code)
    return f"{topic.tema}: {topic.subtema}"


def place_choices(places: tuple[Place, ...]) -> Iterator[SelectChoice]:
    """First what has nothing inside, then each area with its barrios, itself on top."""
    pack = the_app().office.pack
    inside: dict[str, list[Place]] = {place.code: [] for place in places if not place.parent}
    for place in places:
        area = pack.area_of(place.code)
        if place.parent and area in inside:
            inside[area].append(place)
    ordered = sorted(inside, key=lambda code: (bool(inside[code]), named(code)))
    for code in ordered:
        group = named(code) if inside[code] else _("Corregimientos y centros poblados")
        yield SelectChoice(code, named(code), optgroup=group)
        for place in sorted(inside[code], key=lambda one: one.name):
            yield SelectChoice(place.code, f"{place.name}, {named(code)}", optgroup=group)


def named(code: str) -> str:
    """The name of a place; its code when the pack knows it no more."""
    places = the_app().office.pack.places
    return next((place.name for place in places if place.code == code), code)

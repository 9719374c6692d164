"""Everything a clerk writes while a person speaks: all the questions of `/radicar` on one page.

What may be left uncorrected is what may be there; beside it, how the petition came.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any, ClassVar, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from pqrs.acts.file_petition import SUBJECT_LENGTH
from pqrs.law import Capacity, Channel, IdentityLevel
from pqrs.office.reception import WAYS, Tongue
from pqrs.outside.now import now
from pqrs.web.citizen.file_form import StepForm, cannot_be_kept, is_hard
from pqrs.web.citizen.file_reply import ReplyForm
from pqrs.web.citizen.file_steps import (
    OTHER,
    SECRET,
    UNKNOWN,
    PlaceForm,
    TextForm,
    topic_name,
)
from pqrs.web.citizen.file_who import (
    ASKED,
    BODY_MAY_LACK,
    CAPACITIES,
    IdentityForm,
    PersonForm,
    capacity_of,
    unasked,
)
from pqrs.web.citizen.report_form import InvolvedForm
from pqrs.web.filters import BOGOTA, local_day
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

SPOKEN: Final = "spoken"
WRITTEN: Final = "written"
SHORT_TEXT: Final = 3_000
HOUR: Final = re.compile(
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(\s*(?P<half>[ap])\.?\s*m\.?)?", re.IGNORECASE
)
NOON, DAY, HOUR_MINUTES = 12, 24, 60
FARTHEST_BACK: Final = timedelta(days=366)
"""How long ago something may have arrived that nobody filed then."""
CUT: Final = {
    "other_tongue": 60,
    "interpreter": 120,
    "why_late": 200,
    "subject": SUBJECT_LENGTH,
    "brought": SHORT_TEXT,
    "answered": SHORT_TEXT,
}
"""How much is filed of what is too long, when it is not corrected."""
LET_BE: Final = (*CUT, "posted_on")
"""What nobody is refused for, beside what the receipt calls missing. The day and hour of arrival
are not: from them the term runs."""
OF_THE_PERSON: Final = (
    *PersonForm.missing,
    "email",
    "phone",
    "postal_address",
    "postal_district",
    "postal_town",
    "interpreter",
)
"""What says who somebody is: nothing of it is kept of who wants to stay unknown."""
ANSWERED_BEFOREHAND: Final = ("name", "office", "tongue", "kind", "topic", "place", "capacity")
"""Optional in law; the page does not say so of a list with an answer, nor of the name."""
ASKED_BY_ANOTHER: Final = (
    "received_time",
    "why_late",
    "represented_name",
    "body_name",
    "email",
    "postal_address",
)
"""Optional by themselves; another answer may ask for them, so the page does not say so either."""
USUAL: Final[Mapping[str, str]] = {
    "channel": WAYS[0].value,
    "manner": SPOKEN,
    "tongue": Tongue.SPANISH.value,
    "identity": IdentityLevel.NAMED.value,
    "capacity": Capacity.SELF.value,
    "reply_by": "page",
}
"""What most people at a counter would answer: marked beforehand, so that nobody waits for it."""


class CounterForm(InvolvedForm, TextForm, PlaceForm, IdentityForm, ReplyForm):
    """One page for what a citizen is asked on nine, and how the petition came to us."""

    missing: ClassVar = {**IdentityForm.missing, **PlaceForm.missing, **ReplyForm.missing}
    channel = Choice(
        _l("¿Cómo llegó?"),
        [Needed(_l("Elija cómo llegó."))],
        choices=[SelectChoice(way.value, words.of(way)) for way in WAYS],
    )
    manner = Choice(
        _l("¿La dijo o la trajo escrita?"),
        [Needed(_l("Elija si la dijo de palabra o la trajo escrita."))],
        choices=[
            SelectChoice(SPOKEN, _l("La dijo de palabra")),
            SelectChoice(WRITTEN, _l("La trajo o la mandó escrita")),
        ],
    )
    tongue = Pick(
        _l("¿En qué lengua la dijo?"),
        choices=[SelectChoice(each.value, words.of(each)) for each in Tongue],
    )
    other_tongue = OneLine(_l("Si es otra lengua, ¿cuál?"), [AtMost(CUT["other_tongue"])])
    interpreter = OneLine(_l("Quién la pasó al español"), [AtMost(CUT["interpreter"])])
    received_on = DateParts(_l("Día en que llegó"))
    received_time = OneLine(_l("Hora en que llegó"), [AtMost(12)])
    posted_on = DateParts(_l("Día del matasellos, si vino por correo"))
    why_late = OneLine(_l("Por qué se radica después"), [AtMost(CUT["why_late"])])
    subject = OneLine(_l("Asunto, en pocas palabras"), [AtMost(SUBJECT_LENGTH)])
    kind = Pick(
        _l("Tipo"),
        choices=[
            SelectChoice(UNKNOWN, _l("No sé: que lo busque el sistema")),
            *(SelectChoice(kind.value, words.kind(kind)) for kind in OFFERED),
        ],
    )
    topic = Pick(_l("Tema"), validate_choice=False)
    name = OneLine(
        _l("Nombre y apellido"), [AtMost(120)], one_line=_l("Escriba el nombre en una sola línea.")
    )
    capacity = Pick(  # type: ignore[assignment]  # as above
        _l("¿Por quién pide?"),
        choices=[SelectChoice(each.value, label) for each, label in CAPACITIES.items()],
    )
    brought = LongText(_l("Documentos que entrega"), [AtMost(SHORT_TEXT)])
    answered = LongText(_l("Lo que usted le respondió"), [AtMost(SHORT_TEXT)])

    def fit(self, answers: Mapping[str, Any]) -> None:
        """Every question stays where it is: the clerk may come back to any."""
        del answers

    def prepare(self, answers: Mapping[str, Any]) -> None:
        """Places, topics and offices by name; what a clerk calls the words of the petition."""
        PlaceForm.prepare(self, answers)
        InvolvedForm.prepare(self, answers)
        self.text.label.text = _("Qué pide, qué pasó y por qué")
        for name in ANSWERED_BEFOREHAND:
            self[name].flags.required = True
        for name in ASKED_BY_ANOTHER:
            self[name].flags.either = True
        self.topic.choices = [SelectChoice("", _("Que lo busque el sistema")), *topic_choices()]

    @property
    def is_soft(self) -> bool:
        """Whether it may be filed as it is; a code in the words may stay there."""
        return bool(self.errors) and not any(
            self[name].errors and self.stops(self[name]) for name in self.data
        )

    def stops(self, field: Field) -> bool:
        """Whether nothing can be filed before it is corrected."""
        if field.name in LET_BE:
            return cannot_be_kept(field)
        return is_hard(self, field) and list(field.errors) != [str(SECRET)]

    def values(self) -> dict[str, Any]:
        """What may be filed, without what this capacity is not asked."""
        found = {**StepForm.values(self), "text": self.text.data}
        found |= {name: (self[name].data or "")[:limit] for name, limit in CUT.items()}
        found |= {"kind": found["kind"] or UNKNOWN, "topic": found["topic"] or OTHER}
        left_out = self.not_asked() | set(unasked(ASKED[capacity_of(found)]))
        return {name: value for name, value in found.items() if name not in left_out}

    def not_asked(self) -> frozenset[str]:
        """Whoever does not say who they are lacks nothing by it."""
        is_unknown = self.identity.data == IdentityLevel.ANONYMOUS
        return frozenset(OF_THE_PERSON) if is_unknown else frozenset()

    def faults(self) -> tuple[str, ...]:
        """What is missing of what is asked."""
        left_out = self.not_asked()
        return tuple(
            what
            for name, what in self.missing.items()
            if self[name].errors and name not in left_out
        )

    def validate_other_tongue(self, field: Field) -> None:
        """A language that is not on the list is not said beside one that is."""
        if field.data and self.tongue.data != Tongue.OTHER:
            raise ValidationError(_("Elija «Otra lengua» arriba, o borre esto."))

    def validate_topic(self, field: Field) -> None:
        """Any topic of the entity, or none."""
        if field.data and field.data not in the_app().office.pack.topics_by_id:
            raise ValidationError(_("Elija una de las opciones."))

    def validate_identity(self, field: Field) -> None:
        """Which of the two it is has to be said: nothing typed of the person is kept meanwhile."""
        typed = any(self[name].data for name in OF_THE_PERSON)
        if field.data == IdentityLevel.ANONYMOUS and typed:
            raise ValidationError(
                _(
                    "Marcó que no dice quién es, y hay datos de la persona. Bórrelos o elija otra "
                    "opción. Si radica así, no los guardamos."
                )
            )

    def validate_name(self, field: Field) -> None:
        """Asked of whoever says who they are."""
        if not field.data and self.identity.data != IdentityLevel.ANONYMOUS:
            raise ValidationError(_("Escriba el nombre de la persona."))

    def validate_body_name(self, field: Field) -> None:
        """Asked where the capacity calls for it."""
        capacity = self.of_capacity()
        if not field.data and ASKED[capacity].body and capacity not in BODY_MAY_LACK:
            raise ValidationError(_("Escriba en nombre de quién pide."))

    def validate_represented_name(self, field: Field) -> None:
        """An initial is enough."""
        if not field.data and ASKED[self.of_capacity()].represented:
            raise ValidationError(_("Escriba el nombre de la persona por quien pide."))

    def is_used(self, name: str) -> bool:
        """Whether something stands there that is not usual, or has to be corrected."""
        field = self[name]
        return bool(field.errors or (field.data and field.data != USUAL.get(name)))

    def of_capacity(self) -> Capacity:
        """For whom, as chosen so far."""
        return capacity_of(self.data)

    def validate_received_on(self, field: DateParts) -> None:
        """Never later than now, nor so long ago that it must be another year."""
        at = self.received_at()
        if field.data is not None and self.hour() is not None and at is not None:
            if at > now():
                raise ValidationError(_("Lo que llegó no puede ser posterior a ahora."))
            if at < now() - FARTHEST_BACK:
                raise ValidationError(_("Revise el año: llegó hace más de un año."))

    def validate_received_time(self, field: Field) -> None:
        """With the day, the hour; an hour alone is today's."""
        if field.data and self.hour() is None:
            raise ValidationError(_("Escriba la hora así: 14:30, o 2:30 p. m."))
        if self.received_on.data and not field.data:
            raise ValidationError(_("Escriba también la hora en que llegó, por ejemplo 14:30."))
        at = self.received_at()
        if not self.received_on.data and at is not None and at > now():
            raise ValidationError(_("Lo que llegó no puede ser posterior a ahora."))

    def validate_why_late(self, field: Field) -> None:
        """Who files later than it came says why."""
        if self.received_at() is not None and not field.data:
            raise ValidationError(_("Escriba por qué se radica después de que llegó."))

    def validate_posted_on(self, field: DateParts) -> None:
        """A letter is posted before it arrives."""
        at = self.received_at() or now()
        if any(field.typed) and self.channel.data != Channel.POST:
            raise ValidationError(
                _("Solo lo que llegó por correo postal trae matasellos. Bórrelo.")
            )
        if field.data is not None and field.data > local_day(at):
            raise ValidationError(_("El matasellos no puede ser posterior al día en que llegó."))

    def fix_day(self) -> None:
        """An hour alone is of the day on which it is typed, however long the draft then waits."""
        if self.hour() is not None and not any(self.received_on.typed):
            self.received_on.set_day(local_day(now()))

    def hour(self) -> time | None:
        """What was typed as one."""
        found = HOUR.fullmatch(self.received_time.data or "")
        if found is None:
            return None
        hour, minute = int(found["hour"]), int(found["minute"])
        if found["half"]:
            if not 1 <= hour <= NOON:
                return None
            hour = hour % NOON + (NOON if found["half"].lower() == "p" else 0)
        return time(hour, minute) if hour < DAY and minute < HOUR_MINUTES else None

    def received_at(self) -> datetime | None:
        """When it arrived, if that was before now; None when nobody said so."""
        hour = self.hour()
        if hour is None:
            return None
        return datetime.combine(self.received_on.data or local_day(now()), hour, BOGOTA)


def topic_choices() -> Iterator[SelectChoice]:
    """The topics in force, each in its group."""
    pack = the_app().office.pack
    for topic in pack.topics:
        yield SelectChoice(topic.topic_id, topic_name(topic.topic_id), optgroup=topic.group)

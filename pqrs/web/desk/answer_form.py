"""The form of an answer of general interest, and what it is checked for before it is proposed."""

from datetime import date
from hashlib import sha256
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from pqrs.acts.propose_answer import Wording
from pqrs.web.answer_words import topic_words
from pqrs.web.forms import (
    AtMost,
    Choices,
    DateParts,
    LongText,
    Needed,
    PageForm,
    Pick,
    SelectChoice,
)
from pqrs.web.pages import the_app

LONGEST_QUESTION: Final = 200
LONGEST_ANSWER: Final = 4_000
LOOKED: Final = "looked"


class LookedForm(PageForm):
    """Words that everybody will read. `seen`: which were shown marked."""

    seen = HiddenField()
    looked = Choices(
        _l("Antes de proponer"),
        choices=[SelectChoice(LOOKED, _l("Lo leí: no dice quién es nadie"))],
    )

    def said(self) -> str:
        """The words."""
        raise NotImplementedError

    def show(self) -> None:
        """These words are shown marked now; a tick given to others is taken off.

        Where it is asked it is needed: the act refuses what nobody read.
        """
        self.looked.flags.required = True
        if self.seen.data != self.digest():
            self.seen.data, self.looked.data = self.digest(), []

    def has_looked(self, *, doubtful: bool) -> bool:
        """Whether who ticked saw the marks that these words have, if they have any."""
        was_shown = self.seen.data == self.digest() or not doubtful
        return LOOKED in self.looked.data and was_shown

    def digest(self) -> str:
        """Of the words as they are now, however their lines end."""
        return sha256(" ".join(self.said().split()).encode()).hexdigest()


class AnswerForm(LookedForm):
    """What everybody will read, and until when it holds."""

    question = LongText(
        _l("La pregunta, en palabras de todos"),
        [Needed(_l("Escriba la pregunta.")), AtMost(LONGEST_QUESTION)],
    )
    answer = LongText(
        _l("La respuesta"), [Needed(_l("Escriba la respuesta.")), AtMost(LONGEST_ANSWER)]
    )
    topic = Pick(_l("Tema"), [Needed(_l("Elija el tema."))])
    place = Pick(_l("Lugar"))
    review_by = DateParts(
        _l("Revisar antes de"), [Needed(_l("Escriba hasta qué día vale sin revisarla."))]
    )

    def offer(self) -> None:
        """This entity's topics and places."""
        pack = the_app().office.pack
        topics = sorted((topic_words(pack, one.topic_id), one.topic_id) for one in pack.topics)
        self.topic.choices = [
            SelectChoice("", _("Elija un tema")),
            *(SelectChoice(code, name) for name, code in topics),
        ]
        places = sorted((one.name, one.code) for one in pack.places)
        self.place.choices = [
            SelectChoice("", _("Todo el municipio")),
            *(SelectChoice(code, name) for name, code in places),
        ]

    def said(self) -> str:
        """Question and answer."""
        return f"{self.question.data or ''}\n{self.answer.data or ''}"

    def begin(self, wording: Wording) -> None:
        """What there is, to be put in general words."""
        self.question.data = wording.question
        self.answer.data = wording.answer
        self.topic.data = wording.topic
        self.place.data = wording.place or ""
        day = wording.review_by
        self.review_by.data = day
        self.review_by.typed = (str(day.day), str(day.month), str(day.year))

    def wording(self) -> Wording:
        """What was written."""
        return Wording(
            question=self.question.data,
            answer=self.answer.data,
            topic=self.topic.data,
            place=self.place.data or None,
            review_by=self.review_by.data or date.min,
        )

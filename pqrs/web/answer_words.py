"""A published answer as its readers see it: the same in the list, while filing and at the desk."""

from dataclasses import dataclass
from typing import Final

from flask import url_for

from pqrs.office import Pack
from pqrs.outside.now import today
from pqrs.queries.public_answers import AnswerRow
from pqrs.web.filters import long_date
from pqrs.web.pages import the_app

BACK: Final = "volver"
"""In the address of an answer opened while filing: the question to go back to."""


@dataclass(frozen=True)
class ShownAnswer:
    """`about`: its topic, and its place when it is of one. `paragraphs`: its answer."""

    id: int
    url: str
    question: str
    paragraphs: tuple[str, ...]
    about: str
    department: str
    published: str
    until: str


def show_answer(row: AnswerRow, back: str = "") -> ShownAnswer:
    """With the names of its codes; `back` is where its page leads back to."""
    pack = the_app().office.pack
    place = next((one.name for one in pack.places if one.code == row.place), "")
    return ShownAnswer(
        id=row.id,
        url=url_for("public.show_one_answer", answer_id=row.id, volver=back or None),
        question=row.question,
        paragraphs=paragraphs_of(row.answer),
        about=" · ".join(filter(None, (topic_words(pack, row.topic), place))),
        department=body_words(pack, row.department),
        published=long_date(row.published_on),
        until=long_date(row.review_by),
    )


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Its lines; what stands between blank ones is read apart."""
    return tuple(line for line in map(str.strip, text.splitlines()) if line)


def topic_words(pack: Pack, code: str) -> str:
    """Theme and topic; the code itself when the pack has it no more."""
    topic = pack.topics_by_id.get(code)
    return f"{topic.tema}: {topic.subtema}" if topic else code


def body_words(pack: Pack, code: str) -> str:
    """Its name, or its heir's once it ended; the code itself when the pack has it no more."""
    body = pack.departments_by_code.get(pack.heir_of(code, today()))
    return body.name if body else code

"""Beside a case, published answers like it; a link copies one into the draft, with its source."""

from typing import Final

from flask import request, url_for
from flask_babel import gettext as _

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.queries.public_answers import public_answer, similar_answers
from pqrs.web.answer_words import ShownAnswer, show_answer
from pqrs.web.desk.reply_form import ReplyForm
from pqrs.web.pages import the_app
from pqrs.web.typed_text import whole_number

COPIED: Final = "respuesta"
DIGITS: Final = 9


def published_like(case: CasePage) -> tuple[ShownAnswer, ...]:
    """Those that seem to answer its first words. One statement."""
    text = case.texts[0][1] if case.texts else ""
    with reading():
        found = similar_answers(
            db.session(),
            text,
            topics=(case.topic or "",),
            place=case.place_code,
            pack=the_app().office.pack,
            on=today(),
        )
    return tuple(map(show_answer, found))


def insert_published(form: ReplyForm) -> None:
    """`?respuesta=7`: its words after the draft in hand, with their source; nothing is kept yet."""
    typed = request.args.get(COPIED, "") if request.method == "GET" else ""
    number = whole_number(typed, DIGITS)
    if number is None:
        return
    with reading():
        found = public_answer(db.session(), number, the_app().office.pack)
    if found is None or found.answer is None:
        return
    path = url_for("public.show_one_answer", answer_id=found.id)
    address = f"{the_app().settings.base_url.rstrip('/')}{path}"
    source = _("Tomado de la respuesta publicada: %(address)s", address=address)
    before = (form.body.data or "").strip()
    form.body.data = "\n\n".join(filter(None, (before, found.answer.answer, source)))

"""`/respuestas`: answers of general interest, without whoever asked (Ley 1712 de 2014, art. 14)."""

from dataclasses import dataclass
from typing import Final

from flask import Response, abort, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.extensions import db
from pqrs.outside.now import today
from pqrs.queries.public_answers import (
    MOST_PAGES,
    AnswerList,
    PublicPage,
    Sought,
    public_answer,
    public_answers,
)
from pqrs.web.answer_words import BACK, ShownAnswer, body_words, show_answer, topic_words
from pqrs.web.filters import long_date
from pqrs.web.forms import AtMost, GetForm, OneLine, Pick, SelectChoice
from pqrs.web.headers import kept_for
from pqrs.web.pages import page, the_app
from pqrs.web.public import public
from pqrs.web.typed_text import whole_number

ONE_MINUTE: Final = 60
LONGEST: Final = 200
GONE: Final = 410
DIGITS: Final = 4
"""Of a page's number; nobody turns ten thousand pages."""
WAYS_BACK: Final = {"tema": "citizen.file_topic", "revise": "citizen.review"}


class AnswersForm(GetForm):
    """Words, and which department or topic; what is no code of ours is passed over."""

    q = OneLine(_l("¿Qué quiere saber?"), [AtMost(LONGEST)])
    dependencia = Pick(_l("Dependencia"), validate_choice=False)
    tema = Pick(_l("Tema"), validate_choice=False)

    def offer(self, found: AnswerList) -> None:
        """Those that have an answer, by name, and whatever was chosen."""
        pack = the_app().office.pack
        bodies = {code: body_words(pack, code) for code in (*found.departments, *self.chosen()[:1])}
        topics = {code: topic_words(pack, code) for code in (*found.topics, *self.chosen()[1:])}
        for field, every, names in (
            (self.dependencia, _("Todas"), bodies),
            (self.tema, _("Todos"), topics),
        ):
            named = sorted((name, code) for code, name in names.items() if code)
            field.choices = [SelectChoice("", every), *(SelectChoice(c, n) for n, c in named)]

    def chosen(self) -> tuple[str, str]:
        """Codes of ours; "" for anything else."""
        pack = the_app().office.pack
        department, topic = self.dependencia.data or "", self.tema.data or ""
        return (
            department if department in pack.departments_by_code else "",
            topic if topic in pack.topics_by_id else "",
        )


@dataclass(frozen=True)
class AnswersPage:
    """`is_narrowed`: whether anything was sought. `passed_over`: a filter that we do not know."""

    rows: tuple[ShownAnswer, ...]
    is_narrowed: bool
    passed_over: bool
    number: int
    previous_url: str
    next_url: str


@dataclass(frozen=True)
class AnswerPage:
    """One answer; without it, why it is gone and where the new one is. `back_url`: to the form."""

    answer: ShownAnswer | None
    is_late: bool = False
    withdrawn: str = ""
    reason: str = ""
    newer_url: str = ""
    back_url: str = ""


@public.get("/respuestas")
def show_answers() -> Response:
    """The newest, or the best for what is sought; a search too long is said and not made."""
    form = AnswersForm()
    form.q.flags.required = True
    text = form.q.data if form.validate() else ""
    department, topic = form.chosen()
    sought = Sought(text, department, topic, page_number())
    found = public_answers(db.session(), sought, today(), the_app().office.pack)
    given = (form.dependencia.data or "", form.tema.data or "")
    form.dependencia.data, form.tema.data = department, topic
    form.offer(found)
    data = AnswersPage(
        rows=tuple(map(show_answer, found.rows)),
        is_narrowed=bool(text or department or topic),
        passed_over=given != (department, topic),
        number=sought.page,
        previous_url=url_of(sought, sought.page - 1) if sought.page > 1 else "",
        next_url=url_of(sought, sought.page + 1) if found.has_more else "",
    )
    shown = page("public/answers.html", data, form)
    return shown if form.errors else kept_for(shown, ONE_MINUTE)


@public.get("/respuestas/<int(max=999999999):answer_id>")
def show_one_answer(answer_id: int) -> Response:
    """One of them at its own address, which stays when it is withdrawn."""
    found = public_answer(db.session(), answer_id, the_app().office.pack)
    if found is None:
        abort(404)
    data = page_of(found)
    return kept_for(
        page("public/answer.html", data, status=None if data.answer else GONE), ONE_MINUTE
    )


def page_of(found: PublicPage) -> AnswerPage:
    """In words."""
    way = WAYS_BACK.get(request.args.get(BACK, ""))
    back_url = url_for(way) if way else ""
    if found.answer is None:
        newer = found.replaced_by
        return AnswerPage(
            None,
            withdrawn=long_date(found.withdrawn_on) if found.withdrawn_on else "",
            reason=found.reason,
            newer_url=url_for("public.show_one_answer", answer_id=newer) if newer else "",
            back_url=back_url,
        )
    return AnswerPage(
        show_answer(found.answer), is_late=found.answer.review_by < today(), back_url=back_url
    )


def page_number() -> int:
    """The page asked for; the first for what is no number."""
    return min(whole_number(request.args.get("pagina", ""), DIGITS) or 1, MOST_PAGES)


def url_of(sought: Sought, number: int) -> str:
    """The same search at another page."""
    return url_for(
        "public.show_answers",
        q=sought.text or None,
        dependencia=sought.department or None,
        tema=sought.topic or None,
        pagina=number if number > 1 else None,
    )

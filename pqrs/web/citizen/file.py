"""`/radicar…`: one question a page. Each answer is kept on the server, good or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.law import IdentityLevel
from pqrs.web.answer_words import ShownAnswer
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_again import show_earlier
from pqrs.web.citizen.file_care import go_careful
from pqrs.web.citizen.file_draft import (
    TypedDraft,
    check,
    draft_aside,
    is_discreet,
    is_urgent,
    keep_answers,
    next_step,
    previous_step,
    the_draft,
)
from pqrs.web.citizen.file_form import StepForm
from pqrs.web.citizen.file_path import may_be_asked, path_of, steps_for
from pqrs.web.citizen.file_similar import already_answered
from pqrs.web.citizen.file_steps import (
    ABOUT_THE_PERSON,
    EVERY_STEP,
    OTHER,
    STEPS,
    AttachForm,
    Step,
    TopicForm,
)
from pqrs.web.citizen.report_form import is_report
from pqrs.web.pages import page

SEE_OTHER = 303
BACK_TO_REVIEW = "revise"
LIKELY = 1
"""Topics that the words suggest: of the best guess nine answers in ten are meant, of two six."""
LATER = "later"
"""The button that keeps what is typed, good or not, and says how to come back to it."""


@dataclass(frozen=True)
class QuestionPage:
    """A step: its place in the line, the way back, and what the answers so far call for.

    `may_skip`: the person may go on without correcting. `is_urgent`: emergency lines first.
    `answered`: published answers that may say it already, once the words are known.
    """

    number: int
    total: int
    action: str
    back_url: str
    may_skip: bool = False
    is_urgent: bool = False
    is_discreet: bool = False
    is_anonymous: bool = False
    is_report: bool = False
    answered: tuple[ShownAnswer, ...] = ()


def ask(step: Step) -> ResponseReturnValue:
    """The question, with what was answered before; first those that come before it."""
    draft = draft_for(step)
    elsewhere = earlier_url(step, draft)
    if elsewhere:
        return redirect(elsewhere, SEE_OTHER)
    form = step.form.filled(draft.answers) if draft.answers else step.form()
    return show(step, form, draft)


def draft_for(step: Step) -> TypedDraft:
    """The draft of this browser; beside a report that was begun, the one that was set aside."""
    draft = the_draft()
    begins_anew = step == STEPS[0] and is_report(draft.answers)
    return draft_aside() if begins_anew else draft


def earlier_url(step: Step, draft: TypedDraft) -> str:
    """The question to answer before this one, or the summary when this one is not asked; or ""."""
    if not may_be_asked(step, draft.answers):
        return url_for("citizen.review")
    stuck = check(draft.answers, before=step).stuck
    return url_for(f"citizen.{stuck.name}") if stuck is not None else ""


def answer(step: Step) -> ResponseReturnValue:
    """Keep what was typed and go on; what can be left uncorrected is asked about once."""
    draft = draft_for(step)
    form = step.form()
    form.fit(draft.answers)
    is_good = form.validate_on_submit()
    if "csrf_token" in form.errors:
        return show(step, form, draft)
    if is_kept_back(step, draft):
        return refuse_personal_data(step, form, draft)
    anyway = not is_good and form.is_soft and "anyway" in request.form
    kept = keep_answers(unfiled(draft), step, form, anyway=anyway)
    if draft.number:
        return show_earlier(draft.number, kept)
    if LATER in request.form:
        return redirect(url_for("citizen.later"), SEE_OTHER)
    if not is_good and not anyway:
        return show(step, form, kept)
    return redirect(following_url(step, go_careful(kept)), SEE_OTHER)


def is_kept_back(step: Step, draft: TypedDraft) -> bool:
    """Whether the person chose to say nothing of what this question asks."""
    is_anonymous = draft.answers.get("identity") == IdentityLevel.ANONYMOUS
    return is_anonymous and step in ABOUT_THE_PERSON


def unfiled(draft: TypedDraft) -> TypedDraft:
    """What is typed after sending begins another petition; the one that was sent is not touched."""
    return TypedDraft(answers=draft.answers) if draft.number else draft


def refuse_personal_data(step: Step, form: StepForm, draft: TypedDraft) -> ResponseReturnValue:
    """An anonymous person gives no address: ask which of the two it is. Nothing typed is kept."""
    if not form.data.get("email"):
        return redirect(url_for("citizen.review"), SEE_OTHER)
    form.refuse("email", _("Si deja un correo, la denuncia ya no es anónima. Elija una opción."))
    return show(step, form, draft)


def show(step: Step, form: StepForm, draft: TypedDraft) -> ResponseReturnValue:
    """The page of a step; the form carries the token of its draft."""
    return page(step.template, question(step, form, draft), form)


def question(step: Step, form: StepForm, draft: TypedDraft) -> QuestionPage:
    """What every step shows, with its form made ready."""
    form.prepare(draft.answers)
    form.token.data = draft.token
    steps = steps_for(draft.answers)
    path, before = path_of(draft.answers), previous_step(step, draft.answers)
    return QuestionPage(
        number=path.index(step) + 1 if step in path else 1,
        total=len(steps) + 1,
        action=url_for(
            f"citizen.{step.name}", volver=BACK_TO_REVIEW if comes_from_review() else None
        ),
        back_url=back_url(before, draft),
        may_skip=form.is_soft,
        is_urgent=is_urgent(draft.answers),
        is_discreet=is_discreet(draft.answers),
        is_anonymous=is_kept_back(step, draft),
        is_report=is_report(draft.answers),
        answered=answered_at(form, draft),
    )


def answered_at(form: StepForm, draft: TypedDraft) -> tuple[ShownAnswer, ...]:
    """Beside the choice of a topic, by the topics that the words suggest."""
    if not isinstance(form, TopicForm):
        return ()
    suggested = [option.data for option in form.topic if option.data != OTHER]
    return already_answered(draft.answers, suggested[:LIKELY], "tema")


def back_url(before: Step | None, draft: TypedDraft) -> str:
    """The summary when the person came from there, the question before, or the start."""
    if comes_from_review():
        return url_for("citizen.review")
    if before is not None:
        return url_for(f"citizen.{before.name}")
    return url_for("citizen.begin" if is_report(draft.answers) else "citizen.home")


def comes_from_review() -> bool:
    """Whether "Cambiar" led here: then the answer leads straight back."""
    return request.args.get("volver") == BACK_TO_REVIEW


def following_url(step: Step, draft: TypedDraft) -> str:
    """The next question; after a change, the first that the change left open, or the summary."""
    if step not in steps_for(draft.answers):
        return unseen_url(draft)
    if comes_from_review():
        stuck = check(draft.answers).stuck
        if stuck is None:
            return url_for("citizen.review")
        return url_for(f"citizen.{stuck.name}", volver=BACK_TO_REVIEW)
    following = next_step(step, draft.answers)
    return url_for(f"citizen.{following.name}") if following else url_for("citizen.review")


def unseen_url(draft: TypedDraft) -> str:
    """After a question of another path: the first of this one that was never answered."""
    asked = (step for step in steps_for(draft.answers) if step.form is not AttachForm)
    unseen = next((step for step in asked if not is_answered(step, draft.answers)), None)
    return url_for(f"citizen.{unseen.name}" if unseen else "citizen.review")


def is_answered(step: Step, answers: Mapping[str, Any]) -> bool:
    """Whether it was asked before: one that may stay empty is kept as empty."""
    return bool(step.form().typed().keys() & answers.keys())


def add_step(step: Step) -> None:
    """The two views of a step, at its own address and under its own name."""
    citizen.add_url_rule(step.path, step.name, view_func=lambda: ask(step), methods=["GET"])
    citizen.add_url_rule(
        step.path, f"answer_{step.name}", view_func=lambda: answer(step), methods=["POST"]
    )


for each in EVERY_STEP:
    if each.form is not AttachForm:
        add_step(each)

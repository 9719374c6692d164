"""`/radicar/sobre-usted`: after filing, what a person may say of themselves; counted, never kept.

Not offered to whoever filed without a name or reports a wrong: nothing more is asked of them.
"""

from dataclasses import dataclass
from typing import Final

from flask import flash, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.count_population import count_population
from pqrs.extensions import db
from pqrs.office.population import ANSWERS, NOTICE, Question, read_answers
from pqrs.outside.now import now, today
from pqrs.queries.tracking import tracking
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_receipt import RECEIPT_KEY, TOLD_KEY, may_tell, shown_number
from pqrs.web.forms import PageForm, Pick, SelectChoice
from pqrs.web.pages import page
from pqrs.web.population_words import QUESTIONS, RATHER_NOT, said

SEE_OTHER: Final = 303
TEMPLATE: Final = "citizen/about_you.html"


@dataclass(frozen=True)
class AboutYouPage:
    """The version of the notice that is read before answering; where one came from."""

    back_url: str
    back: str
    notice: str = NOTICE


class AboutYouForm(PageForm):
    """One question each; the first answer of all of them is not to answer."""

    age = Pick(QUESTIONS[Question.AGE])
    sex = Pick(QUESTIONS[Question.SEX])
    gender = Pick(QUESTIONS[Question.GENDER])
    ethnicity = Pick(QUESTIONS[Question.ETHNICITY])
    disability = Pick(QUESTIONS[Question.DISABILITY])
    victim = Pick(QUESTIONS[Question.VICTIM])
    rural = Pick(QUESTIONS[Question.RURAL])

    def __init__(self) -> None:
        super().__init__()
        for question in Question:
            answers = [SelectChoice(each, said(question, each)) for each in ANSWERS[question]]
            self[question.value].choices = [SelectChoice("", str(RATHER_NOT)), *answers]

    def answers(self) -> dict[Question, str]:
        """What was chosen."""
        return read_answers({question: self[question.value].data for question in Question})


@citizen.get("/radicar/sobre-usted")
def about_you() -> ResponseReturnValue:
    """The questions, for who has just filed with a name and has not answered them yet."""
    if not may_be_asked():
        return redirect(url_for("citizen.receipt"), SEE_OTHER)
    return page(TEMPLATE, from_receipt(), AboutYouForm())


@citizen.post("/radicar/sobre-usted")
def tell_about_you() -> ResponseReturnValue:
    """Count the answers once; this browser remembers that it was done, and asks no more."""
    if not may_be_asked():
        return redirect(url_for("citizen.receipt"), SEE_OTHER)
    form = AboutYouForm()
    if not form.validate_on_submit():
        return page(TEMPLATE, from_receipt(), form)
    count_once(form, **{name: session[RECEIPT_KEY][name] for name in ("number", "token")})
    return redirect(url_for("citizen.receipt"), SEE_OTHER)


def from_receipt() -> AboutYouPage:
    """The page, for whoever filed by the page."""
    return AboutYouPage(url_for("citizen.receipt"), _("Volver a mi constancia"))


def count_once(form: AboutYouForm, *, number: str, token: str) -> None:
    """The answers of whoever filed under this token; the browser asks them no more."""
    if count_population(db.session(), form.answers(), now(), token=token):
        flash(_("Gracias. Sumamos sus respuestas y no guardamos de quién son."))
    session[TOLD_KEY] = number


def may_be_asked() -> bool:
    """Whether this browser shows the receipt of a petition whose person may be asked."""
    number = shown_number()
    return number is not None and may_tell(tracking(db.session(), number, today=today()))

"""One unhappy opinion: read it, write what was done, or file it as a petition in one press."""

from dataclasses import dataclass

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from pqrs.acts.review_evaluation import (
    AnsweredBeforeError,
    ReviewPress,
    UnknownReviewError,
    WithoutWordsError,
    note_contact_read,
    review_evaluation,
    review_evaluation_by_filing,
)
from pqrs.app import afterwards, reading
from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.outside.now import now
from pqrs.queries.evaluation_review import ReviewShown, read_id, review_shown
from pqrs.web.desk import desk
from pqrs.web.evaluation_words import NAMES, REASONS, WAYS
from pqrs.web.forms import AtMost, LongText, PageForm
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

LONGEST = 4_000
CONFLICT, SEE_OTHER = 409, 303


class ReviewForm(PageForm):
    """What was done; it may stay empty when the opinion is filed as a petition."""

    done = LongText(_l("¿Qué se hizo?"), [AtMost(LONGEST)])

    def __init__(self) -> None:
        """Its label does not say that it is optional."""
        super().__init__()
        self.done.flags.required = True

    @property
    def files(self) -> bool:
        """Whether the second button was pressed."""
        return request.form.get("do") == "file"

    def validate_done(self, field: Field) -> None:
        """Needed, unless a petition follows."""
        if not field.data and not self.files:
            raise ValidationError(
                _("Escriba qué se hizo, o que no había nada por hacer y por qué.")
            )


@dataclass(frozen=True)
class ReviewPage:
    """The opinion in words. `typed`: what somebody wrote while another person answered it."""

    review: ReviewShown
    reason: str
    purpose: str
    way: str
    missing: tuple[str, ...]
    typed: str = ""


@desk.route("/bandeja/evaluaciones/<review>", methods=["GET", "POST"])
@may(Permission.REVIEW_EVALUATION)
def review(review: str) -> ResponseReturnValue:
    """The review of one's own department; of another's it does not exist."""
    number = read_id(review)
    if number is None:
        abort(404)
    with reading():
        found = find(number)
    form = ReviewForm()
    if request.method == "GET":
        leave_entry(found)
        return page("desk/review.html", page_of(found), form)
    if not form.validate_on_submit():
        return page("desk/review.html", page_of(found), form)
    return press(found, form)


def press(found: ReviewShown, form: ReviewForm) -> ResponseReturnValue:
    """Answer it once; who comes second sees what the first one wrote, and keeps their words."""
    pressed = ReviewPress(review=found.id, viewer=the_viewer().viewer, office=the_app().office)
    try:
        if form.files:
            done = form.done.data or _("Se radicó como petición, para responderla en término.")
            number = review_evaluation_by_filing(db.session(), pressed, done)
            flash(_("Se radicó como petición %(number)s.", number=number))
        else:
            review_evaluation(db.session(), pressed, form.done.data)
            flash(_("Se guardó la revisión."))
    except WithoutWordsError:
        form.refuse("", _("La opinión no trae palabras: no hay qué radicar. Escriba qué se hizo."))
        return page("desk/review.html", page_of(found), form, status=422)
    except AnsweredBeforeError:
        return answered_before(found.id, form)
    except UnknownReviewError:
        abort(404)
    return redirect(url_for("desk.evaluations"), SEE_OTHER)


def answered_before(review: int, form: ReviewForm) -> ResponseReturnValue:
    """A second press of the same changes nothing; other words stay on the page."""
    with reading():
        found = find(review)
    same = found.filed_number is not None if form.files else found.done == form.done.data
    if same:
        return redirect(url_for("desk.evaluations"), SEE_OTHER)
    return page("desk/review.html", page_of(found, form.done.data), form, status=CONFLICT)


def find(review: int) -> ReviewShown:
    """Of this person's department, or 404."""
    department = the_viewer().viewer.department or ""
    return review_shown(db.session(), review, department) or abort(404)


def leave_entry(found: ReviewShown) -> None:
    """Whoever sees a contact leaves a trace."""
    if found.contact:
        viewer, at = the_viewer().viewer, now()
        afterwards(lambda session: note_contact_read(session, found.id, viewer, at))


def page_of(found: ReviewShown, typed: str = "") -> ReviewPage:
    """Everything in words."""
    policy = the_app().office.pack.entity.evaluation
    return ReviewPage(
        review=found,
        reason=str(REASONS[found.reason]),
        purpose=str(NAMES[found.purpose]),
        way=str(WAYS[found.way]),
        missing=tuple(policy.aspect_name(code) for code in found.aspects),
        typed=typed,
    )

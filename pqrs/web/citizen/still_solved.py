"""`/evaluar/sigue/<number>-<token>`: a month later, is it still solved? One question, once."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from pqrs.acts.ask_again import answer_again
from pqrs.extensions import db
from pqrs.office.access_code import still_solved_token
from pqrs.web.citizen import citizen
from pqrs.web.citizen.evaluate_answer import invited, petition_of
from pqrs.web.forms import Choice, Needed, PageForm, SelectChoice
from pqrs.web.pages import page, the_app


class StillSolvedForm(PageForm):
    """Two buttons."""

    solved = Choice(
        _l("¿Sigue resuelto?"),
        [Needed(_l("Diga si sigue resuelto."))],
        choices=[SelectChoice("yes", _l("Sí")), SelectChoice("no", _l("No"))],
    )


@citizen.route("/evaluar/sigue/<reference>", methods=["GET", "POST"])
def still_solved(reference: str) -> ResponseReturnValue:
    """Ask, or say what was answered; before an evaluation there is nothing to ask."""
    invite = invited(reference, still_solved_token)
    if not invite.is_evaluated or invite.is_still_solved is not None:
        return page("citizen/evaluate_still_told.html", invite)
    form = StillSolvedForm()
    if not form.validate_on_submit():
        return page("citizen/evaluate_still.html", invite, form)
    solved = form.solved.data == "yes"
    answer_again(db.session(), petition_of(invite), solved=solved, office=the_app().office)
    return redirect(url_for("citizen.still_solved", reference=reference), 303)

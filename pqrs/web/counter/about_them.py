"""`/ventanilla/radicar/sobre-la-persona`: the seven questions, for whoever stands at the counter.

They are the citizen's own, answered by the person on the clerk's screen while the paper is there;
the way back leads to that paper, never to a page that is the person's own.
"""

from flask import redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.tracking import tracking
from pqrs.web.citizen.about_you import TEMPLATE, AboutYouForm, AboutYouPage, count_once
from pqrs.web.citizen.file_receipt import may_tell
from pqrs.web.counter import counter
from pqrs.web.counter.handed_over import HANDED_KEY, SEE_OTHER, handed_number
from pqrs.web.identity import may
from pqrs.web.pages import page


@counter.get("/ventanilla/radicar/sobre-la-persona")
@may(Permission.FILE_FOR_SOMEONE)
def about_them() -> ResponseReturnValue:
    """The questions, while the paper is shown and they were not answered yet."""
    if not may_be_asked():
        return redirect(url_for("counter.handed_over"), SEE_OTHER)
    return page(TEMPLATE, from_counter(), AboutYouForm())


@counter.post("/ventanilla/radicar/sobre-la-persona")
@may(Permission.FILE_FOR_SOMEONE)
def tell_about_them() -> ResponseReturnValue:
    """Count the answers once."""
    if not may_be_asked():
        return redirect(url_for("counter.handed_over"), SEE_OTHER)
    form = AboutYouForm()
    if not form.validate_on_submit():
        return page(TEMPLATE, from_counter(), form)
    kept = session[HANDED_KEY]
    count_once(form, number=kept["number"], token=kept["token"])
    return redirect(url_for("counter.handed_over"), SEE_OTHER)


def may_be_asked() -> bool:
    """Whether the paper here is of somebody who may be asked."""
    number = handed_number()
    return number is not None and may_tell(tracking(db.session(), number, today=today()))


def from_counter() -> AboutYouPage:
    """The page, with its way back to the counter."""
    return AboutYouPage(url_for("counter.handed_over"), _("Volver a la ventanilla"))

"""`/denunciar`: a report of wrongdoing, begun with what protects whoever tells it.

It leads at once to addresses that do not say so. From there on it is the filing form, on the path
of `report_form.py`.
"""

from flask import redirect, session, url_for
from flask.typing import ResponseReturnValue

from pqrs.acts.save_draft import save_draft
from pqrs.app import afterwards
from pqrs.outside.now import now
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file import SEE_OTHER
from pqrs.web.citizen.file_draft import ASIDE_KEY, DRAFT_KEY, draft_under, set_aside
from pqrs.web.citizen.file_form import new_token
from pqrs.web.citizen.own_files import drop_drafts, forget_case
from pqrs.web.citizen.report_form import BEGUN, is_report
from pqrs.web.forms import PageForm
from pqrs.web.pages import Blank, page, the_app

SIGNED_IN = "_user_id"
"""Where Flask-Login keeps the staff's own session."""
OURS = ("opened", "receipt")
FORGOTTEN = '"storage"'
"""What scripts and the worker kept on this phone. Not "cache": no page of ours is in it, and some
browsers stay on the page for seconds while they look through it."""


@citizen.get("/denunciar")
def report() -> ResponseReturnValue:
    """The address that people are told; browsers keep the one it leads to."""
    return redirect(url_for("citizen.begin"), SEE_OTHER)


@citizen.get("/radicar/inicio")
def begin() -> ResponseReturnValue:
    """What to know before the first word."""
    return page("citizen/report.html", Blank(), PageForm())


@citizen.post("/radicar/inicio")
def begin_report() -> ResponseReturnValue:
    """A draft of its own, kept for two hours and never offered again.

    An ordinary petition half written waits aside until the report is sent or left.
    """
    form = PageForm()
    if not form.validate_on_submit():
        return page("citizen/report.html", Blank(), form)
    token, moment = new_token(), now()
    set_aside()
    session[DRAFT_KEY] = token
    afterwards(lambda writing: save_draft(writing, token, dict(BEGUN), moment), needed=True)
    return redirect(url_for("citizen.file_text"), SEE_OTHER)


@citizen.get("/fuera")
def leave() -> ResponseReturnValue:
    """Out at once, to a page nobody wonders about; this browser forgets what it was doing here.

    So do we: what was typed and not sent could be found again by nobody, and goes now.
    """
    token = session.get(DRAFT_KEY, "")
    if token and is_report(draft_under(token).answers):
        drop_drafts((token,))
    forget_case()
    if SIGNED_IN not in session:
        session.clear()
    for name in (DRAFT_KEY, ASIDE_KEY, *OURS):
        session.pop(name, None)
    away = redirect(the_app().office.pack.entity.exit_url or url_for("citizen.home"), SEE_OTHER)
    away.headers["Clear-Site-Data"] = FORGOTTEN
    return away

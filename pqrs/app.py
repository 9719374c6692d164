"""The Flask application class: one request, one transaction.

The HTTP method is the transaction. A GET reads and is always rolled back. A POST writes, and is
committed when its answer is below 400. It happens in dispatch and not in a hook after the request,
so that an error raised by the commit itself still becomes a page.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask, abort, g, request
from flask.typing import ResponseReturnValue
from gunicorn.http.errors import ParseException
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from werkzeug.exceptions import BadRequest

from pqrs.acts.office import Office
from pqrs.extensions import db
from pqrs.models import forget_rules
from pqrs.models.engine import read_intent, write_intent
from pqrs.outside.signing import SigningKeys
from pqrs.outside.witness import Witness
from pqrs.settings import Settings
from pqrs.transactions import commit, work

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
FIRST_REFUSAL = 400
PLAIN_FORM = "application/x-www-form-urlencoded"


class App(Flask):
    """Flask with this project's settings, office, witness and keys, and its transaction rule."""

    settings: Settings
    office: Office
    witness: Witness
    signing: SigningKeys

    def dispatch_request(self) -> ResponseReturnValue:
        """Answer within the one transaction, then do what is kept whatever the answer."""
        try:
            if request.method in SAFE_METHODS:
                return self.read()
            if request.mimetype == PLAIN_FORM:  # its memory limit is for multipart forms alone
                request.max_content_length = self.config["MAX_FORM_MEMORY_SIZE"]
            self.receive()
            with write_intent():
                return self.write()
        finally:
            self.keep()

    def receive(self) -> None:
        """Parse the body now: nothing may be locked while it arrives. One cut off is no request."""
        try:
            request.form  # noqa: B018
        except ParseException as error:  # gunicorn reads a body sent in parts only now
            raise BadRequest from error

    def read(self) -> ResponseReturnValue:
        """A GET changes nothing: its transaction is rolled back."""
        try:
            return super().dispatch_request()
        finally:
            db.session.rollback()

    def write(self) -> ResponseReturnValue:
        """Commit an answer below 400 and witness its numbers; undo everything else."""
        if self.settings.read_only:
            abort(503)
        try:
            response = self.make_response(super().dispatch_request())
            if response.status_code < FIRST_REFUSAL:
                commit(db.session(), self.witness)
        finally:
            db.session.rollback()
        return response

    def keep(self) -> None:
        """Run what was left with `afterwards`, each in a short transaction of its own.

        The answer is decided by now: a count or an entry that cannot be kept is logged and costs
        nothing else. What a person typed is `needed`: the answer may not say that it was kept.
        """
        for piece, needed in g.pop("afterwards", []):
            try:
                with work(self.sessions, self.witness) as session:
                    piece(session)
            except SQLAlchemyError as error:
                if needed:
                    raise
                self.logger.error("not kept: %s", type(error).__name__)  # noqa: TRY400  no trace

    def sessions(self) -> Session:
        """A session apart from the request's own."""
        return Session(db.engine, expire_on_commit=False)


@contextmanager
def reading() -> Iterator[None]:
    """Read what an act needs without its lock: the act then begins a transaction of its own.

    It ends what the request had begun, so it comes before an act or after its refusal. What was
    read may have changed by the time of the act, which asks again; the rules are read again too.
    """
    session = db.session()
    try:
        with read_intent():
            yield
    finally:
        session.rollback()
        forget_rules(session)


def afterwards(piece: Callable[[Session], None], *, needed: bool = False) -> None:
    """Keep this whatever the answer's status: attempt counters, drafts, last-seen times.

    `needed`: the request fails when it cannot be kept.
    """
    g.setdefault("afterwards", []).append((piece, needed))

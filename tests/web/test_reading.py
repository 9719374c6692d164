"""What a request reads before its act takes no lock: the write begins with the act."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from pqrs.extensions import db
from pqrs.office import Role
from tests.web.staff import a_case, at_work


@contextmanager
def writes_begun(app):
    """The statements that took the lock, while the block runs."""
    begun = []

    def note(_connection, _cursor, statement, *_rest):
        if statement.startswith("BEGIN IMMEDIATE"):
            begun.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield begun
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/evaluar", {"comment": ""}),
        ("/punto/{point}", {"comment": ""}),
        ("/seguimiento", {"number": "", "code": ""}),
        ("/seguimiento", {"number": "2026-000009-0", "code": "x"}),
    ],
)
def test_a_refused_form_takes_no_lock(app, walker, path, fields):
    walker.open(path.format(point=app.office.pack.service_points[0].code))
    form = walker.prepare(**fields)

    with writes_begun(app) as begun:
        walker.send_form(form)

    assert 422 == walker.answer.status
    assert [] == begun


@pytest.mark.parametrize("page", ["", "/devolver", "/trasladar"])
def test_at_the_desk_only_the_audit_trail_is_written(app, page):
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{a_case(app)}{page}")
    form = head.prepare(**{"reason" if page else "body": ""})

    with writes_begun(app) as begun:
        head.send_form(form)

    assert 422 == head.answer.status
    assert 1 == len(begun)

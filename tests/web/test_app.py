"""One request, one transaction: what is committed, what is undone, what is kept anyway."""

from datetime import timedelta

import pytest
from flask import abort, request
from sqlalchemy import func, select

from pqrs.acts.count_attempt import count_attempt
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.models import Attempt, Draft, Notice, NoticeStatus
from pqrs.models.engine import write_intent
from pqrs.outside.marks import PROVEN_COPY, RESTORE_PROVEN, WORKER_SEEN, leave_mark, read_mark
from pqrs.outside.now import now
from pqrs.web.errors import way_back
from tests.build import a_petition


def drafts(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Draft))


def attempts(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Attempt))


@pytest.fixture(autouse=True)
def probe(app):
    """A page that writes a row and answers what it is asked."""

    @app.route("/probe/<int:status>", methods=["GET", "POST"], endpoint="probe")
    def view(status):
        afterwards(lambda session: count_attempt(session, f"probe {status}", now()))
        db.session.add(
            Draft(token_hash="x", answers={}, files=[], saved_at=now(), expires_at=now())
        )
        db.session.flush()
        if status == 500:
            raise RuntimeError(request.path)
        if status >= 400:
            abort(status)
        return "", status


def test_an_answer_below_400_is_committed(app, client):
    assert 200 == client.post("/probe/200").status_code
    assert 1 == drafts(app)


@pytest.mark.parametrize("status", [400, 404, 409, 422, 429, 500])
def test_an_error_undoes_everything_but_what_is_kept(app, client, status):
    assert status == client.post(f"/probe/{status}").status_code
    assert 0 == drafts(app)
    assert 1 == attempts(app)


def test_a_get_that_writes_is_an_error_and_changes_nothing(app, client):
    assert 500 == client.get("/probe/200").status_code
    assert 0 == drafts(app)


def test_an_error_of_the_commit_becomes_a_page(app, client):
    client.post("/probe/200")
    answer = client.post("/probe/200")

    assert 409 == answer.status_code
    assert "<h1" in answer.text


def test_an_error_says_nothing_of_its_cause_but_has_an_incident(client):
    text = client.post("/probe/500").text

    assert "RuntimeError" not in text
    assert "/probe" not in text
    assert "incidente" in text


def test_read_only_refuses_to_write_with_its_message(app, client):
    object.__setattr__(app.settings, "read_only", "Hoy mejoramos el sistema hasta las 6 p. m.")
    answer = client.post("/probe/200")

    assert 503 == answer.status_code
    assert "hasta las 6" in answer.text
    assert 0 == drafts(app)


def test_numbers_are_witnessed_before_the_answer_leaves(app, client):
    @app.post("/probe-filing", endpoint="probe_filing")
    def view():
        return a_petition(db.session(), app.office).number

    number = client.post("/probe-filing").text
    assert [number] == [issued.number for issued, _linked in app.witness.lines()]


def test_a_foreign_host_is_refused(client):
    assert 400 == client.get("/salud", headers={"Host": "evil.example"}).status_code


NOT_YET = {
    "oldest_notice_seconds": None,
    "worker_seen_seconds": None,
    "last_proven_restore": None,
    "proven_copy_made_at": None,
}


def test_health_says_how_late_the_worker_is_and_when_a_copy_was_last_proven(app, client):
    object.__setattr__(app.settings, "metrics_token", "secreto")
    at = now()
    for name in (WORKER_SEEN, RESTORE_PROVEN, PROVEN_COPY):
        assert leave_mark(app.settings.instance, name, at)
    with app.app_context(), write_intent():
        waits = {"letter": "receipt", "audience": "petitioner", "status": NoticeStatus.PENDING}
        early = at - timedelta(minutes=5)
        db.session.add(Notice(**waits, details={}, created_at=early, next_try_at=early))
        db.session.commit()
    told = details(client)
    assert told["last_proven_restore"] == told["proven_copy_made_at"] == at.isoformat()
    assert 0 <= told["worker_seen_seconds"] < 300 <= told["oldest_notice_seconds"] < 600


def details(client):
    return client.get("/salud", headers={"Authorization": "Bearer secreto"}).json


@pytest.mark.parametrize(
    ("created", "next_try", "trouble", "waits"),
    [
        (-60, 600, None, None),
        (-36_000, -60, None, 60),
        (-600, 300, "No contesta.", 600),
    ],
    ids=["held back", "held back until now", "tried in vain"],
)
def test_health_counts_no_notice_that_waits_on_purpose(
    app, client, created, next_try, trouble, waits
):
    object.__setattr__(app.settings, "metrics_token", "secreto")
    at = now()
    with app.app_context(), write_intent():
        db.session.add(
            Notice(
                letter="assigned",
                audience="department",
                status=NoticeStatus.PENDING,
                details={},
                created_at=at + timedelta(seconds=created),
                next_try_at=at + timedelta(seconds=next_try),
                trouble=trouble,
            )
        )
        db.session.commit()
    told = details(client)["oldest_notice_seconds"]
    assert (told is None) if waits is None else waits <= told < waits + 60


def test_a_mark_by_a_wrong_clock_leaves_health_an_answer(app, client):
    object.__setattr__(app.settings, "metrics_token", "secreto")
    (app.settings.instance / WORKER_SEEN).write_text("2026-01-01T08:00:00")
    assert None is details(client)["worker_seen_seconds"], "it does not say when that was"
    leave_mark(app.settings.instance, WORKER_SEEN, now() + timedelta(days=1))
    assert 0 == details(client)["worker_seen_seconds"]


def test_a_mark_that_cannot_be_written_or_read_stops_nothing(tmp_path):
    assert not leave_mark(tmp_path / "nada", WORKER_SEEN, now())
    (tmp_path / WORKER_SEEN).write_text("ayer")
    assert read_mark(tmp_path, WORKER_SEEN) is None


def test_health_says_one_word_to_strangers_and_more_with_the_token(app, client):
    assert {"status": "ok"} == client.get("/salud").json
    object.__setattr__(app.settings, "metrics_token", "secreto")
    bearer = {"Authorization": "Bearer secreto"}
    told = client.get("/salud", headers=bearer).json
    findings = {"database", "durability", "signing", "next_calendar_signed", "codes_being_tried"}
    assert findings | {"status"} | NOT_YET.keys() == set(told)
    assert told | NOT_YET == told
    assert {"status": "ok"} == client.get("/salud", headers={"Authorization": "Bearer x"}).json


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "DELETE"])
def test_an_unknown_method_is_refused(client, method):
    assert 405 == client.open("/salud", method=method).status_code


@pytest.mark.parametrize(
    ("path", "back"), [("/probe/200", "/probe/200"), ("/seguimiento/respuesta", "/seguimiento")]
)
def test_the_way_back_from_an_error_is_an_address_that_a_get_shows(app, path, back):
    with app.test_request_context(path, method="POST"):
        assert back == way_back()

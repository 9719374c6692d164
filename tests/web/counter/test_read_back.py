"""Read back, scanned and filed once, as a citizen's petition is."""

import html
import io

import pytest
from sqlalchemy import select

from pqrs.law import Channel, Filed, IdentityLevel, Kind
from pqrs.models import Document, Draft, Petition, Reception, Submission
from pqrs.office import Role
from pqrs.office.attachments import FileFault
from pqrs.office.reception import Tongue
from pqrs.web.citizen.attach import LARGEST_REQUEST
from pqrs.web.file_words import FAULTS
from tests.samples import a_pdf
from tests.web.counter.taken import SAID, clerk_with, press, take_down, write
from tests.web.staff import at_work, text_of

REVIEW = "/ventanilla/radicar/revise"


@pytest.fixture
def clerk(app):
    return at_work(app, Role.CLERK, None)


def all_of(app, model):
    with app.app_context(), app.sessions() as session:
        return list(session.scalars(select(model)))


def test_it_is_read_back_with_the_language_and_who_put_it_into_spanish(clerk):
    write(
        clerk,
        channel="telephone",
        tongue="pbb",
        interpreter="Intérprete Inventada",
        subject="Lámpara",
        answered="Que la cuadrilla va el lunes.",
        brought="Una carta",
        capacity="attorney",
        represented_name="Otra Persona",
    )

    text = text_of(clerk)
    assert REVIEW == clerk.answer.path
    for said in (
        "Teléfono",
        "Nasa Yuwe",
        "Intérprete Inventada",
        "Lámpara",
        "Que la cuadrilla va el lunes.",
        "Una carta",
        "Otra Persona",
        "Villagorgona",
    ):
        assert said in text


def test_filed_it_is_like_any_other_petition(app, clerk):
    take_down(
        clerk,
        channel="mobile_team",
        tongue="other",
        other_tongue="Nonuya",
        interpreter="Intérprete Inventada",
        email="persona@example.com",
        reply_by="email",
        grounds=["older"],
        kind="claim",
    )

    (petition,) = all_of(app, Petition)
    assert (Channel.MOBILE_TEAM, Kind.CLAIM, "VILLAGORGONA", ["older"]) == (
        petition.channel,
        petition.kind,
        petition.place,
        petition.grounds,
    )
    (row,) = all_of(app, Reception)
    assert (True, Tongue.OTHER, "Nonuya", "Intérprete Inventada") == (
        row.is_spoken,
        row.tongue,
        row.other_tongue,
        row.interpreter,
    )
    with app.app_context(), app.sessions() as session:
        petition = session.get_one(Petition, petition.id)
        assert isinstance(petition.timeline()[0], Filed)
        assert ("official", row.taken_by) == (
            petition.events[0].actor,
            petition.events[0].official_id,
        )
        assert "persona@example.com" == petition.petitioner.email
    (draft,) = all_of(app, Draft)
    assert {"way": "counter"} == draft.answers


def test_two_presses_are_one_petition_with_one_code(app, clerk):
    write(clerk)
    form = next(form for form in clerk.forms() if form.action.endswith("/enviar"))
    first, second = (clerk.send_form(form).html for _ in range(2))

    assert 1 == len(all_of(app, Submission))
    assert first == second


def test_paper_that_arrived_before_counts_from_then(app, clerk):
    take_down(
        clerk,
        channel="post",
        manner="written",
        received_time="0:01",
        why_late="Llegó por correo.",
    )

    (petition,) = all_of(app, Petition)
    with app.app_context(), app.sessions() as session:
        (filed, *_rest) = session.get_one(Petition, petition.id).timeline()
    assert filed.received_at < filed.at
    (row,) = all_of(app, Reception)
    assert (False, "Llegó por correo.") == (row.is_spoken, row.why_late)


def test_a_report_told_at_the_counter_names_nobody_and_keeps_the_shield(app, clerk):
    take_down(
        clerk,
        identity="anonymous",
        name="",
        kind="report",
        office="INFRA",
        involved="El que reparte los contratos",
    )

    (petition,) = all_of(app, Petition)
    assert (IdentityLevel.ANONYMOUS, None) == (petition.identity, petition.petitioner_id)
    assert "INFRA" in petition.named_departments
    assert "El que reparte los contratos" not in text_of(clerk)


@pytest.fixture
def send(app):
    """Sends a file with the page's own tokens; gives the status and the page after it."""
    client = app.test_client()
    walker = clerk_with(app, client)
    write(walker)

    def send(name, content, **more):
        form = next(form for form in walker.forms() if "/adjuntos?" in form.action)
        review = form.action.replace("adjuntos", "revise")
        fields = dict(pair for pair in form.values if pair[0] != "file") | more
        if name:
            fields["file"] = (io.BytesIO(content), name)
        response = client.post(form.action, data=fields, content_type="multipart/form-data")
        return response.status_code, walker, walker.open(review) and response.text

    return send


def test_scanned_documents_go_with_it_and_may_be_taken_off(app, send):
    status, walker, _page = send("carta.pdf", a_pdf())
    assert 303 == status
    assert "carta.pdf" in text_of(walker)
    sha256 = next(iter(all_of(app, Draft))).files[0]["sha256"]
    send("", b"", drop=sha256)
    assert "carta.pdf" not in text_of(walker)
    send("carta.pdf", a_pdf())
    press(walker, "/enviar")

    (document,) = all_of(app, Document)
    assert sha256 == document.sha256


@pytest.mark.parametrize(
    ("name", "fault"), [("", FileFault.NOTHING), ("virus.exe", FileFault.WRONG_KIND)]
)
def test_a_bad_file_costs_nothing_of_what_was_written(send, name, fault):
    status, walker, page = send(name, b"MZ")

    assert 422 == status
    assert str(FAULTS[fault]) in page
    assert "Persona Inventada" in text_of(walker)


def test_a_scan_too_large_to_be_read_leads_back_to_the_review(app):
    client = app.test_client()
    walker = clerk_with(app, client)
    write(walker)
    form = next(form for form in walker.forms() if "/adjuntos?" in form.action)
    body = io.BytesIO(b"--x" + bytes(1000))
    answer = client.post(
        form.action,
        content_type="multipart/form-data; boundary=x",
        input_stream=body,
        environ_overrides={"CONTENT_LENGTH": str(LARGEST_REQUEST + 1)},
    )

    assert 413 == answer.status_code
    for said in (FAULTS[FileFault.TOO_LARGE], SAID["text"], "Radicar y dar la constancia"):
        assert str(said) in html.unescape(answer.text)
    assert b"" == body.read()


def test_gone_back_to_after_filing_it_shows_the_paper_and_asks_for_nothing(app, clerk):
    write(clerk)
    form = next(form for form in clerk.forms() if "/adjuntos?" in form.action)
    press(clerk, "/enviar")
    clerk.open(form.action.replace("adjuntos", "revise"))
    assert "/ventanilla/radicar/listo" == clerk.answer.path
    take_down(clerk)
    clerk.open(form.action.replace("adjuntos", "revise"))

    assert "/ventanilla/radicar" == clerk.answer.path
    assert "ya se radicó" in text_of(clerk)
    assert 2 == len(all_of(app, Petition))


def test_what_stops_it_is_said_on_the_page_that_is_gone_back_to(clerk):
    write(clerk)
    review = next(form for form in clerk.forms() if "/adjuntos?" in form.action).action
    clerk.open(review.replace("/adjuntos", ""))
    clerk.submit(channel="post", received_time="las dos")
    clerk.open(review.replace("adjuntos", "revise"))

    assert "/ventanilla/radicar" == clerk.answer.path
    assert "Escriba la hora así" in text_of(clerk)
    assert SAID["text"] in clerk.answer.html


def test_there_is_nothing_to_read_back_before_something_was_written(clerk):
    clerk.open(REVIEW)

    assert "/ventanilla/radicar" == clerk.answer.path

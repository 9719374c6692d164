"""Files of a case that is open: one at a time, kept until they are sent, taken off again."""

from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.law import IdentityLevel, Kind
from pqrs.models import Document, Draft
from pqrs.outside.now import now
from tests.acts.own_case import WORDS
from tests.samples import a_pdf
from tests.walker import Answer, Walker, into_flask
from tests.web.citizen.own import Own, own

PATH = "/seguimiento/agregar"
MORE = "Y también la del frente."
DIALOGUE = "/seguimiento/mensajes"
DAYS, HOURS = timedelta(days=3), timedelta(hours=2)
REPORTED = {"kind": Kind.REPORT, "identity": IdentityLevel.ANONYMOUS, "person": None}


@pytest.fixture
def mine(app, walker):
    return own(app, walker)


@pytest.fixture
def send(mine, client):
    """Post the form with a file, as a browser does."""

    def send(path=PATH, press=None, content=None, name="plano.pdf", **values):
        form = mine.form(path, **values)
        data = dict(form.values)
        if press:
            data[press] = "1"
        if content is not None:
            data["file"] = (BytesIO(content), name)
        return client.post(
            form.action, data=data, content_type="multipart/form-data", follow_redirects=True
        )

    return send


def names(mine):
    def read(session, petition):
        query = select(Document.name).where(Document.petition_id == petition.id)
        return list(session.scalars(query.order_by(Document.position)))

    return mine.inside(read)


def test_a_file_and_words_in_one_press(mine, send):
    answer = send(text=WORDS, content=a_pdf())

    assert "Lo recibimos" in answer.text
    assert ["plano.pdf"] == names(mine)
    assert WORDS == mine.texts()[-1]


def test_a_file_alone_will_do(mine, send):
    send(content=a_pdf())

    assert ["plano.pdf"] == names(mine)
    assert "text_added" == mine.events()[-1]


@pytest.mark.parametrize(
    ("path", "case"),
    [(PATH, {}), ("/seguimiento/completar", {}), (DIALOGUE, REPORTED)],
    ids=["add", "complete", "message"],
)
def test_where_words_or_a_file_will_do_none_is_called_optional(app, walker, path, case):
    mine = own(app, walker, **case)
    if path.endswith("completar"):
        mine.asked()

    said = walker.open(path).html

    assert "(opcional)" not in said
    assert "Si va a adjuntar" in said
    assert "Si ya escribió, puede enviar sin archivo." in said


def test_one_more_file_keeps_what_was_typed(mine, send, walker):
    answer = send(press="add", text=WORDS, content=a_pdf())

    assert "plano.pdf" in answer.text
    assert WORDS in answer.text
    assert [] == names(mine)
    walker.open(PATH)
    walker.send_form(walker.form_with({"text"}))
    assert ["plano.pdf"] == names(mine)
    assert WORDS == mine.texts()[-1]
    assert WORDS not in walker.open(PATH).html, "the next visit begins empty"


def test_a_file_is_taken_off(mine, send, walker):
    send(press="add", text=WORDS, content=a_pdf())
    walker.open(PATH)
    form = walker.form_with({"text"})
    form.fill("text", MORE)
    (file,) = form.buttons["drop"]
    answer = walker.send_form(form, ("drop", file))

    assert PATH == answer.path
    assert "plano.pdf" not in answer.html
    assert MORE in answer.html, "what was typed after the page was shown stays"
    assert "text_added" not in mine.events()


def test_a_file_is_taken_off_a_page_that_was_shown_again(mine, client, walker):
    form = mine.form(PATH, text=WORDS)
    mine.asked()
    file = (BytesIO(a_pdf()), "plano.pdf")
    shown = client.post(form.action, data={**dict(form.values), "file": file})
    assert (409, True) == (shown.status_code, "plano.pdf" in shown.text)

    walker.answer = Answer(shown.status_code, PATH, shown.text)
    again = walker.form_with({"text"})
    (sha256,) = again.buttons["drop"]
    answer = walker.send_form(again, ("drop", sha256))
    assert ("plano.pdf" in answer.html, WORDS in answer.html) == (False, True)


def test_what_is_no_file_of_ours_costs_nothing_of_what_was_typed(mine, send):
    answer = send(text=WORDS, content=b"MZ", name="virus.exe")

    assert (422, True) == (answer.status_code, WORDS in answer.text)
    assert "El archivo debe ser PDF" in answer.text
    assert [] == names(mine)
    assert "text_added" not in mine.events()


def test_nothing_chosen_is_said(mine, send):
    answer = send(press="add", text=WORDS)

    assert (422, True) == (answer.status_code, "Elija un archivo" in answer.text)
    assert WORDS in answer.text


def test_the_draft_of_one_case_never_shows_in_another(app, mine, send, walker):
    send(press="add", text=WORDS, content=a_pdf())
    walker.open("/seguimiento")
    walker.send_form(next(form for form in walker.forms() if form.action.endswith("/salir")))
    own(app, walker)

    assert WORDS not in walker.open(PATH).html
    assert "plano.pdf" not in walker.answer.html


def drafts(app):
    with app.app_context(), Session(db.engine) as session:
        return list(session.scalars(select(Draft)))


@pytest.mark.parametrize(("changes", "kept"), [({}, DAYS), (REPORTED, HOURS)])
@pytest.mark.parametrize(
    ("content", "name"), [(b"MZ", "virus.exe"), (a_pdf(), "plano.pdf")], ids=["refused", "taken"]
)
def test_what_was_not_sent_of_a_report_goes_after_two_hours_or_by_the_way_out(
    app, client, walker, changes, kept, content, name
):
    mine = own(app, walker, **changes)
    form = mine.form(PATH, text=WORDS)
    data = dict(form.values) | {"add": "1", "file": (BytesIO(content), name)}
    client.post(form.action, data=data)
    (left,) = drafts(app)
    assert WORDS == left.answers["text"]
    assert kept - timedelta(minutes=2) < left.expires_at - now() <= kept

    client.get("/fuera")
    assert [] == drafts(app)


@pytest.mark.parametrize("leave", ["salir", "fuera"])
def test_no_number_stays_on_a_lent_phone_that_only_looked(mine, walker, client, leave):
    walker.open(PATH)
    walker.open("/seguimiento")
    if leave == "fuera":
        client.get("/fuera")
    else:
        walker.send_form(next(form for form in walker.forms() if form.action.endswith("/salir")))

    with client.session_transaction() as cookie:
        assert mine.number not in str(dict(cookie))


def test_words_of_one_page_stand_in_no_other(mine, send, walker):
    send(press="add", text=WORDS, content=a_pdf())
    mine.asked()

    assert WORDS not in walker.open("/seguimiento/completar").html
    assert "plano.pdf" not in walker.answer.html
    assert WORDS in walker.open(PATH).html, "and there it is still"


def test_another_browser_with_the_case_open_writes_nothing_over(app, mine, send, walker):
    """Beside a file words are kept for whoever has the page's secret in the cookie alone."""
    send(text=WORDS, content=b"MZ", name="virus.exe")
    token = dict(mine.form(PATH).values)["token"]
    other = app.test_client()
    theirs = Own(app, Walker(into_flask(other)), mine.number, mine.code)
    theirs.enter()
    values = dict(theirs.form(PATH, text=MORE).values) | {"token": token}
    sent = other.post(PATH, data=values | {"file": (BytesIO(b"MZ"), "virus.exe")})

    assert (422, True) == (sent.status_code, MORE in sent.text)
    assert WORDS in walker.open(PATH).html
    assert MORE not in walker.answer.html

"""From "perdí el código" to the new one: the same answer to everybody, and one press."""

import re

import pytest

from pqrs.acts.answer_code_requests import answer_code_requests
from pqrs.acts.deliver_notices import deliver_notices
from pqrs.models.engine import write_intent
from pqrs.office import PetitionNumber
from pqrs.outside.mail import make_mailer
from pqrs.transactions import work
from tests.filing import read_receipt
from tests.walker import Walker, into_flask
from tests.web.citizen.filling import errors_of, file_one
from tests.web.citizen.own import Own, own
from tests.web.staff import text_of

MINE = "persona@example.com"


def run_worker(app):
    """What the worker does between two looks; the letters it wrote."""
    with app.app_context(), write_intent():
        pieces = lambda: work(app.sessions, app.witness)  # noqa: E731  as the worker is given it
        answer_code_requests(pieces, app.office)
        while deliver_notices(pieces, app.office, make_mailer(app.settings), base_url=""):
            pass
    folder = app.settings.instance / "outbox"
    return [file.read_text() for file in sorted(folder.glob("*.eml"))]


def links(app):
    """Addresses of new codes in the letters."""
    text = "\n".join(run_worker(app)).replace("=\n", "")
    return re.findall(r"/seguimiento/codigo/\S+", text)


def ask(walker, number, email=MINE):
    walker.open("/seguimiento/codigo")
    return walker.submit(number=number, email=email)


@pytest.mark.parametrize("email", [MINE, "otra@example.com"])
def test_right_or_wrong_the_answer_is_the_same(app, walker, email):
    mine = own(app, walker)
    told = ask(walker, mine.number, email)
    mine_told = text_of(walker)
    ask(walker, str(PetitionNumber(2026, 999)), email)

    assert (200, "/seguimiento/codigo/pedido") == (told.status, told.path)
    assert mine_told == text_of(walker)


def test_the_link_gives_a_code_that_opens_and_the_old_one_stops(app, walker):
    mine = own(app, walker)
    ask(walker, mine.number)
    (link,) = links(app)
    walker.open(link)
    assert "Ver mi código nuevo" in walker.answer.html
    walker.open(link)
    walker.submit()
    shown = re.sub(r"<[^>]+>|\s", "", walker.answer.html)
    code = re.search(r"[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}", shown)

    assert code is not None
    old, mine.code = mine.code, code.group()
    assert f"Su petición {mine.number}" in mine.enter().html
    walker.open("/seguimiento")
    for form in walker.forms():
        if form.action.endswith("/salir"):
            walker.send_form(form)
    mine.code = old
    assert 422 == mine.enter().status


def test_other_browsers_that_had_it_open_ask_for_the_new_code(app, walker):
    file_one(walker, reply_by="email", email=MINE)
    number, code = read_receipt(walker)
    mine = Own(app, walker, number, code)
    assert number in mine.enter().html
    other = Walker(into_flask(app.test_client()))
    ask(other, number)
    other.open(links(app)[0])
    other.submit()
    assert "Su código nuevo" in text_of(other)

    for path in ("", "/plazo.ics", "/constancia.pdf", "/expediente.html", "/mensajes"):
        assert "/seguimiento" == walker.open(f"/seguimiento{path}").path
        assert number not in walker.answer.html
    for path in ("plazo.ics", "constancia.pdf"):
        assert "/radicar/listo" == walker.open(f"/radicar/listo/{path}").path
    assert 404 == walker.open("/radicar/listo/codigo.svg").status


def test_a_link_that_is_none_says_so_and_where_to_ask(app, walker):
    for reference in ("1-" + "0" * 32, "x", "99999999999999-0"):
        assert 410 == walker.open(f"/seguimiento/codigo/{reference}").status
        assert "/seguimiento/codigo" in walker.answer.html


def test_what_cannot_be_a_number_or_an_address_is_said(walker):
    assert 422 == ask(walker, "12", "persona").status
    assert "Escriba" in errors_of(walker.answer)
    assert 422 == ask(walker, "12").status
    assert "Revise el número" in text_of(walker)


def test_a_new_code_leaves_no_number_in_the_browser_that_asked_for_it(app, client, walker):
    file_one(walker, reply_by="email", email=MINE)
    mine = Own(app, walker, *read_receipt(walker))
    mine.enter()
    walker.open("/seguimiento/agregar")
    ask(walker, mine.number)
    walker.open(links(app)[0])
    walker.submit()

    with client.session_transaction() as cookie:
        assert mine.number not in str(dict(cookie))

"""The whole case to take home: readable alone, complete, and without a way into the case."""

import hashlib
import re
from io import BytesIO
from zipfile import ZipFile

from pqrs.law import Decision
from pqrs.office import Role
from tests.acts.own_case import WORDS
from tests.build import POTHOLE, a_kept_file
from tests.filing import read_receipt
from tests.web.citizen.own import Own, own
from tests.web.citizen.reporting import tell
from tests.web.staff import a_case, at_work, text_of

NETWORK = re.compile(r"""(?:src|href|action|srcset)=|url\(|@import|<script|<link""")


def test_everything_is_in_one_page_that_asks_nothing_of_the_network(app, client, walker):
    mine = own(app, walker, documents=(a_kept_file(app.office),))
    mine.answered(Decision.GRANTED)
    file = client.get("/seguimiento/expediente.html")
    chain = mine.inside(lambda _session, petition: [row.hash for row in petition.events])

    assert f'filename="expediente-{mine.number}.html"' in file.headers["Content-Disposition"]
    assert [] == NETWORK.findall(file.text)
    for words in (mine.number, POTHOLE, "No se puede.", "carta.pdf", "Por qué esa fecha", *chain):
        assert words in file.text
    assert mine.code not in file.text
    assert "Persona Inventada" not in file.text
    assert "persona@example.com" not in file.text


def test_what_the_office_wrote_and_what_was_answered_is_in_it(app, client, walker):
    tell(walker)
    number, code = read_receipt(walker)
    mine = Own(app, walker, number, code)
    mine.enter()
    for ending in ("html", "zip"):
        said = client.get(f"/seguimiento/expediente.{ending}").headers["Content-Disposition"]
        assert f'attachment; filename="expediente.{ending}"' == said, "somebody may be watching"
    control = at_work(app, Role.INTERNAL_CONTROL, None)
    control.open(f"/bandeja/{number}/mensaje")
    control.submit(body="¿En qué ventanilla?")
    walker.open("/seguimiento/mensajes")
    walker.submit(text="En la dos.")

    file = walker.open("/seguimiento/expediente.html")
    assert all(words in file.html for words in ("¿En qué ventanilla?", "En la dos."))


def test_what_was_contested_and_what_happened_are_told_as_on_the_page(app, client, walker):
    mine = own(app, walker)
    mine.answered()
    walker.send_form(mine.form("/seguimiento/inconforme", remedy="not_answered", text=WORDS))
    file = client.get("/seguimiento/expediente.html").text

    for said in ("Lo que presentó", WORDS, "Usted no está de acuerdo", "La responde Secretaría"):
        assert said in file
    assert [] == NETWORK.findall(file)


def test_the_zip_has_the_same_page_and_the_files_byte_for_byte(app, client, walker):
    kept = a_kept_file(app.office, b"%PDF una carta")
    own(app, walker, documents=(kept,))

    with ZipFile(BytesIO(client.get("/seguimiento/expediente.zip").data)) as packed:
        assert ["expediente.html", "archivos/1.pdf"] == packed.namelist()
        assert kept.sha256 == hashlib.sha256(packed.read("archivos/1.pdf")).hexdigest()
        assert "(archivos/1.pdf)" in packed.read("expediente.html").decode()


def test_an_answer_that_was_not_opened_is_not_in_it_and_making_it_delivers_nothing(
    app, client, walker
):
    mine = own(app, walker)
    mine.answered(opened=False)
    before = mine.events()
    text = client.get("/seguimiento/expediente.html").text

    assert "No se puede." not in text
    assert "todavía no se ha abierto" in text
    assert before == mine.events()


def test_without_a_case_open_there_is_nothing_to_take(client):
    for path in ("expediente.html", "expediente.zip"):
        assert "/seguimiento" == client.get(f"/seguimiento/{path}").location


def test_the_page_says_the_turn_who_opened_it_and_offers_the_file(app, walker):
    a_case(app)
    mine = own(app, walker)

    assert "Su turno: esa dependencia debe responder antes 1 petición." in text_of(walker)
    assert "Nadie de la Alcaldía la ha abierto todavía." in text_of(walker)
    assert "/seguimiento/expediente.html" in walker.answer.html
    assert "expediente.zip" not in walker.answer.html
    assert mine.number in walker.answer.html

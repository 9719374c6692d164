"""`/plazos`: the law's cases through the page, what it refuses and how it may be kept."""

import csv
import gzip
import json
from pathlib import Path
from urllib.parse import quote

import html5lib
import pytest

from pqrs.law import Calendar, ChangeKind, Kind, Readings, read_moment, work_out
from tests.build import approve_change
from tests.statements import statements
from tests.web.public.asking import PLAIN, ask
from tests.web.staff import text_of, writing

FIRST_VIEW = 14_000
VECTORS = Path("tests/law/vectors/worked.csv")


def question_of(row):
    """A case of the table, as the address of the page has it."""
    day, _t, hour = row["received_at"].partition("T")
    asked = {"clase": row["modality"], "recibida": day, "hora": hour[:5]}
    for event in json.loads(row["events"]):
        asked |= WRITTEN[event["type"]](event)
    return ask(**asked)


WRITTEN = {
    "extension": lambda one: {"prorroga": one["notified_at"][:10], "total": one["total_days"]},
    "requirement": lambda one: {"requerida": one["communicated_at"][:10]},
    "completed": lambda one: {"completada": one["at"][:10]},
    "suspended_days": lambda one: {"cierre": one["dates"][0]},
}


def fits(row):
    """Whether the page asks for all that the case tells, and it could lawfully be done."""
    told = json.loads(row["events"])
    received_at = read_moment(row["received_at"])
    closed = [day for one in told for day in one.get("dates", [])]
    known = row["modality"] in {kind.code for kind in Kind}
    if not known or len(closed) > 1 or not all(one["type"] in WRITTEN for one in told):
        return False
    return not work_out(row["modality"], received_at, told, Calendar(), Readings()).objections


def some_rows():
    """Cases of the law's own table, with and without events."""
    with VECTORS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if fits(row)]
    plain = [row for row in rows if row["events"] == "[]"]
    told = [row for row in rows if row["events"] != "[]"]
    return [pytest.param(row, id=row["id"]) for row in (*plain[:6], *told[:9])]


def calendar_of(client, question):
    """The file's properties by name, unfolded."""
    body = client.get(question.replace("/plazos", "/plazos.ics")).get_data(as_text=True)
    lines = body.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


@pytest.mark.parametrize("row", some_rows())
def test_the_due_date_is_the_one_counted_by_hand(client, row):
    found = calendar_of(client, question_of(row))

    assert row["expected_due"].replace("-", "") == found["DTSTART;VALUE=DATE"]


def test_a_person_fills_the_form(walker):
    walker.open("/plazos")
    day = {"recibida-day": "20", "recibida-month": "3", "recibida-year": "2026"}
    answer = walker.submit(clase="QUEJA", hora="4:30 p. m.", **day)

    assert 200 == answer.status
    for words in (
        "Queja miércoles 15 de abril de 2026 Último día para responder",
        "Plazo: 15 días hábiles desde el día siguiente (Ley 1437 de 2011, artículo 14).",
        "lunes 23 mar 2026 No cuenta. Festivo: San José (Ley 51 de 1983, artículo 1) 0",
        "martes 24 mar 2026 Cuenta 1",
        "miércoles 15 abr 2026 Cuenta 15",
    ):
        assert words in text_of(walker)
    assert "/plazos?clase=QUEJA&amp;recibida=2026-03-20&amp;hora=4:30+p.+m." in answer.html


def test_the_whole_chain_is_visible(walker):
    walker.open(
        ask(
            clase="INFORMACION",
            recibida="2026-03-20",
            requerida="2026-03-27",
            completada="2026-04-10",
            prorroga="2026-04-15",
            total="20",
            cierre="2026-04-13",
            acto="Decreto 012 de 2026",
        )
    )

    for words in (
        "miércoles 6 de mayo de 2026 Último día para responder",
        "El viernes 27 de marzo de 2026 se pidió completar y el término se detuvo",
        "se avisó una prórroga: 20 días hábiles en total",
        "lunes 13 abr 2026 No cuenta. La entidad no trabaja, por un acto formal (Decreto 012",
        "Faltaba algo y la entidad pidió completar",
    ):
        assert words in text_of(walker)
    assert 3 == walker.answer.html.count("<details open>")


def test_while_it_stands_still_there_is_no_date(walker, client):
    question = ask(clase="QUEJA", recibida="2026-03-20", causa="CPACA_39", suspendida="2026-03-25")
    walker.open(question)

    assert "El término está detenido: no vence mientras tanto" in text_of(walker)
    assert "/plazos.ics" not in walker.answer.html
    assert (303, question) == where(client.get(question.replace("/plazos", "/plazos.ics")))


def where(response):
    return response.status_code, response.headers["Location"]


def test_a_mixed_petition_falls_due_with_its_first_part(client):
    question = ask(clase="MIXTA", recibida="2026-02-02", partes=["QUEJA", "INFORMACION"])

    assert "20260216" == calendar_of(client, question)["DTSTART;VALUE=DATE"]


def test_a_closure_of_the_entity_counts(app, client):
    with writing(app) as session:
        approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-02-13"]})

    assert "20260224" == calendar_of(client, PLAIN)["DTSTART;VALUE=DATE"]


@pytest.mark.parametrize(
    "raw",
    [
        "clase=QUEJA&clase=CONSULTA&recibida=2026-02-02",
        "clase=QUEJA&recibida=2026-02-02&fbclid=x&_scheme=javascript&_external=1&_anchor=x",
    ],
)
def test_the_first_of_two_counts_and_what_is_not_ours_does_not(client, raw):
    assert "20260223" == calendar_of(client, f"/plazos?{raw}")["DTSTART;VALUE=DATE"]


@pytest.mark.parametrize(
    "raw",
    [
        f"clase={quote('ñ', encoding='latin-1')}&recibida=%00%ff",
        "hora=%00&acto=%1b[31m&total=%ed%a0%80",
        f"clase=QUEJA&recibida=2026-02-02&acto={'a' * 6000}&cierre=2026-02-03",
    ],
)
def test_odd_bytes_are_an_answer_too(client, raw):
    assert 422 == client.get(f"/plazos?{raw}").status_code
    assert "/plazos?" == where(client.get(f"/plazos.ics?{raw}"))[1][:8]


@pytest.mark.parametrize("raw", ["", "?clase=QUEJA", "?fbclid=x", "?recibida=2026-02-02"])
def test_a_link_may_bring_only_how_to_begin(client, raw):
    answer = client.get(f"/plazos{raw}")

    assert 200 == answer.status_code
    assert "Revise lo siguiente" not in answer.text


def test_a_redirect_stays_here(client):
    answer = client.get("/plazos.ics?clase=X&_external=1&_scheme=ftp&_anchor=a&_method=POST")

    assert (303, "/plazos?clase=X") == where(answer)


@pytest.mark.parametrize("question", ["/plazos", PLAIN, ask(clase="QUEJAX")])
def test_it_is_a_page(client, question):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(client.get(question).text)

    assert [] == parser.errors


def test_a_very_long_stop_is_one_line(walker):
    walker.open(
        ask(
            clase="QUEJA",
            recibida="1984-01-04",
            requerida="1984-01-10",
            completada="2099-01-05",
        )
    )

    assert "no cuenta ninguno de 41999 días" in text_of(walker)
    assert 40_000 > len(walker.answer.html)


def test_it_writes_no_session_and_asks_the_database_for_the_rules_alone(app, client):
    with app.app_context(), app.sessions() as session, statements(session) as ran:
        answer = client.get(PLAIN)

    assert "Set-Cookie" not in answer.headers
    assert 1 == len([statement for statement in ran if statement.startswith("SELECT")])


@pytest.mark.parametrize("question", ["/plazos", PLAIN, PLAIN.replace("plazos", "plazos.ics")])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_who_has_it_gets_nothing_again(client, question, encoding):
    accepts = {"Accept-Encoding": encoding}
    first = client.get(question, headers=accepts)
    again = client.get(question, headers=accepts | {"If-None-Match": first.headers["ETag"]})

    assert "public, max-age=300" == first.headers["Cache-Control"]
    assert 304 == again.status_code


def test_a_refusal_is_kept_by_nobody(client):
    assert "no-store" == client.get(ask(clase="X")).headers["Cache-Control"]


@pytest.mark.parametrize("question", ["/plazos", PLAIN])
def test_the_first_view_is_light(client, question):
    light = {"Accept-Encoding": "gzip"}
    page = client.get(question, headers=light)
    style = client.get("/static/x/css/app.css", headers=light)

    assert b"Calculadora" in gzip.decompress(page.data)
    assert len(page.data) + len(style.data) <= FIRST_VIEW


@pytest.mark.parametrize("path", ["/", "/derechos"])
def test_other_pages_lead_here(client, path):
    assert 'href="/plazos"' in client.get(path).text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, method):
    assert 405 == getattr(client, method)("/plazos").status_code

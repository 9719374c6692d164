"""The date of one's own case for one's own calendar, and every clock that runs on it."""

from tests.filing import read_receipt
from tests.web.citizen.filling import errors_of, file_one


def properties(client, path):
    """The file's lines by name, unfolded."""
    response = client.get(path)
    assert "text/calendar; charset=utf-8" == response.content_type
    assert "no-store" == response.headers["Cache-Control"]
    lines = response.text.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


def open_own(walker, number, code):
    walker.open("/seguimiento")
    walker.submit(number=number, code=code)


def test_the_receipt_offers_the_date(client, walker):
    answer = file_one(walker)
    number, _code = read_receipt(walker)
    found = properties(client, "/radicar/listo/plazo.ics")

    assert 'href="/radicar/listo/plazo.ics"' in answer.html
    assert f"Vence el plazo para responder la petición {number}" == found["SUMMARY"]
    assert f"{number}@plazos" == found["UID"]
    assert "Recibida el" in found["DESCRIPTION"]


def test_the_opened_case_offers_the_same_date(client, walker):
    file_one(walker)
    number, code = read_receipt(walker)
    first = properties(client, "/radicar/listo/plazo.ics")
    open_own(walker, number, code)

    assert 'href="/seguimiento/plazo.ics"' in walker.answer.html
    assert first == properties(client, "/seguimiento/plazo.ics")


def test_who_gave_no_name_gets_a_date_that_tells_nothing(client, walker):
    file_one(walker, identity="anonymous")
    number, _code = read_receipt(walker)
    body = client.get("/radicar/listo/plazo.ics").text

    assert "SUMMARY:Fecha para recordar" in body
    for secret in (number, "Candelaria", "petición", "URL:", "Ley"):
        assert secret not in body


def test_without_a_case_there_is_no_file(walker):
    assert "/seguimiento" == walker.open("/seguimiento/plazo.ics").path
    assert "/" == walker.open("/radicar/listo/plazo.ics").path


def test_every_clock_is_said_to_the_petitioner(walker):
    said = errors_of(file_one(walker))

    for words in (
        "Todos los plazos de esta petición",
        "Dar el número de radicado. La Alcaldía",
        "Trasladarla, si le corresponde a otra entidad. La Alcaldía",
        "Pedir lo que falte, si falta algo. La Alcaldía",
        "Responder. La Alcaldía",
        "Hecho el",
        "Faltan 5 días hábiles",
        "Haga otra cuenta en la calculadora de plazos",
    ):
        assert words in said

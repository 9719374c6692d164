"""English for who asks: one cookie, the same addresses, and nothing for who does not ask."""

import re

import pytest
from flask_babel import gettext

from pqrs.acts import settle_parts, shield
from pqrs.law import Decision, Kind, Remedy, clock_named
from pqrs.law.contests import DECISIONS
from pqrs.office import automatic, portions
from pqrs.web.citizen.file_draft import check, make_filing
from pqrs.web.law_words import CLOCKS
from pqrs.web.reason_words import reason_words
from tests.acts.own_case import WORDS
from tests.filing import file_by_hand, seen
from tests.web.citizen.filling import ANSWERS
from tests.web.citizen.own import own
from tests.web.staff import at_work

ENGLISH = "idioma=en"


def english(client):
    client.set_cookie("idioma", "en")
    return client


def test_who_does_not_ask_is_answered_in_spanish_and_keeps_no_cookie(client):
    answer = client.get("/plazos", headers={"Accept-Language": "en"})

    assert '<html lang="es-CO">' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_link_without_scripts_leads_to_the_same_page_in_english_and_back(client):
    there = client.get("/plazos?clase=CLAIM&idioma=en")
    page = client.get(there.location)
    back = client.get("/plazos?idioma=es")

    assert (303, "/plazos?clase=CLAIM") == (there.status_code, there.location)
    assert '<html lang="en-GB">' in page.text
    assert 'href="/plazos?clase=CLAIM&amp;idioma=es"' in page.text
    assert 'href="/plazos?idioma=en"' in client.get(back.location).text
    assert '<html lang="es-CO">' in client.get("/plazos").text


@pytest.mark.parametrize("asked", ["fr", "", "en\r\nX: 1", "../en"])
def test_another_language_is_no_language(client, asked):
    answer = client.get("/plazos", query_string={"idioma": asked})

    assert "Set-Cookie" not in answer.headers
    assert '<html lang="es-CO">' in answer.text


@pytest.mark.parametrize("path", ["//evil.test/x", "/\\evil.test", "///evil.test"])
def test_the_way_to_english_leads_to_no_other_site(client, path):
    location = client.get(f"{path}?{ENGLISH}").headers.get("Location", "/")

    assert not location.startswith(("//", "/\\", "http://evil", "https://evil"))


def test_who_keeps_pages_for_others_keeps_one_a_language(client):
    for path in ("/plazos", "/registro", "/estadisticas"):
        answer = client.get(path)
        assert "public" in answer.headers["Cache-Control"]
        assert "Cookie" in answer.headers["Vary"], path


def test_a_page_rendered_once_for_everybody_is_rendered_once_a_language(client):
    spanish = client.get("/estadisticas?periodo=2026").text
    in_english = english(client).get("/estadisticas?periodo=2026&x=1").text
    client.delete_cookie("idioma")

    assert '<html lang="en-GB">' in in_english
    assert "x=1" not in in_english
    assert spanish == client.get("/estadisticas?periodo=2026").text


def test_files_for_machines_and_desks_stay_in_spanish(client):
    spanish = client.get("/estadisticas.csv").text

    assert spanish == english(client).get("/estadisticas.csv").text
    assert "idioma=" not in client.get("/bandeja?idioma=en").headers.get("Set-Cookie", "")


def test_the_programs_own_reason_is_told_in_english(app, entity):
    texts = (
        "Un poste con el cable caído y chispas",
        "El funcionario de Hacienda me insultó",
        "asdf",
    )
    reasons = [entity.router.suggest(text).reason for text in texts]

    with app.test_request_context("/", headers={"Cookie": "idioma=en"}):
        told = [reason_words(reason) for reason in reasons]
        moved = reason_words("Decreto 9: la entidad no trabaja el lunes 2 de febrero de 2026.")

    assert "the topic seems to be" in told[0]
    assert "A person decides." in " ".join(told)
    assert "the entity does not work on Monday 2 February 2026." in moved
    for spanish in ("Por las palabras", "el tema parece", "Decide una persona", "El texto"):
        assert spanish not in " ".join(told)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (
            automatic.REASON,
            "It looks sent by a machine or has many links: a person reads it first.",
        ),
        (
            portions.FIRST_DECIDES,
            "It names several matters: the first decides where it goes.",
        ),
        (settle_parts.REASON, "It has different matters, and each has its time limit."),
        (
            shield.REASON,
            "The text names the department that had it, which cannot decide about itself.",
        ),
        (
            "Puede haber riesgo para la vida: lo decide una persona. Decide una persona.",
            "There may be danger to life: a person decides. A person decides.",
        ),
        (
            "Obras existió hasta el lunes 2 de febrero de 2026. Ahora responde Vías.",
            "Obras existed until Monday 2 February 2026. Vías answers now.",
        ),
        (
            "Secretaría de Obras existió. Ahora responde Secretaría de Vías.",
            "Secretaría de Obras existed. Secretaría de Vías answers now.",
        ),
        ("Lo escribió una persona.", "Lo escribió una persona."),
    ],
)
def test_every_reason_of_the_program_is_told_in_english(app, reason, told):
    with app.test_request_context("/", headers={"Cookie": "idioma=en"}):
        assert told == reason_words(reason)


def test_a_person_files_in_english_and_reads_why_the_date(walker):
    walker.open("/?idioma=en")
    file_by_hand(walker)
    receipt = seen(walker.answer.html)

    assert "We received your petition" in receipt
    assert re.search(
        r"We have to answer at the latest on\s+[A-Z][a-z]+day \d+ [A-Z][a-z]+ 20", receipt
    )
    assert re.search(r"Time limit: \d+ working days, from the following day", receipt)
    assert not re.findall(r"\b(?:hábiles|Vence|Plazo|Recibida|lunes|petición)\b", receipt)


def test_a_clock_that_stands_still_is_explained_in_english(app, walker):
    mine = own(app, walker)
    mine.asked()
    walker.open("/seguimiento?idioma=en")
    page = seen(walker.answer.html)

    assert "We asked you for what is missing." in page
    assert "Time limit: 15 working days" in page
    assert not re.findall(r"\b(?:hábiles|Recibida|término|detenido|La persona)\b", page)


def test_why_an_insistencia_has_its_date_is_told_in_english_on_the_page_and_in_the_copy(
    app, walker
):
    mine = own(app, walker, kind=Kind.INFORMATION)
    mine.answered(Decision.DENIED)
    form = mine.form("/seguimiento/inconforme", remedy=Remedy.INSISTENCE.value, text=WORDS)
    walker.send_form(form)
    walker.open("/seguimiento?idioma=en")
    sent = seen(walker.answer.html)
    official = at_work(app)
    for page, answers in (("insistencia", {"court": "Juzgado"}), ("interrupcion", {})):
        official.open(f"/bandeja/{mine.number}/{page}")
        official.submit(**answers, **({"ground": "section"} if page == "interrupcion" else {}))
    told = seen(walker.open("/seguimiento").html)
    copy = seen(walker.open("/seguimiento/expediente.html").html)

    assert "Send the insistence and the case file to the administrative judge: 3 working" in sent
    assert "Decide the insistence: 10 working days" in told
    assert "the entity asked the section of the Consejo de Estado to take the matter over" in told
    asked = f"{app.office.pack.entity.name} asked the Consejo de Estado to take it over"
    assert asked in told
    assert asked in copy, "what is taken home says why nothing is due from the judge"
    spanish = r"\b(?:hábiles|Vence|El juez|se presentó|Decidir|Enviar|El lunes|decidirlo)\b"
    assert not re.findall(spanish, sent + told)


def test_every_clock_of_what_is_contested_has_its_label_in_english(app):
    names = {*DECISIONS.values(), "decide_insistence"}

    assert {clock_named(name).label for name in names} == set(CLOCKS)
    with app.test_request_context("/", headers={"Cookie": "idioma=en"}):
        assert all(gettext(label) != label for label in CLOCKS)


def test_what_the_entity_wrote_is_marked_as_spanish_on_a_page_in_english(app, walker):
    mine = own(app, walker)
    mine.answered()
    walker.open("/seguimiento")
    assert "<blockquote>No se puede." in walker.answer.html
    walker.open("/seguimiento?idioma=en")

    assert '<blockquote lang="es">No se puede.' in walker.answer.html
    assert "official acts are written in Spanish" in walker.answer.html


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_case_keeps_the_language_in_which_it_was_filed(app, language):
    answers = {name: value for step in ANSWERS.values() for name, value in step.items()}
    headers = {"Cookie": f"idioma={language}"}
    with app.test_request_context("/radicar/enviar", method="POST", headers=headers):
        filing = make_filing(check(answers))

    assert language == filing.language

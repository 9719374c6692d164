"""Comunicar a terceros: the page, and what each reads of it afterwards."""

import pytest

from pqrs.law import IdentityLevel, Kind
from pqrs.models import Notice, Petition
from pqrs.office import Role
from pqrs.outside.now import today
from tests.web.citizen.own import own
from tests.web.staff import a_case, at_work, text_of, writing

ABOUT = "Pide cerrar el paso que cruza el lote de al lado."
MAIL = {"who": "Luz Vecina", "means": "email", "email": "luz@example.com", "about": ABOUT}
ADDRESS = {"who": "Luz Vecina", "means": "address", "address": "Calle 1, guía 77", "about": ABOUT}
RADIO = {"who": "Los vecinos", "means": "published", "medium": "Emisora, 7 a. m.", "about": ABOUT}
PRIVATE = ("Luz Vecina", "luz@example.com", "Calle 1", "guía 77", "Los vecinos", "Me opongo")


def press(person, number, answers):
    person.open(f"/bandeja/{number}/terceros")
    return person.submit(**answers)


def test_who_asked_reads_that_others_were_told_and_nothing_of_them(app, client, walker):
    mine = own(app, walker)
    official = at_work(app, Role.OFFICIAL)
    official.open(f"/bandeja/{mine.number}")
    assert f'href="/bandeja/{mine.number}/terceros"' in official.answer.html
    for answers in (MAIL, ADDRESS, RADIO):
        press(official, mine.number, answers)
        assert "Quedó constancia" in text_of(official)
    official.open(f"/bandeja/{mine.number}/terceros/respuesta")
    official.submit(who="Luz Vecina", body="Me opongo.")
    for said in (*PRIVATE, ABOUT, "El correo está por salir", "Emisora, 7 a. m."):
        assert said in text_of(official).replace("luz @", "luz@")
    with writing(app) as session:
        assert 1 == session.query(Notice).filter_by(address="luz@example.com").count()

    walker.open("/seguimiento")
    for page in (text_of(walker), client.get("/seguimiento/expediente.html").text):
        assert "se contó a quien puede resultar afectado" in page
        assert "se publicó que este trámite existe" in page
        assert "respondió una persona a quien la decisión puede afectar" in page
        assert "Se dijo quién hizo la petición" in page
        assert not any(said in page for said in (*PRIVATE, ABOUT))


def test_what_is_published_is_read_by_anybody_without_a_name(app, walker):
    number = a_case(app)
    press(at_work(app, Role.OFFICIAL), number, RADIO)

    walker.open("/avisos")
    assert all(said in text_of(walker) for said in (number, ABOUT, "Escribir"))
    assert not any(said in text_of(walker) for said in ("Persona Inventada", *PRIVATE))
    for path in ("/registro", "/estadisticas", "/respuestas"):
        walker.open(path)
        assert not any(said in text_of(walker) for said in (ABOUT, *PRIVATE)), path


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (MAIL | {"who": ""}, "Escriba a quién o a quiénes."),
        (MAIL | {"about": " "}, "Escriba de qué trata el trámite."),
        (MAIL | {"email": ""}, "Escriba el correo de la persona."),
        (MAIL | {"email": "luz@"}, "nombre@"),
        (ADDRESS | {"address": ""}, "Escriba dónde o cómo se le comunicó."),
        (RADIO | {"medium": ""}, "Escriba en qué medio se publicó."),
        (ADDRESS | {"told_on-day": ""}, "Escriba una fecha que exista"),
        (
            ADDRESS | {"told_on-day": "", "told_on-month": "", "told_on-year": ""},
            "Escriba el día en que se les comunicó.",
        ),
        (ADDRESS | {"told_on-year": str(today().year + 1)}, "El día va desde el"),
        (ADDRESS | {"told_on-year": str(today().year - 1)}, "El día va desde el"),
        (RADIO | {"about": "Llame a ana@example.com"}, "dice un correo: quítelo"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(app, answers, said):
    number = a_case(app)
    official = at_work(app, Role.OFFICIAL)
    press(official, number, answers)

    assert said in text_of(official)
    assert official.answer.status in {409, 422}
    for typed in answers.values():
        assert not typed.strip() or typed in official.answer.html
    with writing(app) as session:
        assert 3 > session.query(Petition).one().last_sequence


def test_of_a_report_it_says_why_not_and_a_name_kept_back_is_not_shown(app):
    report = a_case(app, kind=Kind.REPORT)
    official = at_work(app, Role.OFFICIAL)
    official.open(f"/bandeja/{report}/terceros")
    assert "Es una denuncia: comunicarla avisaría" in text_of(official)
    assert 'name="who"' not in official.answer.html

    reserved = a_case(app, identity=IdentityLevel.RESERVED)
    official.open(f"/bandeja/{reserved}/terceros")
    assert "su nombre está protegido" in text_of(official)
    official.submit(**(MAIL | {"about": "Persona Inventada pide cerrar el paso."}))
    assert "Esto dice el nombre de la persona, y eso no se les cuenta" in text_of(official)
    assert 409 == official.answer.status


def test_what_complains_about_somebody_here_is_not_published(app):
    number = a_case(app)
    with writing(app) as session:
        session.query(Petition).one().named_departments = ["HAC"]
    official = at_work(app, Role.OFFICIAL)
    official.open(f"/bandeja/{number}/terceros")

    assert "No se puede publicar" in text_of(official)
    assert 'value="published"' not in official.answer.html
    assert 'value="address"' in official.answer.html


def test_a_second_press_of_the_same_says_so(app):
    number = a_case(app)
    official = at_work(app, Role.OFFICIAL)
    official.open(f"/bandeja/{number}/terceros")
    form = official.prepare(**ADDRESS)
    official.send_form(form)
    official.send_form(form)

    assert "Usted ya lo había hecho" in text_of(official)

"""What seems to hold several matters: shown, accepted or not with one press."""

from pqrs.law import Kind
from pqrs.office import Role
from tests.web.staff import a_case, at_work, petition_of, text_of

TEXT = "El bombillo del poste está dañado y además necesito un certificado de residencia."
ALIKE = "El bombillo del poste está dañado y además el semáforo de la esquina está dañado."


def waiting(app, **changes):
    facts = {"text": TEXT, "topic": None, "kind": Kind.CLAIM, "is_doubtful": True}
    return a_case(app, **facts | changes)


def press(person, number, matters):
    person.send_form(parts_form(person, number), press=("matters", matters))


def parts_form(person, number):
    return next(one for one in person.forms() if one.action.endswith(f"/{number}/asuntos"))


def test_the_desk_sees_it_in_the_list_and_accepts_it_on_the_case(app):
    number = waiting(app)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open("/ventanilla")
    assert "Parece tratar varios asuntos" in text_of(clerk)
    clerk.open(f"/ventanilla/{number}")
    assert "Esta petición parece tratar dos asuntos" in text_of(clerk)

    press(clerk, number, "several")

    assert "es ahora mixta: cada asunto tiene su plazo" in text_of(clerk)
    assert "Esta petición trata dos asuntos" in text_of(clerk)
    assert Kind.MIXED is petition_of(app, number).kind
    clerk.open("/ventanilla")
    assert "Parece tratar varios asuntos" not in text_of(clerk)


def test_one_matter_is_not_asked_about_again(app):
    number = waiting(app)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open(f"/ventanilla/{number}")

    press(clerk, number, "one")

    assert f"Quedó escrito que {number} trata un solo asunto." in text_of(clerk)
    assert "parece tratar" not in text_of(clerk)
    assert Kind.CLAIM is petition_of(app, number).kind


def test_a_department_leaves_the_term_to_the_supervisor_and_no_term_changes_of_one_kind(app):
    number = a_case(app, text=TEXT, topic="SP-ALU-01", kind=Kind.CLAIM)
    alike = a_case(app, text=ALIKE, topic="SP-ALU-01", kind=Kind.CLAIM)
    official = at_work(app, Role.OFFICIAL, "PLAN")
    official.open(f"/bandeja/{number}")
    assert "Que cada asunto tenga su plazo lo decide la supervisión." in text_of(official)
    press(official, number, "several")
    assert "trata varios asuntos. Que cada uno tenga su plazo" in text_of(official)

    official.open(f"/bandeja/{alike}")
    assert "vencería" not in text_of(official)
    press(official, alike, "several")
    assert f"Quedó escrito que {alike} trata varios asuntos." in text_of(official)
    assert "Esta petición trata dos asuntos" in text_of(official)


def test_nobody_accepts_what_was_not_on_the_page(app):
    number = waiting(app)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open(f"/bandeja/{number}/asuntos")
    form = parts_form(clerk, number)
    form.values = [(name, "HAC;JUR" if name == "bodies" else value) for name, value in form.values]
    clerk.send_form(form, press=("matters", "several"))

    assert "Lo que se propone cambió. Mírelo otra vez y decida." in text_of(clerk)
    press(clerk, number, "")
    assert "Diga si trata varios asuntos o uno solo." in text_of(clerk)
    assert Kind.CLAIM is petition_of(app, number).kind


def test_of_one_matter_the_page_says_so(app):
    number = a_case(app)
    official = at_work(app)
    official.open(f"/bandeja/{number}/asuntos")
    assert "no parece tratar varios asuntos" in text_of(official)

"""What the page says when there is little to say, and of names that are markup."""

from pqrs.models import Department
from tests.build import a_petition
from tests.web.public.history import file_and_answer, opine
from tests.web.staff import text_of, writing


def test_few_of_everything(app, walker):
    file_and_answer(app, 4, 4)
    opine(app, satisfied=4)
    walker.open("/estadisticas")

    said = text_of(walker)

    assert "Recibimos menos de 5 peticiones." in said
    assert "Recibimos menos de 5 opiniones." in said
    assert "Otras (2 juntas)" in said
    assert "100 %" not in said.replace("\N{NBSP}", " ")


def test_nothing_yet(walker):
    walker.open("/estadisticas")

    assert "Todavía no hay peticiones en este periodo." in text_of(walker)


def test_a_name_is_text_and_never_markup(app, walker):
    with writing(app) as session:
        session.get_one(Department, "INFRA").name = "<script>alert(1)</script>"
        for _ in range(12):
            a_petition(session, app.office)

    html = walker.open("/estadisticas").html

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html

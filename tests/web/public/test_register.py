"""`/registro`: nothing but number, day, state and turn."""

from tests.web.citizen.own import own
from tests.web.staff import text_of


def test_the_register_shows_neither_kind_nor_department_nor_words(app, walker):
    mine = own(app, walker)
    walker.open("/registro")
    shown = text_of(walker)

    assert mine.number in shown
    for hidden in ("Infraestructura", "hueco", "Persona", "Reclamo"):
        assert hidden not in walker.answer.html.partition("<main")[2].partition("</main>")[0]

    walker.open(f"/registro?numero={mine.number.replace('-', '')}")
    assert "Turno" in text_of(walker)
    walker.open("/registro?numero=2026-000999-1")
    assert "No está en el registro." in text_of(walker)
    assert "2026-000999-1" in walker.answer.html

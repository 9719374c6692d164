"""What departments have yet to write in others' cases, for who oversees them."""

from pqrs.office import Role
from tests.acts.test_parts import TEXT
from tests.web.desk.test_part_acts import parted
from tests.web.staff import at_work, text_of


def test_a_supervisor_sees_whose_word_is_missing_and_until_when_but_no_words(app):
    supervisor = at_work(app, Role.SUPERVISOR, None)
    supervisor.open("/bandeja/partes")
    assert "No hay asuntos compartidos pendientes." in text_of(supervisor)
    number = parted(app, TEXT)

    supervisor.open("/bandeja/partes")

    text = text_of(supervisor)
    assert f"{number} Lo que escribe Secretaría de Gobierno" in text
    assert "1 Pendientes 0 Vencidos" in text
    assert "bombillo" not in text
    rows = supervisor.answer.html.partition("<tbody>")[2]
    assert rows.count("<td") == rows.count("data-head=") > 0, "on a phone no heading is seen"

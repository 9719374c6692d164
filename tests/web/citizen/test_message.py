"""`/seguimiento/mensajes`: what only the person's side shows."""

from tests.filing import read_receipt, seen
from tests.web.citizen.reporting import tell
from tests.web.desk.test_write_to_person import reporter


def test_who_gave_no_name_may_write_first(app, walker):
    tell(walker)
    person = reporter(app, read_receipt(walker))
    assert "Escribirle a la oficina, sin decir quién es" in seen(person.answer.html)

    page = person.open("/seguimiento/mensajes")
    assert 'href="/fuera"' in page.html
    assert "no sabe quién es usted" in seen(page.html)
    person.submit(text="Me acordé de algo más.")
    assert "Usted le escribió a la oficina." in seen(person.answer.html)


def test_without_number_and_code_there_is_nothing(walker):
    assert "/seguimiento" == walker.open("/seguimiento/mensajes").path

"""`/seguimiento/mensajes`: what only the person's side shows."""

import pytest

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


@pytest.mark.parametrize(
    ("identity", "said"),
    [("named", "Usted dio su nombre"), ("reserved", "solo puede saber quien dirige la oficina")],
)
def test_who_gave_a_name_is_told_who_may_know_it(app, walker, identity, said):
    tell(walker, identity=identity)
    page = seen(reporter(app, read_receipt(walker)).open("/seguimiento/mensajes").html)

    assert said in page
    assert "no sabe quién es usted" not in page


def test_without_number_and_code_there_is_nothing(walker):
    assert "/seguimiento" == walker.open("/seguimiento/mensajes").path

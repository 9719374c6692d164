"""The page of the tacit withdrawal; once its month is over, `test_act_page.py` presses it."""

from pqrs.office import Role
from tests.web.staff import a_case, at_work, text_of


def test_before_the_month_ends_it_says_until_when_and_shows_no_form(app):
    number = a_case(app)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}")
    assert "desistimiento" not in head.answer.html
    head.open(f"/bandeja/{number}/completar")
    head.submit(items="Factura")

    head.open(f"/bandeja/{number}/desistimiento")

    assert "El peticionario tiene hasta el" in text_of(head)
    assert "artículo 17" in text_of(head)
    assert "act" not in {name for form in head.forms() for name in form.offers}
    head.open(f"/bandeja/{number}")
    assert "No se puede declarar el desistimiento: El peticionario tiene hasta" in text_of(head)

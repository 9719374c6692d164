"""`/seguimiento/retirar`: a page that says what it means, and then the press."""

from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own


def test_it_says_what_it_means_and_ends_it(app, walker):
    mine = own(app, walker)
    assert "/seguimiento/retirar" in walker.answer.html
    form = mine.form("/seguimiento/retirar")
    assert "Nada se borra" in walker.answer.html
    assert "withdrawn" not in mine.events()
    answer = walker.send_form(form)

    assert "Retiró su petición. Nada se borró." in errors_of(answer)
    assert "Desistida" in errors_of(answer)
    assert "/seguimiento/retirar" not in answer.html
    assert "Ya lo habíamos recibido" in errors_of(walker.send_form(form))
    assert 1 == mine.events().count("withdrawn")


def test_what_was_withdrawn_asks_for_nothing_more(app, walker):
    mine = own(app, walker)
    mine.asked()
    assert "/seguimiento/completar" in walker.open("/seguimiento").html
    answer = walker.send_form(mine.form("/seguimiento/retirar"))
    assert "/seguimiento/completar" not in answer.html
    assert "Debe responder" not in answer.html


def test_what_was_answered_is_not_taken_back(app, walker):
    mine = own(app, walker)
    mine.answered()
    assert "La petición terminó el" in walker.open("/seguimiento/retirar").html

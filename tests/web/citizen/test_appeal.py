"""`/seguimiento/inconforme`: the ways there are, each with its last day and before whom."""

import pytest

from pqrs.law import Decision, Kind
from tests.acts.own_case import WORDS
from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own

PATH = "/seguimiento/inconforme"


def test_it_is_offered_after_the_answer_and_not_before(app, walker):
    mine = own(app, walker)
    assert PATH not in walker.open("/seguimiento").html
    mine.answered(opened=False)
    assert PATH not in walker.open("/seguimiento").html


@pytest.mark.parametrize(
    ("decision", "kind", "offered"),
    [
        (Decision.RESPONDED, Kind.CLAIM, {"not_answered", "reconsideration", "appeal"}),
        (Decision.DENIED, Kind.INFORMATION, {"not_answered", "insistence"}),
    ],
)
def test_each_decision_has_its_ways(app, walker, decision, kind, offered):
    mine = own(app, walker, kind=kind)
    mine.answered(decision)
    assert PATH in walker.open("/seguimiento").html
    walker.open(PATH)

    assert offered == walker.form_with({"remedy", "text"}).offers["remedy"]
    assert "Hasta el" in errors_of(walker.answer)
    assert "Ley 1437 de 2011, artículo" in errors_of(walker.answer)


def test_it_is_presented_once(app, walker):
    mine = own(app, walker)
    mine.answered()
    form = mine.form(PATH, remedy="not_answered", text=WORDS)
    answer = walker.send_form(form)

    assert "Se lo contamos a la dependencia y a Control Interno" in errors_of(answer)
    assert "Revisar si la respuesta" in answer.html or "respuesta fue completa" in answer.html
    assert WORDS == mine.texts()[-1]
    assert "Ya lo habíamos recibido" in errors_of(walker.send_form(form))
    assert 1 == mine.events().count("appealed")
    assert "Ya lo presentó, el" in errors_of(walker.open(PATH))


def test_without_reasons_or_without_a_way_it_stays_on_the_page(app, walker):
    mine = own(app, walker)
    mine.answered()
    answer = walker.send_form(mine.form(PATH, remedy="appeal", text=""))
    assert (422, True) == (answer.status, "Escriba por qué no está de acuerdo" in answer.html)
    answer = walker.send_form(mine.form(PATH, text=WORDS))
    assert (422, True) == (answer.status, "Elija qué quiere presentar" in answer.html)
    assert WORDS in answer.html


def test_a_way_that_is_not_of_this_decision_is_refused(app, walker):
    mine = own(app, walker)
    mine.answered()
    form = mine.form(PATH, text=WORDS)
    form.values.append(("remedy", "insistence"))
    answer = walker.send_form(form)

    assert (422, True) == (answer.status, WORDS in answer.html)
    assert "appealed" not in mine.events()

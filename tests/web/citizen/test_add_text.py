"""`/seguimiento/agregar`: words at any time, once however often they are sent."""

import pytest

from tests.acts.own_case import WORDS
from tests.build import POTHOLE
from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own


@pytest.fixture
def mine(app, walker):
    return own(app, walker)


def test_words_are_added_and_the_case_says_so(mine, walker):
    assert "Agregar texto o documentos" in walker.answer.html
    answer = walker.send_form(mine.form("/seguimiento/agregar", text=WORDS))

    assert (200, "/seguimiento") == (answer.status, answer.path)
    assert "Lo recibimos. También se lo debemos responder." in errors_of(answer)
    assert "Se agregó algo" in errors_of(answer)
    assert [POTHOLE, WORDS] == mine.texts()


def test_a_second_press_adds_nothing(mine, walker):
    form = mine.form("/seguimiento/agregar", text=WORDS)
    walker.send_form(form)
    answer = walker.send_form(form)

    assert "Ya lo habíamos recibido" in errors_of(answer)
    assert [POTHOLE, WORDS] == mine.texts()


@pytest.mark.parametrize(
    ("text", "said", "status"),
    [
        ("", "Escriba lo que quiere agregar o adjunte un archivo", 409),
        ("a" * 20_001, "Escriba máximo 20.000 caracteres", 422),
        ("hola\x00", "un carácter que no podemos guardar", 422),
    ],
    ids=["empty", "long", "control"],
)
def test_what_cannot_be_added_stays_on_the_page(mine, walker, text, said, status):
    answer = walker.send_form(mine.form("/seguimiento/agregar", text=text))

    assert (status, True) == (answer.status, said in errors_of(answer))
    assert 'href="#text"' in answer.html, "the summary leads to the field"
    assert text.replace("\x00", "")[:100] in answer.html
    assert "text_added" not in mine.events()

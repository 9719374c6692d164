"""Free words, whatever they hold; and the token of a form."""

import pytest

from tests.web.citizen.test_evaluate import ANSWERS, kept
from tests.web.staff import text_of

LIMIT = 2000


def send(walker, **changes):
    walker.open("/evaluar")
    return walker.submit(**ANSWERS, **changes)


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "   \N{NBSP}\N{ZERO WIDTH SPACE}",
        "hola",
        "ñ" * LIMIT,
        "👩‍👩‍👧 شكرا",
        "a" + "\N{COMBINING ACUTE ACCENT}" * 1000,
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{7*7}} ${7*7} %s%n {0.__class__}",
        "' OR 1=1--",
        "=cmd|'/c calc'!A1",
    ],
)
def test_any_words_are_welcome(app, walker, comment):
    assert "/evaluar/gracias/DADM" == send(walker, comment=comment).path
    assert 1 == len(kept(app))


def test_too_long_is_refused_and_kept(app, walker):
    answer = send(walker, comment="a" * (LIMIT + 1))

    assert 422 == answer.status
    assert "Escriba máximo 2.000 caracteres. Lleva 2.001." in text_of(walker)
    assert "a" * (LIMIT + 1) in answer.html
    assert [] == kept(app)


def test_a_character_that_cannot_be_kept(app, walker):
    assert 422 == send(walker, comment="a\x00b").status
    assert "El texto tiene un carácter que no podemos guardar." in text_of(walker)
    assert [] == kept(app)


@pytest.mark.parametrize("token", ["", "corto", "x" * 65, "'; DROP TABLE evaluation; --" * 2])
def test_a_form_without_its_token_is_shown_again_with_another(app, walker, token):
    walker.open("/evaluar")
    form = walker.prepare(**ANSWERS)
    form.values = [pair for pair in form.values if pair[0] != "token"] + [("token", token)]
    answer = walker.send_form(form)

    assert 422 == answer.status
    assert "Revise sus respuestas y envíelas otra vez." in text_of(walker)
    assert [] == kept(app)

    walker.submit(**ANSWERS)
    assert 1 == len(kept(app))

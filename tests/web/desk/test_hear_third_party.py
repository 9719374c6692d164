"""Anotar lo que dijo un tercero: what is asked, and what is wrong."""

import pytest

from pqrs.office import Role
from pqrs.outside.now import today
from tests.web.staff import a_case, at_work, text_of


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"who": "", "body": "Me opongo."}, "Escriba quién respondió."),
        ({"who": "Luz", "body": " "}, "Escriba lo que dijo."),
        (
            {"who": "Luz", "body": "Me opongo.", "heard_on-year": str(today().year + 1)},
            "El día va desde el",
        ),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(app, answers, said):
    official = at_work(app, Role.OFFICIAL)
    official.open(f"/bandeja/{a_case(app)}/terceros/respuesta")
    official.submit(**answers)

    assert said in text_of(official)
    assert all(typed in official.answer.html for typed in answers.values())

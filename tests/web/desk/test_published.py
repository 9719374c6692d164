"""Beside a case, published answers like it."""

from tests.build import a_public_answer, an_official
from tests.web.staff import a_case, at_work, text_of, writing


def test_beside_a_case_it_is_offered_and_copied_with_its_source(app):
    with writing(app) as session:
        answer = a_public_answer(session, app.office, an_official(session))
    number, other = a_case(app), a_case(app, text="Piden mucha plata por el predial", topic=None)
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    assert "Respuestas ya publicadas" in text_of(official)
    for copied, status in ((answer, 200), ("99", 200), ("abc", 200)):
        assert status == official.open(f"/bandeja/{number}?respuesta={copied}").status
        is_there = f"/respuestas/{answer}</textarea>" in official.answer.html
        assert is_there == (copied == answer)
    del other

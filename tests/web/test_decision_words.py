"""How a letter ends."""

from pqrs.law import Decision, Denial, Reserve
from pqrs.web.decision_words import decision_shown

WHY = Denial("Ley 1712 de 2014, artículo 19", Reserve.RESERVED, "a", "b", "c", gives_rest=False)


def shown(app, *arguments):
    with app.test_request_context():
        return decision_shown(*arguments)


def test_an_answer_that_refuses_nothing_adds_nothing(app):
    found = shown(app, Decision.RESPONDED, WHY, "")
    assert ("", (), ()) == (found.earlier, found.why, found.remedies)


def test_a_denial_says_its_article_and_both_remedies(app):
    found = shown(app, Decision.PARTLY_GRANTED, WHY, "")

    assert ("Clase de información", "reservada (Ley 1712 de 2014, artículo 19)") in found.why
    assert ("Lo demás", "Todo lo que pidió está bajo reserva.") in found.why
    insist, review = found.remedies
    assert "10 días hábiles" in insist
    assert "3 días hábiles" in review


def test_a_repeated_petition_is_referred_to_the_first(app):
    assert "2026-000001-5" in shown(app, Decision.RESPONDED, None, "2026-000001-5").earlier

"""Counts for who oversees."""

from pqrs.office import Role
from tests.acts.test_review_evaluation import WORDS, opened
from tests.web.staff import at_work, text_of, writing


def test_a_supervisor_counts_and_reads_no_opinion(app):
    with writing(app) as session:
        opened(session, app.office)
    supervisor = at_work(app, Role.SUPERVISOR, None)
    supervisor.open("/bandeja/evaluaciones/revisiones")

    text = text_of(supervisor)
    assert "1 Por revisar 0 Vencidas" in text
    assert "Secretaría de Desarrollo Administrativo" in text
    assert WORDS not in text


def test_when_nobody_was_unhappy_it_says_so(app):
    supervisor = at_work(app, Role.SUPERVISOR, None)
    supervisor.open("/bandeja/evaluaciones/revisiones")

    assert "Nadie ha quedado inconforme todavía." in text_of(supervisor)


def test_a_department_does_not(app):
    head = at_work(app, Role.HEAD, "DADM")

    assert 403 == head.open("/bandeja/evaluaciones/revisiones").status

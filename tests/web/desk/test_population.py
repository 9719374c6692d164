"""Whom the service reaches, for who oversees it and nobody else."""

from datetime import timedelta

from pqrs.acts.count_population import count_population
from pqrs.office import Role
from pqrs.office.population import read_answers
from pqrs.outside.now import now
from tests.web.staff import at_work, text_of, writing

PAGE = "/bandeja/poblacion"


def test_a_quarter_that_is_over_is_shown_without_its_small_counts(app):
    with writing(app) as session:
        for answer, times in (("60_over", 11), ("under_18", 2)):
            for each in range(times):
                before, token = now() - timedelta(days=92), f"{answer} {each}"
                count_population(session, read_answers({"age": answer}), before, token=token)
    supervisor = at_work(app, Role.SUPERVISOR, None)
    supervisor.open(PAGE)

    assert "13 personas respondieron algo" in text_of(supervisor)
    assert "60 años o más" not in text_of(supervisor).split("Menos de 18 años")[0]
    assert " 2 " not in text_of(supervisor).partition("Respuesta")[2]


def test_without_answers_it_says_so(app):
    control = at_work(app, Role.INTERNAL_CONTROL, None)
    control.open(PAGE)

    assert "Todavía no hay un trimestre terminado" in text_of(control)

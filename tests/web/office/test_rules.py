"""The list of changes and the disputed readings."""

from datetime import timedelta

import pytest

from pqrs.acts.propose_rule import FormalAct, propose_rule
from pqrs.law import ChangeKind, disputed
from pqrs.office import Role
from pqrs.outside.now import today
from pqrs.web.filters import long_date
from tests.build import an_official
from tests.web.office.proposing import admin_of, press, propose, supervisor_of, working_day
from tests.web.staff import at_work, text_of, writing

RULES = "/administracion/reglas"


def test_a_change_is_listed_with_its_act_and_both_people(app):
    day = working_day(3)
    path = propose(admin_of(app), day)
    supervisor = supervisor_of(app)
    supervisor.open(RULES)
    assert f"Por decidir Cierre: {long_date(day)} Por decidir" in text_of(supervisor)

    supervisor.open(path)
    press(supervisor, "approve")
    supervisor.open(RULES)

    now = long_date(today())
    assert (
        f"Cierre: {long_date(day)} Aprobado Decreto 045 de 2026, del {now} "
        f"Propuso Persona De La Entidad, {now} Decidió Persona De La Entidad, {now} Versión"
    ) in text_of(supervisor)


def test_a_refused_change_stays_in_the_list(app):
    path = propose(admin_of(app), working_day(3))
    supervisor = supervisor_of(app)
    supervisor.open(path)
    press(supervisor, "refuse", reason="No existe ese decreto.")

    supervisor.open(RULES)

    assert "No aprobado Decreto 045 de 2026" in text_of(supervisor)


def test_every_disputed_point_says_how_it_is_read_and_who_reads_it_otherwise(app):
    auditor = at_work(app, Role.AUDITOR, None)

    auditor.open(RULES)

    text = text_of(auditor)
    assert [] == [one.question for one in disputed() if one.question not in text]
    assert [] == [one.otherwise for one in disputed() if one.otherwise not in text]
    assert "¿Son hábiles los sábados? No Como lo trae el programa, desde el comienzo" in text
    assert "También puede leerse: Sí. El Consejo de Estado" in text


def test_a_reading_to_come_is_announced_and_one_in_force_says_since_when(app):
    begins = today() + timedelta(days=40)
    with writing(app) as session:
        admin = an_official(session, Role.ADMIN, None)
        for name, day in (("saturday_is_business", begins), ("hours_run", today())):
            propose_rule(
                session,
                kind=ChangeKind.READING,
                record={
                    "name": name,
                    "value": "true" if name == "saturday_is_business" else "business",
                    "from": day,
                },
                act=FormalAct("Resolución 8 de 2026", today(), "Alcaldesa"),
                viewer=admin,
                office=app.office,
            )
    supervisor = supervisor_of(app)
    for _ in range(2):
        supervisor.open("/administracion")
        change = next(
            line for line in supervisor.answer.html.split('"') if line.startswith(f"{RULES}/")
        )
        supervisor.open(change)
        press(supervisor, "approve")

    supervisor.open(RULES)

    assert f"Desde el {long_date(begins)}: Sí" in text_of(supervisor)
    assert (
        "¿Corren las horas en días no hábiles? No, solo en días hábiles "
        f"Lo decidió la entidad, para lo recibido desde el {long_date(today())}"
    ) in text_of(supervisor)


def test_only_an_administrator_is_offered_another_reading(app):
    supervisor, admin = supervisor_of(app), admin_of(app)

    supervisor.open(RULES)
    admin.open(RULES)

    assert "Proponer otra lectura" not in text_of(supervisor)
    assert "/administracion/reglas/lectura?punto=saturday_is_business" in admin.answer.html


@pytest.mark.parametrize("wanted", ["0", "-1", "99", "²", "x", "9" * 30, ""])
def test_a_page_that_does_not_exist_is_the_nearest(app, wanted):
    assert 200 == admin_of(app).open(f"{RULES}?pagina={wanted}").status


def test_many_decisions_are_turned_over_page_by_page(app):
    with writing(app) as session:
        admin = an_official(session, Role.ADMIN, None)
        for place in range(1, 22):
            propose_rule(
                session,
                kind=ChangeKind.CLOSURE,
                record={"days": [working_day(place)]},
                act=FormalAct(f"Decreto {place} de 2026", today(), "Alcaldesa"),
                viewer=admin,
                office=app.office,
            )
    supervisor = supervisor_of(app)
    for _ in range(21):
        supervisor.open("/administracion")
        change = next(
            line for line in supervisor.answer.html.split('"') if line.startswith(f"{RULES}/")
        )
        supervisor.open(change)
        press(supervisor, "refuse", reason="No.")

    supervisor.open(RULES)
    assert "Página 1 de 2" in text_of(supervisor)
    assert "Decreto 1 de 2026" not in text_of(supervisor)
    supervisor.open(f"{RULES}?pagina=2")
    assert "Decreto 1 de 2026" in text_of(supervisor)

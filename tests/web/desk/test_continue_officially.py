"""`/bandeja/<number>/de-oficio`: what was withdrawn goes on, and its petitioner reads why."""

from datetime import timedelta

import pytest

from pqrs.acts.withdraw import withdraw
from pqrs.law import Phase
from pqrs.office import Role
from pqrs.outside.now import today
from tests.acts.own_case import press
from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own
from tests.web.staff import at_work, petition_of, text_of

DAY = today()
WHY = "El hueco pone en riesgo a quien pasa por la vía."


def act(on=DAY, **changes):
    day = {"act_on-day": str(on.day), "act_on-month": str(on.month), "act_on-year": str(on.year)}
    return {"act": "Resolución 14 de 2026", "reason": WHY, **day, **changes}


@pytest.fixture
def mine(app, walker):
    """Withdrawn today by its petitioner, whose browser has it open."""
    mine = own(app, walker)
    mine.inside(lambda session, petition: withdraw(session, **press(petition, app.office)))
    return mine


def opened(app, mine):
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{mine.number}/de-oficio")
    assert 200 == head.answer.status
    return head


def test_it_is_offered_where_it_was_withdrawn_done_and_read_by_the_person(app, mine):
    head = opened(app, mine)
    assert "Cerrada: la persona la retiró el" in text_of(head)
    assert "Si lo decide hoy, vence el" in text_of(head)
    form = head.prepare(**act())
    head.open(f"/bandeja/{mine.number}")
    assert "es de interés público: seguir de oficio" in text_of(head)

    head.send_form(form)

    assert "sigue de oficio y está otra vez abierta" in text_of(head)
    assert Phase.OPEN is petition_of(app, mine.number).phase
    head.open(f"/bandeja/{mine.number}")
    assert "No se le pide nada más; la respuesta se le comunica igual" in text_of(head)
    assert f"/bandeja/{mine.number}/de-oficio" not in head.answer.html
    head.send_form(form)
    assert "Usted ya lo había hecho" in text_of(head)

    page = mine.walker.open("/seguimiento")
    said = errors_of(page)
    assert "La Alcaldía sigue con su petición" in said
    assert WHY in said
    assert "Resolución 14 de 2026" in said
    assert "Debemos responder a más tardar el" in said
    assert "/seguimiento/retirar" not in page.html
    assert "Ya se había retirado" in errors_of(mine.walker.open("/seguimiento/retirar"))
    why = errors_of(mine.walker.open("/seguimiento/por-que"))
    assert "La persona la retiró" in why
    assert "La entidad siguió de oficio" in why
    assert "BEGIN:VEVENT" in mine.walker.open("/seguimiento/plazo.ics").html


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": "  "}, "Escriba por qué es de interés público"),
        ({"act": ""}, "Escriba el número del acto"),
        (act(DAY - timedelta(days=1)), "La fecha del acto va desde el"),
        (act(DAY + timedelta(days=1)), "La fecha del acto va desde el"),
        ({"act_on-day": "31", "act_on-month": "2"}, "fecha"),
    ],
    ids=["no reasons", "no number", "before it was withdrawn", "not yet", "no such day"],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(app, mine, changes, said):
    head = opened(app, mine)

    head.submit(**{**act(), **changes})

    assert said in text_of(head)
    kept = dict(head.prepare().values)
    for name in {"act", "reason"} - {name for name in changes if changes[name] != act()[name]}:
        assert act()[name] in kept[name]
    assert Phase.CLOSED is petition_of(app, mine.number).phase


def test_what_was_not_withdrawn_shows_the_norm_and_no_form(app, walker):
    head = opened(app, own(app, walker))

    assert "Solo se sigue de oficio una petición que la persona misma retiró" in text_of(head)
    assert "artículo 18" in text_of(head)
    assert "act" not in {name for form in head.forms() for name in form.offers}

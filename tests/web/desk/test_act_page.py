"""What every act on a case does alike, asked of each of its pages: told once, here."""

from datetime import timedelta

import pytest

from pqrs.acts.pause import pause
from pqrs.acts.request_completion import request_completion
from pqrs.law import Kind, PauseGround, Phase
from pqrs.models import by_number
from pqrs.office import Role
from pqrs.outside.now import today
from tests.build import a_petition, a_press, answered, later
from tests.web.staff import a_case, at_work, found, petition_of, text_of, writing

WHY = "Falta la visita del ingeniero, programada para el lunes."
DAY = today()
ACT = {
    "act": "Resolución 12 de 2026",
    "act_on-day": str(DAY.day),
    "act_on-month": str(DAY.month),
    "act_on-year": str(DAY.year),
}
PAGES = {
    "prorrogar": {"days_0": "30", "reason": WHY},
    "completar": {"items": "La factura\n- Una foto"},
    "aclarar": {"items": "¿De qué calle habla?"},
    "suspender": {"ground": "impediment", "reason": WHY},
    "rechazar": {"ground": "disrespectful", "reason": WHY, **ACT},
    "tipo": {"kind": "documents", "reason": WHY},
    "trasladar": {"authority": "CAS", "reason": WHY},
    "devolver": {"reason": WHY},
}
EVENTS = {
    "prorrogar": "extended",
    "completar": "completion_requested",
    "aclarar": "returned",
    "suspender": "paused",
    "rechazar": "rejected",
    "trasladar": "transferred",
    "devolver": "assigned",
}
LONG = "x" * 20_000


def opened(app, number, page, **changes):
    """The head before the page, with everything filled in."""
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/{page}")
    assert 200 == head.answer.status
    return head, head.prepare(**{**PAGES[page], **changes})


@pytest.fixture
def number(app):
    return a_case(app, kind=Kind.CLAIM)


def done(app, number):
    with app.app_context(), app.sessions() as session:
        return [event.name for event in by_number(session, number).events[2:]]


@pytest.mark.parametrize("page", EVENTS)
def test_it_is_done_and_said(app, number, page):
    head, form = opened(app, number, page)

    head.send_form(form)

    assert 200 == head.answer.status
    assert number in text_of(head)
    assert [EVENTS[page]] == done(app, number)


@pytest.mark.parametrize("page", EVENTS)
def test_a_second_press_is_the_first_one(app, number, page):
    head, form = opened(app, number, page)
    head.send_form(form)

    head.send_form(form)

    assert f"Usted ya lo había hecho con la petición {number}." in text_of(head)
    assert [EVENTS[page]] == done(app, number)


@pytest.mark.parametrize("page", [page for page in PAGES if page in EVENTS])
def test_other_words_are_not_taken_for_the_first_press(app, number, page):
    head, form = opened(app, number, page)
    other = {"items": "Otra cosa"} if "items" in PAGES[page] else {"reason": "Otras razones."}
    second = head.prepare(**{**PAGES[page], **other})
    head.send_form(form)

    head.send_form(second)

    assert 409 == head.answer.status
    assert "Usted ya lo había hecho" not in text_of(head)
    assert next(iter(other.values())) in text_of(head)
    assert [EVENTS[page]] == done(app, number)


@pytest.mark.parametrize("page", PAGES)
def test_what_another_did_meanwhile_is_said_and_the_words_stay(app, number, page):
    head, form = opened(app, number, page)
    with writing(app) as session:
        press = a_press(session, app.office, found(session, number), Role.OFFICIAL)
        request_completion(session, items=("Otra cosa",), **press)

    head.send_form(form)

    assert 409 == head.answer.status
    assert "Otra persona cambió este caso hace un momento" in text_of(head)
    words = PAGES[page].get("reason") or PAGES[page]["items"].splitlines()[0]
    assert words in text_of(head)
    assert ["completion_requested"] == done(app, number)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Escriba"),
        ("\u200b \n", "Escriba"),
        (LONG, "Escriba máximo"),
        ("hola\x00", "El texto tiene un carácter que no podemos guardar."),
    ],
    ids=["empty", "blank", "long", "control"],
)
def test_words_that_cannot_be_kept_stay_in_the_page(app, number, page, text, message):
    name = "reason" if "reason" in PAGES[page] else "items"
    head, form = opened(app, number, page, **{name: text})

    head.send_form(form)

    assert 422 == head.answer.status
    assert message in text_of(head)
    if text is LONG:
        assert LONG in head.answer.html
    assert [] == done(app, number)


@pytest.mark.parametrize("page", PAGES)
def test_a_lost_token_keeps_the_words(app, number, page):
    head, form = opened(app, number, page)
    form.values = [pair for pair in form.values if pair[0] != "csrf_token"]

    head.send_form(form)

    assert 400 == head.answer.status
    assert "Su sesión venció por tiempo." in text_of(head)
    assert [] == done(app, number)


REFUSED = {
    "prorrogar": "artículo 14, parágrafo",
    "completar": "artículo 17",
    "aclarar": "artículo 19",
    "suspender": "artículo 12",
    "rechazar": "artículo 19",
    "tipo": "artículo 13",
    "trasladar": "artículo 21",
}


@pytest.mark.parametrize("page", REFUSED)
def test_a_signed_case_says_the_article_and_shows_no_form(app, number, page):
    with writing(app) as session:
        answered(session, app.office, found(session, number), opened=False)
    head = at_work(app, Role.HEAD)

    head.open(f"/bandeja/{number}/{page}")

    assert "Ahora no se puede" in text_of(head)
    assert REFUSED[page] in text_of(head)
    assert "reason" not in {name for form in head.forms() for name in form.offers}
    head.open(f"/bandeja/{number}")
    assert REFUSED[page] in text_of(head)


@pytest.mark.parametrize("page", ["prorrogar", "suspender", "rechazar"])
def test_the_official_is_not_offered_what_the_head_decides(app, number, page):
    official = at_work(app)

    assert 403 == official.open(f"/bandeja/{number}/{page}").status
    official.open(f"/bandeja/{number}")
    assert f"/{page}" not in official.answer.html


def test_the_acts_are_folded_behind_the_answer(app, number):
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}")

    html = head.answer.html
    assert html.index("Escriba la respuesta") < html.index("Otras actuaciones")
    for page in PAGES:
        assert f'href="/bandeja/{number}/{page}"' in html


def test_of_a_case_that_waits_for_its_person_the_page_says_the_chain(app, number):
    with writing(app) as session:
        petition = found(session, number)
        press = a_press(session, app.office, petition, Role.HEAD)
        pause(session, ground=PauseGround.IMPEDIMENT, reason=WHY, **press)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/reanudar")
    assert "Si lo reanuda hoy, vencería el" in text_of(head)

    head.submit(reason="No hay impedimento.")

    assert Phase.OPEN is petition_of(app, number).phase
    head.open(f"/bandeja/{number}")
    assert "no vence" in text_of(head)
    assert 409 == refused_resumption(app, number).status


def refused_resumption(app, number):
    """Pressed by knowing the address, on a case that nothing stopped."""
    head, form = opened(app, number, "suspender")
    form.action = f"/bandeja/{number}/reanudar"
    return head.send_form(form)


def test_the_withdrawal_is_declared_after_the_month(app):
    then = later(app.office, days=-40)
    with writing(app) as session:
        petition = a_petition(session, then)
        press = a_press(session, then, petition, Role.OFFICIAL)
        request_completion(session, items=("Factura",), **press)
        number = petition.number
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/desistimiento")
    assert "La persona tenía hasta el" in text_of(head)
    early = DAY - timedelta(days=35)
    old = {"act_on-day": str(early.day), "act_on-month": str(early.month),
           "act_on-year": str(early.year)}  # fmt: skip

    head.submit(**{**ACT, "reason": WHY, **old})
    assert 409 == head.answer.status
    assert "La fecha del acto va desde el" in text_of(head)
    assert WHY in text_of(head)
    head.submit(**ACT, reason=WHY)

    assert Phase.CLOSED is petition_of(app, number).phase


@pytest.mark.parametrize("page", ["aclarar", "tipo"])
def test_a_page_shown_again_because_the_case_moved_can_be_pressed(app, number, page):
    head, form = opened(app, number, page)
    other = at_work(app, Role.HEAD)
    other.open(f"/bandeja/{number}/suspender")
    other.send_form(other.prepare(**PAGES["suspender"]))
    other.open(f"/bandeja/{number}/reanudar")
    other.send_form(other.prepare(reason=WHY))

    head.send_form(form)
    assert 409 == head.answer.status
    shown = head.prepare(**PAGES[page])
    head.send_form(shown)

    assert 200 == head.answer.status

"""The door of the staff: who comes in, who waits, and where the door leads."""

from datetime import timedelta
from typing import Any

import pytest

from pqrs.office import Role
from tests.walker import Walker, into_flask
from tests.web.staff import PASSWORD, at_work, hire, text_of

NO_MATCH = "Usuario o contraseña no coinciden."


def test_an_official_comes_in_to_the_queue(app, walker):
    email = hire(app)
    walker.open("/ingresar")

    walker.submit(email=f"  {email.upper()} ", password=PASSWORD)

    assert "/bandeja" == walker.answer.path
    assert 200 == walker.answer.status


@pytest.mark.parametrize(
    ("role", "path"),
    [
        (Role.CLERK, "/ventanilla"),
        (Role.AUDITOR, "/bandeja/evaluaciones/revisiones"),
        (Role.INTERNAL_CONTROL, "/ventanilla"),
    ],
)
def test_each_role_lands_where_it_works(app, role, path):
    assert path == at_work(app, role, None).answer.path


@pytest.mark.parametrize("case", ["unknown", "wrong", "disabled", "no password yet"])
def test_every_refusal_reads_the_same(app, walker, case):
    facts: dict[str, dict[str, Any]] = {
        "disabled": {"active": False},
        "no password yet": {"password_hash": None},
    }
    email = hire(app, **facts.get(case, {}))
    walker.open("/ingresar")

    walker.submit(
        email="nadie@example.com" if case == "unknown" else email,
        password="otra frase cualquiera" if case == "wrong" else PASSWORD,
    )

    assert 422 == walker.answer.status
    assert NO_MATCH in text_of(walker)
    assert PASSWORD not in walker.answer.html


@pytest.mark.parametrize(
    "email", ["' OR 1=1--", '"; DROP TABLE official', "a\tb", "%%__", "x" * 254]
)
def test_an_address_that_is_none_is_one_more_that_does_not_match(walker, email):
    walker.open("/ingresar")

    walker.submit(email=email, password="lo que sea")

    assert 422 == walker.answer.status
    assert NO_MATCH in text_of(walker)


@pytest.mark.parametrize("field", ["email", "password"])
def test_what_is_missing_is_asked_for(walker, field):
    walker.open("/ingresar")

    walker.submit(**{"email": "a@example.com", "password": "algo"} | {field: "\u200b "})

    assert 422 == walker.answer.status
    assert {"email": "Escriba su correo.", "password": "Escriba su contraseña."}[field] in text_of(
        walker
    )


def test_wrong_tries_make_the_account_wait_and_not_for_good(app, walker, monkeypatch):
    email = hire(app)
    walker.open("/ingresar")
    statuses = [try_once(walker, email).status for _ in range(6)]
    words = text_of(walker)
    walker.open("/ingresar")

    in_the_wait = walker.submit(email=email, password=PASSWORD).status
    monkeypatch.setattr("pqrs.outside.now._shift", timedelta(minutes=2))
    walker.open("/ingresar")
    walker.submit(email=email, password=PASSWORD)

    assert [422] * 5 + [429, 429] == [*statuses, in_the_wait]
    assert "Espere 1 minuto y pruebe otra vez." in words
    assert "/bandeja" == walker.answer.path


def try_once(walker, email):
    if not walker.answer.path.startswith("/ingresar") or walker.answer.status == 429:
        walker.open("/ingresar")
    return walker.submit(email=email, password="otra frase cualquiera")


def test_the_wait_is_also_in_the_header(app, client):
    email = hire(app)
    walker = Walker(into_flask(client))
    for _ in range(5):
        walker.open("/ingresar")
        try_once(walker, email)
    walker.open("/ingresar")
    form = walker.prepare(email=email, password="otra")

    answer = client.post("/ingresar", data=dict(form.values))

    assert 429 == answer.status_code
    assert "60" == answer.headers["Retry-After"]


def test_a_foreign_token_is_refused_and_says_what_to_do(app, client):
    answer = client.post("/ingresar", data={"email": hire(app), "password": PASSWORD})

    assert 400 == answer.status_code
    assert "Su sesión venció por tiempo." in answer.text


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "https:evil", "/\\evil", "javascript:alert(1)", "https://evil.example/",
     "/no-existe", "/%0d%0aSet-Cookie:x", "/bandeja\n", "\t//evil.example", "/salir", ""],
)  # fmt: skip
def test_it_leads_nowhere_but_home(app, client, wanted):
    assert "/cuenta/inicio" == location_after(app, client, wanted)


def test_it_leads_back_to_the_page_that_asked(app, client):
    first = client.get("/bandeja/evaluaciones")

    assert 303 == first.status_code
    assert "/ingresar?next=/bandeja/evaluaciones" == first.location
    assert "/bandeja/evaluaciones" == location_after(app, client, "/bandeja/evaluaciones")


def location_after(app, client, wanted):
    walker = Walker(into_flask(client))
    walker.open("/ingresar")
    form = walker.prepare(email=hire(app), password=PASSWORD)
    answer = client.post("/ingresar", query_string={"next": wanted}, data=dict(form.values))
    assert 303 == answer.status_code
    return answer.location


def test_the_session_is_a_new_one(app, client):
    walker = Walker(into_flask(client))
    walker.open("/ingresar")
    before = client.get_cookie("pqrs").value
    walker.submit(email=hire(app), password=PASSWORD)

    after = client.get_cookie("pqrs")

    assert before != after.value
    assert after.http_only
    assert "Lax" == after.same_site


def test_leaving_ends_the_session_wherever_its_cookie_was_copied(app, client):
    walker = Walker(into_flask(client))
    walker.open("/ingresar")
    walker.submit(email=hire(app), password=PASSWORD)
    copied = client.get_cookie("pqrs").value
    walker.send_form(next(form for form in walker.forms() if form.action == "/salir"))
    words = text_of(walker)
    thief = app.test_client()
    thief.set_cookie("pqrs", copied)

    answer = thief.get("/bandeja")

    assert "Cerró la sesión." in words
    assert 303 == answer.status_code
    assert answer.location.startswith("/ingresar")


def test_leaving_needs_the_token_and_a_press(app, client):
    walker = Walker(into_flask(client))
    walker.open("/ingresar")
    walker.submit(email=hire(app), password=PASSWORD)

    assert 405 == client.get("/salir").status_code
    assert 400 == client.post("/salir").status_code
    assert 200 == client.get("/bandeja").status_code


@pytest.mark.parametrize("cookie", ["", "x", "e30.abc.def", "a" * 4000])
def test_a_cookie_that_is_not_ours_is_no_session(client, cookie):
    client.set_cookie("pqrs", cookie)

    assert 303 == client.get("/bandeja").status_code


def test_whoever_is_in_is_not_asked_again(app):
    walker = at_work(app)

    walker.open("/ingresar")

    assert "/bandeja" == walker.answer.path


def test_the_hint_with_accounts_is_for_demonstrations_alone(walker):
    walker.open("/ingresar")

    assert "demo" not in walker.answer.html

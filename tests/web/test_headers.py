"""What every answer says to the browser."""

import pytest
from flask import Flask, make_response

from pqrs.web.headers import init_headers, kept_for


def small_app(*, https=False):
    app = Flask("small", static_folder=None)
    init_headers(app, https=https)
    app.add_url_rule("/caso", "case", lambda: "privado")
    app.add_url_rule("/cifras", "figures", lambda: kept_for(make_response("cifras"), 300))
    return app


@pytest.fixture
def small():
    return small_app().test_client()


def test_nothing_inline_and_nobody_else(small):
    policy = small.get("/caso").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert all(word not in policy for word in ("unsafe", "data:", "http", "*"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("X-XSS-Protection", "0"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ],
)
def test_the_browser_is_told_once(small, name, value):
    assert [value] == small.get("/caso").headers.getlist(name)


def test_an_error_carries_them_too(small):
    response = small.get("/nada")

    assert 404 == response.status_code
    assert "Content-Security-Policy" in response.headers


def test_a_page_is_private_until_it_says_otherwise(small):
    headers = small.get("/caso").headers

    assert "no-store" == headers["Cache-Control"]
    assert "no-referrer" == headers["Referrer-Policy"]
    assert "noindex, nofollow" == headers["X-Robots-Tag"]


def test_a_public_page_is_kept_and_then_asked_for(small):
    first = small.get("/cifras")
    second = small.get("/cifras", headers={"If-None-Match": first.headers["ETag"]})

    assert "public, max-age=300" == first.headers["Cache-Control"]
    assert "same-origin" == first.headers["Referrer-Policy"]
    assert "X-Robots-Tag" not in first.headers
    assert (304, b"") == (second.status_code, second.data)


def test_no_device_is_asked_for(small):
    features = small.get("/caso").headers["Permissions-Policy"].split(", ")

    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(features)


@pytest.mark.parametrize(("https", "said"), [(True, True), (False, False)])
def test_only_an_address_with_https_asks_for_it(https, said):
    headers = small_app(https=https).test_client().get("/caso").headers

    assert said == ("Strict-Transport-Security" in headers)

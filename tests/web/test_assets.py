"""The style and the scripts: light, kept for a year, from nobody else, readable by everybody."""

import gzip
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest
from flask import Flask

from pqrs.web.assets import LAYERS, STATIC, init_assets, join_layers, minify

CSS_LIMIT = 8 * 1024
OWN_CSS_LIMIT = 4608
JS_LIMIT = 10 * 1024
TEXT_CONTRAST, CONTROL_CONTRAST = 4.5, 3.0
TEXTS = [
    ("ink", "paper"),
    ("ink", "solitude"),
    ("ink", "smoke"),
    ("ink-soft", "paper"),
    ("ink-soft", "smoke"),
    ("ink-soft", "solitude"),
    ("cobalt", "paper"),
    ("cobalt", "smoke"),
    ("cobalt", "solitude"),
    ("cobalt-dark", "solitude"),
    ("paper", "cobalt"),
    ("paper", "cobalt-dark"),
    ("error", "paper"),
    ("error", "error-pale"),
    ("paper", "error"),
    ("success", "success-pale"),
    ("warning", "warning-pale"),
    ("ink", "sun"),
]
CONTROLS = [("control", "paper"), ("cobalt", "paper"), ("ink", "paper")]


@pytest.fixture(scope="module")
def served():
    app = Flask("served", static_folder=None)
    init_assets(app)
    return app


def address(app, name):
    return app.jinja_env.globals["asset"](name)


def colours():
    found = re.findall(r"--([a-z-]+): #([0-9a-f]{3,6});", (STATIC / "css/tokens.css").read_text())
    return {
        name: value if len(value) == 6 else "".join(2 * sign for sign in value)
        for name, value in found
    }


def luminance(colour):
    """WCAG 2.2, relative luminance, from six hexadecimal digits."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(text, ground):
    assert TEXT_CONTRAST <= contrast(colours()[text], colours()[ground])


@pytest.mark.parametrize(("edge", "ground"), CONTROLS)
def test_a_control_can_be_seen_on_its_ground(edge, ground):
    assert CONTROL_CONTRAST <= contrast(colours()[edge], colours()[ground])


def test_the_layers_stand_in_order():
    css = join_layers(STATIC)

    assert list(LAYERS) == re.findall(r"@layer ([a-z]+)\{", css)
    assert css.count("{") == css.count("}")


def test_minifying_changes_no_meaning():
    css = 'a::before {\n  content: "a ; /* b */ : c";  /* gone */\n  margin: 0 auto ;\n}\n'
    css += ".b > i:focus {}"

    assert 'a::before{content:"a ; /* b */ : c";margin:0 auto}.b>i:focus{}' == minify(css)


def test_a_descendant_that_starts_with_a_colon_stays_one():
    assert ".steps ::-moz-progress-bar{}" == minify(".steps ::-moz-progress-bar {}")


def test_the_style_of_a_first_view_is_light():
    own = "".join(
        minify((STATIC / f"css/{name}.css").read_text()) for name in LAYERS if name != "vendor"
    )

    assert len(gzip.compress(own.encode(), 9)) <= OWN_CSS_LIMIT
    assert len(gzip.compress(join_layers(STATIC).encode(), 9)) <= CSS_LIMIT


def test_the_scripts_are_light():
    scripts = "".join(file.read_text() for file in (STATIC / "js").rglob("*.js"))

    assert len(gzip.compress(scripts.encode(), 9)) <= JS_LIMIT


def test_nothing_is_asked_of_anybody_else():
    assert None is re.search(r"url\(|@import|@font-face|https?:", join_layers(STATIC))


def test_the_vendored_style_is_the_one_its_note_describes():
    (sheet,) = (STATIC / "vendor").glob("*.css")
    digest = hashlib.sha256(sheet.read_bytes()).hexdigest()

    assert f"SHA-256 of {sheet.name}: {digest}" in sheet.with_suffix(".txt").read_text()


@pytest.mark.parametrize("name", ["css/app.css", "css/desk.css", "js/main.js", "img/favicon.svg"])
def test_a_file_is_kept_for_a_year_and_packed_for_who_takes_it(served, name):
    client = served.test_client()
    packed = client.get(address(served, name), headers={"Accept-Encoding": "gzip"})
    plain = client.get(address(served, name), headers={"Accept-Encoding": "identity"})

    assert 200 == packed.status_code == plain.status_code
    assert "public, max-age=31536000, immutable" == packed.headers["Cache-Control"]
    assert "gzip" == packed.headers["Content-Encoding"]
    assert "Accept-Encoding" == packed.headers["Vary"] == plain.headers["Vary"]
    assert plain.data == gzip.decompress(packed.data)


def test_an_old_page_still_has_its_style_but_may_not_keep_it(served):
    response = served.test_client().get("/static/0123456789ab/css/app.css")

    assert 200 == response.status_code
    assert "no-cache" == response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["css/tokens.css", "vendor/govuk-6.6.0.css", "nada.js", "../wsgi.py", "%2e%2e/wsgi.py"]
)
def test_what_is_not_for_browsers_does_not_exist(served, name):
    assert 404 == served.test_client().get(f"/static/0123456789ab/{name}").status_code


def test_the_icon_is_where_browsers_look(served):
    response = served.test_client().get("/favicon.ico")

    assert 200 == response.status_code
    assert response.content_type in {"image/x-icon", "image/vnd.microsoft.icon"}


def test_a_name_that_does_not_exist_is_a_mistake_at_once(served):
    with pytest.raises(KeyError):
        address(served, "css/nada.css")


def test_every_module_a_template_names_exists():
    named = {
        name
        for file in Path("templates").rglob("*.html")
        for name in re.findall(r'data-module="([a-z-]+)"', file.read_text())
    }

    assert set() == {name for name in named if not (STATIC / f"js/modules/{name}.js").exists()}


def test_the_build_is_the_same_for_the_same_files(served):
    again = Flask("again", static_folder=None)
    init_assets(again)

    assert all(
        one == other
        for one, other in pairwise(address(app, "css/app.css") for app in (served, again))
    )

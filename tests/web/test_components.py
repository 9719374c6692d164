"""The macros together: valid HTML, errors that lead to their fields, nothing unescaped."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import html5lib
import pytest
from flask import Flask

from pqrs.web.assets import init_assets
from pqrs.web.forms import (
    Choice,
    Choices,
    DateParts,
    LongText,
    Needed,
    OneLine,
    PageForm,
    Pick,
    SelectChoice,
    scale_of,
)
from pqrs.web.languages import init_languages
from pqrs.web.pages import ErrorPage, error_page, init_pages, page

NASTY = '"><script>alert(1)</script>'
ERRORS = sorted(int(file.stem) for file in Path("templates/errors").glob("*.html"))
ENTITY = SimpleNamespace(
    name="Alcaldía de Prueba",
    nit="",
    phone="(602) 264 8000",
    address="",
    hours="",
    email="",
    legal_links=(),
    emergency_lines=(SimpleNamespace(name="Bomberos", number="119"),),
)
FORM_PAGE = """
{% extends "layouts/question.html" %}
{% from "components/field.html" import field %}
{% from "components/textarea.html" import textarea %}
{% from "components/select.html" import select %}
{% from "components/choices.html" import choices %}
{% from "components/scale.html" import scale %}
{% from "components/date_field.html" import date_field %}
{% from "components/hidden.html" import hidden %}
{% from "components/submit.html" import submit %}
{% block title %}Prueba{% endblock %}
{% block content %}
<form method="post" novalidate>
{{ hidden(form) }}
{{ field(form.name, heading=true, prefix="$", hint=page.nasty) }}
{{ textarea(form.text, limit=100) }}
{{ select(form.place) }}
{{ choices(form.kind, hints={"a": page.nasty}, extra={"b": "más"}) }}
{{ choices(form.means, small=true) }}
{{ scale(form.ease, "Difícil", "Fácil") }}
{{ date_field(form.day) }}
{{ submit("Enviar", also=("Así", "as_is", "1")) }}
</form>
{% endblock %}
"""
SHOW_PAGE = """
{% extends "layouts/page.html" %}
{% from "components/bars.html" import bars %}
{% from "components/trend.html" import trend %}
{% from "components/table.html" import table %}
{% from "components/pager.html" import pager %}
{% from "components/figure.html" import figure %}
{% from "components/panel.html" import panel %}
{% from "components/code.html" import code %}
{% from "components/due.html" import due %}
{% from "components/notice.html" import notice %}
{% from "components/emergency.html" import emergency %}
{% from "components/progress.html" import progress %}
{% from "components/steps.html" import steps %}
{% from "components/timeline.html" import timeline %}
{% from "components/summary_list.html" import summary_list %}
{% from "components/door.html" import door %}
{% from "components/back_link.html" import back_link %}
{% from "components/exit.html" import exit %}
{% block title %}{{ page.nasty }}{% endblock %}
{% block exit %}{{ exit() }}{% endblock %}
{% block above %}{{ back_link("/") }}{% endblock %}
{% block content %}
{{ emergency(entity.emergency_lines) }}
{% call panel(page.nasty) %}{{ code("Número", "2026-000001-4") }}{% endcall %}
{{ code("Código", page.nasty) }}
{{ due(page.day, page.nasty, "bad") }}{{ due(none, "Sin plazo", compact=true) }}
{% call notice(page.nasty, tone="warn", live=true) %}<p>{{ page.nasty }}</p>{% endcall %}
{{ steps(2, 7) }}{{ progress(["Recibida", page.nasty], 2, ["ayer"]) }}
{{ timeline(page.items) }}
{% call(item) timeline(page.items) %}<p>{{ item.title }}</p>{% endcall %}
{{ summary_list(page.rows) }}
{{ figure("1", page.nasty, page.nasty, url="/") }}{{ figure("1", "una") }}
{{ bars("Barras", ("Qué", "Cuántas"), page.bars) }}{{ bars("Vacías", ("Qué", "Cuántas"), []) }}
{{ trend("Meses", ("Mes", "Cuántas"), page.bars) }}{{ trend("Nada", ("Mes", "Cuántas"), []) }}
{{ table("Tabla", ["A", "B"], [[page.nasty, 1]], numeric=[1], stack=true) }}
{{ pager(2, 3, "?a", "?b") }}{{ pager(1, 1) }}
{{ door("Radicar", page.nasty, "/", "write", main=true) }}
{% endblock %}
"""


class Questions(PageForm):
    name = OneLine("Nombre", [Needed("Escriba su nombre.")])
    text = LongText("Texto", [Needed("Escriba qué solicita.")])
    place = Pick("Lugar", [Needed("Elija un lugar.")], choices=[SelectChoice("", "Elija")])
    kind = Choice(
        "Tipo", [Needed("Elija un tipo.")], choices=[SelectChoice("a", NASTY), SelectChoice("b")]
    )
    means = Choices("Medios", [Needed("Elija un medio.")], choices=[SelectChoice("m")])
    ease = Choice("Facilidad", [Needed("Elija un número.")], choices=scale_of(), coerce=int)
    day = DateParts("Día", [Needed("Escriba el día.")])


@pytest.fixture(scope="module")
def small():
    app = Flask("small", static_folder=None, template_folder=str(Path("templates").resolve()))
    app.config["SECRET_KEY"] = "una llave de prueba"
    init_languages(app)
    init_assets(app)
    init_pages(app, ENTITY, demo=True)
    return app


def read(html):
    """Parse strictly: a misplaced or unclosed element is an error here, not a repair."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def ids_of(tree):
    return [element.get("id") for element in tree.iter() if element.get("id")]


def sent(app, **fields):
    with app.test_request_context("/", method="POST", data=fields):
        form = Questions()
        form.validate()
        response = page(
            app.jinja_env.from_string(FORM_PAGE.strip()), SimpleNamespace(nasty=NASTY), form
        )
        return response.status_code, response.get_data(as_text=True)


def test_every_error_leads_to_its_field_in_the_same_words(small):
    _status, html = sent(small, name="")
    tree = read(html)
    summary = next(e for e in tree.iter("div") if e.get("data-module") == "error-summary")
    links = {link.get("href")[1:]: link.text for link in summary.iter("a")}
    beside = {
        e.get("id"): "".join(e.itertext())
        for e in tree.iter("p")
        if "-error" in (e.get("id") or "")
    }

    assert {"name", "text", "place", "kind-0", "means-0", "ease-0", "day-day"} == set(links)
    assert set(links) <= set(ids_of(tree))
    assert all(any(text in words for words in beside.values()) for text in links.values())


def test_a_page_with_errors_says_so_in_its_title(small):
    _status, html = sent(small, name="")

    assert "Error: Prueba · Alcaldía de Prueba" == read(html).find("head/title").text


def test_each_field_is_described_by_what_exists(small):
    _status, html = sent(small, name="")
    tree = read(html)
    described = " ".join(e.get("aria-describedby", "") for e in tree.iter()).split()

    assert set(described) <= set(ids_of(tree))
    assert len(ids_of(tree)) == len(set(ids_of(tree)))


def test_nothing_typed_is_lost_or_run(small):
    _status, html = sent(small, name=NASTY, text=NASTY, kind="a", **{"day-month": NASTY})
    tree = read(html)
    inputs = {e.get("name"): e for e in tree.iter("input") if e.get("type") != "radio"}

    assert "<script>alert" not in html
    assert NASTY == inputs["name"].get("value")
    assert NASTY[:20] == inputs["day-month"].get("value")
    assert NASTY == tree.find(".//textarea").text.strip()
    assert "a" == next(e.get("value") for e in tree.iter("input") if "checked" in e.attrib)


def test_the_browser_checks_nothing_by_itself(small):
    _status, html = sent(small)

    assert not any({"required", "maxlength", "pattern"} & set(e.attrib) for e in read(html).iter())


def test_everything_that_shows_is_valid_and_escaped(small):
    item = SimpleNamespace(
        title=NASTY, at=datetime(2026, 7, 14, 20, tzinfo=UTC), who=NASTY, text=NASTY
    )
    data = SimpleNamespace(
        nasty=NASTY,
        day=date(2026, 7, 14),
        items=[item, SimpleNamespace(title="Otra", at=date(2026, 7, 15))],
        rows=[
            SimpleNamespace(label=NASTY, value=NASTY, change_url="/"),
            SimpleNamespace(label="Vacía", value=""),
        ],
        bars=[SimpleNamespace(label=NASTY, value=3), SimpleNamespace(label="b", value=0)],
    )
    with small.test_request_context("/"):
        html = page(small.jinja_env.from_string(SHOW_PAGE.strip()), data).get_data(as_text=True)
    tree = read(html)

    assert "<script>alert" not in html
    assert 1 == len(list(tree.iter("h1")))
    assert "No respondió" in html
    assert "martes 14 de julio de 2026" in html


@pytest.mark.parametrize("status", ERRORS)
def test_an_error_page_says_what_to_do_and_is_no_dead_end(small, status):
    with small.test_request_context("/"):
        response = error_page(status, ErrorPage(minutes=5, incident="7K3M", back_url="/bandeja"))
    html = response.get_data(as_text=True)
    tree = read(html)
    links = {link.get("href") for link in tree.find(".//main").iter("a")}

    assert status == response.status_code
    assert {"/", "/bandeja", "tel:6022648000"} <= links
    assert not any(word in html for word in ("inválid", "prohibid", "por favor", "error 5"))


def test_what_the_entity_does_not_say_is_left_out(small):
    with small.test_request_context("/"):
        html = error_page(404).get_data(as_text=True)

    assert "Venga a" not in html
    assert "Atendemos" not in html
    assert "NIT" not in html

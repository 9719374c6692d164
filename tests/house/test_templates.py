"""Templates: they compile, import only what they use, and every page says what it is."""

import re
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from pqrs import create_app
from pqrs.settings import Settings

TEMPLATES = sorted(Path("templates").rglob("*.html"))
AUDIENCES = ("citizen", "desk", "public", "account", "office")
PAGES = [
    path for path in TEMPLATES if path.parent.name in AUDIENCES and not path.name.startswith("_")
]
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    return create_app(Settings.from_environ({}, tmp_path_factory.mktemp("instance"))).jinja_env


def ids(path):
    return str(path.relative_to("templates"))


def parse(environment, path):
    return environment.parse(path.read_text())


ENDS_IN_A_NAME = re.compile(
    r'_\("[^"]*%\((body|department)\)s\.[^"]*", .*?\b\1=(.*?)(?:, \w+=|\) )'
)


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_a_name_that_ends_a_sentence_brings_no_second_full_stop(path):
    """Some end in `E. S. P.`."""
    found = [one[1] for one in ENDS_IN_A_NAME.findall(path.read_text())]

    assert [] == [name for name in found if not name.endswith("|unstopped")]
    assert ".rstrip(" not in path.read_text(), "the filter `unstopped` does it"


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_it_compiles(environment, path):
    assert environment.get_template(ids(path)) is not None


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_what_it_names_exists(environment, path):
    named = {name for name in meta.find_referenced_templates(parse(environment, path)) if name}

    assert set() == {name for name in named if not Path("templates", name).exists()}


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_every_import_is_used(environment, path):
    tree = parse(environment, path)
    imported = {
        name[1] if isinstance(name, tuple) else name
        for statement in tree.find_all(nodes.FromImport)
        for name in statement.names
    } | {statement.target for statement in tree.find_all(nodes.Import)}
    used = {name.name for name in tree.find_all(nodes.Name)}

    assert set() == imported - used


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_macros_are_told_everything_they_need(environment, path):
    """`with context` would let a component read what nobody handed it."""
    tree = parse(environment, path)

    assert not any(statement.with_context for statement in tree.find_all(nodes.FromImport))


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_a_page_has_a_title_and_defines_no_macro(environment, path):
    tree = parse(environment, path)

    assert "title" in {block.name for block in tree.find_all(nodes.Block)}
    assert [] == [macro.name for macro in tree.find_all(nodes.Macro)]


OWN_STYLE = "citizen/case_file.html"
"""A file that is saved and opened from a disk: no style sheet is there to be asked for."""


@pytest.mark.parametrize("path", [path for path in TEMPLATES if ids(path) != OWN_STYLE], ids=ids)
def test_the_security_policy_would_let_it_pass(path):
    assert [] == INLINE.findall(path.read_text())


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_a_page_is_shown_by_some_view(path):
    modules = Path("pqrs/web").rglob("*.py")

    assert any(ids(path) in module.read_text() for module in modules)

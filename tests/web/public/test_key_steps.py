"""`/como-funciona`: what is empty in entity.toml leaves no hole."""

from dataclasses import replace

from pqrs.office.guide import Guide, GuideLanguage
from tests.web.staff import text_of

FULL = Guide(
    "https://ejemplo.test/senas",
    (
        GuideLanguage("Nasa Yuwe", "pbb", ("Uno", "Dos")),
        GuideLanguage("Wayuunaiki", "guc", (), "https://ejemplo.test/voz"),
    ),
)


def test_the_steps_alone_when_the_entity_has_nothing_more(walker):
    walker.open("/como-funciona")

    assert "Cuéntenos qué necesita." in text_of(walker)
    for absent in ("Señas", "Otras lenguas"):
        assert absent not in walker.answer.html


def test_signs_and_languages_where_the_entity_has_them(app, walker):
    pack = app.office.pack
    app.office = replace(app.office, pack=replace(pack, entity=replace(pack.entity, guide=FULL)))
    html = walker.open("/como-funciona").html

    assert 'href="https://ejemplo.test/senas"' in html
    assert '<a href="#lengua-1" lang="pbb">Nasa Yuwe</a>' in html
    assert '<section id="lengua-1" lang="pbb">' in html
    assert '<a href="https://ejemplo.test/voz" lang="guc">Wayuunaiki</a>' in html
    assert "<video" not in html
    assert "<iframe" not in html

"""Who says "denuncia" in the common form: the careful path first, nothing lost, nobody forced."""

from sqlalchemy import select

from pqrs.models import Draft
from tests.web.citizen.filling import walk_on, walk_to
from tests.web.staff import writing

WORDS = "Cobran por poner el sello en las licencias."


def kept(app):
    with writing(app) as session:
        return [draft.answers for draft in session.scalars(select(Draft))]


def test_the_careful_path_is_the_first_choice_and_keeps_what_was_typed(app, walker):
    walk_to(walker, "/radicar/donde", text=WORDS, topic="other")
    offer = walker.open("/radicar") and walker.submit(kind="report")
    assert "/radicar/como" == offer.path
    assert offer.html.index('value="report"') < offer.html.index('value="ordinary"')
    assert 'href="/fuera"' in offer.html

    walker.submit(care="report")
    [answers] = kept(app)

    assert ("/radicar/donde", "report", WORDS) == (
        walker.answer.path,
        answers["way"],
        answers["text"],
    )
    assert "seguir después" not in walker.answer.html
    assert "/radicar/personas" == walker.submit().path


def test_who_stays_in_the_common_form_files_it_there(app, walker):
    walk_to(walker, "/radicar/como", kind="report")
    walk_on(walker, "/radicar/revise", care="ordinary", text=WORDS, identity="anonymous")

    assert [None] == [answers.get("way") for answers in kept(app)]
    assert "/radicar/listo" == walker.submit().path


def test_any_other_kind_is_not_asked(walker):
    assert "/radicar/que-paso" == walk_to(walker, "/radicar/que-paso", kind="complaint").path
    assert "/radicar/revise" != walker.open("/radicar/como").path

"""The seven questions at the counter: behind the clerk's door, on no page of the person's own."""

import pytest

from tests.web.counter.taken import clerk_with, take_down
from tests.web.staff import text_of


@pytest.fixture
def clerk(app):
    return clerk_with(app, app.test_client())


def test_a_person_who_gave_a_name_may_tell_of_themselves_on_this_screen(clerk):
    take_down(clerk)
    about = "/ventanilla/radicar/sobre-la-persona"
    assert f'href="{about}"' in clerk.answer.html
    clerk.open(about)
    assert 'href="/ventanilla/radicar/listo"' in clerk.answer.html
    clerk.submit(age="29_59")

    assert "/ventanilla/radicar/listo" == clerk.answer.path
    assert "Sumamos sus respuestas" in text_of(clerk)
    assert about not in clerk.answer.html


def test_the_counters_browser_never_becomes_the_persons_own(clerk):
    take_down(clerk)
    clerk.open("/radicar/listo")
    assert "/" == clerk.answer.path
    clerk.open("/radicar/sobre-usted")
    assert "/" == clerk.answer.path
    take_down(clerk, identity="anonymous", name="", kind="report")
    clerk.open("/ventanilla/radicar/sobre-la-persona")
    assert "/ventanilla/radicar/listo" == clerk.answer.path

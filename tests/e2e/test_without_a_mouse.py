"""A simple petition with a name: how many pages and keys it takes, what a screen reader says."""

import re

from tests.e2e.browser import PHONE, PHONE_WITHOUT_SCRIPTS
from tests.e2e.keys import Keys
from tests.e2e.pages import CODE, NUMBER, main_of

WORDS = "La lámpara del poste frente a mi casa está fundida hace un mes."
NAME = "Persona Inventada"
MOST_SCREENS, MOST_KEYS = 8, 120
"""Pages, the first and the receipt with them; presses that are no letters."""
FIRST_SCREEN = 740


def button(page, words):
    return page.get_by_role("button", name=words, exact=True)


def file_by_keys(page):
    """From the first question to the receipt."""
    keys = Keys(page)
    page.goto("/radicar")
    keys.pages = 1
    keys.choose("Reclamo")
    keys.enter(button(page, "Continuar"))
    keys.write("Cuéntenos", WORDS)
    for _ in ("text", "place", "files"):
        keys.enter(button(page, "Continuar"))
    keys.choose("Con mi nombre")
    keys.enter(button(page, "Continuar"))
    keys.write("Nombre y apellido", NAME)
    keys.choose("La consulto aquí")
    keys.enter(button(page, "Continuar"))
    keys.enter(button(page, "Enviar mi petición"))
    return keys


def test_a_simple_petition_is_filed_with_keys_alone_in_eight_screens(visit, record_property):
    page = visit(PHONE).page
    keys = file_by_keys(page)
    for name in ("pages", "presses", "letters"):
        record_property(name, getattr(keys, name))
    print(f"{keys.pages} pages, {keys.presses} presses, {keys.letters} letters")  # noqa: T201

    assert NUMBER.search(main_of(page).inner_text())
    assert MOST_SCREENS == keys.pages
    assert keys.presses <= MOST_KEYS


def spoken(page):
    """Everything Chromium's accessibility tree hands to a screen reader, in its order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]


def sign_by_sign(text):
    """As it is written out for the voice, so that nobody hears two thousand twenty-six."""
    return ", ".join("guion" if sign == "-" else sign for sign in text if sign != " ")


def test_number_and_code_are_heard_digit_by_digit_and_seen_at_once(visit):
    page = visit(PHONE_WITHOUT_SCRIPTS).page
    file_by_keys(page)
    text = main_of(page).inner_text()
    number, code = NUMBER.search(text).group(), CODE.search(text).group()
    heard = spoken(page)
    words = [name for role, name in heard if role == "StaticText"]

    assert {sign_by_sign(number), sign_by_sign(code)} <= set(words)
    assert not [each for each in words if number in each or code.split()[0] in each]
    assert ("heading", "Recibimos su petición") in heard
    assert ("heading", "Guarde su código") in heard
    first_screen_holds(page, number)


def first_screen_holds(page, number):
    """Number, day and what to do if it passes: read without moving the page."""
    panel = page.locator("main .panel")
    box = panel.bounding_box()
    words = panel.inner_text()

    assert number in words
    assert re.search(r"a más tardar el \w+ \d+ de \w+ de \d{4}", words)
    assert "puede insistir, ir a la Personería o presentar una tutela" in words
    assert box["y"] + box["height"] <= FIRST_SCREEN

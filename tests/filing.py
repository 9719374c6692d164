"""File a petition as a person in a hurry does: answer each page of the form, press on.

It knows the addresses where the form begins and ends and nothing of the steps between, so a step
may be added, dropped or moved without touching a test that only needs a petition.
"""

import re

from tests.walker import Form, Walker

NUMBER = re.compile(r"\b\d{4}-\d{6,}-\d\b")
CODE = re.compile(
    r"\b([0-9A-HJKMNP-TV-Z]{4})[- ]?([0-9A-HJKMNP-TV-Z]{4})[- ]?([0-9A-HJKMNP-TV-Z]{4})\b"
)
STEPS = 20
WORDS = "El alumbrado de la cuadra está apagado."
PREFERRED = ("anonymous", "other", "page")
"""Choices that ask for nothing more."""


def answer_form(form: Form, words: str) -> None:
    """A choice in every group, words in every large field; what may stay empty stays empty."""
    chosen = {name for name, value in form.values if value}
    for name, choices in form.offers.items():
        if not choices and name not in chosen and name in {"text", "body", "object"}:
            form.fill(name, words)
        elif choices and name not in chosen and "" not in choices:
            form.fill(name, next((pick for pick in PREFERRED if pick in choices), min(choices)))


def walk_to_the_button(walker: Walker, words: str) -> Form:
    """The last form, filled and not sent: pressing it files."""
    walker.open("/radicar")
    for _ in range(STEPS):
        form = step_form(walker)
        if form.action.endswith("/enviar"):
            return form
        before = walker.answer.path
        answer_form(form, words)
        walker.send_form(form)
        assert walker.answer.path != before, f"stuck at {before}: {walker.answer.html}"
    raise AssertionError(f"no end after {STEPS} steps: {walker.answer.path}")


def step_form(walker: Walker) -> Form:
    """The form of this step: the one that posts."""
    return next(form for form in walker.forms() if form.method == "POST")


def seen(html: str) -> str:
    """The text on the screen: spans join, other elements part, what is only spoken is left out."""
    html = re.sub(r'<span class="govuk-visually-hidden">.*?</span>', " ", html)
    return re.sub(r"<[^>]*>", " ", re.sub(r"</?span[^>]*>", "", html))


def read_receipt(walker: Walker) -> tuple[str, str]:
    """Number and access code as the person sees them."""
    text = seen(walker.answer.html)
    number, code = NUMBER.search(text), CODE.search(text)
    assert number, walker.answer.html
    assert code, walker.answer.html
    return number.group(), "".join(code.groups())


def file_by_hand(walker: Walker, words: str = WORDS) -> tuple[str, str]:
    """From the first page to the receipt: number, access code."""
    walker.send_form(walk_to_the_button(walker, words))
    return read_receipt(walker)

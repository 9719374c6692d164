"""What a form sent that could not be taken: shown, and sent once more without writing it again.

A page of error offers it, and the door of the staff keeps it while a person signs in again.
"""

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from flask import current_app, request
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadData, URLSafeTimedSerializer

Pairs: TypeAlias = tuple[tuple[str, str], ...]

TOKEN: Final = "csrf_token"  # noqa: S105  the name of a field
UNSEEN: Final = {TOKEN, "token", "seen", "draft", "again"}
SECRET: Final = "password"  # noqa: S105  the name of a field
PATIENCE: Final = 12 * 60 * 60
"""Seconds that words wait in a sign-in page: as long as a session may last."""


@dataclass(frozen=True)
class Sent:
    """A form as it was sent: its address, what a person wrote, and what went along unseen."""

    url: str
    words: Pairs
    unseen: Pairs


def the_sent() -> Sent | None:
    """The form of this request; None when nobody answered in it, or it did not arrive whole.

    Its token stays the one it came with: a page of error must not make a forged form good.
    """
    if request.method != "POST" or "form" not in request.__dict__ or request.files:
        return None
    pairs = tuple(request.form.items(multi=True))
    answers = {name for name, value in pairs if value.strip()} - UNSEEN
    if not answers or SECRET in answers:
        return None
    words = tuple(pair for pair in pairs if is_words(*pair))
    unseen = tuple(pair for pair in pairs if not is_words(*pair))
    return Sent(request.full_path.removesuffix("?"), words, unseen)


def is_words(name: str, value: str) -> bool:
    """Whether there is something to read in it; one word or a choice is only sent along."""
    return name not in UNSEEN and len(value.split()) > 1


def packed(sent: Sent) -> str:
    """Signed, so that nobody can put words into another person's sign-in page."""
    return signer().dumps((sent.url, sent.words, sent.unseen))


def unpacked(text: str) -> Sent | None:
    """What was packed, with a token of the session that has just begun."""
    try:
        url, words, unseen = signer().loads(text, max_age=PATIENCE)
    except BadData:
        return None
    sent = Sent(url, pairs_of(words), pairs_of(unseen))
    others = tuple(pair for pair in sent.unseen if pair[0] != TOKEN)
    return replace(sent, unseen=(*others, (TOKEN, generate_csrf())))


def pairs_of(plain: list[list[str]]) -> Pairs:
    """JSON knows no tuples."""
    return tuple((name, value) for name, value in plain)


def signer() -> URLSafeTimedSerializer:
    """Of this installation, and for this use alone."""
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="sent")

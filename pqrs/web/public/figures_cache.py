"""Published answers, kept in the process until a figure may have changed.

A thousand readers cost one computation: a reader asks the database for the version alone, and gets
nothing again (304) when the browser has it already.
"""

import gzip
from collections.abc import Callable, Hashable
from threading import Lock

from flask import Response, current_app, request

from pqrs.web.assets import Asset, answer

REVALIDATE = "public, max-age=0, must-revalidate"
KEY = "figures"


class FiguresCache:
    """The answers of one version of the figures; a newer version drops them all."""

    def __init__(self) -> None:
        """Empty: the first reader of each page computes it."""
        self.version: Hashable = None
        self.answers: dict[Hashable, Asset] = {}
        self.lock = Lock()

    def get(self, version: Hashable, name: Hashable, make: Callable[[], Asset]) -> Asset:
        """The answer of that name, made when nobody asked for it since the version changed."""
        with self.lock:
            if version != self.version:
                self.version, self.answers = version, {}
            if name not in self.answers:
                self.answers[name] = make()
            return self.answers[name]


def the_cache() -> FiguresCache:
    """This application's own."""
    cache = current_app.extensions.setdefault(KEY, FiguresCache())
    assert isinstance(cache, FiguresCache)  # noqa: S101  for the type checker: nobody else writes it
    return cache


def packed(text: str, media_type: str) -> Asset:
    """Compressed once, not for each reader."""
    body = text.encode()
    return Asset(body, gzip.compress(body, 9, mtime=0), f"{media_type}; charset=utf-8")


def published(asset: Asset) -> Response:
    """For anyone to keep, and to ask each time whether it changed: 304 when it did not."""
    response = answer(asset, REVALIDATE)
    response.add_etag(weak=True)
    response.make_conditional(request.environ)
    return response

"""A progress bar for what lasts: only on a terminal, and only after two seconds."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds without a bar: what is done by then needs none."""
WHOLE = 1000
"""Steps of a bar whose end is known only as a share."""


@contextmanager
def progress(label: str) -> Iterator[Callable[[float], None]]:
    """Give a function that takes the share done, 0 to 1, and shows it on stderr."""
    if not sys.stderr.isatty():
        yield lambda _share: None
        return
    bar = click.progressbar(
        length=WHOLE, label=label, file=sys.stderr, show_pos=False, show_percent=True
    )
    begun, is_shown = time.monotonic(), False

    def tell(share: float) -> None:
        nonlocal is_shown
        if not is_shown and time.monotonic() - begun > PATIENCE:
            is_shown = True
            bar.__enter__()
        if is_shown:
            bar.update(round(min(share, 1.0) * WHOLE) - bar.pos)

    try:
        yield tell
        tell(1.0)
    finally:
        if is_shown:
            bar.render_finish()


def within(tell: Callable[[float], None], start: float, end: float) -> Callable[[float], None]:
    """For one stage of several: its 0 to 1 is that part of the whole."""
    return lambda share: tell(start + (end - start) * share)


def counted(things: Sequence[T], tell: Callable[[float], None]) -> Iterable[T]:
    """The things one by one, telling the share that is done."""
    for place, thing in enumerate(things):
        tell(place / len(things))
        yield thing
    tell(1.0)

"""`/estadisticas.json` and `/estadisticas.csv`: the same figures for machines."""

import json
from collections.abc import Callable
from typing import Any

from flask import Response

from pqrs.extensions import db
from pqrs.outside.now import now, today
from pqrs.queries.statistics import Statistics, figures_version, statistics
from pqrs.web.public import public
from pqrs.web.public.cut import NOT_PUBLISHED, asked_cut
from pqrs.web.public.figures_cache import packed, published, the_cache
from pqrs.web.public.figures_plain import COLUMNS, plain_of, rows_of
from pqrs.web.spreadsheet import csv_text

REFUSED = 422


@public.get("/estadisticas.json")
def statistics_json() -> Response:
    """Every figure of the page; `campos` says what each is."""
    return machine_answer("application/json", lambda figures: written(plain_of(figures)))


@public.get("/estadisticas.csv")
def statistics_csv() -> Response:
    """One line a row of each table; an empty cell is a figure that is not published."""
    return machine_answer("text/csv", lambda figures: csv_text(COLUMNS, rows_of(figures)))


def machine_answer(media_type: str, write: Callable[[Statistics], str]) -> Response:
    """The kept answer of this media type and period, made if need be; 422 for another cut."""
    day = today()
    cut = asked_cut(day)
    if cut.refused:
        return refusal()
    version = *figures_version(db.session()), day
    asset = the_cache().get(
        version,
        (media_type, cut.period),
        lambda: packed(write(statistics(db.session(), cut.period, day, now())), media_type),
    )
    return published(asset)


def refusal() -> Response:
    """Problem details (RFC 9457)."""
    problem = {"type": "about:blank", "status": REFUSED, "title": str(NOT_PUBLISHED)}
    return Response(written(problem), REFUSED, content_type="application/problem+json")


def written(plain: dict[str, Any]) -> str:
    """JSON that a person can read too."""
    return json.dumps(plain, ensure_ascii=False, indent=1)

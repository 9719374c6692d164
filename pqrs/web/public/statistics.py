"""`/estadisticas`: how many, how fast, how satisfied, and how we know, in one page."""

from typing import Final

from flask import Response, current_app

from pqrs.extensions import db
from pqrs.outside.now import now, today
from pqrs.queries.statistics import figures_version, statistics
from pqrs.web.assets import Asset
from pqrs.web.languages import page_language
from pqrs.web.public import public
from pqrs.web.public.cut import Cut, asked_cut
from pqrs.web.public.figures_cache import packed, published, the_cache
from pqrs.web.public.statistics_page import page_of

TEMPLATE: Final = "public/statistics.html"
REFUSED: Final = 422


@public.get("/estadisticas")
def show_statistics() -> Response:
    """The figures of a period; a cut that is not published is refused, with the year's below."""
    cut = asked_cut(today())
    version = *figures_version(db.session()), today()
    name = page_language(), cut.period, cut.refused
    asset = the_cache().get(version, name, lambda: make_page(cut))
    if cut.refused:
        return Response(asset.body, REFUSED, content_type=asset.media_type)
    return published(asset)


def make_page(cut: Cut) -> Asset:
    """Rendered without the request's person: what is kept for everybody must not depend on one."""
    figures = statistics(db.session(), cut.period, today(), now())
    template = current_app.jinja_env.get_template(TEMPLATE)
    return packed(template.render(page=page_of(figures, cut), form=None), "text/html")

"""Web: the doors. The only room that knows Flask; it turns a request into an act or a question.

A line belongs here if it reads a request or makes a page. It does not if it decides what the law
or the entity allows. Elsewhere this room is called "views", "controllers" or "routes".
"""

from flask_compress import Compress
from werkzeug.local import LocalProxy
from werkzeug.middleware.proxy_fix import ProxyFix

from pqrs.app import App
from pqrs.web.account import account
from pqrs.web.assets import init_assets
from pqrs.web.citizen import citizen
from pqrs.web.counter import counter
from pqrs.web.desk import desk
from pqrs.web.errors import init_errors
from pqrs.web.headers import init_headers
from pqrs.web.health import health
from pqrs.web.identity import init_identity, signed_in
from pqrs.web.languages import init_languages
from pqrs.web.office import office
from pqrs.web.pages import init_pages
from pqrs.web.public import public
from pqrs.web.reason_words import reason_words
from pqrs.web.words import words


def init_web(app: App) -> None:
    """Register the doors and what all of them share."""
    init_languages(app)
    init_assets(app)
    init_pages(app, app.office.pack.entity, demo=app.settings.demo)
    init_headers(app, https=app.settings.is_https)
    init_identity(app)
    init_errors(app)
    app.jinja_env.globals["words"] = words
    app.jinja_env.filters["reason_words"] = reason_words
    app.jinja_env.globals["viewer"] = LocalProxy(signed_in)
    for door in (citizen, counter, desk, account, public, office, health):
        app.register_blueprint(door)
    app.config.update(COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_MIN_SIZE=400)
    Compress(app)
    if hops := app.settings.proxy_hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops, hops)  # type: ignore[method-assign]

"""What lets the site be put on a phone: its manifest, the page without network, the worker.

Nothing of this runs until a person presses «Guardar en este celular»; without scripts there is no
such button. The worker keeps no report of wrongdoing, and nothing that was not asked for.
"""

import json
from typing import Final

from flask import Response, current_app, url_for

from pqrs.web.assets import asset_text
from pqrs.web.headers import kept_for
from pqrs.web.pages import Blank, page, the_app
from pqrs.web.public import public

ONE_DAY: Final = 24 * 60 * 60
FILES: Final = ("css/app.css", "img/favicon.svg", "js/main.js", "js/modules/unsent.js")
"""What the page without network needs."""


@public.get("/manifest.webmanifest")
def manifest() -> Response:
    """Name, colours and icon of the installed site."""
    entity = the_app().office.pack.entity
    asset = current_app.jinja_env.globals["asset"]
    body = {
        "name": f"PQRSD · {entity.name}",
        "short_name": entity.municipality or entity.name,
        "lang": "es-CO",
        "start_url": url_for("citizen.home"),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#0943b5",
        "icons": [{"src": asset("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],  # type: ignore[operator]
    }
    response = Response(json.dumps(body, ensure_ascii=False), mimetype="application/manifest+json")
    return kept_for(response, ONE_DAY)


@public.get("/sin-conexion")
def offline() -> Response:
    """What the phone shows when there is no network; it is the same for everybody."""
    return kept_for(page("public/offline.html", Blank()), ONE_DAY)


@public.get("/sw.js")
def service_worker() -> Response:
    """The worker of this build: a new one takes the old shell away and leaves what people kept."""
    asset = current_app.jinja_env.globals["asset"]
    files = [asset(name) for name in FILES]  # type: ignore[operator]
    shell = f"pqrs-shell-{files[0].split('/')[2]}"
    head = f"const SHELL = {json.dumps(shell)};\nconst FILES = {json.dumps(files)};\n"
    response = Response(head + asset_text("js/worker.js"), mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response

"""Static files: read once at start, style sheets joined and trimmed, all served from memory.

The address holds a hash of everything, so a copy in a browser is never stale and may be kept for
a year; a citizen on a slow line makes one request for the style.
"""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flask import Flask, Response, abort, request

LAYERS: Final = ("tokens", "base", "vendor", "layout", "components", "print")
"""Order of the cascade: what comes later prevails, whatever its selectors."""
STATIC: Final = Path(__file__).parents[2] / "static"
YEAR: Final = "public, max-age=31536000, immutable"
DAY: Final = "public, max-age=86400"
TEXT: Final = {".css", ".js", ".svg"}
QUOTED: Final = r'("(?:\\.|[^"\\])*")'
COMMENT: Final = re.compile(QUOTED + r"|/\*.*?\*/", re.DOTALL)
SPACE: Final = re.compile(QUOTED + r"|\s*([{};,>])\s*|(:)\s+|\s+")


@dataclass(frozen=True)
class Asset:
    """One file as it leaves: bytes as they are, and packed when that is worth it."""

    body: bytes
    packed: bytes | None
    media_type: str


def minify(css: str) -> str:
    """Drop comments and the blanks that mean nothing; what is quoted stays as it is."""

    def shorter(found: re.Match[str]) -> str:
        return found.group(1) or found.group(2) or found.group(3) or " "

    bare = COMMENT.sub(lambda found: found.group(1) or "", css)
    return SPACE.sub(shorter, bare).replace(";}", "}").strip()


def join_layers(folder: Path) -> str:
    """The style of every page: the vendored rules and ours, each in its own cascade layer."""

    def sheet(layer: str) -> str:
        files = "vendor/*.css" if layer == "vendor" else f"css/{layer}.css"
        css = "".join(file.read_text("utf-8") for file in sorted(folder.glob(files)))
        return f"@layer {layer}{{{css}}}"

    return minify("".join(sheet(layer) for layer in LAYERS))


def asset_text(name: str, folder: Path = STATIC) -> str:
    """A script that is served at an address of its own."""
    return (folder / name).read_text("utf-8")


def pack(name: str, body: bytes) -> Asset:
    """Guess the media type from the name and compress text once, at start."""
    suffix = Path(name).suffix
    media_type = "text/javascript" if suffix == ".js" else mimetypes.guess_type(name)[0]
    if suffix in TEXT:
        return Asset(body, gzip.compress(body, 9, mtime=0), f"{media_type}; charset=utf-8")
    return Asset(body, None, media_type or "application/octet-stream")


def read_assets(folder: Path) -> dict[str, Asset]:
    """Every file to serve, by its name under `static/`; the layers are joined as `css/app.css`."""
    layered = {f"css/{name}.css" for name in LAYERS}
    bodies = {"css/app.css": join_layers(folder).encode()}
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name not in layered and not name.startswith("vendor/"):
            own_style = name.startswith("css/")
            text = minify(file.read_text("utf-8")).encode() if own_style else file.read_bytes()
            bodies[name] = text
    return {name: pack(name, body) for name, body in bodies.items()}


def build_of(assets: Mapping[str, Asset]) -> str:
    """Twelve hexadecimal characters that change when any file does."""
    digest = hashlib.sha256()
    for name, asset in sorted(assets.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(asset.body).digest())
    return digest.hexdigest()[:12]


def answer(asset: Asset, cache: str) -> Response:
    """Send the packed bytes to whoever takes them."""
    packed = asset.packed if request.accept_encodings["gzip"] > 0 else None
    response = Response(packed or asset.body, content_type=asset.media_type)
    response.headers["Cache-Control"] = cache
    if asset.packed:
        response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def init_assets(app: Flask, folder: Path = STATIC) -> None:
    """Serve `folder` under `/static/<build>/` and give templates `asset("css/app.css")`.

    A name that does not exist raises `KeyError` while the page is rendered. An old build gets
    the present file but may not keep it: a page opened before an update still has its style.
    """
    assets = read_assets(folder)
    build = build_of(assets)

    def asset(name: str) -> str:
        assets[name]
        return f"/static/{build}/{name}"

    def static_file(of_build: str, name: str) -> Response:
        if name not in assets:
            abort(404)
        return answer(assets[name], YEAR if of_build == build else "no-cache")

    def favicon() -> Response:
        return answer(assets["img/favicon.ico"], DAY)

    app.add_url_rule("/static/<of_build>/<path:name>", "static_file", static_file)
    app.add_url_rule("/favicon.ico", "favicon", favicon)
    app.jinja_env.globals["asset"] = asset

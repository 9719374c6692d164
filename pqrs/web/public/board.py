"""`/avisos`: acts told to those without an address, and cases that may affect somebody unknown.

Ley 1437 de 2011, artículos 69 y 37.
"""

from dataclasses import dataclass

from flask import Response, abort

from pqrs.extensions import db
from pqrs.outside.now import today
from pqrs.queries.board import Posted, board, posted
from pqrs.queries.third_parties import OnBoard, told_on_board
from pqrs.web.pages import page
from pqrs.web.public import public


@dataclass(frozen=True)
class BoardPage:
    """Those that are up, and those that came down, without their words.

    `affecting`: open cases that may affect people whom nobody knows.
    """

    up: tuple[Posted, ...]
    down: tuple[Posted, ...]
    affecting: tuple[OnBoard, ...]


@dataclass(frozen=True)
class PostedPage:
    """One of them."""

    notice: Posted


@public.get("/avisos")
def show_board() -> Response:
    """The board."""
    found = board(db.session(), today())
    up = tuple(one for one in found if one.is_up)
    down = tuple(one for one in found if not one.is_up)
    return page("public/board.html", BoardPage(up, down, told_on_board(db.session())))


@public.get("/avisos/<int(max=999999999):notice_id>")
def show_notice(notice_id: int) -> Response:
    """One act, to read or to print for the building; without its words once it came down."""
    found = posted(db.session(), notice_id, today())
    if found is None:
        abort(404)
    return page("public/board_notice.html", PostedPage(found))

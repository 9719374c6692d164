"""`/registro`: what was filed, in order of arrival; anyone checks that turns are kept."""

from dataclasses import dataclass
from typing import Final

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.extensions import db
from pqrs.office import parse_number
from pqrs.queries.public_register import Register, RegisterRow, public_register, register_row
from pqrs.web.filters import long_date
from pqrs.web.filters import number as written_number
from pqrs.web.forms import AtMost, GetForm, OneLine
from pqrs.web.headers import kept_for
from pqrs.web.pages import page
from pqrs.web.public import public
from pqrs.web.words import words

ONE_MINUTE: Final = 60
LONGEST: Final = 60


class RegisterForm(GetForm):
    """One number to look for."""

    numero = OneLine(_l("Número de radicado"), [AtMost(LONGEST)])


@dataclass(frozen=True)
class RegisterPage:
    """The rows as cells. `sought`: whether a number was looked for; `older_url`: "" at the end."""

    rows: tuple[tuple[str, ...], ...]
    waiting: int
    sought: bool
    older_url: str


@public.get("/registro")
def show_register() -> Response:
    """The last ones, those before a number, or one number."""
    form = RegisterForm()
    if form.numero.data:
        return find(form)
    found = public_register(db.session(), parse_number(request.args.get("antes", "")[:LONGEST]))
    return kept_for(page("public/register.html", page_of(found), form), ONE_MINUTE)


def find(form: RegisterForm) -> Response:
    """One row; what is no number of ours is said, and what was typed stays."""
    wanted = parse_number(form.numero.data) if form.validate() else None
    row = register_row(db.session(), str(wanted)) if wanted else None
    if row is None and not form.errors:
        form.refuse(
            "numero",
            _("No está en el registro. Revise el número: tiene el año, seis cifras y una más."),
        )
    rows = (cells(row),) if row else ()
    return page("public/register.html", RegisterPage(rows, 0, sought=True, older_url=""), form)


def page_of(found: Register) -> RegisterPage:
    """One page of the list."""
    older = url_for("public.show_register", antes=found.older) if found.older else ""
    return RegisterPage(tuple(map(cells, found.rows)), found.waiting, sought=False, older_url=older)


def cells(row: RegisterRow) -> tuple[str, ...]:
    """Number, day, state and turn; of a lost petition, that it has to be filed again."""
    day = long_date(row.on) if row.on else _("No se sabe")
    if row.state is None:
        return row.number, day, _("Se perdió"), _("Preséntela otra vez")
    turn = written_number(row.turn) if row.turn else _("Ya no espera")
    return row.number, day, str(words.of(row.state)), str(turn)

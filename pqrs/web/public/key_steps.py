"""`/como-funciona`: the key steps, in words, in signs and in the languages the entity has."""

from dataclasses import dataclass
from typing import Final

from flask import Response

from pqrs.office.guide import Guide
from pqrs.web.headers import kept_for
from pqrs.web.pages import page, the_app
from pqrs.web.public import public

ONE_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True)
class StepsPage:
    """What the entity shows beside them."""

    guide: Guide


@public.get("/como-funciona")
def key_steps() -> Response:
    """The same for everybody."""
    return kept_for(
        page("public/key_steps.html", StepsPage(the_app().office.pack.entity.guide)), ONE_DAY
    )

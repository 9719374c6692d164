"""A row of the tables of acts: whose it is, where it leads, and when the law lets it happen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import LazyString

from pqrs.law import Refusal
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage

Law = Callable[[CasePage, date], Refusal | None]


@dataclass(frozen=True)
class OtherAct:
    """A page of its own; `text` says what it does or, with a `refusal`, what cannot be done."""

    text: str
    url: str
    refusal: str


@dataclass(frozen=True)
class ActLink:
    """One row of the table. `when`: whether it makes sense to speak of it at all."""

    permission: Permission
    endpoint: str
    text: LazyString
    refused: LazyString
    law: Law
    when: Callable[[CasePage], bool] = lambda _case: True

    def told(self, case: CasePage, on: date) -> OtherAct:
        """What it does and where or, when the law does not let it happen now, why not."""
        refusal = str(self.law(case, on) or "")
        url = url_for(self.endpoint, number=case.number)
        return OtherAct(str(self.refused if refusal else self.text), url, refusal)

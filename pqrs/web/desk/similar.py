"""Beside a case, those like it that this person may read; of the rest, only how many and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import may_answer_together
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.queries.similar_cases import SimilarCase, similar_cases
from pqrs.web.desk.offers import is_allowed
from pqrs.web.filters import long_date
from pqrs.web.identity import the_viewer
from pqrs.web.pages import the_app
from pqrs.web.words import words

LISTED = 6


@dataclass(frozen=True)
class SimilarRow:
    """One case to open."""

    number: str
    url: str
    subject: str
    state: str


@dataclass(frozen=True)
class ShownSimilar:
    """`may_together`: the law lets one published answer do for all who ask the same."""

    mine: tuple[SimilarRow, ...]
    others: tuple[SimilarRow, ...]
    unlisted: int
    elsewhere: tuple[str, ...]
    together: int
    may_together: bool


def similar_of(case: CasePage) -> ShownSimilar:
    """Those like this case, for whoever looks at it now."""
    us, viewer = the_app().office, the_viewer().viewer
    with reading():
        found = similar_cases(
            db.session(),
            case.number,
            pack=us.pack,
            may_read=lambda facts: is_allowed(Permission.READ_CASE, viewer, facts),
        )
    bodies = us.pack.departments_by_code
    return ShownSimilar(
        mine=tuple(rows(found.mine)),
        others=tuple(rows(found.others)),
        unlisted=max(len(found.others) - LISTED, 0),
        elsewhere=tuple(
            _("%(count)s en %(body)s", count=count, body=bodies[code].name)
            for code, count in found.elsewhere
        ),
        together=found.together,
        may_together=may_answer_together(case.kind, found.together),
    )


def rows(cases: tuple[SimilarCase, ...]) -> Iterator[SimilarRow]:
    """The newest, each with where it stands."""
    for one in cases[:LISTED]:
        page = "desk.intake_case" if one.waits else "desk.petition"
        state = str(words.of(one.phase))
        if one.answered_on:
            state = _("Respondida el %(day)s", day=long_date(one.answered_on))
        filed = _("llegó el %(day)s", day=long_date(one.filed_on))
        yield SimilarRow(
            one.number, url_for(page, number=one.number), one.subject, f"{state}; {filed}"
        )

"""The conflict shield as a condition of a list: no row of a case for whoever it is about.

Says of rows what `office/permissions.py` says of one case (`is_not_named`, `is_for_control`,
`is_past_desk`).
"""

import json
from functools import reduce

from sqlalchemy import ColumnElement, String, cast, exists, func, or_
from sqlalchemy.orm import InstrumentedAttribute

from pqrs.models import Official, Petition
from pqrs.office import Role, Viewer

NOBODY = "[]"


def is_not_about(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    """Whom the case names neither by name nor by their department; of internal control, its own."""
    apart = [does_not_list(Petition.named_officials, viewer.official_id)]
    if viewer.department is not None:
        apart.append(does_not_list(Petition.named_departments, viewer.department))
    if viewer.role is Role.INTERNAL_CONTROL:
        apart.append(Petition.for_ombudsman.is_(False))
    return tuple(apart)


def is_unheard() -> ColumnElement[bool]:
    """Of what is the ombudsman's: whether none of them may see it."""
    free = Official.department.is_(None) | ~cast(Petition.named_departments, String).contains(
        '"' + Official.department + '"'
    )
    hears = (
        Official.role == Role.OMBUDSMAN,
        Official.active.is_(True),
        does_not_list(Petition.named_officials, cast(Official.id, String)),
        free,
    )
    return ~exists().where(*hears).correlate(Petition)


def does_not_list(
    column: InstrumentedAttribute[list[str]] | InstrumentedAttribute[list[int]],
    one: str | int | ColumnElement[str],
) -> ColumnElement[bool]:
    """Whether a list kept as JSON lacks it, in either database; most lists are empty."""
    listed = cast(column, String)
    apart: ColumnElement[str] = reduce(
        lambda text, mark: func.replace(text, mark, ","), ("[", "]", " "), listed
    )
    if isinstance(one, str | int):
        return or_(listed == NOBODY, ~apart.contains(f",{json.dumps(one)},", autoescape=True))
    return or_(listed == NOBODY, ~apart.contains("," + one + ","))


def is_past_desk() -> ColumnElement[bool]:
    """Of what waits for routing: a report, or about the desk itself, where it stands meanwhile."""
    listed = cast(Petition.named_departments, String)
    return or_(Petition.holds_report, listed.contains('"' + Petition.department + '"'))

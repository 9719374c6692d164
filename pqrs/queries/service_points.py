"""The offices and windows that anyone may evaluate, for a list and for the page of one."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from pqrs.models import Department, ServicePoint


@dataclass(frozen=True)
class Point:
    """A service point and the department that answers for it."""

    code: str
    name: str
    department: str
    department_name: str


def service_points(session: Session) -> tuple[Point, ...]:
    """All of them by name. One statement."""
    return tuple(Point(*row) for row in session.execute(points().order_by(ServicePoint.name)))


def service_point(session: Session, code: str) -> Point | None:
    """The one of that code, in any case; None when there is no such point."""
    row = session.execute(points().where(ServicePoint.code == code.upper())).one_or_none()
    return Point(*row) if row else None


def points() -> Select[tuple[str, str, str, str]]:
    """A point joined to its department."""
    return select(
        ServicePoint.code, ServicePoint.name, ServicePoint.department, Department.name
    ).join(Department, Department.code == ServicePoint.department)

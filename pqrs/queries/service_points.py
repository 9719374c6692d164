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
    rows = session.execute(points().order_by(ServicePoint.name)).all()
    return tuple(Point(code, name, owner, called) for code, name, owner, called in rows)


def service_point(session: Session, code: str) -> Point | None:
    """The one of that code, in any case; None when there is no such point."""
    rows = session.execute(points().where(ServicePoint.code == code.upper())).all()
    return next((Point(code, name, owner, called) for code, name, owner, called in rows), None)


def points() -> Select[str, str, str, str]:
    """A point joined to its department."""
    return select(
        ServicePoint.code, ServicePoint.name, ServicePoint.department, Department.name
    ).join(Department, Department.code == ServicePoint.department)

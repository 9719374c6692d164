"""The accounts of the demonstration: one a role, an official and a head in each department."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Official
from pqrs.office import Pack, Role, Viewer
from pqrs.outside.passwords import hash_password

ACCOUNTS_PASSWORD = "demo-candelaria-2026"  # noqa: S105  published on purpose; refused without PQRS_DEMO
HOST = "demo.test"
SINGLE = {
    Role.CLERK: "ventanilla",
    Role.SUPERVISOR: "supervisor",
    Role.INTERNAL_CONTROL: "controlinterno",
    Role.OMBUDSMAN: "personeria",
    Role.AUDITOR: "auditor",
    Role.ADMIN: "admin",
}
NAMES = {
    Role.CLERK: "Ventanilla de demostración",
    Role.SUPERVISOR: "Supervisión de demostración",
    Role.INTERNAL_CONTROL: "Vigilancia interna de demostración",
    Role.OMBUDSMAN: "Personería de demostración",
    Role.AUDITOR: "Auditoría de demostración",
    Role.ADMIN: "Administración de demostración",
    Role.OFFICIAL: "Funcionario de demostración",
    Role.HEAD: "Jefe de demostración",
}
IN_DEPARTMENT = {Role.OFFICIAL: "funcionario", Role.HEAD: "jefe"}


@dataclass(frozen=True)
class Staff:
    """Who acts in the demonstration: by role, and by role and department."""

    members: dict[tuple[Role, str | None], Viewer]

    def one(self, role: Role, department: str | None = None) -> Viewer:
        """The member of that role, of that department when the role is of one."""
        return self.members[role, department]


def open_accounts(session: Session, pack: Pack) -> Staff:
    """Add the missing accounts. One slow hash serves them all: the password is no secret."""
    stored = hash_password(ACCOUNTS_PASSWORD)
    wanted: list[tuple[str, Role, str | None]] = [
        (name, role, None) for role, name in SINGLE.items()
    ]
    for department in pack.internal_departments():
        for role, name in IN_DEPARTMENT.items():
            wanted.append((f"{name}.{department.code.lower()}", role, department.code))
    members = {}
    for name, role, department_code in wanted:
        official = open_account(session, f"{name}@{HOST}", role, department_code, stored)
        members[role, department_code] = Viewer(official.id, role, department_code)
    return Staff(members)


def open_account(
    session: Session, email: str, role: Role, department: str | None, stored: str
) -> Official:
    """The account with the demonstration's password, whether or not it was there before."""
    official = session.scalar(select(Official).where(Official.email == email))
    if official is None:
        name = f"{NAMES[role]} ({department})" if department else NAMES[role]
        official = Official(email=email, name=name, role=role, department=department)
        session.add(official)
    official.password_hash = stored
    session.flush()
    return official

"""`pqrs user …`: accounts of the staff, and the single-use links at which they set a password."""

import json

import click

from pqrs.acts.manage_staff import StaffError, add_official, disable, new_link
from pqrs.cli.context import terminal
from pqrs.office import Role
from pqrs.outside.now import now
from pqrs.queries.contests import without_head
from pqrs.queries.staff import StaffMember, open_cases_of, staff
from pqrs.web.typed_text import clean, has_control


def one_line(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Clean, as a field of a page would take it; a letter's header would obey a line end."""
    text = clean(value)
    if has_control(text) or "\n" in text:
        raise click.BadParameter("Escríbalo en una sola línea, sin caracteres de control.")
    return text


@click.group()
def user() -> None:
    """Cuentas del personal."""


@user.command()
@click.argument("email", callback=one_line)
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option("--department", help="Código de la dependencia.")
@click.option("--name", default="", callback=one_line, help="Nombre que verán sus compañeros.")
def add(email: str, role: str, department: str | None, name: str) -> None:
    """Crea una cuenta y muestra el enlace, válido 24 horas, para poner la clave."""
    here = terminal()
    if department is not None and not here.office.pack.is_assignable(department):
        raise click.UsageError(f"No hay una dependencia interna con el código {department}.")
    with answered(), here.work() as session:
        token = add_official(
            session,
            email=email,
            name=name or email,
            role=Role(role),
            department=department,
            at=now(),
        )
    show_link(token)


@user.command()
@click.argument("email")
def link(email: str) -> None:
    """Hace un enlace nuevo para poner la clave."""
    with answered(), terminal().work() as session:
        token = new_link(session, email=email, at=now())
    show_link(token)


@user.command(name="disable")
@click.argument("email")
def disable_(email: str) -> None:
    """Cierra la cuenta y sus sesiones ya; muestra las peticiones abiertas que deja sin dueño."""
    with answered(), terminal().work() as session:
        official = disable(session, email=email, at=now())
        left = open_cases_of(session, official.id)
        unheard = without_head(session, official.department) if official.department else 0
    for number in left:
        click.echo(number)
    click.echo(f"Cuenta cerrada. Peticiones abiertas sin dueño: {len(left)}.", err=True)
    if unheard:
        click.echo(
            f"{official.department} quedó sin jefe y tiene {unheard} petición(es) recurrida(s): "
            "nombre otro con «pqrs user add … --role head».",
            err=True,
        )


@user.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
def list_(*, as_json: bool) -> None:
    """Lista las cuentas: correo, rol, dependencia y si está activa."""
    with terminal().read() as session:
        people = staff(session)
    if as_json:
        click.echo(json.dumps([as_plain(person) for person in people], ensure_ascii=False))
    else:
        for person in people:
            state = "activa" if person.active else "cerrada"
            click.echo(f"{person.email}\t{person.role}\t{person.department or '-'}\t{state}")


def as_plain(person: StaffMember) -> dict[str, object]:
    """One account for a machine; `department` is null for who belongs to none."""
    return {
        "email": person.email,
        "name": person.name,
        "role": person.role,
        "department": person.department,
        "active": person.active,
    }


def show_link(token: str) -> None:
    """The only time the token is seen."""
    click.echo(f"{terminal().settings.base_url}/cuenta/clave/{token}")


class answered:  # noqa: N801  reads as a sentence: with answered()
    """Turn a `StaffError` into exit code 1 with its sentence."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """A `StaffError` is the answer "no"."""
        if isinstance(error, StaffError):
            raise click.ClickException(str(error)) from error

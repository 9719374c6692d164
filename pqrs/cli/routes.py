"""`pqrs routes`: every address, its methods and who may enter."""

import json

import click
from werkzeug.routing import Rule

from pqrs import create_app
from pqrs.office import Permission
from pqrs.web.identity import MAY


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
def routes(*, as_json: bool) -> None:
    """Muestra cada dirección, su método y quién puede entrar."""
    app = create_app()
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, methods_of(rule)))
    found = [(rule, getattr(app.view_functions[rule.endpoint], MAY, None)) for rule in rules]
    if as_json:
        click.echo(json.dumps([as_plain(rule, may) for rule, may in found], ensure_ascii=False))
        return
    for rule, may in found:
        who = may.name.lower() if may else "todos"
        click.echo(f"{rule.rule}\t{','.join(methods_of(rule))}\t{rule.endpoint}\t{who}")


def methods_of(rule: Rule) -> list[str]:
    """Those that somebody chooses; the others come with them."""
    return sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})


def as_plain(rule: Rule, may: Permission | None) -> dict[str, object]:
    """One address for a machine; `permission` is null where anybody enters."""
    return {
        "path": rule.rule,
        "methods": methods_of(rule),
        "endpoint": rule.endpoint,
        "permission": may.name.lower() if may else None,
    }

"""`pqrs routes`: every address, its methods and who may enter."""

import click

from pqrs import create_app
from pqrs.web.identity import MAY


@click.command()
def routes() -> None:
    """Muestra cada dirección, su método y quién puede entrar."""
    app = create_app()
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        permission = getattr(app.view_functions[rule.endpoint], MAY, None)
        methods = ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        who = permission.name.lower() if permission else "todos"
        click.echo(f"{rule.rule}\t{methods}\t{rule.endpoint}\t{who}")

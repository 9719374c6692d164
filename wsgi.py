"""The WSGI entry: `gunicorn wsgi:application`, or `flask --app wsgi pqrs`."""

from pqrs import create_app
from pqrs.cli import pqrs

application = create_app()
application.cli.add_command(pqrs)

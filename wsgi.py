"""The WSGI entry: `gunicorn wsgi:application`, or `flask --app wsgi pqrs`."""

from pqrs import create_app

application = create_app()

"""gunicorn inside this very process, so that serving loads the program once and not twice."""

import logging

from flask import Flask
from gunicorn.app.base import BaseApplication

from pqrs.logs import WithoutPeople


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """An application already built, and gunicorn's settings by their own names."""

    def __init__(self, application: Flask, **options: object) -> None:
        """No connection may be open in `application`: the workers would share it."""
        self.application = application
        self.options = {"accesslog": None, **options}
        logging.getLogger("gunicorn.error").addFilter(WithoutPeople())
        super().__init__()

    def load_config(self) -> None:
        """Called by gunicorn; neither a file nor the command line has a say."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Called by gunicorn in each worker."""
        return self.application

"""gunicorn inside this very process, so that serving loads the program once and not twice."""

from flask import Flask
from gunicorn.app.base import BaseApplication


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """An application already built, and gunicorn's settings by their own names."""

    def __init__(self, application: Flask, **options: object) -> None:
        """No connection may be open in `application`: the workers would share it."""
        self.application = application
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Called by gunicorn; neither a file nor the command line has a say."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Called by gunicorn in each worker."""
        return self.application

"""The least a Flask application can do: what every figure is compared with."""

from flask import Flask

application = Flask(__name__)


@application.get("/")
def nothing() -> str:
    return ""

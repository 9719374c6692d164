"""Logs: one line a request, and nothing personal in any of them.

A filter refuses arguments that are not plain scalars, so that a person's data cannot slip in with
a row or a form; control characters are written out, so that nobody can forge a line.

The doors of citizens and of the counter leave no line at all: behind any of them somebody may be
reporting wrongdoing, and an hour beside an address of ours would be enough to find who was at a
computer then.
"""

import logging
import re
from time import perf_counter

from flask import Flask, Response, g, request

SCALARS = (str, int, float, bool, type(None))
UNSAID = ("citizen.", "counter.")
"""How the endpoints begin whose requests are not logged."""
QUOTING = ("Invalid request", "Error handling request")
"""How gunicorn begins the lines that quote."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class PlainArguments(logging.Filter):
    """Turns away log records whose arguments are not scalars, and escapes control characters."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's arguments; a wrong one is replaced by the name of its type."""
        if isinstance(record.args, tuple):
            record.args = tuple(plain(value) for value in record.args)
        return True


def plain(value: object) -> object:
    """A scalar that fits on one line."""
    if not isinstance(value, SCALARS):
        return f"<{type(value).__name__}>"
    return on_one_line(value) if isinstance(value, str) else value


def on_one_line(text: str) -> str:
    """What neither begins a line of its own nor tells a terminal what to do."""
    return CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", text)


class WithoutPeople(logging.Filter):
    """Takes out of the server's own lines the address or the request that they would quote."""

    def filter(self, record: logging.LogRecord) -> bool:
        """What was wrong with a request stays between it and whoever sent it."""
        for start in QUOTING:
            if str(record.msg).startswith(start):
                record.msg, record.args = start, ()
        return True


def init_logs(app: Flask) -> None:
    """Log each request by its endpoint, never by its address or query: those may name a case."""
    app.logger.addFilter(PlainArguments())
    app.logger.setLevel(logging.INFO)

    @app.before_request
    def start() -> None:
        g.started = perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        if (request.endpoint or "").startswith(UNSAID):
            return response
        spent = perf_counter() - g.get("started", perf_counter())
        app.logger.info(
            "%s %s %s %.1f ms", request.method, request.endpoint, response.status_code, spent * 1000
        )
        return response

"""The server's own lines quote neither an address nor a request."""

import logging

import pytest

from pqrs.logs import WithoutPeople


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Invalid request from ip=203.0.113.7: Invalid header 'X'", "Invalid request"),
        ("Error handling request %s", "Error handling request"),
        ("Booting worker with pid: %s", "Booting worker with pid: /denunciar"),
    ],
)
def test_what_quotes_a_person_is_cut(message, said):
    arguments = ("/denunciar",) if "%s" in message else ()
    record = logging.LogRecord("x", logging.INFO, "", 1, message, arguments, None)

    assert WithoutPeople().filter(record)
    assert said == record.getMessage()

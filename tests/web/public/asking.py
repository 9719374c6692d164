"""Addresses of the calculator."""

from urllib.parse import urlencode


def ask(**question):
    """`/plazos` with a question; a list is a box that is ticked several times."""
    return f"/plazos?{urlencode(question, doseq=True)}"


PLAIN = ask(clase="QUEJA", recibida="2026-02-02")

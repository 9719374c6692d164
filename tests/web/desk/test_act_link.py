"""A row of the table of acts: what it says when the law lets it happen, and when not."""

from datetime import date
from types import SimpleNamespace

from pqrs.law import Refusal, cpaca
from pqrs.office import Permission
from pqrs.web.desk.act_link import ActLink

CASE, DAY = SimpleNamespace(number="2026-000001-3"), date(2026, 3, 2)


def row(refusal):
    texts = ("Prorrogar", "No se puede prorrogar")
    return ActLink(Permission.EXTEND_TERM, "desk.ask_extension", *texts, lambda _case, _on: refusal)


def test_it_says_what_it_does_or_why_it_cannot_be_done(app):
    with app.test_request_context():
        possible = row(None).told(CASE, DAY)
        refused = row(Refusal("interruption_none", cpaca("26"))).told(CASE, DAY)
    assert ("Prorrogar", "/bandeja/2026-000001-3/prorrogar", "") == (
        possible.text,
        possible.url,
        possible.refusal,
    )
    assert "No se puede prorrogar" == refused.text
    assert "Ley 1437 de 2011, artículo 26" in refused.refusal

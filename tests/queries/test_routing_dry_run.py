"""What last month's cases would have done by other rules."""

from datetime import date

from pqrs.law import IdentityLevel
from pqrs.models import routing_rules
from pqrs.office.entity import RoutingRule
from pqrs.queries.routing_dry_run import MOST, Comparison, routing_dry_run
from tests.build import a_petition, later

TODAY = date(2026, 3, 17)
RULE = RoutingRule("VI-MAL-01", "", "PLAN", "Por resolución")


def run(session, office, topic=None, most=MOST):
    rules = routing_rules(session, TODAY)
    before, after = (office.router_with(session, each, TODAY) for each in (rules, (*rules, RULE)))
    compared = Comparison(before, after, on=TODAY, now=office.clock())
    return routing_dry_run(session, compared, topic=topic, most=most)


def test_it_names_what_would_change_and_only_counts_what_is_confidential(session, office):
    a_petition(session, later(office, days=-40))
    moved = a_petition(session, later(office, days=-3))
    a_petition(session, office, identity=IdentityLevel.RESERVED)
    complaint = "El jefe de Hacienda me gritó cuando fui a decir que la vía está llena de huecos."
    a_petition(session, office, text=complaint)
    a_petition(session, office, topic="SP-ACU-01", place="CABECERA")

    found = run(session, office)

    assert [(moved.number, "INFRA", "PLAN")] == [
        (one.number, one.before, one.after) for one in found.cases
    ]
    assert (4, 2, True) == (found.looked_at, found.hidden, found.is_whole)
    assert 3 == run(session, office, "VI-MAL-01").looked_at


def test_of_more_the_newest_are_looked_at_and_it_says_so(session, office):
    for days in (-3, -2, -1):
        newest = a_petition(session, later(office, days=days))

    found = run(session, office, most=1)
    assert [newest.number] == [one.number for one in found.cases]
    assert (1, False) == (found.looked_at, found.is_whole)
    assert run(session, office, most=3).is_whole

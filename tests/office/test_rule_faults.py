"""A routing rule that errs is passed over, and says why."""

from dataclasses import replace
from datetime import date

import pytest

from pqrs.office.entity import RoutingRule
from pqrs.office.rule_faults import RuleFault, fault_of, without_faults
from tests.office.packs import villa

TODAY = date(2026, 3, 17)
GOOD = RoutingRule("T-CALLE", "LA-LOMA", "AGUAS", "Allá las calles son de Aguas")


def a_pack(**successors: str):
    """The invented one, where these bodies ended last year and have an heir."""
    ended = date(2025, 12, 31)
    bodies = tuple(
        replace(body, valid_until=ended, successor=successors[body.code])
        if body.code in successors
        else body
        for body in villa().departments
    )
    return replace(villa(), departments=bodies)


@pytest.mark.parametrize(
    ("changes", "heirs", "fault"),
    [
        ({}, {}, None),
        ({"place": ""}, {}, None),
        ({}, {"AGUAS": "OBRAS"}, None),
        ({"topic": "T-NADA"}, {}, RuleFault.NO_TOPIC),
        ({"place": "MARTE"}, {}, RuleFault.NO_PLACE),
        ({"department": "NADIE"}, {}, RuleFault.NO_BODY),
        ({}, {"AGUAS": ""}, RuleFault.RETIRED_BODY),
        ({}, {"AGUAS": "OBRAS", "OBRAS": "AGUAS"}, RuleFault.CIRCLE),
    ],
)
def test_what_is_wrong_with_a_rule(changes, heirs, fault):
    assert fault == fault_of(replace(GOOD, **changes), a_pack(**heirs), TODAY)


def test_a_retired_topic_has_no_rules():
    topics = tuple(replace(topic, valid_until=date(2025, 1, 1)) for topic in villa().topics)
    assert RuleFault.NO_TOPIC == fault_of(GOOD, replace(villa(), topics=topics), TODAY)


def test_the_others_stay():
    bad = replace(GOOD, department="NADIE")
    assert (GOOD,) == without_faults((bad, GOOD), villa(), TODAY)


def test_a_rule_of_the_whole_municipality_comes_after_those_of_a_place():
    everywhere = RoutingRule("T-CALLE", "", "ALCALDIA", "Por resolución")
    pack = replace(villa(), rules=(everywhere, GOOD))
    assert everywhere == pack.rule_for("T-CALLE", None)
    assert everywhere == pack.rule_for("T-CALLE", "CENTRO")
    assert GOOD == pack.rule_for("T-CALLE", "LOMA-SAN-JOSE")

"""«No es mío»: how often a case came back, from whom, why; and that it comes first then."""

from pqrs.acts.assign import assign
from pqrs.acts.return_to_intake import return_to_intake
from pqrs.office import Role
from pqrs.outside.now import local_date
from pqrs.queries.intake_returns import sent_back
from pqrs.queries.queue import intake_queue
from tests.build import a_petition, an_official, later


def bounce(session, office, petition, department, reason):
    """The desk sends it there, and it comes back."""
    clerk = an_official(session, Role.CLERK, None)
    press = {"number": petition.number, "office": office}
    if petition.routed_by == "intake":
        assign(session, **press, department=department, reason="Parece de allá.", viewer=clerk,
               seen=petition.last_sequence)  # fmt: skip
    official = an_official(session, Role.OFFICIAL, department)
    return_to_intake(session, **press, reason=reason, viewer=official, seen=petition.last_sequence)


def test_each_return_is_counted_the_last_one_first(session, office):
    routed = a_petition(session, office)
    waiting = a_petition(session, office, topic=None, text="qwerty asdf")
    bounce(session, office, routed, "INFRA", "Es una obra privada.")
    bounce(session, office, routed, "PLAN", "No pide licencia.")

    found = sent_back(session, [routed.number, waiting.number])

    assert ["PLAN", "INFRA"] == [one.department for one in found[routed.number]]
    assert "No pide licencia." == found[routed.number][0].reason
    assert () == found[waiting.number]


def test_what_came_back_most_often_is_decided_first(session, office):
    old = a_petition(session, later(office, days=-5), topic=None, text="qwerty asdf")
    once = a_petition(session, office)
    twice = a_petition(session, office)
    for petition, departments in ((once, ["INFRA"]), (twice, ["INFRA", "PLAN"])):
        for department in departments:
            bounce(session, office, petition, department, "No es de acá.")

    clerk = an_official(session, Role.CLERK, None)
    found = intake_queue(session, clerk, page=1, today=local_date(office.clock()))

    assert [twice.number, once.number, old.number] == [row.number for row in found.rows]

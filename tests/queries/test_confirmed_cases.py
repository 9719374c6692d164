"""Which cases may teach: corrected by a person, answered there, and of nobody who hides."""

from pqrs.acts.assign import assign
from pqrs.law import IdentityLevel, Kind
from pqrs.office import Role
from pqrs.queries.confirmed_cases import confirmed_cases
from tests.build import a_petition, an_official, answered

DOUBT = {"topic": None, "text": "Necesito que alguien me colabore con lo de la esquina"}


def corrected(session, office, *, delivered=True, **changes):
    """A doubtful case that the desk sent to Planeación, which answered it."""
    petition = a_petition(session, office, **{**DOUBT, **changes})
    role = Role.INTERNAL_CONTROL if petition.kind is Kind.REPORT else Role.CLERK
    if petition.routed_by == "intake":
        assign(session, number=petition.number, department="PLAN", reason="La leí.", office=office,
               viewer=an_official(session, role, None), seen=petition.last_sequence)  # fmt: skip
    answered(session, office, petition, opened=delivered)
    return petition


def test_only_what_a_person_corrected_and_the_answer_confirmed(session, office):
    taught = corrected(session, office)
    corrected(session, office, delivered=False)
    corrected(session, office, topic="VI-MAL-01")
    for level in (IdentityLevel.RESERVED, IdentityLevel.ANONYMOUS):
        corrected(session, office, identity=level)
    corrected(session, office, kind=Kind.REPORT)
    against = corrected(session, office)
    against.named_departments = ["HAC"]
    session.flush()

    (found,) = confirmed_cases(session)

    assert (taught.number, "PLAN", None) == (found.number, found.department, found.topic)
    assert ("Persona Inventada", DOUBT["text"]) == (found.name, found.text)

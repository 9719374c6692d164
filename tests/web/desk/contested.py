"""Cases that were denied, opened and contested."""

from pqrs.acts.appeal import appeal
from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.law import Decision, Kind, Means
from tests.acts.own_case import WORDS, press, signed
from tests.web.staff import a_case, found, writing

QUEUE = "/bandeja?fase=recursos"


def contest(app, remedy, number=None, kind=Kind.CLAIM):
    """A case denied, opened and contested; its number."""
    number = number or a_case(app, kind=kind)
    with writing(app) as session:
        petition = signed(session, app.office, found(session, number), Decision.DENIED)
        confirm_delivery(session, petition, means=Means.OPENED, office=app.office)
        appeal(session, remedy=remedy, body=WORDS, **press(petition, app.office))
    return number

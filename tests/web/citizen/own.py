"""A petitioner with a case open in the browser, and what the entity does to it meanwhile."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.file_petition import file_petition
from pqrs.extensions import db
from pqrs.law import Decision, Means
from pqrs.models import PetitionText, by_number
from pqrs.models.engine import write_intent
from tests.acts import own_case
from tests.build import a_filing, tokens
from tests.walker import Answer, Form, Walker


@dataclass
class Own:
    """One case, its code and the browser that opened it."""

    app: Any
    walker: Walker
    number: str
    code: str

    def enter(self) -> Answer:
        """Number and code, pressed."""
        self.walker.open("/seguimiento")
        return self.walker.submit(number=self.number, code=self.code)

    def form(self, path: str, **values: str) -> Form:
        """The form of a page of this case, filled and not sent."""
        self.walker.open(path)
        return self.walker.prepare(**values)

    def inside(self, change: Any) -> Any:
        """Do it in a transaction of its own; returns what `change(session, petition)` does."""
        with self.app.app_context(), write_intent(), Session(db.engine) as session:
            result = change(session, by_number(session, self.number))
            session.commit()
            return result

    def events(self) -> list[str]:
        return self.inside(lambda _session, petition: own_case.names(petition))

    def texts(self) -> list[str]:
        def read(session: Session, petition: Any) -> list[str]:
            query = select(PetitionText.body).where(PetitionText.petition_id == petition.id)
            return list(session.scalars(query.order_by(PetitionText.version)))

        return self.inside(read)

    def asked(self) -> None:
        """The entity asks for what is missing."""
        office = self.app.office
        self.inside(lambda session, petition: own_case.asked(session, office, petition))

    def unclear(self) -> None:
        """The entity cannot tell what it asks."""
        office = self.app.office
        self.inside(lambda session, petition: own_case.unclear(session, office, petition))

    def answered(self, decision: Decision = Decision.RESPONDED, *, opened: bool = True) -> None:
        """The entity answers so."""

        def answer(session: Session, petition: Any) -> None:
            own_case.signed(session, self.app.office, petition, decision)
            if opened:
                confirm_delivery(session, petition, means=Means.OPENED, office=self.app.office)

        self.inside(answer)


def own(app: Any, walker: Walker, **changes: object) -> Own:
    """File a petition and open it by number and code."""
    with app.app_context(), write_intent(), Session(db.engine) as session:
        token = f"propia-{next(tokens)}"
        receipt = file_petition(session, a_filing(**changes), token=token, office=app.office)
        session.commit()
    mine = Own(app, walker, receipt.number, receipt.access_code)
    mine.enter()
    return mine

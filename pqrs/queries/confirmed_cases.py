"""Cases a person sent where they belong, as the answer of that department confirmed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import IdentityLevel
from pqrs.models import Petition, Petitioner, PetitionText
from pqrs.office.teaching import ConfirmedCase

SERIES = "R"
MOST = 5000


def confirmed_cases(session: Session) -> tuple[ConfirmedCase, ...]:
    """The newest five thousand, in the order they came.

    Never one that is anonymous or reserved, a report of wrongdoing, or against an office.
    """
    rows = session.execute(
        select(Petition, PetitionText.body, Petitioner.name)
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(
            PetitionText.version == 1,
            Petition.series == SERIES,
            Petition.routed_by == "person",
            Petition.answered_on.is_not(None),
            Petition.identity == IdentityLevel.NAMED,
            Petition.holds_report.is_(False),
        )
        .order_by(Petition.id.desc())
        .limit(MOST)
    )
    return tuple(
        ConfirmedCase(
            number=petition.number,
            text=text,
            name=name or "",
            department=petition.department or "",
            topic=petition.topic,
            kind=petition.kind,
        )
        for petition, text, name in reversed(rows.all())
        if not petition.named_departments
    )

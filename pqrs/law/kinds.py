"""Closed lists. The values are stored for ever; the Spanish for them belongs to the doors.

The codes a kind has in files and on the command line are data: `data/kinds.toml`.
"""

from enum import StrEnum
from functools import cache

from pqrs.law.citations import cpaca
from pqrs.law.records import records
from pqrs.law.refusals import LawError


class Kind(StrEnum):
    PRIVATE_INTEREST = "private_interest"
    GENERAL_INTEREST = "general_interest"
    INFORMATION = "information"
    DOCUMENTS = "documents"
    CONSULTATION = "consultation"
    COMPLAINT = "complaint"
    CLAIM = "claim"
    REPORT = "report"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    AUTHORITY_INFORMATION = "authority_information"
    AUTHORITY_OTHER = "authority_other"
    CONGRESS = "congress"
    NATIONAL_OMBUDSMAN = "national_ombudsman"
    NATIONAL_OMBUDSMAN_FORWARDED = "national_ombudsman_forwarded"
    OPPOSITION = "opposition"
    COUNCIL = "council"
    PRESS_INFORMATION = "press_information"
    DATA_QUERY = "data_query"
    DATA_CLAIM = "data_claim"
    CASE_LAW_EXTENSION = "case_law_extension"
    PUBLIC_UTILITY = "public_utility"
    MIXED = "mixed"
    ANONYMOUS_INFORMATION = "anonymous_information"

    @property
    def code(self) -> str:
        """Upper-case code of the command line, CSV, API and packs."""
        return _codes()[self]

    @classmethod
    def from_code(cls, code: str) -> "Kind":
        """Raise LawError for a code that no kind has."""
        for kind, known in _codes().items():
            if known == code:
                return kind
        raise LawError("unknown_kind", cpaca("13"), code=code)


@cache
def _codes() -> dict[Kind, str]:
    return {Kind(record["name"]): record["code"] for record in records("kinds", "kind")}


class Channel(StrEnum):
    """How it reached us. EVALUATION: words of an opinion on a service, filed by who reviewed it.

    IMPORTED: a case that another system filed.
    """

    WEB = "web"
    WINDOW = "window"
    TELEPHONE = "telephone"
    POST = "post"
    EMAIL = "email"
    MOBILE_TEAM = "mobile_team"
    SOCIAL_NETWORK = "social_network"
    CHAT = "chat"
    API = "api"
    EVALUATION = "evaluation"
    TRANSFERRED = "transferred"
    IMPORTED = "imported"


class Phase(StrEnum):
    """WAITING: the clock stands still. REPLIED: signed, and not yet with the person."""

    OPEN = "open"
    WAITING = "waiting"
    REPLIED = "replied"
    CLOSED = "closed"
    TRANSFERRED = "transferred"
    ANNULLED = "annulled"

    @property
    def is_final(self) -> bool:
        return self in _FINAL


_FINAL = frozenset({Phase.CLOSED, Phase.TRANSFERRED, Phase.ANNULLED})


class IdentityLevel(StrEnum):
    """RESERVED: known to the entity, hidden from the office concerned."""

    NAMED = "named"
    RESERVED = "reserved"
    ANONYMOUS = "anonymous"


class Priority(StrEnum):
    """URGENT: danger to life or integrity (Ley 1437 de 2011, artículo 20)."""

    NORMAL = "normal"
    URGENT = "urgent"


class Capacity(StrEnum):
    """For whom one asks (Ley 1437 de 2011, artículos 13, 16, 20, 30).

    GUARDIAN: of a child or a protected person. NEIGHBOUR: for who cannot do it, without a power.
    """

    SELF = "self"
    ATTORNEY = "attorney"
    GUARDIAN = "guardian"
    NEIGHBOUR = "neighbour"
    ORGANISATION = "organisation"
    COMPANY = "company"
    GROUP = "group"
    AUTHORITY = "authority"
    JOURNALIST = "journalist"


class PriorityGround(StrEnum):
    """Why a petition goes before others; what each rests on is in `law/preference.py`.

    PERHAPS_LIFE: somebody has yet to say whether a life is in danger. CHILD: a child or adolescent
    asks; ABOUT_CHILD: somebody else asks, about one. RIGHT: a fundamental right, before a harm that
    cannot be repaired.
    """

    LIFE = "life"
    PERHAPS_LIFE = "perhaps_life"
    CHILD = "child"
    ABOUT_CHILD = "about_child"
    RIGHT = "right"
    OLDER = "older"
    DISABILITY = "disability"
    PREGNANCY = "pregnancy"
    VICTIM = "victim"
    VETERAN = "veteran"
    PRESS = "press"


class Outcome(StrEnum):
    """The citizen's word on whether what was asked was answered."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class PauseGround(StrEnum):
    """IMPEDIMENT: Ley 1437 de 2011, artículo 12. COMPETENCE_CONFLICT: artículo 39."""

    IMPEDIMENT = "impediment"
    COMPETENCE_CONFLICT = "competence_conflict"


class ThirdMeans(StrEnum):
    """How third persons were told (Ley 1437 de 2011, artículo 37).

    ADDRESS: at the one that is known, or by what works better. PUBLISHED: nobody knows who they
    are, or they could not be told otherwise.
    """

    EMAIL = "email"
    ADDRESS = "address"
    PUBLISHED = "published"


class Means(StrEnum):
    """Evidence that the answer reached the person. MAIL: their server took it without a bounce.

    NOTICE: an aviso took effect (Ley 1437 de 2011, artículo 69). SPOKEN: given on the spot.
    RECORDED: another system holds that it did.
    """

    OPENED = "opened"
    MAIL = "mail"
    COUNTER = "counter"
    POST = "post"
    NOTICE = "notice"
    SPOKEN = "spoken"
    RECORDED = "recorded"


class RejectionGround(StrEnum):
    """Ley 1437 de 2011, artículo 19: disrespect, or what nobody could clarify."""

    DISRESPECTFUL = "disrespectful"
    NOT_CLARIFIED = "not_clarified"


class Decision(StrEnum):
    """The sense of an answer. NOBODYS: not ours, nor of any other authority (artículo 21)."""

    RESPONDED = "responded"
    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    DENIED = "denied"
    NOBODYS = "nobodys"

    @property
    def denies(self) -> bool:
        """Whether something that was asked for is refused."""
        return self in _DENIALS


_DENIALS = frozenset({Decision.PARTLY_GRANTED, Decision.DENIED})


class Reserve(StrEnum):
    """Why information is not given: CLASSIFIED, Ley 1712 de 2014, artículo 18; RESERVED, 19."""

    CLASSIFIED = "classified_information"
    RESERVED = "reserved_information"


class Ruling(StrEnum):
    """What becomes of a decision that was contested (Ley 1437 de 2011, artículo 80).

    INADMISSIBLE: the recurso is rejected without looking into it (artículo 78).
    """

    CONFIRMED = "confirmed"
    MODIFIED = "modified"
    REVOKED = "revoked"
    INADMISSIBLE = "inadmissible"


class InterruptionGround(StrEnum):
    """Why the judge's days for an insistencia are interrupted (Ley 1437 de 2011, artículo 26).

    DOCUMENTS: the judge asked for copies or for anything else. SECTION: the entity asked the
    section of the Consejo de Estado to take the matter over.
    """

    DOCUMENTS = "documents"
    SECTION = "section"


class InterruptionEnd(StrEnum):
    """RECEIVED: the judge officially has it. DECLINED, TAKEN_OVER: what the section decided."""

    RECEIVED = "received"
    DECLINED = "declined"
    TAKEN_OVER = "taken_over"

    @property
    def ground(self) -> InterruptionGround:
        """What it ends."""
        received = self is InterruptionEnd.RECEIVED
        return InterruptionGround.DOCUMENTS if received else InterruptionGround.SECTION


class Remedy(StrEnum):
    """RECONSIDERATION: reposición. APPEAL: apelación. INSISTENCE: insistencia.

    NOT_ANSWERED: the answer is not about what was asked (Ley 1437 de 2011, artículo 13).
    REFUSED_APPEAL: queja, because the apelación was rejected (artículo 74, numeral 3).
    """

    RECONSIDERATION = "reconsideration"
    APPEAL = "appeal"
    INSISTENCE = "insistence"
    NOT_ANSWERED = "not_answered"
    REFUSED_APPEAL = "refused_appeal"

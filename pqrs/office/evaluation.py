"""What a citizen answers about the service, what must follow, and how a share may be shown.

The satisfied are those who answered 4 or 5; the share is of those who answered, never of all.
The words are in the pages; here are the numbers and the form in which they may appear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import floor, sqrt

from pqrs.law import Outcome

SCALE = (1, 2, 3, 4, 5)
SATISFIED_FROM = 4
UNHAPPY_UP_TO = 2
TOO_FEW = 10
FEW = 20
_Z_95 = 1.959963984540054


class Purpose(StrEnum):
    """What a person came to say of a service; the words are stored."""

    COMPLAINT = "complaint"
    RECOMMENDATION = "recommendation"
    SATISFACTION = "satisfaction"
    PRAISE = "praise"


class Way(StrEnum):
    """How an opinion arrived. LETTER: by the link of an answer. WINDOW: read out by a clerk."""

    WEB = "web"
    QR = "qr"
    LETTER = "letter"
    WINDOW = "window"


class ReviewReason(StrEnum):
    """Why a person of the department must look into an opinion."""

    COMPLAINT = "complaint"
    NOT_ANSWERED = "not_answered"
    UNHAPPY = "unhappy"
    ASKED_FOR_CONTACT = "asked_for_contact"
    NOT_SOLVED = "not_solved"


def review_reason(
    purpose: Purpose, outcome: Outcome | None, satisfaction: int, *, left_contact: bool
) -> ReviewReason | None:
    """The weightiest reason to review an opinion; None when nobody has to."""
    if purpose is Purpose.COMPLAINT:
        return ReviewReason.COMPLAINT
    if outcome is Outcome.NO:
        return ReviewReason.NOT_ANSWERED
    if satisfaction <= UNHAPPY_UP_TO:
        return ReviewReason.UNHAPPY
    return ReviewReason.ASKED_FOR_CONTACT if left_contact else None


class SetApart(StrEnum):
    """Why opinions look like stuffing: they are kept and shown, and count in no share."""

    ONE_DEVICE = "one_device"
    SAME_WORDS = "same_words"
    POINT_FLOOD = "point_flood"
    DEPARTMENT_FLOOD = "department_flood"


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many came before this opinion, in the window of each: an hour; a day for its words."""

    from_device: int = 0
    same_words: int = 0
    at_point: int = 0
    in_department: int = 0


DEVICE_LIMIT = 12
SAME_WORDS_LIMIT = 3
POINT_LIMIT = 40
DEPARTMENT_LIMIT = 120
"""A window attends some twenty people an hour; many share one connection, few in one hour."""


def set_apart(crowd: Crowd) -> SetApart | None:
    """Whether one more opinion looks like stuffing, and by which sign."""
    signs = (
        (crowd.from_device >= DEVICE_LIMIT, SetApart.ONE_DEVICE),
        (crowd.same_words >= SAME_WORDS_LIMIT, SetApart.SAME_WORDS),
        (crowd.at_point >= POINT_LIMIT, SetApart.POINT_FLOOD),
        (crowd.in_department >= DEPARTMENT_LIMIT, SetApart.DEPARTMENT_FLOOD),
    )
    return next((sign for holds, sign in signs if holds), None)


class Form(StrEnum):
    """How a share is shown; a sentence for each is in the pages."""

    NOTHING = "nothing"  # nobody has answered
    TOO_FEW = "too_few"  # under 10 answers: not shown
    INTERVAL = "interval"  # under 20: "entre 49 y 94 %", never a bare 0 % or 100 %
    SHARE = "share"  # "80 % (63-91)"


@dataclass(frozen=True, slots=True)
class Share:
    """A share ready to be shown: whole percents, None where it may not be shown."""

    form: Form
    answers: int
    percent: int | None = None
    low: int | None = None
    high: int | None = None


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Wilson's 95 % interval for a share, as two fractions of one; the whole range without data."""
    if whole == 0:
        return 0.0, 1.0
    share, z2 = part / whole, _Z_95**2
    centre = share + z2 / (2 * whole)
    spread = _Z_95 * sqrt(share * (1 - share) / whole + z2 / (4 * whole**2))
    scale = 1 + z2 / whole
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def share_of(part: int, whole: int) -> Share:
    """The form a share may take with so many answers, and its figures."""
    if whole == 0:
        return Share(Form.NOTHING, 0)
    if whole < TOO_FEW:
        return Share(Form.TOO_FEW, whole)
    low, high = wilson(part, whole)
    if whole < FEW:
        return Share(Form.INTERVAL, whole, None, _percent(low), _percent(high))
    return Share(Form.SHARE, whole, _percent(part / whole), _percent(low), _percent(high))


def satisfaction(counts: Mapping[int, int]) -> Share:
    """The satisfied of `{answer 1-5: how many}`."""
    satisfied = sum(count for answer, count in counts.items() if answer >= SATISFIED_FROM)
    return share_of(satisfied, sum(counts.values()))


def _percent(fraction: float) -> int:
    """From the tenth that detailed tables show, so that both agree; a half goes up."""
    return floor(round(fraction * 100, 1) + 0.5)

"""Lawful histories drawn by Hypothesis: at each step `lawful` says what may follow."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from pqrs.law import (
    BOGOTA,
    Annulled,
    AppealDecided,
    Appealed,
    AppealMoved,
    AppealNotified,
    Assigned,
    Breached,
    Calendar,
    Channel,
    Completed,
    CompletionExtended,
    CompletionRequested,
    ContinuedOfficially,
    Decision,
    Delivered,
    DutyMet,
    EvidenceClosed,
    EvidenceOrdered,
    EvidenceShared,
    Extended,
    Filed,
    InsistenceArrived,
    InsistenceInterrupted,
    InsistenceRuled,
    InsistenceSent,
    InterruptionEnd,
    InterruptionEnded,
    InterruptionGround,
    Kind,
    Means,
    NoticePosted,
    NoticeWithdrawn,
    OfficeWrote,
    PartContributed,
    PartMoved,
    PartsSettled,
    Paused,
    PauseGround,
    PetitionerWrote,
    Readings,
    Reclassified,
    Rejected,
    RejectionGround,
    Remedy,
    Replied,
    Resumed,
    Returned,
    Ruling,
    TextAdded,
    ThirdMeans,
    ThirdPartyHeard,
    ThirdPartyNoted,
    ThirdPartyTold,
    Transferred,
    Withdrawn,
    disputed,
    lawful,
    lawful_contests,
    lawful_duties,
    lawful_matters,
    lawful_third_parties,
    standing,
    ways_of,
)

NATION = Calendar()
ONE_KIND = [kind for kind in Kind if kind is not Kind.MIXED]
DAYS = st.dates(date(1984, 1, 2), date(2099, 6, 30))
LAWFUL_DAYS = st.dates(date(2019, 1, 2), date(2098, 12, 31))
CLOSED = [
    {date(2026, 1, 1) + timedelta(days=place * step): "Decreto" for place in range(8)}
    for step in (1, 7, 11, 31)
]
CALENDARS = [NATION, *(Calendar(days, works) for days in CLOSED for works in (False, True))]

EVERY_READING = [
    (point.law_name, value) for point in disputed() for value in (point.values or ["08:00"])
]
"""Each disputed point with each of its values."""


def calendars():
    """A few, because each makes its table the first time it is asked."""
    return st.sampled_from(CALENDARS)


@st.composite
def readings(draw, pinned=()):
    """Any choice of values; `pinned`: names and values that are not drawn."""
    chosen = {
        point.law_name: draw(st.sampled_from(sorted(point.values)))
        for point in disputed()
        if point.values and draw(st.booleans())
    }
    return Readings().changed({**chosen, **dict(pinned)})


@st.composite
def histories(draw, kind=None, pinned=(), rules=None):
    """A filing and up to eight lawful events, each some days later, with the breaches between.

    `kind`: of the filing. `pinned`: readings that are not drawn. `rules`: neither is anything.
    """
    if rules is None:
        calendar, chosen = draw(calendars()), draw(readings(pinned))
    else:
        calendar, chosen = rules.calendar, rules.readings
    day = draw(LAWFUL_DAYS | st.dates(date(2026, 1, 2), date(2026, 12, 1)))
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BOGOTA)
    kind = kind or draw(st.sampled_from(Kind))
    parts = st.lists(st.sampled_from(ONE_KIND), min_size=1, max_size=3)
    events = [Filed(at, at, kind, Channel.WEB, tuple(draw(parts)) if kind is Kind.MIXED else ())]
    for _ in range(draw(st.integers(0, 8))):
        day += timedelta(days=draw(st.integers(0, 12) | st.integers(0, 45)))
        at = datetime(day.year, day.month, day.day, draw(st.integers(0, 23)), 30, tzinfo=BOGOTA)
        at = max(at, events[-1].at)
        now = standing(events, calendar, chosen)
        options = possible(now, at, chosen, draw)
        options += contesting(now, tuple(events), at, (calendar, chosen), draw)
        if options:
            events += breaches(standing(events, calendar, chosen), at)
            events.append(draw(st.sampled_from(options)))
    return tuple(events), calendar, chosen


def breaches(now, at):
    """What the timeline puts on record before anything later."""
    return [Breached(at, due_on, kinds) for due_on, kinds in now.unrecorded_breaches(at.date())]


def possible(now, at, chosen, draw):
    """The events that may lawfully follow, with drawn details."""
    today, total = at.date(), draw(st.integers(1, 90))
    kind = draw(st.sampled_from(ONE_KIND))
    ground, means = draw(st.sampled_from(PauseGround)), draw(st.sampled_from(Means))
    asked = (
        (lawful.assign(now), Assigned(at, "INFRA", "", "person")),
        (lawful.extend(now, today, total, chosen), Extended(at, total)),
        (lawful.request_completion(now, today, chosen), CompletionRequested(at)),
        (lawful.extend_completion(now, today), CompletionExtended(at)),
        (lawful.complete(now), Completed(at)),
        (lawful.return_unclear(now, today), Returned(at)),
        (lawful.pause(now, today), Paused(at, ground)),
        (lawful.resume(now), Resumed(at)),
        *(
            (lawful_duties.note_duty(now, name, today, today), DutyMet(at, name, today))
            for name in ("mark_data_claim", "send_impediment")
        ),
        (lawful_third_parties.tell(now), ThirdPartyNoted(at, 1)),
        (
            lawful_third_parties.tell(now, today, today),
            ThirdPartyTold(at, ThirdMeans.ADDRESS, today, 1),
        ),
        (lawful_third_parties.hear(now, today, today), ThirdPartyHeard(at, today, 1)),
        (lawful.reclassify(now, kind), Reclassified(at, kind, "")),
        (lawful.add_text(now), TextAdded(at)),
        (lawful.converse(now), OfficeWrote(at)),
        (lawful_matters.settle(now), PartsSettled(at, ("INFRA", "GOB"), 1)),
        (lawful_matters.contribute(now, 2), PartContributed(at, 2, 2)),
        (lawful_matters.move(now, 2), PartMoved(at, 2, draw(st.sampled_from(["", "HAC"])), "")),
        (lawful_matters.send(now, 1, today), PartMoved(at, 1, "CVC", "", outside=True)),
        (lawful.converse(now), PetitionerWrote(at)),
        (lawful.reply(now), Replied(at, 1)),
        (lawful.deliver(now), Delivered(at, means)),
        (lawful.post_notice(now), NoticePosted(at, "0" * 64)),
        (lawful.post_notice(now), NoticeWithdrawn(at, today)),
        (lawful.transfer(now, today), Transferred(at, "Otra")),
        (lawful.reject(now, today), Rejected(at, RejectionGround.DISRESPECTFUL)),
        (lawful.withdraw(now), Withdrawn(at, tacitly=False)),
        *((lawful.continue_officially(now), ContinuedOfficially(at)) for _ in range(3)),
        (lawful.withdraw_tacitly(now, today), Withdrawn(at, tacitly=True)),
        (lawful.annul(now, today), Annulled(at, "")),
    )
    return [event for refusal, event in asked if refusal is None]


def contesting(now, told, at, rules, draw):
    """What may be presented against the decision, and what may become of it."""
    today, remedy, days = at.date(), draw(st.sampled_from(Remedy)), draw(st.integers(1, 30))
    ruling, (calendar, chosen), contest = draw(st.sampled_from(Ruling)), rules, now.contest(remedy)
    ways = ways_of(told, now, today, calendar, chosen)
    may = lawful_contests
    asked = (
        (may.appeal(ways, remedy, today), Appealed(at, remedy, None, "DESP")),
        (
            may.order_evidence(contest, today, calendar, days, chosen),
            EvidenceOrdered(at, remedy, days),
        ),
        (may.close_evidence(contest, today, calendar), EvidenceClosed(at, remedy)),
        (may.share_evidence(contest, today, today), EvidenceShared(at, remedy, today)),
        (may.decide_appeal(contest, ruling), AppealDecided(at, remedy, ruling, "9", today)),
        (may.reject_appeal(contest), AppealDecided(at, remedy, Ruling.INADMISSIBLE, "9", today)),
        (may.notify_appeal(contest, today, today), AppealNotified(at, remedy, "opened")),
        (None if contest else "nothing", AppealMoved(at, remedy, "PLAN")),
    )
    sent = now.contest(Remedy.INSISTENCE)
    reason, ending = (
        draw(st.sampled_from(InterruptionGround)),
        draw(st.sampled_from(InterruptionEnd)),
    )
    judged = (
        (
            may.interrupt_insistence(sent, calendar, chosen, reason, today, today),
            InsistenceInterrupted(at, reason, today),
        ),
        (may.end_interruption(sent, ending, today, today), InterruptionEnded(at, ending, today)),
        (may.send_insistence(sent, today, today), InsistenceSent(at, today)),
        (may.receive_insistence(sent, today, today), InsistenceArrived(at, today)),
        (may.rule_insistence(sent, today, today), InsistenceRuled(at, ruling, "4", today)),
    )
    return [event for refusal, event in (*asked, *judged) if refusal is None]


@st.composite
def contested(draw):
    """A denied claim or request for information, contested and followed for some lawful steps."""
    calendar, chosen = draw(calendars()), draw(readings((("close_on", "delivered"),)))
    day = draw(LAWFUL_DAYS)
    at = datetime(day.year, day.month, day.day, 9, tzinfo=BOGOTA)
    kind = draw(st.sampled_from((Kind.CLAIM, Kind.INFORMATION)))
    events = [
        Filed(at, at, kind, Channel.WEB),
        Replied(at, 1, Decision.DENIED),
        Delivered(at, Means.OPENED),
    ]
    for _ in range(draw(st.integers(2, 10))):
        at += timedelta(days=draw(st.integers(0, 4) | st.integers(0, 30)))
        now = standing(events, calendar, chosen)
        options = contesting(now, tuple(events), at, (calendar, chosen), draw)
        if options:
            events.append(draw(st.sampled_from(options)))
    return tuple(events), calendar, chosen

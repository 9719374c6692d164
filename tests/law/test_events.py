from datetime import UTC, date, datetime
from inspect import signature

import pytest

from pqrs.law import (
    EVENTS,
    Annulled,
    AppealDecided,
    Appealed,
    AppealMoved,
    AppealNotified,
    Assigned,
    Breached,
    Channel,
    Completed,
    CompletionExtended,
    CompletionRequested,
    ContinuedOfficially,
    Corrected,
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
    LawError,
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
    Reckoned,
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
    event_from_plain,
)
from tests.law.histories import moment

AT = datetime(2026, 2, 3, 15, 30, 0, 250, tzinfo=UTC)
MIXED = (Kind.INFORMATION, Kind.COMPLAINT)
ONE_OF_EACH = (
    Filed(AT, AT, Kind.COMPLAINT, Channel.WEB),
    Filed(AT, AT, Kind.MIXED, Channel.POST, MIXED, date(2026, 1, 30), date(2026, 1, 31)),
    Assigned(AT, "PLANEACION", "regla 12", "rule"),
    Assigned(AT, "CIUDADANO", "es de otra entidad", "intake", 7, "EMCALI"),
    Reclassified(AT, Kind.INFORMATION, "pide un dato"),
    Reclassified(AT, Kind.MIXED, "pide dos cosas", MIXED),
    CompletionRequested(AT),
    CompletionRequested(AT, AT, 2),
    CompletionExtended(AT),
    Completed(AT, 3),
    Returned(AT, "no se entiende"),
    Paused(AT, PauseGround.IMPEDIMENT),
    Resumed(AT),
    DutyMet(AT, "send_impediment", date(2026, 2, 2)),
    ThirdPartyNoted(AT, 1),
    ThirdPartyTold(AT, ThirdMeans.EMAIL, date(2026, 2, 2), 2, named=True),
    ThirdPartyHeard(AT, date(2026, 2, 2), 3),
    Extended(AT, 30, "falta un concepto"),
    Transferred(AT, "CVC", "es de su competencia"),
    Rejected(AT, RejectionGround.DISRESPECTFUL, "Resolución 8"),
    Withdrawn(AT, tacitly=True, reason="no completó"),
    ContinuedOfficially(AT, "es de todos", "Resolución 14", date(2026, 2, 2)),
    Replied(AT, 1),
    Delivered(AT, Means.POST),
    Appealed(AT, Remedy.INSISTENCE),
    Annulled(AT, "se digitó dos veces"),
    Corrected(AT, 2, Extended(AT, 20, "otra"), "error de digitación"),
    Corrected(AT, 3, None, "no ocurrió"),
    Reckoned(AT, date(2026, 2, 23), date(2026, 2, 24), "Decreto 012 de 2026"),
    Reckoned(AT, None, None, "lectura"),
    Reckoned(AT, None, None, "Decreto 012", date(2026, 3, 2), date(2026, 3, 3)),
    Breached(AT, date(2026, 2, 23), (Kind.COMPLAINT, Kind.INFORMATION)),
    Breached(AT, date(2026, 2, 23), (Kind.COMPLAINT,)),
    TextAdded(AT, 2, 1),
    OfficeWrote(AT, 1),
    PartsSettled(AT, ("INFRA", "GOB"), 1),
    PartsSettled(AT, ("INFRA", "CVC"), 1, ("CVC",), (Kind.CLAIM, Kind.DOCUMENTS)),
    PartContributed(AT, 2, 4),
    PartMoved(AT, 2, "CVC", "es de su competencia", outside=True),
    PetitionerWrote(AT, 2, 1),
    Appealed(AT, Remedy.NOT_ANSWERED, 3),
    NoticePosted(AT, "0" * 64),
    NoticeWithdrawn(AT, date(2026, 2, 10)),
    Appealed(AT, Remedy.APPEAL, 3, "DESP"),
    EvidenceOrdered(AT, Remedy.APPEAL, 20, "una visita"),
    AppealDecided(AT, Remedy.APPEAL, Ruling.REVOKED, "Resolución 9", date(2026, 2, 2), 4),
    AppealDecided(AT, Remedy.APPEAL, Ruling.INADMISSIBLE, "9", None, 4, "INFRA"),
    AppealMoved(AT, Remedy.APPEAL, "PLAN", "DESP existió hasta ayer"),
    EvidenceClosed(AT, Remedy.APPEAL, "ya se visitó"),
    EvidenceShared(AT, Remedy.APPEAL, date(2026, 2, 2), 5),
    InsistenceArrived(AT, date(2026, 2, 3), "2026-00001"),
    AppealNotified(AT, Remedy.APPEAL, Means.POST, date(2026, 2, 2)),
    InsistenceInterrupted(AT, InterruptionGround.SECTION, date(2026, 2, 3), "Oficio 8"),
    InterruptionEnded(AT, InterruptionEnd.TAKEN_OVER, date(2026, 2, 5)),
    InsistenceSent(AT, date(2026, 2, 2), "Juzgado 1"),
    InsistenceRuled(AT, Ruling.MODIFIED, "Auto 4", date(2026, 2, 2), date(2026, 2, 9), 5),
)


IDS = [f"{place} {event.name}" for place, event in enumerate(ONE_OF_EACH)]


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=IDS)
def test_the_payload_survives_the_round_trip(event):
    assert event == event_from_plain(event.name, event.at, event.to_plain())
    assert type(event) is type(event_from_plain(event.name, event.at, event.to_plain()))


def test_there_is_one_of_each():
    assert set(EVENTS) == {event.name for event in ONE_OF_EACH}
    assert all(name == event.name for name, event in EVENTS.items())


def test_the_payload_holds_scalars_and_lists_only():
    def is_plain(value):
        if isinstance(value, dict):
            return all(is_plain(one) for one in value.values())
        if isinstance(value, list):
            return all(is_plain(one) for one in value)
        return value is None or type(value) in (str, int, bool)

    assert [] == [event for event in ONE_OF_EACH if not is_plain(event.to_plain())]
    assert [] == [event for event in ONE_OF_EACH if "at" in event.to_plain()]


def test_an_old_payload_lacks_what_was_added_later():
    plain = {"department": "PLANEACION", "reason": "regla 12", "by": "rule"}
    assert ONE_OF_EACH[2] == event_from_plain("assigned", AT, plain)


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("miracle", {}),
        ("replied", {}),
        ("replied", {"version": 1, "color": "azul"}),
        ("reclassified", {"kind": "loteria", "reason": ""}),
        ("delivered", {"means": "pigeon"}),
        ("appeal_notified", {"remedy": "appeal", "means": "pigeon"}),
        ("appeal_decided", {"remedy": "appeal", "ruling": "perhaps"}),
        ("filed", {"received_at": "ayer", "kind": "complaint", "channel": "web"}),
        ("corrected", {"sequence": 1, "replacement": {"name": "replied"}, "reason": ""}),
        ("filed", {"received_at": AT.isoformat(), "kind": "mixed", "channel": "web"}),
    ],
)
def test_what_is_not_ours_is_refused(name, payload):
    with pytest.raises(LawError):
        event_from_plain(name, AT, payload)


def test_a_moment_without_zone_is_bogotas():
    naive = datetime(2026, 2, 3, 10, 30)  # noqa: DTZ001 - as a person writes it
    event = Filed(naive, naive, Kind.COMPLAINT, Channel.WEB)
    assert moment("2026-02-03T10:30") == event.at == event.received_at
    assert datetime(2026, 2, 3, 15, 30, tzinfo=UTC) == event.at


def test_an_event_never_changes():
    with pytest.raises(AttributeError):
        setattr(ONE_OF_EACH[0], "kind", Kind.CLAIM)  # noqa: B010 - mypy would refuse it


def test_every_event_begins_with_its_moment():
    assert {"at"} == {next(iter(signature(event).parameters)) for event in EVENTS.values()}

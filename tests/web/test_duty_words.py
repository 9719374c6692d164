"""Every duty the law finds has its words, and says how it stands without accusing anybody."""

from datetime import date

import pytest

from pqrs.law import (
    AppealDecided,
    Appealed,
    Calendar,
    Citation,
    CompletionRequested,
    Decision,
    Delivered,
    Duty,
    EvidenceOrdered,
    EvidenceShared,
    InsistenceInterrupted,
    InsistenceRuled,
    InsistenceSent,
    InterruptionGround,
    Kind,
    PartsSettled,
    Paused,
    PauseGround,
    Remedy,
    Replied,
    Returned,
    Ruling,
    clocks,
    duties,
)
from pqrs.queries.case_duties import CaseDuties, RunningDuty
from pqrs.web.duty_words import DUTIES, ON_CONDITION, duty_rows, state_of
from tests.law.histories import CALENDAR, filed, moment, stand

TODAY = date(2026, 2, 10)
NORM = Citation("Ley 1437 de 2011", "14")
REPLIED = Replied(moment("2026-02-05T10:00"), 1)
DELIVERED = Delivered(moment("2026-02-06T10:00"), "opened")
INSISTED = Appealed(moment("2026-02-09T10:00"), Remedy.INSISTENCE)
APPEALED = Appealed(moment("2026-02-09T10:00"), Remedy.APPEAL)
SHARED = EvidenceShared(moment("2026-02-10T10:00"), Remedy.APPEAL, date(2026, 2, 10))
REJECTED = AppealDecided(moment("2026-02-10T10:00"), Remedy.APPEAL, Ruling.INADMISSIBLE, "R 8")
SENT = InsistenceSent(moment("2026-02-10T10:00"), date(2026, 2, 10))
RULED = InsistenceRuled(moment("2026-02-20T10:00"), Ruling.REVOKED, "Auto 4", date(2026, 2, 20))
ASKED = tuple(
    InsistenceInterrupted(moment("2026-02-11T10:00"), ground, date(2026, 2, 11))
    for ground in InterruptionGround
)
SEVERAL = PartsSettled(moment("2026-02-03T10:00"), ("INFRA", "GOB", "CVC"), 1, ("CVC",))
HISTORIES = (
    (),
    (CompletionRequested(moment("2026-02-04T10:00")),),
    (Returned(moment("2026-02-04T10:00")),),
    (SEVERAL,),
    (REPLIED,),
    (REPLIED, DELIVERED),
    (Paused(moment("2026-02-04T10:00"), PauseGround.IMPEDIMENT),),
    (Replied(moment("2026-02-05T10:00"), 1, Decision.DENIED), DELIVERED),
    (REPLIED, DELIVERED, INSISTED, SENT, *ASKED, RULED),
    (REPLIED, DELIVERED, APPEALED, EvidenceOrdered(moment("2026-02-10T10:00"), Remedy.APPEAL, 5)),
    (REPLIED, DELIVERED, APPEALED, SHARED),
    (REPLIED, DELIVERED, APPEALED, REJECTED),
    *((REPLIED, DELIVERED, Appealed(moment("2026-02-09T10:00"), remedy)) for remedy in Remedy),
)
OWNERS = {"entity": "La Alcaldía", "petitioner": "Usted"}


def owed(history, kind):
    parts = (Kind.CLAIM,) if kind is Kind.MIXED else ()
    told = (filed(kind, parts=parts), *history)
    return duties(stand(*history, kind=kind, parts=parts), told, CALENDAR)


def found_with(duty, *, is_over=False):
    left = Calendar().count_working_days(TODAY, duty.due_on) if duty.due_on else None
    return CaseDuties((RunningDuty(duty, left),), is_over=is_over, today=TODAY)


def a_duty(name="answer", due_on=date(2026, 2, 23), done_on=None):
    return Duty(name, "entity", "", NORM, due_on, done_on=done_on)


@pytest.mark.parametrize(
    ("duty", "is_over", "expected"),
    [
        (a_duty(), False, ("Faltan 9 días hábiles", "")),
        (a_duty(due_on=date(2026, 2, 11)), False, ("Falta 1 día hábil", "")),
        (a_duty(due_on=TODAY), False, ("Vence hoy", "warn")),
        (a_duty(due_on=date(2026, 2, 9)), False, ("Vencido", "bad")),
        (a_duty("hand_copies", date(2026, 2, 9)), False, ("Vencido", "bad")),
        (
            a_duty("mark_data_claim", date(2026, 2, 9)),
            False,
            ("Ya pasó; nadie ha anotado que se hizo", "warn"),
        ),
        (a_duty("transfer", date(2026, 2, 9)), False, ("Ya pasó", "quiet")),
        (a_duty(due_on=None), False, ("Sin fecha por ahora", "quiet")),
        (a_duty(), True, ("Ya no corre", "quiet")),
        (a_duty("file_appeal"), True, ("Faltan 9 días hábiles", "")),
        (a_duty(done_on=date(2026, 2, 5)), True, ("Hecho el 5 feb 2026", "good")),
        (a_duty(done_on=date(2026, 2, 24)), True, ("Hecho tarde, el 24 feb 2026", "bad")),
    ],
)
def test_how_a_duty_stands(app, duty, is_over, expected):
    found = found_with(duty, is_over=is_over)
    with app.test_request_context():
        assert expected == state_of(found.running[0], found)


def test_a_row_says_who_and_by_which_norm(app):
    with app.test_request_context():
        (row,) = duty_rows(found_with(a_duty()), OWNERS)

    assert ("Responder", "La Alcaldía", date(2026, 2, 23), "Ley 1437 de 2011, artículo 14") == (
        row.what,
        row.who,
        row.until,
        row.norm,
    )


def test_every_duty_that_the_law_finds_has_words():
    found = {duty.name for kind in Kind for history in HISTORIES for duty in owed(history, kind)}

    assert set(DUTIES) == found


def test_words_are_for_clocks_that_exist():
    known = {clock.name for clock in clocks()} | {"answer", "contribute", "transfer_part"}

    assert set() == set(DUTIES) - known
    assert ON_CONDITION < set(DUTIES)

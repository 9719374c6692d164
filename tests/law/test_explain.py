from dataclasses import replace
from datetime import date

import pytest

from pqrs.law import (
    Breached,
    Calendar,
    Completed,
    CompletionRequested,
    Extended,
    Kind,
    Paused,
    PauseGround,
    Readings,
    Reclassified,
    Replied,
    Resumed,
    Returned,
    explain,
    work_out,
)
from tests.law.histories import CALENDAR, filed, moment

ASKED = CompletionRequested(moment("2026-02-06T09:00"))
DONE = Completed(moment("2026-02-20T16:00"))
CLOSED = Calendar({date(2026, 2, 13): "Decreto 012 de 2026"})


def test_a_plain_case_in_words():
    found = explain((filed(),), CALENDAR)
    assert found.summary == (
        "Recibida el lunes 2 de febrero de 2026 (Ley 1437 de 2011, artículo 15, parágrafo 1). "
        "Plazo: 15 días hábiles desde el día siguiente (Ley 1437 de 2011, artículo 14). "
        "Vence el lunes 23 de febrero de 2026 (Ley 4 de 1913, artículo 59)."
    )
    assert (date(2026, 2, 23), Kind.PRIVATE_INTEREST) == (found.due_on, found.term.kind)


def test_every_day_is_there_counted_or_with_its_norm():
    days = explain((filed(),), CLOSED).days
    assert [date(2026, 2, 3), date(2026, 2, 24)] == [days[0].day, days[-1].day]
    assert list(range(1, 16)) == [day.total for day in days if day.counted]
    assert {
        "Decreto 012 de 2026", "Ley 4 de 1913, artículo 62", "Decreto 1042 de 1978, artículo 33",
    } == {day.norm for day in days if not day.counted}  # fmt: skip


def test_a_closure_is_named_with_its_decree():
    assert "No cuentan: 13/2: La entidad no trabaja, por un acto formal, Decreto 012 de 2026." in (
        explain((filed(),), CLOSED).summary
    )


def test_the_chain_stopped_resumed_extended_is_visible():
    extended = Extended(moment("2026-03-05T10:00"), 30)
    found = explain((filed(), ASKED, DONE, extended), CALENDAR)
    keys = [step.key for step in found.steps]
    assert ["step.received", "step.term", "step.stopped_completion", "step.resumed",
            "step.extended", "step.not_counted", "step.due"] == keys  # fmt: skip
    assert "30 días hábiles en total" in found.summary
    stopped = [day for day in found.days if day.key == "day.completion"]
    assert [date(2026, 2, 7), date(2026, 2, 20)] == [stopped[0].day, stopped[-1].day]
    assert {"Ley 1437 de 2011, artículo 17"} == {day.norm for day in stopped}


def test_a_restart_counts_again_from_one():
    found = explain((filed(), ASKED, DONE), CALENDAR, Readings(completion_effect="restart"))
    assert "El término comenzó de nuevo" in found.summary
    assert [1, 2, 3, 4, *range(1, 16)] == [day.total for day in found.days if day.counted]


def test_a_restart_while_paused_says_both():
    pause = Paused(moment("2026-02-16T08:00"), PauseGround.IMPEDIMENT)
    resumed = Resumed(moment("2026-02-25T08:00"))
    found = explain(
        (filed(), ASKED, pause, DONE, resumed), CALENDAR, Readings(completion_effect="restart")
    )
    assert "impedimento" in found.summary
    assert found.days[-1].total == 15


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (ASKED, "se pidió completar"),
        (Returned(moment("2026-02-05T10:00")), "se pidió aclarar"),
        (Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT), "por un impedimento"),
        (Paused(moment("2026-02-05T10:00"), PauseGround.COMPETENCE_CONFLICT), "a quién"),
    ],
)
def test_while_it_stands_still_it_says_so_and_counts_up_to_there(event, words):
    found = explain((filed(), event), CALENDAR)
    assert words in found.summary
    assert "El término está detenido" in found.summary
    assert found.due_on is None
    assert found.days[-1].counted


def test_what_had_no_effect_is_said_with_its_rule():
    late = Extended(moment("2026-02-24T10:00"), 30)
    found = explain((filed(), late), CALENDAR)
    assert "Lo que pasó el martes 24 de febrero de 2026 no cambió el plazo." in found.summary
    assert "La prórroga se avisa antes de que venza" in found.summary
    assert "step.extended" not in [step.key for step in found.steps]


def test_an_effective_and_a_late_extension_are_told_apart():
    events = (Extended(moment("2026-02-10T10:00"), 20), Extended(moment("2026-03-30T10:00"), 30))
    keys = [step.key for step in explain((filed(), *events), CALENDAR).steps]
    assert 1 == keys.count("step.extended")
    assert 1 == keys.count("step.no_effect")


def test_days_before_the_legal_receipt_do_not_count():
    reading = Readings(reception_rule="next_business_day_if_nonbusiness")
    found = explain((filed(at="2026-02-14T10:00"),), CALENDAR, reading)
    assert "Se tiene por recibida el lunes 16 de febrero de 2026" in found.summary
    assert ["day.before_receipt"] * 2 == [day.key for day in found.days[:2]]
    assert (date(2026, 2, 17), 1) == (found.days[2].day, found.days[2].total)


def test_post_and_another_entity_are_told():
    posted = filed(posted_on=date(2026, 1, 29), elsewhere_on=date(2026, 1, 28))
    summary = explain((posted,), CALENDAR).summary
    assert "Se puso en el correo el jueves 29 de enero de 2026" in summary
    assert "Se presentó en otra entidad el miércoles 28 de enero de 2026" in summary


def test_the_day_of_receipt_may_be_the_first():
    reading = Readings(data_query_count="receipt_day_is_day_one")
    found = explain((filed(Kind.DATA_QUERY),), CALENDAR, reading)
    assert "desde el mismo día" in found.summary
    assert (date(2026, 2, 2), 1) == (found.days[0].day, found.days[0].total)


def test_mixed_and_reclassified():
    mixed = filed(Kind.MIXED, parts=(Kind.CONSULTATION, Kind.INFORMATION))
    assert "La parte que vence primero tiene 10 días hábiles" in explain((mixed,), CALENDAR).summary
    changed = Reclassified(moment("2026-02-05T10:00"), Kind.INFORMATION, "pide un dato")
    assert "Cambió de clase el jueves 5" in explain((filed(), changed), CALENDAR).summary


def test_a_data_extension_cites_its_own_law():
    extended = Extended(moment("2026-02-10T10:00"), 15)
    found = explain((filed(Kind.DATA_QUERY), extended), CALENDAR)
    step = next(step for step in found.steps if step.key == "step.extended")
    assert "Ley 1581 de 2012, artículo 14" == str(step.citation)


def test_without_a_term_there_is_nothing_to_count():
    found = explain((filed(Kind.PRAISE),), CALENDAR, Readings(praise_days=0))
    assert ((), None) == (found.days, found.due_on)
    assert "No tiene plazo de respuesta" in found.summary


def test_a_reply_does_not_shorten_the_table():
    found = explain((filed(), Replied(moment("2026-02-04T10:00"), 1)), CALENDAR)
    assert found.days[-1].day == found.due_on


def test_a_clock_of_hours_names_the_minute_and_one_of_days_its_days():
    start = moment("2026-02-06T15:00")
    hours = work_out("AUX_TUTELA_48H", start, [], CALENDAR, Readings())
    assert "Vence el domingo 8 de febrero de 2026 a las 15:00" in hours.summary
    assert moment("2026-02-08T15:00") == hours.due_at
    assert () == hours.days
    days = work_out("AUX_TRASLADO", start, [], CALENDAR, Readings())
    assert [1, 2, 3, 4, 5] == [day.total for day in days.days if day.counted]


def test_an_explanation_is_the_same_for_equal_histories():
    events = (filed(), ASKED, DONE)
    assert explain(events, CALENDAR) == explain(tuple(replace(one) for one in events), CALENDAR)


def extension(on, days):
    return {"type": "extension", "notified_at": on, "total_days": days}


@pytest.mark.parametrize(
    ("code", "told", "expected"),
    [
        ("QUEJA", [extension("2026-02-20", 30)], []),
        ("QUEJA", [extension("2026-02-20", 31)], [(date(2026, 2, 20), "extension_above")]),
        ("QUEJA", [extension("2026-03-20", 30)], [(date(2026, 3, 20), "extension_late")]),
        ("OPOSICION", [extension("2026-02-03", 10)], [(date(2026, 2, 3), "extension_none")]),
        (
            "QUEJA",
            [{"type": "requirement", "communicated_at": "2026-02-20"}],
            [(date(2026, 2, 20), "completion_late")],
        ),
    ],
)
def test_a_case_says_what_could_not_lawfully_be_done(code, told, expected):
    case = work_out(code, moment("2026-02-02T10:00"), told, CALENDAR, Readings())

    assert expected == [(on, refusal.rule) for on, refusal in case.objections]


def test_a_term_that_went_by_is_said_and_stays_said():
    late = Breached(moment("2026-02-24T00:00"), date(2026, 2, 23))
    found = explain((filed(), late), CALENDAR)
    assert "El término venció el lunes 23 de febrero de 2026 sin que llegara" in found.summary


def test_a_figure_that_nobody_read_in_a_norm_says_so():
    to_confirm = "La cifra está por confirmar con la oficina jurídica."
    assert to_confirm in explain((filed(Kind.OPPOSITION),), CALENDAR).summary
    assert to_confirm not in explain((filed(),), CALENDAR).summary
    start = moment("2026-02-06T15:00")
    health = work_out("AUX_SALUD_SIMPLE", start, [], CALENDAR, Readings())
    assert to_confirm in health.summary


def test_a_duty_without_days_in_the_law_says_so():
    found = work_out("AUX_PUBLICAR_RESPUESTA", moment("2026-02-06T15:00"), [], CALENDAR, Readings())
    assert found.due_on is None
    assert "la ley no dice en cuántos días" in found.summary
    assert "detenido" not in found.summary


def test_each_part_of_a_mixed_petition_has_its_days():
    mixed = filed(Kind.MIXED, parts=(Kind.CONSULTATION, Kind.INFORMATION))
    found = explain((mixed,), CALENDAR).parts
    assert [30, 10] == [one.days[-1].total for one in found]
    assert [one.part.due_on for one in found] == [one.days[-1].day for one in found]
    assert () == explain((filed(),), CALENDAR).parts


def test_two_extensions_each_say_their_own_days():
    events = (Extended(moment("2026-02-10T10:00"), 20), Extended(moment("2026-02-20T10:00"), 30))
    summary = explain((filed(), *events), CALENDAR).summary
    assert "una prórroga: 20 días hábiles en total" in summary
    assert "una prórroga: 30 días hábiles en total" in summary

"""Recursos and insistencias in words: what was presented, how it stands, what was decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.law import APPEALS, InterruptionGround, Remedy, Ruling, Stage
from pqrs.queries.contests import CaseContest
from pqrs.web.duty_words import days_to_come
from pqrs.web.filters import weekday_date
from pqrs.web.law_words import step_words
from pqrs.web.pages import the_app
from pqrs.web.words import words

APPEAL_RULINGS: Final = {
    Ruling.CONFIRMED: _l("Se confirma lo que se decidió"),
    Ruling.MODIFIED: _l("Se cambia una parte de lo que se decidió"),
    Ruling.REVOKED: _l("Se revoca lo que se decidió"),
    Ruling.INADMISSIBLE: _l("Se rechaza sin estudiarlo"),
}
ANSWER_RULINGS: Final = {
    Ruling.CONFIRMED: _l("La respuesta estaba completa"),
    Ruling.MODIFIED: _l("Se completa la respuesta"),
}
COMPLAINT_RULINGS: Final = {
    Ruling.CONFIRMED: _l("Se niega: la apelación estuvo bien rechazada"),
    Ruling.REVOKED: _l("Se concede: la apelación se estudia"),
}
JUDGE_RULINGS: Final = {
    Ruling.CONFIRMED: _l("El juez mantiene la negativa"),
    Ruling.MODIFIED: _l("El juez ordena entregar una parte"),
    Ruling.REVOKED: _l("El juez ordena entregar todo"),
    Ruling.INADMISSIBLE: _l("El juez rechaza la insistencia"),
}
RULINGS: Final[dict[Remedy, dict[Ruling, LazyString]]] = {
    Remedy.RECONSIDERATION: APPEAL_RULINGS,
    Remedy.APPEAL: APPEAL_RULINGS,
    Remedy.NOT_ANSWERED: ANSWER_RULINGS,
    Remedy.INSISTENCE: JUDGE_RULINGS,
    Remedy.REFUSED_APPEAL: COMPLAINT_RULINGS,
}
UNTIL: Final = {
    Stage.TO_DECIDE: _l("Para decidirlo y notificarlo, hasta el"),
    Stage.TO_NOTIFY: _l("Para notificarlo, hasta el"),
    Stage.TO_SEND: _l("Para enviarlo al juez, hasta el"),
    Stage.WITH_JUDGE: _l("El juez decide hasta el"),
}


@dataclass(frozen=True)
class ContestShown:
    """`until`: what `due_on` is the last day for; `left`, `tone`: how near it is.

    `waits`: what interrupted the judge's days. `silence`: that the law takes the day gone by for a
    refusal. `has_no_term`: it sets no day to decide it. `ruling` and `text` once decided.
    """

    remedy: Remedy
    name: str
    on: date
    stage: Stage
    state: str
    until: str
    due_on: date | None
    left: str
    tone: str
    waits: tuple[str, ...]
    silence: bool
    has_no_term: bool
    evidence_until: date | None
    shared_until: date | None
    steps: tuple[str, ...]
    ruling: str
    act: str
    decided_on: date | None
    comply_by: date | None
    notified_on: date | None
    court: str
    text: tuple[str, ...]


def contests_shown(found: Iterable[CaseContest], today: date) -> tuple[ContestShown, ...]:
    """Each in words, in the order in which they were presented."""
    return tuple(contest_shown(one, today) for one in found)


def contest_shown(found: CaseContest, today: date) -> ContestShown:
    """One in words."""
    one = found.contest
    left, tone = how_near(found, today)
    return ContestShown(
        remedy=one.remedy,
        name=str(words.of(one.remedy)),
        on=one.on,
        stage=one.stage,
        state=str(words.of(one.stage)),
        until=str(UNTIL.get(one.stage, "")),
        due_on=found.due_on,
        left=left,
        tone=tone,
        waits=tuple(waits_of(found, today)),
        silence=found.has_passed and one.remedy in APPEALS,
        has_no_term=one.stage is Stage.TO_DECIDE and one.clock.unit == "undated",
        evidence_until=not_yet_over(found.evidence_until, today),
        shared_until=found.shared_until,
        steps=tuple(map(step_words, found.steps)),
        ruling=str(RULINGS[one.remedy][one.ruling]) if one.ruling else "",
        act=one.act,
        decided_on=one.decided_on,
        comply_by=one.comply_by,
        notified_on=one.notified_on,
        court=one.court,
        text=found.text,
    )


def waits_of(found: CaseContest, today: date) -> Iterator[str]:
    """Why the judge's days do not run now, or who decides instead."""
    one = found.contest
    if one.stage is not Stage.WITH_JUDGE:
        return
    if one.taken_over_on is not None:
        yield _("Lo decide el Consejo de Estado, que lo asumió. La ley no dice en cuántos días.")
        return
    if one.interruption(InterruptionGround.DOCUMENTS):
        yield _("El juez pidió documentos o información: mientras los recibe, sus días no corren.")
    until = not_yet_over(found.section_until, today)
    if until is not None:
        yield _(
            "%(entity)s le pidió al Consejo de Estado asumirlo: tiene hasta el %(day)s para "
            "decidirlo. Si calla, sigue el juez.",
            entity=the_app().office.pack.entity.name,
            day=weekday_date(until),
        )


def not_yet_over(until: date | None, today: date) -> date | None:
    """What is still to come; a period that is over is told by the history."""
    return until if until is not None and today <= until else None


def how_near(found: CaseContest, today: date) -> tuple[str, str]:
    """How many days there still are, or that they went by."""
    if found.due_on is None or found.days_left is None:
        return "", "quiet"
    if found.has_passed:
        return str(_l("Vencido")), "bad"
    return days_to_come(found.days_left, is_today=found.due_on == today)


def ruling_words(remedy: Remedy, ruling: Ruling) -> str:
    """What was decided, in the words of what was presented."""
    return str(RULINGS[remedy][ruling])

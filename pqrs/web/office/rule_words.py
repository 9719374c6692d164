"""A change of the rules as a person reads it: one line for a list, and its facts one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.law import MONTHS, Change, ChangeKind, Extension, Kind, Unit, point_named
from pqrs.models import RuleStatus
from pqrs.queries.rule_changes import RuleRow
from pqrs.web.filters import long_date, moment, number, weekday_date, written
from pqrs.web.office.reading_words import value_words
from pqrs.web.words import words

TONES: Final = {RuleStatus.PROPOSED: "warn", RuleStatus.APPROVED: "good"}
EXTENSIONS: Final[dict[str, LazyString]] = {
    Extension.NONE: _l("No se prorroga"),
    Extension.DOUBLE: _l("Hasta el doble, en total"),
    Extension.PLUS: _l("Hasta unos días más"),
}
PAIR: Final = 2
LISTED: Final = 12
"""Days that are written out; of more, the first and the last are."""


@dataclass(frozen=True)
class Fact:
    """One line of a summary."""

    label: str
    value: str


@dataclass(frozen=True)
class ListedChange:
    """A change in a list."""

    id: int
    title: str
    status: str
    tone: str
    facts: tuple[str, ...]


def listed(row: RuleRow) -> ListedChange:
    """With its act and both people."""
    return ListedChange(
        id=row.id,
        title=title_of(row.change),
        status=str(words.of(row.status)),
        tone=TONES.get(row.status, "quiet"),
        facts=tuple(who_and_when(row)),
    )


def who_and_when(row: RuleRow) -> Iterator[str]:
    """The act, who proposed and who decided, each in a phrase."""
    if row.act_on:
        yield _("%(act)s, del %(day)s", act=row.change.act, day=long_date(row.act_on))
    if row.proposed_by:
        yield _("Propuso %(who)s, %(day)s", who=row.proposed_by, day=long_date(row.proposed_at))
    if row.decided_by and row.decided_at:
        yield _("Decidió %(who)s, %(day)s", who=row.decided_by, day=long_date(row.decided_at))
    elif row.decided_at:
        yield _("Al instalar o actualizar el programa, %(day)s", day=long_date(row.decided_at))
    if row.version:
        yield _("Versión %(number)s de las reglas", number=number(row.version))


def title_of(change: Change) -> str:
    """What it is, in one line."""
    payload = change.payload
    match change.kind:
        case ChangeKind.CLOSURE:
            title = _("Cierre: %(days)s", days=span(change.days))
        case ChangeKind.REOPENING:
            title = _("Reapertura: %(days)s", days=span(change.days))
        case ChangeKind.READING:
            title = _("Lectura: %(question)s", question=point_named(payload["name"]).question)
        case ChangeKind.HOLIDAY:
            title = _("Festivo: %(name)s", name=payload["name"])
        case ChangeKind.TERM:
            title = _("Término: %(kinds)s", kinds=kinds_text(payload["kinds"]))
        case ChangeKind.PACK:
            title = _("Lecturas del reglamento interno de la entidad")
        case ChangeKind.LAW_DATA:
            title = _("Festivos y términos nacionales que trae el programa")
    return str(title)


def span(days: Sequence[date]) -> str:
    """`24 de diciembre de 2026`; `del 24 al 27 …` of a row of days; else how many between which."""
    first, last = days[0], days[-1]
    if len(days) == 1:
        return long_date(first)
    if (last - first).days == len(days) - 1:
        return str(
            _("del %(first)s al %(last)s", first=short_of(first, last), last=long_date(last))
        )
    if len(days) == PAIR:
        return str(_("%(first)s y %(last)s", first=short_of(first, last), last=long_date(last)))
    return str(
        _(
            "%(count)s días entre el %(first)s y el %(last)s",
            count=number(len(days)),
            first=short_of(first, last),
            last=long_date(last),
        )
    )


def short_of(day: date, last: date) -> str:
    """As much of a day as the other does not say: `24`, `24 de diciembre`, or all of it."""
    if day.year != last.year:
        return long_date(day)
    return written(day, "d" if day.month == last.month else "d 'de' MMMM")


def facts_of(change: Change) -> tuple[Fact, ...]:
    """What it changes, without its act."""
    rows: dict[str, str] = {}
    payload = change.payload
    match change.kind:
        case ChangeKind.CLOSURE | ChangeKind.REOPENING:
            closes = change.kind is ChangeKind.CLOSURE
            rows[_("Días que se cierran") if closes else _("Días que se vuelven a trabajar")] = (
                days_text(change.days)
            )
        case ChangeKind.READING:
            point = point_named(payload["name"])
            rows[_("Punto en discusión")] = point.question
            rows[_("Se leerá así")] = value_words(point, str(payload["value"]))
            rows[_("Vale para lo que se reciba")] = validity(payload)
        case ChangeKind.HOLIDAY:
            rows |= holiday_facts(payload)
        case ChangeKind.TERM:
            rows |= term_facts(payload)
        case ChangeKind.PACK:
            for name, value in payload["changed"].items():
                rows[point_named(name).question] = value_words(point_named(name), str(value))
        case ChangeKind.LAW_DATA:
            rows[_("Festivos")] = number(len(payload["holidays"]))
            rows[_("Términos")] = number(len(payload["terms"]))
    return tuple(Fact(label, value) for label, value in rows.items())


def act_facts(act: str, act_on: date | None, officer: str) -> tuple[Fact, ...]:
    """The formal act."""
    return (
        Fact(_("Acto"), act),
        Fact(_("Fecha del acto"), weekday_date(act_on) if act_on else ""),
        Fact(_("Lo expidió"), officer),
    )


def decision_facts(row: RuleRow) -> tuple[Fact, ...]:
    """Who proposed, who decided, how it ended; what did not happen yet is left out."""
    facts = [Fact(_("Propuso"), f"{row.proposed_by}, {moment(row.proposed_at)}")]
    if row.decided_at:
        facts.append(Fact(_("Decidió"), f"{row.decided_by}, {moment(row.decided_at)}"))
    if row.reason:
        facts.append(Fact(_("Por qué no se aprobó"), row.reason))
    if row.version:
        facts.append(Fact(_("Versión de las reglas"), number(row.version)))
    return tuple(facts)


def days_text(days: Sequence[date]) -> str:
    """One a line; of many, the span."""
    return "\n".join(map(weekday_date, days)) if len(days) <= LISTED else span(days)


def validity(payload: Any) -> str:  # noqa: ANN401 - JSON
    """From when until when, as far as it says."""
    begins, ends = payload.get("from"), payload.get("until")
    if begins and ends:
        return str(_("del %(first)s al %(last)s", first=iso(begins), last=iso(ends)))
    if begins:
        return str(_("desde el %(first)s", first=iso(begins)))
    if ends:
        return str(_("hasta el %(last)s", last=iso(ends)))
    return str(_("en cualquier fecha, también lo que ya llegó"))


def holiday_facts(payload: Any) -> dict[str, str]:  # noqa: ANN401 - JSON
    """Its name, its day and its norm."""
    return {
        _("Festivo"): payload["name"],
        _("Día"): holiday_day(payload),
        _("Norma"): norm_text(payload),
        _("Vigencia"): validity(payload),
    }


def holiday_day(payload: Any) -> str:  # noqa: ANN401 - JSON
    """`9 de julio`, or so many days from Easter; and whether it moves to Monday."""
    if payload.get("date"):
        month, day = map(int, payload["date"].split("-"))
        words_of_day = _("%(day)s de %(month)s de cada año", day=day, month=MONTHS[month - 1])
    elif payload["easter"] < 0:
        words_of_day = _("%(days)s días antes del Domingo de Pascua", days=-payload["easter"])
    else:
        words_of_day = _("%(days)s días después del Domingo de Pascua", days=payload["easter"])
    if payload.get("moves"):
        return str(_("%(day)s; si no cae en lunes, pasa al lunes siguiente", day=words_of_day))
    return str(words_of_day)


def term_facts(payload: Any) -> dict[str, str]:  # noqa: ANN401 - JSON
    """The kinds, the days and the norm."""
    has_days = payload["unit"] == Unit.WORKING_DAY
    amount = _("%(count)s días hábiles", count=payload["amount"]) if has_days else _("Sin término")
    facts = {
        _("Tipos de petición"): kinds_text(payload["kinds"]),
        _("Término"): amount,
        _("Prórroga"): extension_text(payload),
    }
    if payload.get("silence"):
        facts[_("Silencio")] = _("Sin respuesta a tiempo, se entiende concedida")
    return {**facts, _("Norma"): norm_text(payload), _("Vigencia"): validity(payload)}


def extension_text(payload: Any) -> str:  # noqa: ANN401 - JSON
    """How far it may be extended."""
    if payload["extension"] == Extension.PLUS:
        return str(_("Hasta %(count)s días hábiles más", count=payload.get("extra", 0)))
    return str(EXTENSIONS[payload["extension"]])


def kinds_text(codes: Sequence[str]) -> str:
    """Their names for people."""
    return ", ".join(str(words.kind(Kind.from_code(code))) for code in codes)


def norm_text(payload: Any) -> str:  # noqa: ANN401 - JSON
    """Norm and article."""
    article = payload.get("article")
    if article:
        return str(_("%(norm)s, artículo %(article)s", norm=payload["norm"], article=article))
    return str(payload["norm"])


def iso(text: str) -> str:
    """A stored day, for people."""
    return long_date(date.fromisoformat(text))

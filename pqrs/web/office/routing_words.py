"""A routing rule as a person reads it, and what a change of the rules would have moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.office.entity import RoutingRule
from pqrs.office.rule_faults import RuleFault
from pqrs.queries.routing_dry_run import DryRun, Elsewhere
from pqrs.queries.routing_rules import RuleRow, RuleState
from pqrs.web.filters import long_date
from pqrs.web.pages import the_app

STATES: Final[dict[RuleState, tuple[LazyString, str]]] = {
    RuleState.IN_FORCE: (_l("Rige"), "good"),
    RuleState.LATER: (_l("Todavía no rige"), ""),
    RuleState.OVER: (_l("Ya no rige"), "quiet"),
    RuleState.OFF: (_l("Apagada"), "bad"),
}
FAULTS: Final[dict[RuleFault, LazyString]] = {
    RuleFault.NO_TOPIC: _l("El tema ya no existe."),
    RuleFault.NO_PLACE: _l("El lugar ya no existe."),
    RuleFault.NO_BODY: _l("La dependencia no existe."),
    RuleFault.RETIRED_BODY: _l("La dependencia ya no existe y nadie heredó su trabajo."),
    RuleFault.CIRCLE: _l("La dependencia ya no existe y quienes la heredan se remiten en círculo."),
}
LISTED: Final = 50
"""Cases of a dry run that are written out."""


@dataclass(frozen=True)
class ShownRule:
    """One rule in words. `trouble`: why it is off."""

    id: int
    topic: str
    place: str
    body: str
    reason: str
    state: str
    tone: str
    validity: str
    trouble: str
    who: tuple[str, ...]
    may_close: bool


@dataclass(frozen=True)
class ShownRun:
    """What the cases of the last month would have done."""

    looked_at: int
    is_whole: bool
    moved: int
    rows: tuple[tuple[str, str, str], ...]
    unlisted: int
    hidden: int


def show_rule(row: RuleRow) -> ShownRule:
    """One rule."""
    state, tone = STATES[row.state]
    return ShownRule(
        id=row.id,
        topic=topic_name(row.rule.topic),
        place=place_name(row.rule.place),
        body=body_name(row.rule.department),
        reason=row.rule.reason,
        state=str(state),
        tone=tone,
        validity=validity(row.valid_from, row.valid_until),
        trouble=str(FAULTS[row.fault]) if row.fault and row.state is RuleState.OFF else "",
        who=tuple(who_and_when(row)),
        may_close=row.closed_at is None and row.state is not RuleState.OVER,
    )


def who_and_when(row: RuleRow) -> Iterator[str]:
    """Who made it and who closed it, each in a phrase."""
    if row.made_by:
        yield _("La hizo %(who)s, %(day)s", who=row.made_by, day=long_date(row.made_at))
    else:
        yield _("Vino con los datos de la entidad")
    if row.closed_by and row.closed_at:
        yield _("La cerró %(who)s, %(day)s", who=row.closed_by, day=long_date(row.closed_at))
    if row.closed_why:
        yield row.closed_why


def validity(begins: date | None, ends: date | None) -> str:
    """From when until when, as far as it says."""
    if begins and ends:
        return str(_("Del %(first)s al %(last)s", first=long_date(begins), last=long_date(ends)))
    if begins:
        return str(_("Desde el %(first)s", first=long_date(begins)))
    if ends:
        return str(_("Hasta el %(last)s", last=long_date(ends)))
    return str(_("Siempre"))


def show_run(found: DryRun) -> ShownRun:
    """A dry run."""
    return ShownRun(
        looked_at=found.looked_at,
        is_whole=found.is_whole,
        moved=len(found.cases) + found.hidden,
        rows=tuple(run_row(one) for one in found.cases[:LISTED]),
        unlisted=max(len(found.cases) - LISTED, 0),
        hidden=found.hidden,
    )


def run_row(one: Elsewhere) -> tuple[str, str, str]:
    """Number, where it went and where it would have gone; what it says is not the office's."""
    return (
        one.number,
        destination(one.before, waits=one.waits_before),
        destination(one.after, waits=one.waits_after),
    )


def destination(code: str, *, waits: bool) -> str:
    """The body; and that a person decides, where one does."""
    name = body_name(code)
    return str(_("%(body)s, si una persona lo confirma", body=name)) if waits else name


def topic_name(code: str) -> str:
    """Matter and part, or the code of one that is gone."""
    topic = the_app().office.pack.topics_by_id.get(code)
    return f"{topic.tema}: {topic.subtema}" if topic else code


def place_name(code: str) -> str:
    """With what is around it; "" is everywhere."""
    pack = the_app().office.pack
    names = {place.code: place.name for place in pack.places}
    if not code:
        return str(_("Todo el municipio"))
    area = pack.area_of(code)
    name = names.get(code, code)
    return f"{name}, {names[area]}" if area and area != code else name


def body_name(code: str) -> str:
    """Its name, or the code of one that is gone."""
    body = the_app().office.pack.departments_by_code.get(code)
    return body.name if body else code


def same_but(rules: tuple[RoutingRule, ...], taken: RoutingRule) -> tuple[RoutingRule, ...]:
    """The rules without one of them."""
    return tuple(rule for rule in rules if rule != taken)

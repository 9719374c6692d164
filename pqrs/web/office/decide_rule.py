"""One change of the rules: what it is, what it would move today, and the decision on it."""

from dataclasses import dataclass

from flask import Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from pqrs.acts.decide_rule import (
    Decided,
    StaleRulesError,
    UnknownChangeError,
    Verdict,
    decide_rule,
)
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import LawError, Refusal
from pqrs.models import RuleStatus, newest_version
from pqrs.office import Permission, allowed
from pqrs.outside.now import today
from pqrs.queries.rule_changes import RuleRow, effect_of, rule_change
from pqrs.queries.rule_preview import rule_preview
from pqrs.web.filters import number
from pqrs.web.forms import AtMost, LongText, PageForm, Seen
from pqrs.web.identity import may, the_viewer
from pqrs.web.office import office
from pqrs.web.office.moves import MovesShown, show_moves
from pqrs.web.office.rule_words import TONES, Fact, act_facts, decision_facts, facts_of, title_of
from pqrs.web.pages import page, the_app
from pqrs.web.words import words

APPROVE, REFUSE = "approve", "refuse"
CONFLICT, SEE_OTHER = 409, 303


class DecideForm(PageForm):
    """The reason is for a refusal; an approval needs none."""

    seen = Seen()
    reason = LongText(_l("Si no lo aprueba, ¿por qué?"), [AtMost(1000)])


@dataclass(frozen=True)
class RulePage:
    """`moves`: what it would move now, while it waits. `trouble`: why nothing is left of it.

    `effect`: what it did when it was approved. `changed`: the rules changed meanwhile.
    """

    id: int
    title: str
    status: str
    tone: str
    facts: tuple[Fact, ...]
    moves: MovesShown | None
    trouble: str
    effect: str
    may_decide: bool
    is_own: bool
    changed: bool


@office.get("/reglas/<int(max=999999999):change_id>")
@may(Permission.SEE_OFFICE)
def rule(change_id: int) -> ResponseReturnValue:
    """The change, and for who may decide it the two buttons."""
    return show(change_id, DecideForm())


@office.post("/reglas/<int(max=999999999):change_id>")
@may(Permission.APPROVE_OFFICE)
def decide(change_id: int) -> ResponseReturnValue:
    """Approve or refuse; the same press again is the first."""
    form = DecideForm()
    if not form.validate_on_submit():
        return show(change_id, form)
    pressed = request.form.get("press", "")
    if pressed not in {APPROVE, REFUSE}:
        form.refuse("", _("Elija si lo aprueba o no."))
        return show(change_id, form)
    verdict = Verdict(pressed == APPROVE, form.seen.data, form.reason.data)
    try:
        done = decide_rule(
            db.session(),
            change_id=change_id,
            verdict=verdict,
            viewer=the_viewer().viewer,
            office=the_app().office,
        )
    except UnknownChangeError:
        abort(404)
    except StaleRulesError:
        return show(change_id, form, CONFLICT, changed=True)
    except (Refusal, LawError) as refusal:
        is_reason = isinstance(refusal, Refusal) and refusal.rule == "rule_refusal_reason"
        form.refuse("reason" if is_reason else "", str(refusal))
        return show(change_id, form, CONFLICT)
    flash(told(done))
    return redirect(url_for("office.rule", change_id=change_id), SEE_OTHER)


def told(done: Decided) -> str:
    """What the press did."""
    if done.repeated:
        return str(_("Ya se había decidido así. No se hizo nada más."))
    if done.status is RuleStatus.REFUSED:
        return str(_("No se aprobó. Las reglas siguen como estaban."))
    moved, written = (done.reckoning.moved, done.reckoning.told) if done.reckoning else (0, 0)
    return f"{_('Aprobado.')} {effect_text(moved, written)}"


def effect_text(moved: int, written: int | None) -> str:
    """How many dates moved and how many notices were written."""
    if not moved:
        return str(_("No cambió la fecha de ningún caso abierto."))
    dates = ngettext(
        "Cambió la fecha de %(count)s caso.",
        "Cambió la fecha de %(count)s casos.",
        moved,
        count=number(moved),
    )
    if written is None:
        return str(dates)
    notices = ngettext(
        "Se escribió %(count)s aviso, a peticionarios y dependencias.",
        "Se escribieron %(count)s avisos, a peticionarios y dependencias.",
        written,
        count=number(written),
    )
    return f"{dates} {notices}"


def show(
    change_id: int, form: DecideForm, status: int | None = None, *, changed: bool = False
) -> Response:
    """The page as things stand now; what was seen is renewed."""
    with reading():
        session = db.session()
        row = rule_change(session, change_id)
        if row is None:
            abort(404)
        moves, trouble = asked_anew(row)
        form.seen.data = newest_version(session)
        effect = effect_of(session, row.version) if row.version else None
    viewer = the_viewer().viewer
    is_open = row.status is RuleStatus.PROPOSED
    is_own = row.proposer_id == viewer.official_id
    form.reason.flags.required = True
    data = RulePage(
        id=row.id,
        title=title_of(row.change),
        status=str(words.of(row.status)),
        tone=TONES.get(row.status, "quiet"),
        facts=all_facts(row),
        moves=moves,
        trouble=trouble,
        effect=effect_text(effect.moved, effect.told) if effect and row.proposed_by else "",
        may_decide=is_open and allowed(Permission.APPROVE_OFFICE, viewer) and not is_own,
        is_own=is_open and is_own,
        changed=changed,
    )
    return page("office/rule.html", data, form, status)


def asked_anew(row: RuleRow) -> tuple[MovesShown | None, str]:
    """What a proposal would move by the rules of today, or why nothing is left of it."""
    if row.status is not RuleStatus.PROPOSED:
        return None, ""
    try:
        return show_moves(rule_preview(db.session(), row.change, today=today()), today()), ""
    except (Refusal, LawError) as refusal:
        return None, str(refusal)


def all_facts(row: RuleRow) -> tuple[Fact, ...]:
    """What it changes, by which act, and who; a change of the program's own has no people."""
    facts = facts_of(row.change)
    if row.proposed_by:
        act = act_facts(row.change.act, row.act_on, row.officer)
        return (*facts, *act, *decision_facts(row))
    return (*facts, Fact(_("Acto"), row.change.act))

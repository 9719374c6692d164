"""The last day of a routing rule: tried on last month's cases, and only then closed."""

from dataclasses import dataclass

from flask import Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from pqrs.acts.close_routing_rule import UnknownRuleError, close_routing_rule
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import routing_rules
from pqrs.office import Permission
from pqrs.outside.now import now, today
from pqrs.queries.routing_dry_run import Comparison, routing_dry_run
from pqrs.queries.routing_rules import RuleRow, routing_rule_row
from pqrs.web.filters import long_date
from pqrs.web.forms import AtMost, LongText, Needed, PageForm
from pqrs.web.identity import may, the_viewer
from pqrs.web.office import office
from pqrs.web.office.add_routing_rule import (
    CORRECT,
    PRESS,
    SAVE,
    SEE_OTHER,
    RoutingPreview,
    typed,
)
from pqrs.web.office.routing_words import ShownRule, same_but, show_rule, show_run
from pqrs.web.office.rule_fields import KnownDay
from pqrs.web.office.rule_words import Fact
from pqrs.web.pages import page, the_app


class CloseRuleForm(PageForm):
    """Its last day, and why."""

    last = KnownDay(_l("Último día en que rige"))
    reason = LongText(_l("¿Por qué se cierra?"), [Needed(_l("Escriba por qué.")), AtMost(500)])

    def validate_last(self, field: KnownDay) -> None:
        """A past that was told cannot be changed."""
        if field.data and field.data < today():
            raise ValidationError(
                _("Escriba hoy o un día que viene. Vacío, deja de regir ahora mismo.")
            )


@dataclass(frozen=True)
class CloseRulePage:
    """The rule that is being closed."""

    rule: ShownRule


@office.get("/enrutamiento/<int(max=999999999):rule_id>/cerrar")
@may(Permission.EDIT_OFFICE)
def ask_closing_rule(rule_id: int) -> ResponseReturnValue:
    """The form; of a rule that is closed already, the list."""
    row = open_rule(rule_id)
    return to_list() if row is None else show(row, CloseRuleForm())


@office.post("/enrutamiento/<int(max=999999999):rule_id>/cerrar")
@may(Permission.EDIT_OFFICE)
def close_rule(rule_id: int) -> ResponseReturnValue:
    """Try it, go back and correct, or close it; what was typed stays."""
    row, form = open_rule(rule_id), CloseRuleForm()
    if row is None:
        flash(_("Esa regla ya estaba cerrada. No se hizo nada más."))
        return to_list()
    if not form.validate_on_submit() or request.form.get(PRESS) == CORRECT:
        return show(row, form)
    if request.form.get(PRESS) != SAVE:
        return preview(row, form)
    try:
        close_routing_rule(
            db.session(),
            rule_id,
            last=form.last.data,
            reason=form.reason.data,
            viewer=the_viewer().viewer,
            office=the_app().office,
        )
    except UnknownRuleError:
        return to_list()
    flash(_("La regla quedó cerrada. Los casos que ya repartió siguen donde están."))
    return to_list()


def open_rule(rule_id: int) -> RuleRow | None:
    """None for one that is closed; 404 for one that never was."""
    with reading():
        row = routing_rule_row(db.session(), rule_id, today())
    if row is None:
        abort(404)
    return row if row.closed_at is None else None


def preview(row: RuleRow, form: CloseRuleForm) -> Response:
    """What last month's cases would have done without it."""
    us = the_app().office
    with reading():
        session = db.session()
        rules = routing_rules(session, today())
        compared = Comparison(
            us.router_with(session, rules, today()),
            us.router_with(session, same_but(rules, row.rule), today()),
            on=today(),
            now=now(),
        )
        found = routing_dry_run(session, compared, topic=row.rule.topic)
    shown = show_rule(row)
    last = long_date(form.last.data) if form.last.data else _("Deja de regir ahora mismo")
    data = RoutingPreview(
        heading=_("Revise antes de cerrar la regla"),
        facts=(
            Fact(_("Tema"), shown.topic),
            Fact(_("Lugar"), shown.place),
            Fact(_("Quién responde"), shown.body),
            Fact(_("Último día"), last),
            Fact(_("Por qué se cierra"), form.reason.data),
        ),
        run=show_run(found),
        typed=typed(),
        button=_("Cerrar la regla"),
    )
    return page("office/routing_preview.html", data)


def show(row: RuleRow, form: CloseRuleForm) -> Response:
    """The form's page."""
    return page("office/close_routing_rule.html", CloseRulePage(show_rule(row)), form)


def to_list() -> Response:
    """All the rules."""
    return redirect(url_for("office.routing"), SEE_OTHER)  # type: ignore[return-value]

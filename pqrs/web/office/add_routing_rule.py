"""A new routing rule: filled in, tried on last month's cases, and only then kept."""

from dataclasses import dataclass
from typing import Final

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from pqrs.acts.add_routing_rule import (
    FaultyRuleError,
    RuleInTheWayError,
    Validity,
    add_routing_rule,
    kept_before,
)
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import routing_rules
from pqrs.office import Permission
from pqrs.office.entity import RoutingRule
from pqrs.office.rule_faults import RuleFault
from pqrs.outside.now import now, today
from pqrs.queries.routing_dry_run import Comparison, DryRun, routing_dry_run
from pqrs.web.forms import AtMost, LongText, Needed, PageForm, Pick, SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.office import office
from pqrs.web.office.routing_words import (
    FAULTS,
    ShownRun,
    body_name,
    place_name,
    show_run,
    topic_name,
    validity,
)
from pqrs.web.office.rule_fields import KnownDay
from pqrs.web.office.rule_words import Fact
from pqrs.web.pages import page, the_app
from pqrs.web.sent import TOKEN, Pairs

PRESS: Final = "press"
SAVE, CORRECT = "save", "correct"
SEE_OTHER: Final = 303
MOST: Final = 300
"""Cases that a page looks at: some three seconds of work."""
FIELDS: Final = {
    RuleFault.NO_TOPIC: "topic",
    RuleFault.NO_PLACE: "place",
}


class AddRuleForm(PageForm):
    """Topic, place, body, reason and validity."""

    topic = Pick(_l("Tema"), [Needed(_l("Elija el tema."))])
    place = Pick(_l("Lugar"))
    department = Pick(_l("Quién responde"), [Needed(_l("Elija quién responde."))])
    reason = LongText(_l("¿Por qué?"), [Needed(_l("Escriba por qué.")), AtMost(500)])
    begins = KnownDay(_l("Rige desde"))
    until = KnownDay(_l("Rige hasta"))

    def validate_until(self, field: KnownDay) -> None:
        """Not before it begins."""
        if self.begins.data and field.data and field.data < self.begins.data:
            raise ValidationError(_("El último día no puede ser anterior al primero."))

    def rule(self) -> RoutingRule:
        """What was written."""
        return RoutingRule(
            self.topic.data, self.place.data or "", self.department.data, self.reason.data
        )


@dataclass(frozen=True)
class RoutingPreview:
    """Before anything is kept. `typed`: what was written, to be sent again as it is."""

    heading: str
    facts: tuple[Fact, ...]
    run: ShownRun
    typed: Pairs
    button: str


@dataclass(frozen=True)
class AddRulePage:
    """The form's page."""


@office.get("/enrutamiento/nueva")
@may(Permission.EDIT_OFFICE)
def ask_routing_rule() -> ResponseReturnValue:
    """The form."""
    return show(make_form())


@office.post("/enrutamiento/nueva")
@may(Permission.EDIT_OFFICE)
def add_rule() -> ResponseReturnValue:
    """Try it, go back and correct, or keep it; what was typed stays."""
    form = make_form()
    if not form.validate_on_submit() or request.form.get(PRESS) == CORRECT:
        return show(form)
    return save(form) if request.form.get(PRESS) == SAVE else preview(form)


def save(form: AddRuleForm) -> Response:
    """Keep it; the same press again is the first."""
    days = Validity(form.begins.data, form.until.data)
    try:
        add_routing_rule(
            db.session(),
            form.rule(),
            days,
            viewer=the_viewer().viewer,
            office=the_app().office,
        )
    except (FaultyRuleError, RuleInTheWayError) as error:
        return show_refused(form, error)
    flash(_("La regla quedó guardada. Vale para lo que se radique mientras rija."))
    return redirect(url_for("office.routing"), SEE_OTHER)  # type: ignore[return-value]


def show_refused(form: AddRuleForm, error: FaultyRuleError | RuleInTheWayError) -> Response:
    """The form with what was typed, and what to do about it."""
    if isinstance(error, FaultyRuleError):
        form.refuse(FIELDS.get(error.fault, "department"), FAULTS[error.fault])
    else:
        form.refuse("", in_the_way_text())
    return show(form)


def in_the_way_text() -> str:
    """What to do about the other rule."""
    return str(
        _(
            "Ya hay una regla para ese tema en ese lugar. Vuelva a Enrutamiento, ciérrela con su "
            "último día, y haga esta desde el día siguiente."
        )
    )


def preview(form: AddRuleForm) -> Response:
    """What last month's cases would have done with it, or at once why it cannot be made."""
    rule, days = form.rule(), Validity(form.begins.data, form.until.data)
    try:
        found = tried(rule, days)
    except (FaultyRuleError, RuleInTheWayError) as error:
        return show_refused(form, error)
    data = RoutingPreview(
        heading=_("Revise antes de guardar la regla"),
        facts=(
            Fact(_("Tema"), topic_name(rule.topic)),
            Fact(_("Lugar"), place_name(rule.place)),
            Fact(_("Quién responde"), body_name(rule.department)),
            Fact(_("Por qué"), rule.reason),
            Fact(_("Vigencia"), validity(form.begins.data or today(), form.until.data)),
        ),
        run=show_run(found),
        typed=typed(),
        button=_("Guardar la regla"),
    )
    return page("office/routing_preview.html", data)


@reading()
def tried(rule: RoutingRule, days: Validity) -> DryRun:
    """It may take some seconds, so it holds no lock."""
    session, us = db.session(), the_app().office
    kept_before(session, rule, days, viewer=the_viewer().viewer, office=us)
    rules = routing_rules(session, today())
    others = tuple(one for one in rules if (one.topic, one.place) != (rule.topic, rule.place))
    compared = Comparison(
        us.router_with(session, rules, today()),
        us.router_with(session, (*others, rule), today()),
        on=today(),
        now=now(),
    )
    return routing_dry_run(session, compared, topic=rule.topic, most=MOST)


def typed() -> Pairs:
    """The form as it was sent, without its token and its button."""
    return tuple(pair for pair in request.form.items(multi=True) if pair[0] not in {TOKEN, PRESS})


def make_form() -> AddRuleForm:
    """With this entity's topics, places and bodies."""
    pack = the_app().office.pack
    form = AddRuleForm()
    topics = sorted(pack.topics, key=lambda one: (one.tema, one.subtema))
    form.topic.choices = [
        SelectChoice("", _("Elija un tema")),
        *(SelectChoice(one.topic_id, one.subtema, optgroup=one.tema) for one in topics),
    ]
    places = sorted((place_name(one.code), one.code) for one in pack.places)
    form.place.choices = [
        SelectChoice("", _("Todo el municipio")),
        *(SelectChoice(code, name) for name, code in places),
    ]
    bodies = sorted(pack.departments, key=lambda one: (not one.internal, one.name))
    groups = {True: _("Dependencias de la entidad"), False: _("Otras entidades")}
    form.department.choices = [
        SelectChoice("", _("Elija quién responde")),
        *(SelectChoice(one.code, one.name, optgroup=groups[one.internal]) for one in bodies),
    ]
    return form


def show(form: AddRuleForm) -> Response:
    """The form's page."""
    return page("office/add_routing_rule.html", AddRulePage(), form)

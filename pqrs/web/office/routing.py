"""The rules of routing: in which place which body answers for a topic, with validity and reason."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.office import Permission, allowed
from pqrs.outside.now import today
from pqrs.queries.routing_rules import RuleState, routing_rule_rows
from pqrs.web.identity import may, the_viewer
from pqrs.web.office import office
from pqrs.web.office.routing_words import ShownRule, show_rule
from pqrs.web.pages import page


@dataclass(frozen=True)
class RoutingPage:
    """`off`: those that switched themselves off, to be seen to first."""

    off: tuple[ShownRule, ...]
    current: tuple[ShownRule, ...]
    over: tuple[ShownRule, ...]
    may_edit: bool


@office.get("/enrutamiento")
@may(Permission.SEE_OFFICE)
def routing() -> ResponseReturnValue:
    """Every rule, by where it stands."""
    rows = routing_rule_rows(db.session(), today())
    data = RoutingPage(
        off=tuple(show_rule(row) for row in rows if row.state is RuleState.OFF),
        current=tuple(
            show_rule(row) for row in rows if row.state in {RuleState.IN_FORCE, RuleState.LATER}
        ),
        over=tuple(show_rule(row) for row in rows if row.state is RuleState.OVER),
        may_edit=allowed(Permission.EDIT_OFFICE, the_viewer().viewer),
    )
    return page("office/routing.html", data)

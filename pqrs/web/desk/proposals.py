"""What needs two people: an annulled number, another kind. Proposed by one, decided by another.

Neither of them reads the petition here: numbers, dates and the reasons of colleagues are enough.
"""

from dataclasses import dataclass
from typing import Final

from flask import Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.decide_proposal import DecidedError, UnknownProposalError, decide_proposal
from pqrs.acts.open_case import StaleError
from pqrs.acts.propose import propose
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import LawError, Refusal
from pqrs.models import ProposalStatus, ProposedAct
from pqrs.office import Permission, allowed, parse_number
from pqrs.queries.proposals import ProposalShown, proposal, proposals, sequence_of
from pqrs.web.desk import desk
from pqrs.web.desk.reasoned import LONGEST_REASON, reason_field
from pqrs.web.forms import AtMost, LongText, Needed, OneLine, PageForm
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

CONFLICT: Final = 409
SEE_OTHER: Final = 303
APPROVE: Final = "approve"
TYPED: Final = 60


class AnnulForm(PageForm):
    """A number given in error, and what happened."""

    number = OneLine(_l("Número de radicado"), [Needed(_l("Escriba el número.")), AtMost(TYPED)])
    reason = reason_field(
        _l("¿Por qué se anula?"),
        _l("Escriba qué pasó y, si lo hay, con qué número sigue la petición."),
    )


class DecisionForm(PageForm):
    """Needed to say no; welcome to say yes."""

    answer = LongText(_l("Si no la aprueba, ¿por qué?"), [AtMost(LONGEST_REASON)])


@dataclass(frozen=True)
class ProposalRow:
    """`body`: the department's name."""

    one: ProposalShown
    body: str
    url: str


@dataclass(frozen=True)
class ProposalsPage:
    """`decides`: the supervisor; else who proposes, and sees only what they proposed."""

    waiting: tuple[ProposalRow, ...]
    decided: tuple[ProposalRow, ...]
    decides: bool
    annul_url: str


@dataclass(frozen=True)
class DecisionPage:
    """`changed`: somebody else decided it while this person was reading."""

    row: ProposalRow
    is_waiting: bool
    changed: bool = False


@desk.get("/propuestas")
@may(Permission.SEE_PROPOSALS)
def show_proposals() -> ResponseReturnValue:
    """What waits, then what was decided."""
    viewer = the_viewer().viewer
    decides = viewer.role == "supervisor"
    proposes_annulment = allowed(Permission.ANNUL_PROPOSE, viewer)
    found = proposals(db.session(), viewer, only_own=not decides)
    rows = [row_of(one, decides=decides) for one in found]
    data = ProposalsPage(
        waiting=tuple(row for row in rows if is_waiting(row.one)),
        decided=tuple(row for row in rows if not is_waiting(row.one)),
        decides=decides,
        annul_url=url_for("desk.ask_annulment") if proposes_annulment else "",
    )
    return page("desk/proposals.html", data)


@desk.get("/propuestas/anular")
@may(Permission.ANNUL_PROPOSE)
def ask_annulment() -> ResponseReturnValue:
    """The form."""
    return page("desk/annul.html", None, AnnulForm())


@desk.post("/propuestas/anular")
@may(Permission.ANNUL_PROPOSE)
def propose_annulment() -> ResponseReturnValue:
    """Leave it to the supervisor; the number stays as it is meanwhile."""
    form = AnnulForm()
    if not form.validate_on_submit():
        return page("desk/annul.html", None, form)
    number = parse_number(form.number.data)
    with reading():
        seen = sequence_of(db.session(), str(number)) if number else None
    if number is None or seen is None:
        form.refuse("number", _("No hay un radicado con ese número. Es como 2026-000123-4."))
        return page("desk/annul.html", None, form)
    try:
        propose(
            db.session(),
            act=ProposedAct.ANNUL,
            reason=form.reason.data,
            number=str(number),
            viewer=the_viewer().viewer,
            seen=seen,
            office=the_app().office,
        )
    except (Refusal, LawError) as refusal:
        form.refuse("", str(refusal))
        return page("desk/annul.html", None, form, CONFLICT)
    except StaleError:
        form.refuse("", _("El caso cambió en este momento. Envíe otra vez."))
        return page("desk/annul.html", None, form, CONFLICT)
    flash(_("Propuso anular el número %(number)s. Lo decide la supervisión.", number=str(number)))
    return redirect(url_for("desk.show_proposals"), SEE_OTHER)


@desk.get("/propuestas/<int(max=999999999):proposal_id>")
@may(Permission.ANNUL_APPROVE)
def ask_decision(proposal_id: int) -> ResponseReturnValue:
    """What is proposed, by whom and why."""
    return show_decision(proposal_id, DecisionForm())


@desk.post("/propuestas/<int(max=999999999):proposal_id>")
@may(Permission.ANNUL_APPROVE)
def decide(proposal_id: int) -> ResponseReturnValue:
    """Yes, and it is done; no, with the reason. A second press changes nothing."""
    form = DecisionForm()
    if not form.validate_on_submit():
        return show_decision(proposal_id, form)
    approve = request.form.get("decision") == APPROVE
    try:
        done = decide_proposal(
            db.session(),
            proposal_id=proposal_id,
            approve=approve,
            answer=form.answer.data,
            viewer=the_viewer().viewer,
            office=the_app().office,
        )
    except UnknownProposalError:
        abort(404)
    except DecidedError as decided:
        return show_decided(proposal_id, form, mine=decided.by == the_viewer().viewer.official_id)
    except Refusal as refusal:
        form.refuse("" if approve else "answer", str(refusal))
        return show_decision(proposal_id, form, CONFLICT)
    is_done = done.status is ProposalStatus.APPROVED
    flash(_("Aprobó la propuesta.") if is_done else _("No aprobó la propuesta."))
    return redirect(url_for("desk.show_proposals"), SEE_OTHER)


def show_decided(proposal_id: int, form: DecisionForm, *, mine: bool) -> ResponseReturnValue:
    """A second press of the same person is the first one; another's decision is shown."""
    if mine:
        flash(_("Usted ya había decidido esta propuesta."))
        return redirect(url_for("desk.show_proposals"), SEE_OTHER)
    return show_decision(proposal_id, form, CONFLICT, changed=True)


def show_decision(
    proposal_id: int, form: DecisionForm, status: int | None = None, *, changed: bool = False
) -> Response:
    """One proposal; what was written stays."""
    with reading():
        found = proposal(db.session(), proposal_id, the_viewer().viewer)
    if found is None:
        abort(404)
    row = row_of(found, decides=True)
    data = DecisionPage(row, is_waiting(found), changed)
    form.answer.flags.required = True  # of the press that needs it, as its label says
    return page("desk/decide_proposal.html", data, form, status)


def row_of(one: ProposalShown, *, decides: bool) -> ProposalRow:
    """With the name of its department, for who decides."""
    known = the_app().office.pack.departments_by_code.get(one.department or "") if decides else None
    url = url_for("desk.ask_decision", proposal_id=one.id) if decides else ""
    return ProposalRow(one, known.name if known else "", url)


def is_waiting(one: ProposalShown) -> bool:
    return one.status is ProposalStatus.PROPOSED

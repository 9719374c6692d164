"""The department's queue: what it owes, danger to life first, then by legal due date."""

from dataclasses import dataclass
from typing import Final

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.extensions import db
from pqrs.law import Kind, Phase
from pqrs.office import Permission, Viewer
from pqrs.outside.now import today
from pqrs.queries.contests import contested, count_contested
from pqrs.queries.parts import parts_for
from pqrs.queries.queue import DueGroup, Narrow, Queue, department_queue, phase_counts
from pqrs.web.desk import desk
from pqrs.web.desk.case import find_number
from pqrs.web.desk.queue_rows import (
    GROUPS,
    RowGroup,
    contested_groups,
    part_groups,
    read_page,
    shown_groups,
)
from pqrs.web.forms import AtMost, GetForm, OneLine, Pick, SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app
from pqrs.web.words import OFFERED, words

CONTESTED: Final = "recursos"
"""The tab of what was presented against decisions: its cases have ended, so it is no phase."""
PARTS: Final = "partes"
"""The tab of what this department writes for cases that others have."""
TABS: Final = {
    "por-responder": Phase.OPEN,
    "esperando": Phase.WAITING,
    "firmadas": Phase.REPLIED,
}


class FilterForm(GetForm):
    """Nothing in it is "optional": all of it is."""

    def __init__(self) -> None:
        super().__init__()
        for control in self:
            control.flags.required = True


class SearchForm(FilterForm):
    """One case by its number, however it is written."""

    numero = OneLine(_l("Buscar por número"), [AtMost(60)])


class NarrowForm(FilterForm):
    """The list's filter."""

    tipo = Pick(_l("Tipo"))


@dataclass(frozen=True)
class Link:
    """A way to another view of the list, with how many cases it holds."""

    text: str
    url: str
    count: int | None
    is_current: bool


@dataclass(frozen=True)
class QueuePage:
    """The list and the ways round it. `looked_for`: a number that was not found."""

    department: str
    tabs: tuple[Link, ...]
    chips: tuple[Link, ...]
    groups: tuple[RowGroup, ...]
    tab: str
    page: int
    pages: int
    previous_url: str
    next_url: str
    looked_for: str
    search: SearchForm
    narrow: NarrowForm


@desk.get("/bandeja")
@may(Permission.SEE_QUEUE)
def queue() -> ResponseReturnValue:
    """The list, or the case whose number was looked for."""
    search = SearchForm()
    looked_for = search.numero.data if search.validate() else ""
    if looked_for and (number := find_number(looked_for)):
        return redirect(url_for("desk.petition", number=number), 303)
    return page("desk/queue.html", queue_page(search, looked_for))


def queue_page(search: SearchForm, looked_for: str) -> QueuePage:
    """Everything of the page, as the address asks for it."""
    viewer, office = the_viewer().viewer, the_app().office
    department = viewer.department or ""
    tab, narrow = read_tab(), read_narrow()
    if tab in {CONTESTED, PARTS}:
        return whole_page(viewer, tab, search, looked_for)
    found = department_queue(
        db.session(),
        viewer,
        phase=TABS[tab],
        page=read_page(request.args.get("pagina", "")),
        today=today(),
        narrow=narrow,
    )
    return QueuePage(
        department=office.pack.department(department).name,
        tabs=tabs(viewer, tab),
        chips=chips(found, narrow),
        groups=shown_groups(found.rows, today(), office.pack),
        tab=tab,
        page=found.page,
        pages=found.pages,
        previous_url=here(pagina=found.page - 1) if found.page > 1 else "",
        next_url=here(pagina=found.page + 1) if found.page < found.pages else "",
        looked_for=looked_for,
        search=search,
        narrow=narrow_form(),
    )


def whole_page(viewer: Viewer, tab: str, search: SearchForm, looked_for: str) -> QueuePage:
    """What this department has to do in cases that are decided, or that others have: one page."""
    office = the_app().office
    return QueuePage(
        department=office.pack.department(viewer.department or "").name,
        tabs=tabs(viewer, tab),
        chips=(),
        groups=groups_of(viewer, tab),
        tab=tab,
        page=1,
        pages=1,
        previous_url="",
        next_url="",
        looked_for=looked_for,
        search=search,
        narrow=narrow_form(),
    )


def groups_of(viewer: Viewer, tab: str) -> tuple[RowGroup, ...]:
    """Of what was contested, or of the parts of others' cases."""
    pack = the_app().office.pack
    if tab == PARTS:
        return part_groups(parts_for(db.session(), viewer, today=today()), today(), pack)
    return contested_groups(contested(db.session(), viewer, today=today()), today(), pack)


def read_tab() -> str:
    """A tab that does not exist is the first one."""
    wanted = request.args.get("fase", "")
    return wanted if wanted in {*TABS, CONTESTED, PARTS} else next(iter(TABS))


def read_narrow() -> Narrow:
    """Filters that do not exist are not filters."""
    kind, group = request.args.get("tipo", ""), request.args.get("plazo", "")
    return Narrow(
        kind=Kind(kind) if kind in set(Kind) else None,
        group=DueGroup(group) if group in set(DueGroup) else None,
    )


def here(**changes: object) -> str:
    """This address with some of its filters changed; an empty one goes away."""
    narrow = read_narrow()
    now = {"fase": read_tab(), "tipo": narrow.kind, "plazo": narrow.group} | changes
    kept = {name: str(value) for name, value in now.items() if value}
    return url_for("desk.queue", **kept)  # type: ignore[arg-type]  # Flask's own words are not among them


def narrow_form() -> NarrowForm:
    """The kinds people file, and all of them first."""
    form = NarrowForm()
    every = [SelectChoice(kind.value, words.kind(kind)) for kind in OFFERED]
    form.tipo.choices = [SelectChoice("", _("Todos")), *every]
    return form


def tabs(viewer: Viewer, current: str) -> tuple[Link, ...]:
    """One for each phase a department works on, and the opinions on its service."""
    counts = phase_counts(db.session(), viewer)
    texts = {
        "por-responder": _("Por responder"),
        "esperando": _("Esperando"),
        "firmadas": _("Firmadas sin entregar"),
    }
    phases = tuple(
        Link(
            text=texts[tab],
            url=url_for("desk.queue", fase=tab),
            count=counts.get(phase, 0),
            is_current=tab == current,
        )
        for tab, phase in TABS.items()
    )
    waiting = count_contested(db.session(), viewer)
    if waiting:  # some of its own cases may wait for the department above alone
        waiting = len(contested(db.session(), viewer, today=today()))
    owed = [one for one in parts_for(db.session(), viewer, today=today()) if not one.is_written]
    return (
        *phases,
        tab_of(PARTS, _("Asuntos compartidos"), len(owed), current),
        tab_of(CONTESTED, _("Recursos"), waiting, current),
    )


def tab_of(tab: str, text: str, count: int, current: str) -> Link:
    """One that is no phase."""
    return Link(text, url_for("desk.queue", fase=tab), count, tab == current)


def chips(found: Queue, narrow: Narrow) -> tuple[Link, ...]:
    """How many stand in each group of due dates; pressing one shows those alone."""
    whole = Link(_("Todas"), here(plazo=""), found.counts.total, narrow.group is None)
    some = tuple(
        Link(str(GROUPS[group]), here(plazo=group), found.counts.of(group), narrow.group is group)
        for group in DueGroup
        if found.counts.of(group) or narrow.group is group
    )
    return (whole, *some)

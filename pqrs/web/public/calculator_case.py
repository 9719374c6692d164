"""From what was typed at `/plazos` to the law's answer, or to its refusal beside the right box."""

from collections.abc import Iterator
from typing import Any, Final

from pqrs.law import Case, Kind, LawError, Refusal, RuleBook, cpaca
from pqrs.web.law_words import refusal_words
from pqrs.web.public.calculator_form import CalculatorForm
from pqrs.web.words import words

PLACES: Final = {
    "unknown_kind": "kind",
    "no_term": "kind",
    "mixed_parts": "parts",
    "year_out_of_range": "received_on",
    "extension_above": "total_days",
    "extension_shorter": "total_days",
    "completion_not_asked": "completed_on",
    "pause_backwards": "resumed_on",
}
"""Which box a rule speaks of; any other speaks of the day it names."""
NORMS: Final = {"mixed_parts": cpaca("14")}
"""For a rule that the law's room says without one."""
LATER: Final = ("extended_on", "asked_on", "completed_on", "paused_on", "resumed_on")


def work_out_form(form: CalculatorForm, book: RuleBook) -> Case | None:
    """The case, or None after putting each refusal where it belongs."""
    try:
        case = book.work_out(form.kind.data, form.received_at, list(happenings(form)))
    except LawError as error:
        refuse(form, error, error.params.get("day"))
        return None
    for on, refusal in case.objections:
        refuse(form, refusal, on)
    return None if case.objections else case


def happenings(form: CalculatorForm) -> Iterator[dict[str, Any]]:
    """What happened, in the plain records of the law."""
    if form.parts.data:
        yield {"type": "components", "modalities": form.parts.data}
    if form.closed_on.data:
        day = form.closed_on.data.isoformat()
        yield {"type": "suspended_days", "dates": [day], "act": form.act.data}
    if form.asked_on.data:
        yield {"type": "requirement", "communicated_at": form.asked_on.data.isoformat()}
    if form.completed_on.data:
        yield {"type": "completed", "at": form.completed_on.data.isoformat()}
    if form.extended_on.data:
        told_at = form.extended_on.data.isoformat()
        yield {"type": "extension", "notified_at": told_at, "total_days": form.total_days.number}
    if form.paused_on.data:
        until = form.resumed_on.data.isoformat() if form.resumed_on.data else ""
        start = form.paused_on.data.isoformat()
        yield {"type": "pause", "cause": form.cause.data, "from": start, "to": until}


def refuse(form: CalculatorForm, refusal: LawError | Refusal, on: object) -> None:
    """In the law's words, at the box it speaks of."""
    named = (name for name in LATER if on is not None and form[name].data == on)
    form.refuse(PLACES.get(refusal.rule) or next(named, ""), spoken(refusal))


def spoken(refusal: LawError | Refusal) -> str:
    """The law's sentence, with the name of a kind in place of its code."""
    params = dict(refusal.params)
    if "kind" in params:
        params["kind"] = str(words.kind(Kind.from_code(str(params["kind"]))))
    citation = refusal.citation or NORMS.get(refusal.rule)
    return refusal_words(type(refusal)(refusal.rule, citation, **params))

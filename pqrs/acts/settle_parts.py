"""«Un asunto o varios»: what a person decides of a text that seems to hold several matters.

With several kinds it becomes a mixed petition, each part with its term (CPACA art. 14).
"""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.acts.propose import propose, waiting
from pqrs.acts.reclassify import reclassify
from pqrs.law import Kind, PartsSettled, lawful, lawful_matters
from pqrs.models import Petition, ProposedAct, facts_of
from pqrs.office import Permission, allowed
from pqrs.office.portions import Portion, kinds_apart

REASON = "Trata asuntos distintos, y cada uno tiene su plazo."


def settle_parts(
    session: Session, *, portions: tuple[Portion, ...], **press: Unpack[Press]
) -> Petition:
    """`portions`: the matters, each with who answers it; none when it is only one.

    Raises `open_case`'s errors, or the law's `Refusal`.
    """
    kinds = kinds_apart(portions)

    def decide(petition: Petition, at: datetime) -> PartsSettled:
        check(lawful_matters.settle(petition.standing()))
        if not portions:
            return PartsSettled(at)
        words = [portion.words for portion in portions]
        version = keep_text(session, petition, words, press["viewer"], at)
        bodies = tuple(one.suggestion.competent for one in portions)
        is_named = not set(bodies).isdisjoint(petition.named_departments)
        check(lawful.assign(petition.standing(), complained_about=is_named))
        pack = press["office"].pack
        outside = tuple(body for body in bodies if pack.is_outside_body(body))
        return PartsSettled(at, bodies, version, outside, kinds)

    petition = act_on_case(session, Permission.SETTLE_PARTS, decide, **press)
    if kinds:
        change_term(session, petition, kinds, press)
    return petition


def change_term(
    session: Session, petition: Petition, kinds: tuple[Kind, ...], press: Press
) -> None:
    """At once by who may decide it; otherwise the supervisor has to, and nothing changes yet."""
    again = Press(**{**press, "seen": petition.last_sequence})
    signer = press["office"].pack.entity.signer
    if allowed(Permission.CHANGE_KIND, press["viewer"], facts_of(petition), signer):
        reclassify(session, kind=Kind.MIXED, parts=kinds, reason=REASON, **again)
    elif not waiting(session, petition):
        act = ProposedAct.RECLASSIFY
        propose(session, act=act, kind=Kind.MIXED, parts=kinds, reason=REASON, **again)

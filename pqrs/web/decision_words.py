"""What an answer decides, in the words that close the letter: why not, and what remains."""

from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from pqrs.law import Decision, Denial, Reserve, clock_named

ARTICLES: Final = {Reserve.CLASSIFIED: "18", Reserve.RESERVED: "19"}
"""Of the Ley 1712 de 2014."""


@dataclass(frozen=True)
class DecisionShown:
    """`earlier`: where the first answer is. `why`: each thing under its name. `remedies`: then."""

    earlier: str
    why: tuple[tuple[str, str], ...]
    remedies: tuple[str, ...]


def decision_shown(decision: Decision, denial: Denial | None, refers_to: str) -> DecisionShown:
    """Empty for an answer that refuses nothing and refers to no other."""
    is_denied = denial is not None and decision.denies
    return DecisionShown(
        earlier=earlier(refers_to) if refers_to else "",
        why=reasons(denial) if denial and is_denied else (),
        remedies=remedies() if is_denied else (),
    )


def earlier(number: str) -> str:
    """Ley 1437 de 2011, artículo 19: what was answered is not answered again."""
    return str(
        _(
            "Sobre este mismo asunto ya respondimos la petición %(number)s, y a esa respuesta "
            "remitimos (Ley 1437 de 2011, artículo 19).",
            number=number,
        )
    )


def reasons(denial: Denial) -> tuple[tuple[str, str], ...]:
    """Ley 1712 de 2014, artículos 18, 19, 21 and 28; Ley 1437 de 2011, artículo 25."""
    sort = _("clasificada") if denial.reserve is Reserve.CLASSIFIED else _("reservada")
    kind = _(
        "%(sort)s (Ley 1712 de 2014, artículo %(article)s)",
        sort=sort,
        article=ARTICLES[denial.reserve],
    )
    rest = _("Le entregamos lo que no está bajo reserva (Ley 1712 de 2014, artículo 21).")
    nothing = _("Todo lo que pidió está bajo reserva.")
    return (
        (str(_("Norma que no deja entregarla")), denial.provision),
        (str(_("Clase de información")), str(kind)),
        (str(_("Daño presente")), denial.present),
        (str(_("Daño probable")), denial.probable),
        (str(_("Daño específico")), denial.specific),
        (str(_("Lo demás")), str(rest if denial.gives_rest else nothing)),
    )


def remedies() -> tuple[str, ...]:
    """Ley 1437 de 2011, artículo 26; Ley 1712 de 2014, artículo 27."""
    insist, three = clock_named("insist"), clock_named("reserve_reconsideration")
    return (
        str(
            _(
                "Puede insistir por escrito, con sus razones, al recibir esta respuesta o en los "
                "%(days)s días hábiles siguientes. Enviamos entonces todo al juez "
                "administrativo, que decide (%(norm)s).",
                days=insist.amount,
                norm=insist.citation,
            )
        ),
        str(
            _(
                "Si la reserva es por la defensa, la seguridad nacional o las relaciones "
                "internacionales, puede antes pedir que se revise, en %(days)s días hábiles "
                "(%(norm)s).",
                days=three.amount,
                norm=three.citation,
            )
        ),
    )

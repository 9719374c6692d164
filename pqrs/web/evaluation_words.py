"""Spanish for what an opinion came to say, why it is reviewed, and why it was set apart."""

from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from pqrs.office.evaluation import Purpose, ReviewReason, SetApart, Way

PURPOSES: Final[dict[Purpose, LazyString]] = {
    Purpose.SATISFACTION: _l("Cómo me fue"),
    Purpose.COMPLAINT: _l("Una queja"),
    Purpose.RECOMMENDATION: _l("Una recomendación"),
    Purpose.PRAISE: _l("Una felicitación"),
}
"""In the order in which they are offered."""

NAMES: Final[dict[Purpose, LazyString]] = {
    Purpose.SATISFACTION: _l("Satisfacción"),
    Purpose.COMPLAINT: _l("Queja"),
    Purpose.RECOMMENDATION: _l("Recomendación"),
    Purpose.PRAISE: _l("Felicitación"),
}
TONES: Final = {Purpose.COMPLAINT: "bad", Purpose.RECOMMENDATION: "", Purpose.PRAISE: "good"}

REASONS: Final[dict[ReviewReason, LazyString]] = {
    ReviewReason.COMPLAINT: _l("Presentó una queja"),
    ReviewReason.NOT_ANSWERED: _l("Dice que no respondimos lo que pidió"),
    ReviewReason.UNHAPPY: _l("Quedó insatisfecha"),
    ReviewReason.ASKED_FOR_CONTACT: _l("Pidió que la contacten"),
    ReviewReason.NOT_SOLVED: _l("Dice que ya no está resuelto"),
}
WAYS: Final[dict[Way, LazyString]] = {
    Way.WEB: _l("Página web"),
    Way.QR: _l("Código del cartel"),
    Way.LETTER: _l("Enlace de la respuesta"),
    Way.WINDOW: _l("Leída en ventanilla"),
}
SET_APART: Final[dict[SetApart, LazyString]] = {
    SetApart.ONE_DEVICE: _l("Muchas desde un mismo equipo en una hora"),
    SetApart.SAME_WORDS: _l("El mismo texto, repetido en un día"),
    SetApart.POINT_FLOOD: _l("Demasiadas sobre este punto en una hora"),
    SetApart.DEPARTMENT_FLOOD: _l("Demasiadas sobre esta dependencia en una hora"),
}

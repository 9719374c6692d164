"""How dates, hours, numbers and codes are written for people, in their language, on any machine."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import gettext as _

from pqrs.web.languages import is_english

LOCALE: Final = "es_CO"
ENGLISH_LOCALE: Final = "en_GB"
BOGOTA: Final = ZoneInfo("America/Bogota")
NBSP: Final = "\N{NO-BREAK SPACE}"
EXTENSIONS: Final = ("ext", "extensión")


def local_day(value: date | datetime) -> date:
    """The day in Bogotá; a moment without a zone is a programming error and raises."""
    if isinstance(value, datetime):
        return local_moment(value).date()
    return value


def local_moment(value: datetime) -> datetime:
    """The moment as a clock on the wall in Bogotá shows it."""
    if value.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return value.astimezone(BOGOTA)


def locale() -> str:
    """Whose names of months, and whose marks in numbers."""
    return ENGLISH_LOCALE if is_english() else LOCALE


def written(day: date, pattern: str) -> str:
    """A day by a Spanish pattern; in English without its `de`."""
    if is_english():
        return kept(day, pattern.replace("'de' ", ""), ENGLISH_LOCALE)
    return kept(day, pattern, LOCALE)


@lru_cache(maxsize=4096)
def kept(day: date, pattern: str, of: str) -> str:
    """A list of fifty rows names the same few days again and again."""
    return format_date(day, pattern, locale=of)


def weekday_date(value: date | datetime) -> str:
    """martes 14 de julio de 2026."""
    return written(local_day(value), "EEEE d 'de' MMMM 'de' y")


def long_date(value: date | datetime) -> str:
    """14 de julio de 2026."""
    return written(local_day(value), "d 'de' MMMM 'de' y")


def short_date(value: date | datetime) -> str:
    """14 jul 2026."""
    return written(local_day(value), "d MMM y").replace(".", "")


def short_weekday(value: date | datetime) -> str:
    """mar 14 jul 2026."""
    return written(local_day(value), "EEE d MMM y").replace(".", "")


def month_year(value: date | datetime) -> str:
    """julio de 2026."""
    return written(local_day(value), "MMMM 'de' y")


def clock_time(value: datetime) -> str:
    """3:05 p. m. (with spaces that do not break)."""
    return format_time(local_moment(value).time(), "h:mm a", locale=locale()).replace(
        " ", "\N{NBSP}"
    )


def moment(value: date | datetime) -> str:
    """martes 14 de julio de 2026, 3:05 p. m.; a day alone says no hour."""
    if isinstance(value, datetime):
        return f"{weekday_date(value)}, {clock_time(value)}"
    return weekday_date(value)


def machine_time(value: date | datetime) -> str:
    """A day or a moment as the attribute of `<time>` has it: seconds at the finest."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat()


def number(value: float, places: int = 0) -> str:
    """1.234 and 1.234,5: dots for thousands, a comma for decimals, `places` decimals at most."""
    pattern = "#,##0." + "#" * places if places else "#,##0"
    return format_decimal(value, pattern, locale=locale())


def percent(ratio: float, places: int = 0) -> str:
    """0.8 is 80 %, the space unbreakable; 80% in English."""
    return percent_sign(number(ratio * 100, places))


def percent_sign(figure: object) -> str:
    """80 %, the space unbreakable; 80% in English."""
    return f"{figure}{'' if is_english() else NBSP}%"


def plural(count: float, one: str, many: str) -> str:
    """1 día, 2 días, 1.200 días. For words known when the page is written; else ngettext."""
    return f"{number(count)} {one if abs(count) == 1 else many}"


def grouped(text: str, size: int = 4) -> list[str]:
    """`7K3M9QRT2VXW` in fours; what already has hyphens or spaces keeps its own parts."""
    if "-" in text:
        parts = text.split("-")
        return [*(f"{part}-" for part in parts[:-1]), parts[-1]]
    if " " in text:
        return text.split()
    return [text[start : start + size] for start in range(0, len(text), size)]


def spelled(text: str) -> str:
    """One character at a time, so that a screen reader does not say two thousand twenty-six."""
    return ", ".join(_("guion") if sign == "-" else sign for sign in text if sign != " ")


def dialled(phone: str) -> str:
    """What a telephone dials: digits, the plus in front, and nothing after an extension."""
    kept = phone.lower()
    for word in EXTENSIONS:
        kept = kept.partition(word)[0]
    return "".join(sign for sign in kept if sign.isdecimal() or sign == "+")


def unstopped(name: str) -> str:
    """A name that ends a sentence: `E. S. P.` brings the full stop with it."""
    return name.rstrip(".")


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    function.__name__: function
    for function in (
        weekday_date,
        long_date,
        short_date,
        short_weekday,
        month_year,
        clock_time,
        moment,
        machine_time,
        number,
        percent,
        plural,
        grouped,
        spelled,
        dialled,
        unstopped,
    )
}


def init_filters(app: Flask) -> None:
    """Give templates the functions above under their own names."""
    app.jinja_env.filters.update(FILTERS)

"""The matrix of bad input: every row at every place where a person may type it.

`PLACES` are the fields, `ACCEPTED` what any of them takes as it is, `refused` what each must answer
to the rest. A form about a case is sent as if from an old page, so that what is accepted changes
nothing and shows the words again.
"""

import html
import logging
import re
import statistics
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import func, select

from pqrs import create_app
from pqrs.acts.manage_staff import new_link
from pqrs.acts.save_draft import save_draft
from pqrs.app import App
from pqrs.extensions import db
from pqrs.models import Evaluation, PetitionEvent
from pqrs.office import PetitionNumber, Role, access_code
from pqrs.outside.now import now
from pqrs.settings import Settings
from pqrs.web.filters import number as written_number
from pqrs.web.typed_text import clean, without_control
from tests.build import a_petition
from tests.web.citizen.filling import ANSWERS, DATE
from tests.web.staff import PASSWORD, a_case, hire, writing

CONTROL = "El texto tiene un carácter que no podemos guardar. Bórrelo y envíe otra vez."
ENDED = "Su sesión venció por tiempo. Lo que escribió sigue aquí. Revíselo y envíe otra vez."
NOT_FOUND = "No encontramos una petición con ese número y ese código. Revise los dos datos."
NO_MATCH = "Usuario o contraseña no coinciden."
PICK_ONE = "Elija una de las opciones."
REAL_DATE = "Escriba una fecha que exista, por ejemplo 27 3 2026."
ONE_LINE = "Escríbalo en una sola línea."
STALE = 409
LEAKS = re.compile(r"Traceback|sqlalchemy|sqlite3|OperationalError|\bSELECT [a-z]|File \"/")
FORGED_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
ACCEPTED = {
    "one word": "hola",
    "nfd": "pen\u0303a del n\u0303ame",
    "family": "👩‍👩‍👧‍👦 🏳️‍🌈",
    "zalgo": "e" + "\u0301" * 40,
    "right to left": "foto\u202egpj.exe",
    "scripts": "العربية 中文 Nasa Yuwe ũ Wayuunaiki ü",
    "o'brien": "O'Brien D’Ángelo",
    "null": "Null",
    "markup": '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
    "markdown": "**a** [b](javascript:alert(1))",
    "template": "{{7*7}} ${7*7} #{7*7}",
    "format": "%s%n %(x)s {0.__class__}",
    "sql": "' OR 1=1-- \"; DROP TABLE petition",
    "search": '" AND NEAR( * OR (',
    "like": "%_" * 25,
    "redos": "(a+)+$" + "a" * 30 + "!",
    "formula": "=cmd|'/c calc'!A1",
    "sum": "@SUM(1)",
}
HEADERS = [
    "Ana\r\nBcc: x@example.com",
    "Ana\nBcc: x@example.com",
    "Ana\u2028Bcc: x",
    "Ana\x85Bcc: x",
]
CONTROLS = ["a\x00b", "\x1b[31mrojo", "a\x9bb", "a\x7fb"]
BLANKS = ["", "   ", "\u00a0\u2003", "\u200b\u200d\ufeff"]
NUMBERS = [
    "-1",
    "0",
    "1e9",
    "NaN",
    "1.5",
    "٣",
    "9" * 30,
    "x",
    "\x00",
    "' OR 1=1--",
    "<b>",
    "%_" * 500,
]


class Lines(logging.Handler):
    """The log, as lines in a list."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@dataclass(frozen=True)
class Place:
    """A field on a page. `odd`: what it answers to what is not of its shape (a pattern).

    `good` is the status of what is accepted, `said` its words; `needed`, of an empty one.
    """

    path: str
    name: str
    who: str = "citizen"
    limit: int = 0
    line: str = ""
    needed: str = ""
    odd: str = ""
    good: int = 303
    said: str = ""
    rest: dict[str, str] = field(default_factory=dict)
    shows: bool = True


OPINION = {"purpose": "praise", "satisfaction": "4", "token": "t" * 32}
REACHABLE = OPINION | {"may_contact": "yes"}
NAMED = {"name": "Persona Inventada", "reply_by": "page"}
OLD_PAGE = {"seen": "0", "draft": "x"}
PLACES = [
    Place("/radicar/que-paso", "text", limit=20_000, needed="Escriba qué solicita."),
    Place("/radicar/donde", "location", limit=300, line=ONE_LINE),
    Place("/radicar/respuesta", "name", limit=120, needed="Escriba su nombre.", rest=NAMED,
          line="Escriba el nombre en una sola línea."),
    Place("/radicar/respuesta", "document_number", line=ONE_LINE, rest=NAMED,
          odd="Escriba el número del documento"),
    Place("/radicar/respuesta", "email", line="Escriba el correo en una sola línea.",
          rest=NAMED, odd="Escriba un "),
    Place("/radicar/respuesta", "postal_address", limit=200, line=ONE_LINE,
          rest=NAMED),
    Place("/radicar/respuesta", "phone", line=ONE_LINE, rest=NAMED,
          odd="Escriba el teléfono con números"),
    Place("/evaluar", "comment", limit=2_000, rest=OPINION | {"point": "VENTANILLA"}),
    Place("/ventanilla/evaluacion", "comment", "clerk", 2_000,
          rest=OPINION | {"point": "VENTANILLA"}),
    Place("/punto/VENTANILLA", "comment", limit=2_000, rest=OPINION),
    Place("/punto/VENTANILLA", "contact", limit=200, line=ONE_LINE, rest=REACHABLE,
          odd="Escriba un correo", needed="Escriba un correo o un teléfono, o quite la marca."),
    Place("/seguimiento", "number", limit=60, line=ONE_LINE, needed="Escriba el número.",
          good=422, said=NOT_FOUND, rest={"code": "hola"}),
    Place("/seguimiento", "code", limit=60, line=ONE_LINE, needed="Escriba el código.",
          good=422, said=NOT_FOUND, rest={"number": "2026-000999-0"}),
    Place("/ingresar", "email", limit=254, line=ONE_LINE, needed="Escriba su correo.",
          good=422, said=NO_MATCH, rest={"password": "una frase cualquiera"}),
    Place("/cuenta/clave/{link}", "password", limit=200, line=ONE_LINE, shows=False,
          needed="Escriba una contraseña.",
          odd="Use 15 caracteres o más|Esa contraseña es muy usada"),
    Place("/bandeja/{routed}/respuesta", "body", "official", 20_000, good=STALE, rest=OLD_PAGE,
          needed="Escriba la respuesta."),
    Place("/bandeja/{routed}/devolver", "reason", "official", 1_000, good=STALE, rest=OLD_PAGE,
          needed="Escriba por qué no le corresponde"),
    Place("/bandeja/{routed}/trasladar", "reason", "head", 1_000, good=STALE,
          rest=OLD_PAGE | {"authority": "CAS"}, needed="Escriba por qué le corresponde"),
    Place("/ventanilla/{waiting}", "reason", "clerk", 1_000, good=STALE,
          rest=OLD_PAGE | {"department": "INFRA"}, needed="Escriba por qué."),
]  # fmt: skip
EVERYWHERE = pytest.mark.parametrize("place", PLACES, ids=lambda p: f"{p.path} {p.name}")


@dataclass(frozen=True)
class City:
    """One application for the module: a browser for each kind of person, and what they act on."""

    app: App
    browsers: dict[str, Any]
    names: dict[str, str]
    log: list[str]

    def send(self, place, /, **changes):
        """Post the form of a place as this person's browser would; checks what holds everywhere."""
        browser = self.browsers[place.who]
        values = place.rest | {"csrf_token": browser.token} | changes
        if place.path.startswith("/radicar"):
            values["token"] = DRAFT
            with writing(self.app) as session:
                save_draft(session, DRAFT, dict(ANSWERED), now())
        answer = browser.client.post(self.address(place.path), data=values)
        assert answer.status_code < 500
        assert not LEAKS.search(answer.text)
        assert "<script>alert" not in answer.text
        assert "onerror=alert(1)>" not in answer.text
        assert not [line for line in self.log if FORGED_LINE.search(line)]
        return answer

    def address(self, path):
        """With something that exists in its places; each link to set a password serves once."""
        if "{link}" in path:
            with writing(self.app) as session:
                link = new_link(session, email=self.names["email"], at=now())
            return path.format(link=link)
        return path.format(**self.names)

    def rows(self):
        """How many events and opinions there are: what is refused adds none."""
        with self.app.app_context():
            return [db.session.scalar(select(func.count()).select_from(table)) for table in KEPT]


@dataclass(frozen=True)
class Browser:
    """A person's cookies, and the token of that person's forms."""

    client: object
    token: str


KEPT = (PetitionEvent, Evaluation)
DRAFT = "d" * 43
ANSWERED = {name: value for step in ANSWERS.values() for name, value in step.items()}


@pytest.fixture(scope="module")
def city(databases, tmp_path_factory):
    where = {"PQRS_DATABASE_URL": databases.copy("sqlite")}
    app = create_app(Settings.from_environ(where, tmp_path_factory.mktemp("bad") / "instance"))
    browsers = {"citizen": browser_of(app, "/radicar")}
    staff = {Role.OFFICIAL: "INFRA", Role.HEAD: "INFRA", Role.CLERK: None}
    for role, department in staff.items():
        email = hire(app, role, department)
        browsers[role.value] = browser_of(app, "/cuenta", email)
    names = {"routed": a_case(app), "waiting": a_case(app, text="Zzz", topic=None)}
    names["email"] = hire(app, Role.AUDITOR, None)
    log: list[str] = []
    handler = Lines(log)
    app.logger.addHandler(handler)
    yield City(app, browsers, names, log)
    app.logger.removeHandler(handler)
    with app.app_context():
        db.engine.dispose()


def browser_of(app, page, email=None):
    client = app.test_client()
    if email:
        client.post(
            "/ingresar",
            data={
                "email": email,
                "password": PASSWORD,
                "csrf_token": token_of(client, "/ingresar"),
            },
        )
    return Browser(client, token_of(client, page))


def token_of(client, page):
    return re.search(r'name="csrf_token" value="([^"]+)"', client.get(page).text).group(1)


def shown(answer):
    return html.unescape(answer.text)


@EVERYWHERE
@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED)
def test_any_words_are_taken_or_answered_and_shown_as_text(city, place, text):
    before = city.rows()
    answer = city.send(place, **{place.name: text})

    if place.odd and answer.status_code != place.good:
        assert (422, True) == (
            answer.status_code,
            re.search(place.odd, shown(answer)) is not None,
        )
    else:
        assert place.good == answer.status_code
        assert place.said in shown(answer)
    if answer.status_code >= 400:
        assert before == city.rows()
        assert not place.shows or clean(text) in shown(answer)


def refused(place):
    """What this field answers to the rest of the rows: name, text, message."""
    if place.limit:
        over = f"Escriba máximo {written_number(place.limit)} caracteres."
        yield from (("too long", "a" * (place.limit + 1), over), ("50 kB", "a" * 50_000, over))
    elif place.odd:
        yield "50 kB", "a" * 50_000, place.odd
    yield from (("control", text, CONTROL) for text in CONTROLS)
    if place.line:
        yield from (("header", text, place.line) for text in HEADERS)
    if place.needed:
        yield from (("blank", text, place.needed) for text in BLANKS)


@pytest.mark.parametrize(
    ("place", "text", "message"),
    [
        pytest.param(place, text, message, id=f"{place.path} {place.name} {row} {order}")
        for place in PLACES
        for order, (row, text, message) in enumerate(refused(place))
    ],
)
def test_what_cannot_be_kept_says_why_and_stays(city, place, text, message):
    before = city.rows()
    answer = city.send(place, **{place.name: text})

    assert (422, True) == (answer.status_code, message in shown(answer))
    assert not place.shows or without_control(clean(text)) in shown(answer)
    assert before == city.rows()


@EVERYWHERE
def test_600_kb_get_their_own_page(city, place):
    answer = city.send(place, **{place.name: "ñ" * 300_000})

    assert (413, True) == (answer.status_code, "demasiado grande" in answer.text)


@EVERYWHERE
@pytest.mark.parametrize("token", ["", "x", "ñ", "\x00", "a.b.c", "a" * 5000])
def test_a_lost_token_keeps_the_words(city, place, token):
    before = city.rows()
    answer = city.send(place, csrf_token=token, **{place.name: "Dos palabras"})

    assert (400, True) == (answer.status_code, ENDED in shown(answer))
    assert not place.shows or "Dos palabras" in shown(answer)
    assert before == city.rows()


@EVERYWHERE
def test_bytes_of_another_alphabet_are_no_trouble(city, place):
    address = city.address(place.path)
    body = f"{place.name}=ni".encode() + b"\xf1o+%F1+%ED%A0%80+%zz&&=&" + place.name.encode()
    kind = "application/x-www-form-urlencoded"
    answer = city.browsers[place.who].client.post(address, data=body, content_type=kind)

    assert (400, False) == (answer.status_code, bool(LEAKS.search(answer.text)))


@EVERYWHERE
def test_the_first_of_two_counts(city, place):
    answer = city.send(place, **{place.name: ["a\x00b", "Dos palabras"]})

    assert (422, True) == (answer.status_code, CONTROL in shown(answer))


CHOSEN = [
    (Place("/radicar", "kind"), PICK_ONE),
    (Place("/radicar/tema", "topic"), PICK_ONE),
    (Place("/radicar/donde", "place"), PICK_ONE),
    (Place("/radicar/quien", "identity"), PICK_ONE),
    (Place("/radicar/respuesta", "document_type", rest=NAMED), PICK_ONE),
    (Place("/radicar/respuesta", "reply_by", rest=NAMED), PICK_ONE),
    (Place("/evaluar", "point", rest=OPINION), PICK_ONE),
    *(
        (Place("/punto/VENTANILLA", name, rest=OPINION), PICK_ONE)
        for name in ("purpose", "satisfaction")
    ),
    (Place("/bandeja/{routed}/trasladar", "authority", "head", rest={"reason": "x"}), PICK_ONE),
    (Place("/ventanilla/{waiting}", "department", "clerk", rest={"reason": "x"}), PICK_ONE),
]


@pytest.mark.parametrize("text", [*NUMBERS, "ñ" * 5000, "INFRA ", "claim\n"])
@pytest.mark.parametrize(("place", "message"), CHOSEN, ids=lambda p: getattr(p, "name", ""))
def test_what_was_not_offered_is_no_answer(city, place, message, text):
    answer = city.send(place, **{place.name: text})

    assert (422, True) == (answer.status_code, message in shown(answer))


@pytest.mark.parametrize("seen", NUMBERS)
@pytest.mark.parametrize(
    "place", [each for each in PLACES if each.good == STALE], ids=lambda p: p.path
)
def test_a_page_that_nobody_saw_is_stale_and_keeps_the_words(city, place, seen):
    answer = city.send(place, seen=seen, **{place.name: "Dos palabras"})

    assert (STALE, True) == (answer.status_code, "Dos palabras" in shown(answer))


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (("31", "2", "2026"), REAL_DATE),
        (("0", "0", "0"), REAL_DATE),
        (("29", "2", "2027"), REAL_DATE),
        (("1", "1", "9999"), REAL_DATE),
        (("1", "1", "10000"), REAL_DATE),
        (("31", "12", "2199"), "La fecha de los hechos debe ser hoy o anterior."),
        (("1", "1", "1890"), "¿De verdad pasó en 1890?"),
        *(((number, "1", "2026"), REAL_DATE) for number in NUMBERS if number != "\x00"),
    ],
)
def test_a_day_that_cannot_be_is_asked_about(city, day, message):
    answer = city.send(Place("/radicar/donde", ""), **dict(zip(DATE, day, strict=True)))

    assert (422, True) == (answer.status_code, message in shown(answer))


QUERIES = [
    ("official", "/bandeja", ("pagina", "size", "fase", "tipo", "plazo", "numero"), {200}),
    ("official", "/bandeja/evaluaciones", ("pagina", "dependencia"), {200}),
    ("clerk", "/ventanilla", ("pagina",), {200}),
    ("head", "/bandeja/{routed}/trasladar", ("entidad",), {200}),
    ("citizen", "/radicar/que-paso", ("volver",), {200, 303}),
    ("citizen", "/ingresar", ("next",), {200}),
    *(
        ("citizen", f"/estadisticas{kind}", ("periodo", "departamento", "size"), {422})
        for kind in ("", ".json", ".csv")
    ),
]
ASKED = [*ACCEPTED.values(), *NUMBERS, *CONTROLS, *HEADERS]


@pytest.mark.parametrize(("who", "path", "names", "statuses"), QUERIES, ids=lambda p: str(p)[:40])
def test_whatever_stands_in_the_address(city, who, path, names, statuses):
    for name in names:
        for text in ASKED:
            answer = city.browsers[who].client.get(
                path.format(**city.names), query_string=[(name, text), (name, "2"), (text, "x")]
            )
            assert answer.status_code in statuses, (name, text)
            assert not LEAKS.search(answer.text)
            assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("citizen", "/punto/"),
        ("citizen", "/evaluar/"),
        ("citizen", "/evaluar/gracias/"),
        ("citizen", "/cuenta/clave/"),
        ("official", "/bandeja/"),
        ("clerk", "/ventanilla/"),
    ],
)
def test_an_address_of_nothing(city, who, path):
    for text in ASKED:
        answer = city.browsers[who].client.get(path + quote(text))
        assert answer.status_code in {404, 410, 308}, text
        assert not LEAKS.search(answer.text)


def test_68_a_wrong_code_and_an_unknown_number_are_alike(city):
    """The same status, words and work: processor time, because the machine may be busy."""
    spent: dict[bool, list[float]] = {True: [], False: []}
    answers = set()
    wrong = access_code.code_from_token(b"otra", "llave")
    with writing(city.app) as session:
        known = [a_petition(session, city.app.office).number for _ in range(20)]
    unknown = [str(PetitionNumber(2026, 900_000 + each)) for each in range(20)]
    for pair in zip(known, unknown, strict=True):
        for is_known, number in zip((True, False), pair, strict=True):
            begun = time.process_time()
            answer = city.send(Place("/seguimiento", ""), number=number, code=wrong)
            spent[is_known].append(time.process_time() - begun)
            answers.add((answer.status_code, answer.text.replace(number, "")))

    assert [422] == sorted({status for status, _text in answers})
    assert NOT_FOUND in html.unescape(next(iter(answers))[1])
    difference = statistics.median(spent[True]) - statistics.median(spent[False])
    assert abs(difference) < 0.020

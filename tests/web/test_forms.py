"""What people type: kept, cleaned or answered with what to do. Rows of the matrix of bad input."""

from datetime import date

import pytest
from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st

from pqrs.web.forms import (
    AtMost,
    Choice,
    Choices,
    DateParts,
    Email,
    LongText,
    Needed,
    OneLine,
    PageForm,
    Pick,
    SelectChoice,
    scale_of,
)
from pqrs.web.pages import status_of
from pqrs.web.typed_text import clean, has_control, whole_number, without_control

CANNOT_KEEP = "El texto tiene un carácter que no podemos guardar. Bórrelo y envíe otra vez."
REAL_DATE = "Escriba una fecha que exista, por ejemplo 27 3 2026."
EMAIL_SHAPE = "Escriba un correo como nombre@ejemplo.com."
PICK_ONE = "Elija una de las opciones."
SESSION_ENDED = (
    "Su sesión venció por tiempo. Lo que escribió sigue aquí. Revíselo y envíe otra vez."
)


class Everything(PageForm):
    text = LongText(
        "Qué pasó",
        [
            Needed("Escriba qué solicita."),
            AtMost(20_000, "Puede adjuntar el resto como documento."),
        ],
    )
    name = OneLine("Nombre", [AtMost(120)], one_line="Escriba el nombre en una sola línea.")
    mail = Email("Correo")
    kind = Choice(
        "Tipo", [Needed("Elija un tipo.")], choices=[SelectChoice("a"), SelectChoice("b")]
    )
    ease = Choice("Facilidad", choices=scale_of(), coerce=int)
    means = Choices("Medios", choices=[SelectChoice("m"), SelectChoice("t")])
    place = Pick("Lugar", choices=[SelectChoice("", "Elija un lugar"), SelectChoice("1", "Aquí")])
    day = DateParts("Día")


GOOD = {"text": "Hay un hueco.", "kind": "a"}


@pytest.fixture(scope="module")
def small():
    app = Flask("small", static_folder=None)
    app.config.update(SECRET_KEY="una llave de prueba", WTF_CSRF_ENABLED=False)
    Babel(app, default_locale="es")
    return app


def post(app, **fields):
    with app.test_request_context("/", method="POST", data=GOOD | fields):
        form = Everything()
        form.validate()
        return form


def test_what_is_right_passes_and_only_the_needed_is_needed(small):
    form = post(small)

    assert {} == form.errors
    assert ("Hay un hueco.", "", None, [], "", None) == (
        form.text.data,
        form.name.data,
        form.ease.data,
        form.means.data,
        form.place.data or "",
        form.day.data,
    )
    assert (True, False) == (form.text.flags.required, bool(form.name.flags.required))


@pytest.mark.parametrize(
    "blank", ["", "   ", "\n\t\r\n", "\u00a0\u2003", "\u200b\ufeff", "\u200d \u2060"]
)
def test_blanks_of_every_kind_are_nothing(small, blank):
    assert ["Escriba qué solicita."] == post(small, text=blank).text.errors


@pytest.mark.parametrize(
    "text",
    [
        "hola",
        "<script>alert(1)</script>",
        "' OR 1=1--",
        "{{7*7}}",
        "=cmd|'/c calc'!A1",
        "👨‍👩‍👧‍👦",
        "ن و",
        "Nasa Yuwe: ũ",
    ],
)
def test_any_words_are_taken_as_they_are(small, text):
    form = post(small, text=text, name=text)

    assert {} == form.errors
    assert (text, text) == (form.text.data, form.name.data)


@pytest.mark.parametrize("name", ["O'Brien", "D’Ángelo", "Null", "None", "X", "ñ" * 120])
def test_any_name_is_a_name(small, name):
    assert {} == post(small, name=name).errors


def test_too_long_says_how_much_and_what_to_do(small):
    form = post(small, text="a" * 20_001)
    words = (
        "Escriba máximo 20.000 caracteres. Lleva 20.001. Puede adjuntar el resto como documento."
    )

    assert [words] == form.text.errors
    assert 20_001 == len(form.text.data)


def test_a_thousand_accents_on_one_letter_pass(small):
    assert {} == post(small, text="a" + "\u0301" * 1000).errors


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x08", "\x7f", "\x9b"])
def test_a_control_character_is_refused_and_not_shown_again(small, sign):
    form = post(small, text=f"a{sign}b", name=f"a{sign}b")

    assert [CANNOT_KEEP] == form.text.errors == form.name.errors
    assert "ab" == form.text._value() == form.name._value()  # noqa: SLF001  what the page shows


def test_the_same_letter_written_two_ways_is_one(small):
    assert "Peña" == post(small, name="Pen\u0303a").name.data


def test_marks_that_turn_the_text_round_are_taken_out(small):
    assert "fotogpj.exe" == post(small, name="foto\u202egpj.exe").name.data


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028"])
def test_a_line_end_never_reaches_a_mail_header(small, end):
    form = post(small, name=f"Ana{end}Bcc: x@ejemplo.com")

    assert ["Escriba el nombre en una sola línea."] == form.name.errors


def test_line_ends_of_a_text_are_one_kind(small):
    assert "a\nb\nc" == post(small, text="a\r\nb\rc\n").text.data


@pytest.mark.parametrize(
    "mail", ["juan@", "a@b", "juan", "@ejemplo.com", "a b@ejemplo.com", "a" * 250 + "@b.co"]
)
def test_half_an_address_is_answered_with_an_example(small, mail):
    assert [EMAIL_SHAPE] == post(small, mail=mail).mail.errors


def test_two_addresses_are_one_too_many(small):
    assert ["Escriba un solo correo."] == post(small, mail="a@b.co,c@d.co").mail.errors


@pytest.mark.parametrize("mail", ["a+b@c.co", "nombre@ñandu.co", "jefe.obras@demo.test"])
def test_an_unusual_address_is_an_address(small, mail):
    form = post(small, mail=mail)

    assert (mail, "") == (form.mail.data, form.mail.suggestion)
    assert {} == form.errors


def test_a_misspelt_domain_is_offered_corrected_and_accepted(small):
    form = post(small, mail="juan@gmial.com")

    assert {} == form.errors
    assert "juan@gmail.com" == form.mail.suggestion


def test_nothing_chosen_and_a_wrong_choice_are_two_things(small):
    assert ["Elija un tipo."] == post(small, kind="").kind.errors
    assert [PICK_ONE] == post(small, kind="z").kind.errors
    assert [PICK_ONE] == post(small, place="z").place.errors
    assert [PICK_ONE] == post(small, means=["m", "z"]).means.errors


@pytest.mark.parametrize("ease", ["0", "6", "NaN", "1.5", "1e9", "9" * 30, "-1"])
def test_a_number_out_of_the_scale_is_no_choice(small, ease):
    assert [PICK_ONE] == post(small, ease=ease).ease.errors


def test_a_number_of_the_scale_is_a_number(small):
    assert 4 == post(small, ease="4").ease.data


@pytest.mark.parametrize(
    "boxes",
    [
        ("31", "2", "2026"),
        ("0", "0", "0"),
        ("29", "2", "2027"),
        ("1", "1", "9999"),
        ("1", "1", "10000"),
        ("1", "1", "26"),
        ("٣", "1", "2026"),
        ("1", "", "2026"),
        ("uno", "1", "2026"),
        ("-1", "1", "2026"),
        ("1.5", "1", "2026"),
        ("1_0", "1", "2026"),
        ("9" * 400, "1", "2026"),
    ],
)
def test_a_day_that_does_not_exist_is_asked_again(small, boxes):
    form = post(small, **dict(zip(("day-day", "day-month", "day-year"), boxes, strict=True)))

    assert [REAL_DATE] == form.day.errors
    assert boxes[1] == form.day.parts[1].value


def test_a_day_in_three_boxes_is_a_day(small):
    form = post(small, **{"day-day": " 27", "day-month": "03", "day-year": "2026"})

    assert (date(2026, 3, 27), []) == (form.day.data, list(form.day.errors))
    assert "day-day" == form.day.focus_id == form.day.parts[0].id


def test_a_known_day_fills_the_boxes(small):
    with small.test_request_context("/"):
        form = Everything(data={"day": date(2026, 3, 27)})

    assert ["27", "3", "2026"] == [part.value for part in form.day.parts]


def test_an_acts_refusal_is_shown_on_its_field_or_on_the_form(small):
    form = post(small)
    form.refuse("name", "Escriba su nombre completo.")
    form.refuse("", "El plazo ya venció.")

    assert ["Escriba su nombre completo."] == form.errors["name"]
    assert ["El plazo ya venció."] == form.form_errors
    assert 422 == status_of(form)


def test_a_lost_token_keeps_the_text_and_says_why():
    app = Flask("guarded", static_folder=None)
    app.config.update(SECRET_KEY="una llave de prueba")
    Babel(app, default_locale="es")
    form = post(app)

    assert {"csrf_token": [SESSION_ENDED]} == form.errors
    assert ("Hay un hueco.", 400) == (form.text.data, status_of(form))


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(text) == clean(clean(text))


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_is_shown_again_can_be_kept(text):
    assert not has_control(without_control(clean(text)))


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("7", 7), ("007", 7), ("999", 999), ("1000", None), ("", None), ("-1", None)]
    + [(text, None) for text in ("1.5", " 1", "1 ", "²", "٣", "\uff11", "uno", "1_0", "+1")],
)
def test_a_number_of_an_address_has_few_digits_of_ours(text, number):
    assert number == whole_number(text, 3)

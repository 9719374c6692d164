"""Every letter of the table can be written, says what it must and nothing it must not."""

import re
from pathlib import Path

import pytest

from pqrs.office import notices
from pqrs.office.access_code import evaluation_token, review_link_token, still_solved_token
from pqrs.outside.letters import FOLDER, LetterError, wrapped, write_letter, write_short

DETAILS = {
    "number": "2026-000123-4",
    "due_on": "2026-04-10",
    "department": "PLAN",
    "kind": "claim",
    "filed_at": "2026-03-18T02:30:00+00:00",
}
BASE = "https://pqrs.entidad.example"
KEY = b"k" * 32


ASKED_LATER = {"evaluate_reminder", "new_code", "still_solved"}
"""Letters about a case that the worker writes by itself, or because somebody asked."""

PARTS = {one.letter for one in (notices.PART, notices.PART_BACK, notices.PART_SENT)}
"""Of a petition of several matters: to whom depends on where it stands."""

THIRD = {notices.THIRD_PARTY.letter}
"""To whom a decision may affect: the act that tells them knows the address."""

REVIEWED = "evaluation_reviewed"
"""The one letter that is about an opinion and no case."""


def all_tellings():
    """What `office/notices.py` tells, found by asking for each event in every circumstance."""
    circumstances = [
        notices.Circumstances(is_urgent=urgent, waits_for_routing=waits)
        for urgent in (False, True)
        for waits in (False, True)
    ]
    from pqrs.law import EVENTS  # noqa: PLC0415  the table is keyed by these names

    return [
        telling
        for name in EVENTS
        for one in circumstances
        for telling in notices.tellings(name, one)
    ]


def all_letters():
    return sorted({telling.letter for telling in all_tellings()})


def letters_to_a_person():
    told = (one for one in all_tellings() if one.audience is notices.Audience.PETITIONER)
    return sorted({*(one.letter for one in told), *ASKED_LATER})


@pytest.mark.parametrize("name", sorted({*all_letters(), *ASKED_LATER, *PARTS, *THIRD}))
def test_a_letter_has_a_subject_a_body_and_a_link(entity, name):
    letter = write_letter(name, DETAILS, pack=entity.pack, base_url=BASE, code_key=KEY)

    assert "2026-000123-4" in letter.subject
    assert 2 < len(letter.subject) <= 78
    assert BASE in letter.body
    assert entity.pack.entity.name in letter.body
    lines = (line for line in letter.body.splitlines() if not line.startswith(BASE))
    assert max(map(len, lines)) <= 78


@pytest.mark.parametrize("name", all_letters())
def test_a_letter_can_be_written_of_a_case_without_date_or_department(entity, name):
    bare = {**DETAILS, "due_on": None, "department": None}
    letter = write_letter(name, bare, pack=entity.pack, base_url=BASE, code_key=KEY)

    assert "None" not in letter.body
    assert "\n\n\n" not in letter.body


def test_there_is_no_letter_that_nobody_sends():
    written = {path.stem for path in FOLDER.glob("*.txt") if not path.stem.startswith("_")}

    sent = {*all_letters(), *ASKED_LATER, *PARTS, *THIRD, REVIEWED}
    assert sent == written - {"reckoned_department", "rule_off"}


@pytest.mark.parametrize(
    ("letter", "ends"),
    [
        ("evaluate", ["/evaluar/{n}-{e}", "/evaluar/{n}-{e}/no"]),
        ("evaluate_reminder", ["/evaluar/{n}-{e}", "/evaluar/{n}-{e}/no"]),
        ("still_solved", ["/evaluar/sigue/{n}-{s}"]),
    ],
)
def test_a_question_leads_to_its_own_page(entity, letter, ends):
    body = write_letter(letter, DETAILS, pack=entity.pack, base_url=BASE, code_key=KEY).body
    number = DETAILS["number"]
    tokens = {"e": evaluation_token(KEY, number), "s": still_solved_token(KEY, number)}

    found = re.findall(re.escape(BASE) + r"\S+", body)
    assert [BASE + end.format(n=number, **tokens) for end in ends] == found


def test_the_letter_on_a_review_names_the_office_and_its_own_page(entity):
    details = {"review": 7, "department": "PLAN"}
    letter = write_letter(REVIEWED, details, pack=entity.pack, base_url=BASE, code_key=KEY)

    assert f"{BASE}/evaluar/revision/7-{review_link_token(KEY, 7)}" in letter.body
    assert "Planeación" in letter.body


@pytest.mark.parametrize("petitioner", ["Ana Peña", ""])
def test_third_persons_read_what_it_is_about_and_who_asks_unless_it_is_kept_back(
    entity, petitioner
):
    details = DETAILS | {"about": "Una licencia de obra.", "petitioner": petitioner}
    (name,) = THIRD
    letter = write_letter(name, details, pack=entity.pack, base_url=BASE, code_key=KEY)

    assert "De qué trata: Una licencia de obra." in letter.body
    assert bool(petitioner) is ("La presentó: Ana Peña" in letter.body)
    assert petitioner or "presentó" not in letter.body


def test_dates_are_spanish_and_of_bogota(entity):
    """02:30 of the 18th in UTC is still the evening of the 17th in Colombia."""
    letter = write_letter("receipt", DETAILS, pack=entity.pack, base_url=BASE, code_key=KEY)

    assert "martes 17 de marzo de 2026" in letter.body.replace("\n", " ")
    assert "viernes 10 de abril de 2026" in letter.body.replace("\n", " ")


def test_the_invitation_leads_to_the_evaluation_of_that_very_answer(entity):
    letter = write_letter("evaluate", DETAILS, pack=entity.pack, base_url=BASE, code_key=KEY)

    token = evaluation_token(KEY, "2026-000123-4")
    assert f"{BASE}/evaluar/2026-000123-4-{token}" in letter.body.splitlines()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_word_goes_through_gettext_and_none_of_them_scolds(path: Path):
    text = path.read_text()
    outside = re.sub(
        r"{%-? trans.*?endtrans %}|{%.*?%}|{{.*?}}|^-- $", "", text, flags=re.DOTALL | re.MULTILINE
    )

    assert "" == outside.strip()
    assert not re.search(r"inválid|prohibid|por favor", text, flags=re.IGNORECASE)


@pytest.mark.parametrize("name", ["no_such_letter", "../base"])
def test_a_letter_that_does_not_exist_is_an_error_of_its_own(entity, name):
    with pytest.raises(LetterError):
        write_letter(name, DETAILS, pack=entity.pack, base_url=BASE, code_key=KEY)


def test_an_address_is_never_cut():
    long = "Está en " + "https://pqrs.entidad.example/" + "a" * 80

    assert long.rsplit(maxsplit=1)[-1] in wrapped(long).splitlines()


@pytest.mark.parametrize("name", ["completion_requested", "completion_extended"])
def test_until_when_to_complete_is_the_day_of_the_case(entity, name):
    details = DETAILS | {"respond_by": "2026-05-19"}
    letter = write_letter(name, details, pack=entity.pack, base_url=BASE, code_key=KEY)

    assert "hasta el martes 19 de mayo de 2026" in " ".join(letter.body.split())
    assert "un mes" not in letter.body


@pytest.mark.parametrize(("kind", "may"), [("claim", True), ("data_claim", False)])
def test_more_time_is_offered_to_whom_the_law_gives_it(entity, kind, may):
    details = DETAILS | {"respond_by": "2026-05-19", "kind": kind}
    letter = write_letter(
        "completion_requested", details, pack=entity.pack, base_url=BASE, code_key=KEY
    )

    assert may is ("se amplíe" in letter.body)


IN_ENGLISH = DETAILS | {
    "language": "en",
    "respond_by": "2026-05-19",
    "due_before": "2026-04-09",
    "cause": "Decreto 9: la entidad no trabaja el lunes 2 de febrero de 2026.",
}
SPANISH = re.compile(
    r"\b(?:petición|número|usted|código|plazo|término|hasta|para|correo|de 2026)\b"
)


@pytest.mark.parametrize("write", [write_letter, write_short])
@pytest.mark.parametrize("name", letters_to_a_person())
def test_who_filed_in_english_is_written_to_in_english(entity, name, write):
    letter = write(name, IN_ENGLISH, pack=entity.pack, base_url=BASE, code_key=KEY)
    links = re.findall(re.escape(BASE) + r"\S+", letter.body)

    assert not SPANISH.findall(f"{letter.subject} {letter.body}".replace("\n", " "))
    assert "petition" in f"{letter.subject} {letter.body}".lower()
    assert [link for link in links if link.endswith("?idioma=en")] == links != []


@pytest.mark.parametrize("details", [DETAILS, IN_ENGLISH], ids=["es", "en"])
@pytest.mark.parametrize("name", letters_to_a_person())
def test_a_text_message_is_charged_as_one(entity, name, details):
    said = write_short(name, details, pack=entity.pack, base_url=BASE, code_key=KEY).body

    assert len(said) <= 160, said


@pytest.mark.parametrize(("details", "day"), [(DETAILS, "10/04/2026"), (IN_ENGLISH, "10 Apr 2026")])
def test_the_day_in_a_text_message_is_taken_for_no_other(entity, details, day):
    said = write_short("receipt", details, pack=entity.pack, base_url=BASE, code_key=KEY).body

    assert f" {day}. " in said


def test_days_are_english_in_an_english_letter(entity):
    body = write_letter("receipt", IN_ENGLISH, pack=entity.pack, base_url=BASE, code_key=KEY).body

    assert "on Tuesday 17 March 2026" in " ".join(body.split())
    assert "at the latest on Friday 10 April 2026" in " ".join(body.split())


def test_the_letter_on_an_opinion_given_in_english_is_in_english(entity):
    details = {"review": 7, "department": "PLAN", "language": "en"}
    letter = write_letter(REVIEWED, details, pack=entity.pack, base_url=BASE, code_key=KEY)

    assert "We reviewed your opinion" == letter.subject
    assert not SPANISH.findall(letter.body)


@pytest.mark.parametrize("language", ["fr", None, "en_US"])
def test_a_language_we_do_not_have_is_spanish(entity, language):
    details = DETAILS | {"language": language}
    written = [
        write_letter("replied", each, pack=entity.pack, base_url=BASE, code_key=KEY)
        for each in (details, DETAILS)
    ]

    assert written[0] == written[1]

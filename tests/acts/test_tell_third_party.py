"""Third persons whom the decision may affect (CPACA art. 37): told by each means, and heard."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from pqrs.acts.erase_contacts import erase_contacts
from pqrs.acts.file_petition import Person
from pqrs.acts.hear_third_party import hear_third_party
from pqrs.acts.note_third_party import note_third_party
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.post_notice import PersonalDataError
from pqrs.acts.reclassify import reclassify
from pqrs.acts.tell_third_party import Telling, tell_third_party
from pqrs.law import (
    IdentityLevel,
    Kind,
    PriorityGround,
    Refusal,
    ThirdMeans,
    ThirdPartyHeard,
    ThirdPartyNoted,
    ThirdPartyTold,
)
from pqrs.models import Notice, NoticeStatus, ThirdPerson
from pqrs.office import Role
from pqrs.outside.letters import write_letter
from pqrs.queries.petition_page import case_page
from pqrs.queries.third_parties import told_on_board
from tests.build import a_petition, a_press, answered, last_event

TODAY = date(2026, 3, 17)
"""The clock of the tests stands on that Tuesday."""
ABOUT = "Pide cerrar el paso que cruza el lote de al lado."
MAIL = Telling(ThirdMeans.EMAIL, "Luz Vecina", "luz@example.com", ABOUT, TODAY)
LETTER = replace(MAIL, means=ThirdMeans.ADDRESS, place="Calle 1 # 2-3, guía 77")
RADIO = replace(MAIL, means=ThirdMeans.PUBLISHED, who="Los vecinos", place="Emisora, 7 a. m.")


def tell(session, office, petition, telling, role=Role.OFFICIAL):
    press = a_press(session, office, petition, role)
    return tell_third_party(session, telling, **press)


def sent(session):
    return session.scalars(select(Notice).where(Notice.letter == "third_party")).all()


def row(session):
    return session.scalars(select(ThirdPerson)).one()


def test_by_mail_the_letter_says_what_the_law_orders_and_leaves_with_the_others(session, office):
    petition = a_petition(session, office)
    tell(session, office, petition, replace(MAIL, on=date(2026, 3, 1)))

    event = last_event(petition, ThirdPartyTold)
    assert (ThirdMeans.EMAIL, TODAY, True) == (event.means, event.told_on, event.named)
    (notice,) = sent(session)
    assert ("luz@example.com", NoticeStatus.PENDING) == (notice.address, notice.status)
    body = write_letter(
        notice.letter, notice.details, pack=office.pack, base_url="https://a.b", code_key=b"k" * 32
    ).body
    assert all(said in body for said in (petition.number, ABOUT, "Persona Inventada"))
    kept = row(session)
    assert ("Luz Vecina", "luz@example.com", None, ABOUT, False) == (
        kept.who,
        kept.email,
        kept.place,
        kept.words,
        kept.is_public,
    )
    assert event.version == kept.version


def test_no_event_holds_who_they_are(session, office):
    petition = a_petition(session, office)
    for telling in (MAIL, LETTER, RADIO):
        tell(session, office, petition, telling)

    kept = str([row.payload for row in petition.events])
    assert not any(said in kept for said in ("Luz", "luz@", "Calle 1", "vecinos", ABOUT))
    assert [1, 2, 3] == [
        event.version for event in petition.timeline() if isinstance(event, ThirdPartyTold)
    ]


def test_the_outbox_forgets_them_once_the_letter_left_and_the_file_does_not(session, office):
    petition = a_petition(session, office)
    tell(session, office, petition, MAIL)
    erase_contacts(lambda: nullcontext(session))
    assert "luz@example.com" == sent(session)[0].address
    sent(session)[0].status = NoticeStatus.FAILED
    erase_contacts(lambda: nullcontext(session))

    (notice,) = sent(session)
    assert notice.address is None
    assert not {"about", "petitioner"} & notice.details.keys()
    shown = case_page(session, petition.number, today=TODAY).steps[-1].third
    assert ("luz@example.com", ABOUT, True, False) == (
        shown.email,
        shown.words,
        shown.has_failed,
        shown.is_sent,
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"identity": IdentityLevel.RESERVED},
        {"identity": IdentityLevel.ANONYMOUS, "person": None},
        {"grounds": (PriorityGround.CHILD,)},
        {"person": Person(name="Persona Inventada", document_type="TI", document_number="107")},
    ],
    ids=["reserved", "anonymous", "child", "by a child's document"],
)
def test_a_name_kept_back_is_not_told(session, office, changes):
    petition = a_petition(session, office, **changes)
    tell(session, office, petition, MAIL)

    assert not last_event(petition, ThirdPartyTold).named
    assert "" == sent(session)[0].details["petitioner"]


def test_nor_slips_out_in_the_words_of_the_official(session, office):
    petition = a_petition(session, office, identity=IdentityLevel.RESERVED)
    slip = replace(MAIL, about="Persona Inventada pide cerrar el paso.")
    with pytest.raises(PersonalDataError):
        tell(session, office, petition, slip)
    named = a_petition(session, office)
    tell(session, office, named, slip)
    with pytest.raises(PersonalDataError):
        tell(session, office, named, replace(slip, means=ThirdMeans.PUBLISHED))


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("Lo pide con CC 1.020.304.050.", ("document",)),
        ("Llámela al 300 123 4567 o a ella@example.com.", ("phone", "email")),
        ("Vive en la cl 9 No. 8-7.", ("address",)),
        ("Es por Alba Menor Inventada.", ("represented",)),
        ("Persona Inventada, de Asociación Del Lote, pide cerrar el paso.", None),
    ],
)
def test_of_a_name_that_is_told_nothing_else_goes_with_it(session, office, about, found):
    person = Person(
        name="Persona Inventada",
        document_type="CC",
        document_number="1020304050",
        email="ella@example.com",
        phone="3001234567",
        postal_address="Calle 9 # 8-7",
        body_name="Asociación Del Lote",
        represented_name="Alba Menor Inventada",
    )
    petition = a_petition(session, office, person=person)
    telling = replace(MAIL, about=about)
    if found is None:
        tell(session, office, petition, telling)
        assert last_event(petition, ThirdPartyTold).named
        return
    with pytest.raises(PersonalDataError) as raised:
        tell(session, office, petition, telling)
    assert found == raised.value.found
    assert [] == sent(session)


def test_what_came_as_a_report_is_told_without_a_name(session, office):
    petition = a_petition(session, office, kind=Kind.REPORT)
    with pytest.raises(Refusal, match=r"Es una denuncia.*artículo 37"):
        tell(session, office, petition, MAIL)
    press = a_press(session, office, petition, Role.SUPERVISOR)
    reclassify(session, kind=Kind.CLAIM, reason="No denuncia nada.", **press)

    tell(session, office, petition, MAIL)
    assert "" == sent(session)[0].details["petitioner"]
    with pytest.raises(Refusal, match="llegó como denuncia"):
        tell(session, office, petition, RADIO)


def test_published_it_stands_on_the_board_until_the_answer(session, office):
    petition = a_petition(session, office)
    tell(session, office, petition, RADIO)

    assert not last_event(petition, ThirdPartyTold).named
    (shown,) = told_on_board(session)
    assert (petition.number, TODAY, ABOUT) == (shown.number, shown.since, shown.words)
    assert [] == sent(session)
    answered(session, office, petition)
    assert () == told_on_board(session)


def test_what_turns_out_to_complain_about_somebody_leaves_the_board(session, office):
    petition = a_petition(session, office)
    tell(session, office, petition, RADIO)
    petition.named_departments = ["HAC"]

    assert () == told_on_board(session)
    with pytest.raises(Refusal, match="se queja de alguien"):
        tell(session, office, petition, RADIO)
    tell(session, office, petition, LETTER)
    assert not last_event(petition, ThirdPartyTold).named
    tell(session, office, petition, MAIL)
    assert "" == sent(session)[0].details["petitioner"]


@pytest.mark.parametrize(
    ("telling", "why"),
    [
        (replace(LETTER, about=" "), "Escriba de qué trata"),
        (replace(LETTER, who=""), "Diga quién es"),
        (replace(RADIO, place="\n"), "Diga dónde"),
        (replace(LETTER, on=date(2026, 3, 18)), "El día va desde"),
        (replace(RADIO, on=date(2026, 3, 16)), "El día va desde"),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused(session, office, telling, why):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match=f"{why}.*artículo 37"):
        tell(session, office, petition, telling)


def test_it_is_owed_from_when_it_was_noticed_and_what_they_say_is_kept(session, office):
    petition = a_petition(session, office)
    press = a_press(session, office, petition, Role.OFFICIAL)
    note_third_party(session, who="El dueño del lote", **press)
    assert 1 == last_event(petition, ThirdPartyNoted).version
    assert petition.standing().owes_third_parties
    tell(session, office, petition, LETTER)
    assert not petition.standing().owes_third_parties

    press = a_press(session, office, petition, Role.HEAD)
    with pytest.raises(Refusal, match="Escriba lo que dijo"):
        hear_third_party(session, who="Luz Vecina", on=TODAY, body=" ", **press)
    hear_third_party(session, who="Luz Vecina", on=TODAY, body="Me opongo.", **press)
    assert TODAY == last_event(petition, ThirdPartyHeard).heard_on
    third = [step.third for step in case_page(session, petition.number, today=TODAY).steps[-3:]]
    assert ["El dueño del lote", "Luz Vecina", "Luz Vecina"] == [one.who for one in third]
    assert "Me opongo." == third[-1].words


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR, Role.INTERNAL_CONTROL])
def test_only_who_has_the_case_does_it(session, office, role):
    petition = a_petition(session, office)
    with pytest.raises(NotAllowedError):
        tell(session, office, petition, LETTER, role)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM third_party",
        "UPDATE third_party SET words = ''",
        "UPDATE third_party SET version = 9",
        "UPDATE third_party SET at = '2026-03-01 10:00:00+00:00'",
        "UPDATE third_party SET written_by = written_by + 1",
        "UPDATE third_party SET who = 'Otra'",
        "UPDATE third_party SET email = 'otra@example.com'",
        "UPDATE third_party SET place = 'Otra calle'",
        "UPDATE third_party SET is_public = TRUE",
    ],
)
def test_what_they_were_told_is_never_reworded_nor_removed(session, office, change):
    tell(session, office, a_petition(session, office), MAIL)

    with pytest.raises(DBAPIError, match="append-only"), session.begin_nested():
        session.execute(text(change))


def test_who_and_where_may_be_blanked_and_words_leave_the_board(session, office):
    petition = a_petition(session, office)
    for telling in (MAIL, RADIO):
        tell(session, office, petition, telling)
    session.execute(
        text("UPDATE third_party SET who = '', email = NULL, place = NULL, is_public = FALSE")
    )
    session.expire_all()

    assert () == told_on_board(session)
    third = [step.third for step in case_page(session, petition.number, today=TODAY).steps[-2:]]
    assert [("", "", "", ABOUT)] * 2 == [(t.who, t.email, t.place, t.words) for t in third]

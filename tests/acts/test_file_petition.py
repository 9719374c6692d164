"""Radicar: one number, one code, one due date, one department; twice the same is the same."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.acts.file_petition import (
    AlreadyFiledError,
    Person,
    file_petition,
    first_words,
)
from pqrs.law import Filed, IdentityLevel, Kind, Phase, Priority
from pqrs.models import Counter, Notice, NoticeStatus, Petition, PetitionText, by_number, facts_of
from pqrs.models.engine import make_engine, write_intent
from pqrs.office import Permission, Role, Viewer, access_code, allowed
from pqrs.outside.witness import ISSUED
from tests.build import a_filing, a_petition, an_official, answered


def test_the_first_of_the_year_is_number_one(session, office):
    receipt = file_petition(session, a_filing(), token="uno", office=office)

    assert receipt.number.startswith("2026-000001-")
    assert access_code.read_code(receipt.access_code) == receipt.access_code
    assert not receipt.again


def test_numbers_follow_one_another(session, office):
    numbers = [a_petition(session, office).sequence for _each in range(3)]

    assert [1, 2, 3] == numbers


def test_it_is_due_in_fifteen_working_days_at_the_department_of_its_topic(session, office):
    petition = a_petition(session, office)

    assert "INFRA" == petition.department
    assert Phase.OPEN is petition.phase
    assert date(2026, 3, 17) == petition.received_on
    assert date(2026, 4, 10) == petition.due_on


def test_the_same_token_gives_the_same_number_and_the_same_code(session, office):
    first = file_petition(session, a_filing(), token="igual", office=office)
    second = file_petition(session, a_filing(), token="igual", office=office)

    assert replace(first, again=True) == second
    assert 1 == session.scalar(select(func.count()).select_from(Petition))


def test_the_same_token_with_other_words_is_refused_with_the_number(session, office):
    first = file_petition(session, a_filing(), token="otro", office=office)

    with pytest.raises(AlreadyFiledError) as refused:
        file_petition(session, a_filing(text="Otra cosa"), token="otro", office=office)
    assert first.number == refused.value.number


def test_only_a_keyed_hash_of_the_code_is_stored(session, office):
    receipt = file_petition(session, a_filing(), token="hash", office=office)
    petition = by_number(session, receipt.number)

    stored = access_code.keyed_hash(office.code_key, receipt.number, receipt.access_code)
    assert stored == petition.code_hash


def test_the_words_are_kept_apart_and_whole(session, office):
    petition = a_petition(session, office, text="Línea uno\nLínea dos", topic=None)

    assert "Línea uno" == petition.subject
    texts = session.scalars(select(PetitionText.body)).all()
    assert ["Línea uno\nLínea dos"] == texts


def test_an_anonymous_petition_stores_nobody_even_if_a_name_is_sent(session, office):
    petition = a_petition(
        session,
        office,
        identity=IdentityLevel.ANONYMOUS,
        person=Person(name="Persona Inventada", email="persona@example.com"),
    )

    assert petition.petitioner_id is None
    assert "page" == petition.reply_by


def test_what_belongs_to_an_outside_body_waits_at_the_intake_desk(session, office):
    petition = a_petition(session, office, topic="SP-ACU-01", place="VILLAGORGONA")

    assert ("DADM", "intake") == (petition.department, petition.routed_by)
    assert "EXT-ACUAVALLE" == petition.competent


def test_the_water_company_depends_on_the_place(session, office):
    petition = a_petition(session, office, topic="SP-ACU-01", place="EL-CARMELO")

    assert "EMC" == petition.competent


def test_street_lighting_goes_to_planning(session, office):
    assert "PLAN" == a_petition(session, office, topic="SP-ALU-01").department


def test_words_that_say_nothing_wait_for_a_person(session, office):
    petition = a_petition(session, office, topic=None, text="qwerty asdf")

    assert ("DADM", "intake") == (petition.department, petition.routed_by)


def test_danger_to_life_is_first_and_told_at_once(session, office):
    pack = replace(
        office.pack, entity=replace(office.pack.entity, duty_contact="turno@example.com")
    )
    petition = a_petition(session, replace(office, pack=pack), topic="SP-GAS-01")

    assert (Priority.URGENT, 0) == (petition.priority, petition.rank)
    told = session.scalars(select(Notice).where(Notice.letter == "danger")).one()
    assert ("turno@example.com", True) == (told.address, told.urgent)


def test_who_has_no_address_is_told_by_the_page_and_the_row_says_so(session, office):
    a_petition(session, office, person=None, reply_by="page")

    status = session.scalar(select(Notice.status).where(Notice.audience == "petitioner"))
    assert NoticeStatus.NO_CHANNEL is status


def test_without_a_kind_the_words_suggest_one(session, office):
    assert Kind.CLAIM is a_petition(session, office, kind=None).kind


def test_the_kind_a_person_chose_stands(session, office):
    petition = a_petition(session, office, kind=Kind.INFORMATION)

    assert Kind.INFORMATION is petition.kind
    assert date(2026, 4, 1) == petition.due_on


def test_what_came_by_post_counts_from_its_arrival(session, office):
    arrived = office.clock() - timedelta(days=1)
    petition = a_petition(session, office, received_at=arrived)

    filed = petition.timeline()[0]
    assert isinstance(filed, Filed)
    assert arrived == filed.received_at
    assert date(2026, 3, 16) == petition.received_on


def test_numbers_never_run_against_time_when_the_clock_steps_back(session, office):
    first = a_petition(session, office)
    back = office.clock() - timedelta(hours=2)
    second = a_petition(session, replace(office, clock=lambda: back))

    assert first.filed_at == second.filed_at


def test_the_year_is_colombias(session, office):
    new_year_in_utc = datetime(2027, 1, 1, 3, 0, tzinfo=UTC)
    petition = a_petition(session, replace(office, clock=lambda: new_year_in_utc))
    after = datetime(2027, 1, 1, 5, 0, 1, tzinfo=UTC)
    next_one = a_petition(session, replace(office, clock=lambda: after))

    assert ((2026, 1), (2027, 1)) == (
        (petition.year, petition.sequence),
        (next_one.year, next_one.sequence),
    )


def test_a_filing_that_is_undone_leaves_no_hole(session, office):
    a_petition(session, office)
    with session.begin_nested() as point:
        a_petition(session, office)
        point.rollback()
    session.expire_all()
    a_petition(session, office)

    assert 2 == session.get(Counter, ("R", 2026)).value


def test_two_presses_at_once_get_the_same_number(database_url, office):
    """On PostgreSQL both look for the token before either has written it."""
    engine, start, receipts = make_engine(database_url), Barrier(2), []

    def press():
        with write_intent(), Session(engine) as session:
            start.wait()
            receipts.append(file_petition(session, a_filing(), token="uno", office=office))
            session.commit()

    with ThreadPoolExecutor(2) as people:
        for done in [people.submit(press), people.submit(press)]:
            done.result()
    engine.dispose()

    assert {False, True} == {receipt.again for receipt in receipts}
    assert 1 == len({(receipt.number, receipt.access_code) for receipt in receipts})


def test_danger_is_told_to_the_head_where_nobody_is_on_duty(session, office):
    an_official(session, Role.HEAD, "PLAN")
    petition = a_petition(session, office, topic="SP-ALU-04")

    told = session.scalars(select(Notice).where(Notice.letter == "danger")).one()
    assert (NoticeStatus.PENDING, True) == (told.status, told.urgent)
    assert "PLAN" == petition.department


def test_a_retry_has_its_number_witnessed_again(session, office):
    file_petition(session, a_filing(), token="otra vez", office=office)
    session.info.pop(ISSUED)
    receipt = file_petition(session, a_filing(), token="otra vez", office=office)

    assert [receipt.number] == [issued.number for issued in session.info.pop(ISSUED)]


def test_a_complaint_about_an_office_goes_to_control_and_its_people_may_not_read_it(
    session, office
):
    text = "el secretario de Hacienda me gritó cuando fui a reclamar el impuesto predial"
    filing = a_filing(text=text, topic="HA-PRE-01")
    receipt = file_petition(session, filing, token="queja", office=office)
    petition = by_number(session, receipt.number)
    assert petition is not None
    assert (petition.department, petition.named_departments) == ("CI", ["HAC"])
    facts = facts_of(petition)
    assert not allowed(Permission.READ_CASE, Viewer(1, Role.OFFICIAL, "HAC"), facts)
    assert allowed(Permission.READ_CASE, Viewer(1, Role.OFFICIAL, "CI"), facts)


def test_every_letter_to_the_petitioner_says_the_language_they_filed_in(session, office):
    petition = a_petition(session, office, language="en")
    answered(session, office, petition)
    told = {
        (notice.audience, notice.details.get("language"))
        for notice in session.scalars(select(Notice).where(Notice.petition_id == petition.id))
    }

    assert {("petitioner", "en"), ("department", None)} == told


def test_the_language_is_no_part_of_what_was_filed_and_nothing_of_who_is_unknown(session, office):
    spanish, english = a_filing(), a_filing(language="en")
    unknown = a_petition(
        session, office, identity=IdentityLevel.ANONYMOUS, person=None, language="en"
    )

    assert spanish.content_hash() == english.content_hash()
    assert "es" == unknown.language


def test_a_subject_that_is_cut_after_a_full_stop_ends_once():
    assert "frase que termina…" == first_words("frase que termina. " + "a" * 80)

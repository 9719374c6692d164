"""Accounts: a link works once and for a day; closing an account ends its sessions now."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pqrs.acts.manage_staff import StaffError, add_official, disable, new_link, set_password
from pqrs.acts.sign_in import recognise, sign_in, sign_out
from pqrs.models import AuditEntry, WebSession
from pqrs.office import Role
from pqrs.outside.passwords import hash_password

PASSWORD = "una frase larga con ñ y espacios"
HASH = hash_password(PASSWORD)


@pytest.fixture
def link(session, clock):
    return add_official(
        session,
        email=" Persona@Example.com ",
        name="Persona",
        role=Role.HEAD,
        department="HAC",
        at=clock,
    )


def signed_in(session, clock, password=PASSWORD):
    official_id = recognise(session, email="PERSONA@example.com", password=password)
    return official_id and sign_in(session, official_id=official_id, at=clock)


def test_the_link_sets_the_password_once(session, clock, link):
    assert set_password(session, token=link, password_hash=HASH, at=clock)
    assert not set_password(session, token=link, password_hash=HASH, at=clock)
    assert signed_in(session, clock)


def test_the_link_lasts_a_day(session, clock, link):
    late = clock + timedelta(hours=24, seconds=1)

    assert not set_password(session, token=link, password_hash=HASH, at=late)


def test_a_new_link_ends_the_one_before(session, clock, link):
    new_link(session, email="persona@example.com", at=clock)

    assert not set_password(session, token=link, password_hash=HASH, at=clock)


def test_wrong_password_unknown_address_and_closed_account_look_alike(session, clock, link):
    set_password(session, token=link, password_hash=HASH, at=clock)

    assert signed_in(session, clock, "no es esta") is None
    assert recognise(session, email="nadie@example.com", password=PASSWORD) is None
    disable(session, email="persona@example.com", at=clock)
    assert signed_in(session, clock) is None


def test_closing_an_account_ends_its_sessions(session, clock, link):
    set_password(session, token=link, password_hash=HASH, at=clock)
    signed_in(session, clock)
    disable(session, email="persona@example.com", at=clock)

    session.expire_all()
    assert [clock] == [row.ended_at for row in session.scalars(select(WebSession))]


def test_signing_out_ends_the_session(session, clock, link):
    set_password(session, token=link, password_hash=HASH, at=clock)
    sign_out(session, token=signed_in(session, clock), at=clock)

    session.expire_all()
    assert session.scalars(select(WebSession)).one().ended_at == clock


def test_an_address_has_one_account(session, clock, link):
    with pytest.raises(StaffError):
        add_official(
            session,
            email="persona@example.com",
            name="Otra",
            role=Role.ADMIN,
            department=None,
            at=clock,
        )


def test_an_official_belongs_to_a_department(session, clock):
    with pytest.raises(StaffError):
        add_official(
            session, email="x@example.com", name="X", role=Role.OFFICIAL, department=None, at=clock
        )


def test_an_unknown_address_is_said_so(session, clock):
    with pytest.raises(StaffError):
        new_link(session, email="nadie@example.com", at=clock)


def test_all_of_it_is_on_the_audit_trail(session, clock, link):
    set_password(session, token=link, password_hash=HASH, at=clock)
    signed_in(session, clock)

    actions = list(session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)))
    assert ["staff_added", "password_link", "password_set", "sign_in"] == actions

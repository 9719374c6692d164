"""The pack goes in, again and again, and another municipality needs no code."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pqrs.acts.load_office import OtherEntityError, load_office
from pqrs.models import Department, Installation, Place, Topic
from pqrs.office import load_pack

OTHER = Path("tests/packs/villa-ejemplo")


def count(session, model):
    return session.scalar(select(func.count()).select_from(model))


def test_it_may_be_repeated(session, entity):
    before = [count(session, model) for model in (Department, Topic, Place)]
    load_office(session, entity.pack)

    assert [39, 167, 78] == before
    assert before == [count(session, model) for model in (Department, Topic, Place)]


def test_a_name_that_changed_is_updated(session, entity):
    first, *rest = entity.pack.departments
    changed = replace(entity.pack, departments=(replace(first, name="Otro nombre"), *rest))
    load_office(session, changed)

    assert "Otro nombre" == session.get_one(Department, first.code).name


def test_two_entities_do_not_mix(session):
    with pytest.raises(OtherEntityError):
        load_office(session, load_pack(OTHER))


def test_the_database_knows_whose_it_is(session, entity):
    assert entity.pack.entity.name == session.get_one(Installation, 1).entity

"""Bring the entity's pack into the database: new rows added, known ones updated, none deleted."""

from sqlalchemy.orm import Session

from pqrs.acts.load_routing_rules import load_routing_rules
from pqrs.acts.load_rules import load_rules
from pqrs.models import (
    Department,
    Installation,
    Place,
    ServicePoint,
    Topic,
)
from pqrs.office import Pack


class OtherEntityError(Exception):
    """The database belongs to another entity than the pack."""


def load_office(session: Session, pack: Pack) -> None:
    """Repeatable. Departments come before what points at them, a place before those within it.

    Raises `OtherEntityError` rather than mix two municipalities.
    """
    installation = session.get(Installation, 1)
    if installation is None:
        session.add(Installation(id=1, entity=pack.entity.name))
    elif installation.entity != pack.entity.name:
        raise OtherEntityError(installation.entity)
    load_departments(session, pack)
    load_places(session, pack)
    load_topics_and_points(session, pack)
    session.flush()
    load_rules(session, pack)
    load_routing_rules(session, pack)


def load_departments(session: Session, pack: Pack) -> None:
    """Offices of the entity and outside bodies alike."""
    for department in pack.departments:
        session.merge(
            Department(
                code=department.code,
                name=department.name,
                kind=department.kind,
                internal=department.internal,
                parent=department.parent or None,
                valid_from=department.valid_from,
                valid_until=department.valid_until,
                successor=department.successor or None,
            )
        )
    session.flush()


def load_places(session: Session, pack: Pack) -> None:
    """Those without a parent first, then level by level."""
    waiting = list(pack.places)
    loaded = {""}
    while waiting:
        ready = [place for place in waiting if place.parent in loaded]
        for place in ready:
            session.merge(
                Place(
                    code=place.code, name=place.name, kind=place.kind, parent=place.parent or None
                )
            )
        session.flush()
        loaded.update(place.code for place in ready)
        waiting = [place for place in waiting if place.code not in loaded]


def load_topics_and_points(session: Session, pack: Pack) -> None:
    """What points at departments and places."""
    for topic in pack.topics:
        session.merge(
            Topic(
                code=topic.topic_id,
                theme=topic.tema,
                name=topic.subtema,
                department=topic.department,
                urgent=topic.urgent,
                valid_from=topic.valid_from,
                valid_until=topic.valid_until,
            )
        )
    for point in pack.service_points:
        session.merge(
            ServicePoint(
                code=point.code,
                name=point.name,
                department=point.department,
                place=point.place or None,
                address=point.address,
            )
        )
    session.flush()

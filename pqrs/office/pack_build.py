"""Rows and documents that were checked become the pack's values."""

from functools import cache

from pqrs.law import Kind
from pqrs.office import document_check
from pqrs.office.entity import (
    Commitment,
    Department,
    EmergencyLine,
    Entity,
    LegalLink,
    RoutingExample,
    RoutingRule,
    RoutingWords,
    ServicePoint,
    Topic,
)
from pqrs.office.evaluation_policy import policy_of
from pqrs.office.guide import guide_of
from pqrs.office.pack_files import Document, Row
from pqrs.office.places import Place


def department(row: Row) -> Department:
    return Department(
        code=row.text("code"),
        name=row.text("name"),
        kind=row.text("kind"),
        internal=row.flag("internal"),
        generic_kind=row.text("generic_kind"),
        parent=row.text("parent"),
        functions=row.text("functions"),
        aliases=row.many("aliases"),
        valid_from=row.day("valid_from"),
        valid_until=row.day("valid_until"),
        successor=row.text("successor"),
    )


def topic(row: Row) -> Topic:
    return Topic(
        topic_id=row.text("topic_id"),
        group=row.text("group"),
        tema=row.text("tema"),
        subtema=row.text("subtema"),
        department=row.text("department"),
        kind=_kinds()[row.text("kind")],
        also_involved=row.many("also_involved"),
        urgent=row.flag("urgent"),
        risk=row.text("risk"),
        sensitive_data=row.text("sensitive_data") == "yes",
        keywords=row.many("keywords"),
        valid_from=row.day("valid_from"),
        valid_until=row.day("valid_until"),
    )


def place(row: Row) -> Place:
    return Place(
        code=row.text("code"),
        name=row.text("name"),
        kind=row.text("kind"),
        parent=row.text("parent"),
        aliases=row.many("aliases"),
        dane_code=row.text("dane_code"),
        latitude=row.degrees("lat", 90),
        longitude=row.degrees("lon", 180),
        source=row.text("source"),
    )


def rule(row: Row) -> RoutingRule:
    names = (row.text(column) for column in ("topic", "place", "department", "reason"))
    return RoutingRule(*names)


def example(row: Row) -> RoutingExample:
    return RoutingExample(
        text=row.text("text"),
        topic=row.text("topic"),
        place=row.text("place"),
        style=row.text("style"),
        kind=_kinds().get(row.text("kind")),
    )


def routing_words(row: Row) -> RoutingWords:
    return RoutingWords(row.text("topic"), row.many("words"))


@cache
def _kinds() -> dict[str, Kind]:
    return {kind.code: kind for kind in Kind}


def service_point(row: Row) -> ServicePoint:
    names = (row.text(column) for column in ("code", "name", "department", "place", "address"))
    return ServicePoint(*names)


def entity(document: Document) -> Entity:
    raw = document.values
    lines = raw.get("emergency_lines", ())
    links = raw.get("legal_links", ())
    return Entity(
        **{key: raw.get(key, "") for key in document_check.ENTITY_TEXTS},
        signer=document_check.signer(document),
        threshold=document_check.threshold(document) or 0.0,
        unclear_topic=document_check.unclear_topic(document),
        report_topic=document_check.report_topic(document),
        readings=dict(raw.get("readings", {})),
        evaluation=policy_of(raw.get("evaluation", {})),
        english=dict(raw.get("english", {})),
        guide=guide_of(raw.get("guide", {})),
        emergency_lines=tuple(EmergencyLine(line["name"], line["number"]) for line in lines),
        legal_links=tuple(LegalLink(link["title"], link["url"]) for link in links),
    )


def commitments(document: Document) -> tuple[Commitment, ...]:
    promises = document.values.get("commitments", ())
    keys = document_check.COMMITMENT_TEXTS
    return tuple(Commitment(**{key: promise[key] for key in keys}) for promise in promises)

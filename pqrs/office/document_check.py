"""What must hold in `entity.toml` and `commitments.toml`: keys, types, values others rely on."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pqrs.law import LawError, Readings
from pqrs.office import guide
from pqrs.office.entity import DEFAULT_THRESHOLD
from pqrs.office.evaluation_policy import faults_of
from pqrs.office.measures import Indicator
from pqrs.office.pack_files import Document, Findings

ENTITY_TEXTS = (
    "name", "citizen_service", "municipality", "region", "dane_code", "nit", "address", "website",
    "phone", "email", "hours", "closing_time", "duty_contact", "exit_url",
)  # fmt: skip
_TABLES = ("answers", "routing", "readings", "evaluation", "english", "guide")
_LISTS = {"emergency_lines": ("name", "number"), "legal_links": ("title", "url")}
COMMITMENT_TEXTS = ("code", "text", "axis", "indicator", "target")
_SIGNERS = ("head", "official")
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_PAGE = re.compile(r"https://[^\s/]+(/\S*)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class _Check:
    """A document being looked at; the column of a problem is the key."""

    document: Document
    findings: Findings

    def fault(self, key: str, what: str) -> None:
        line = self.document.line_of(key)
        self.findings.add(self.document.file, line, key, what)

    def get(self, key: str) -> object:
        return self.document.values.get(key, "")


def check_entity(document: Document, internal_codes: Collection[str], findings: Findings) -> None:
    """Note what is wrong with the entity's facts; some unread file was noted before."""
    check = _Check(document, findings)
    _check_shapes(check)
    for key, columns in _LISTS.items():
        _check_list(check, key, columns)
    for key in ("name", "citizen_service"):
        if not check.get(key):
            check.fault(key, "falta el dato")
    service = check.get("citizen_service")
    if service and service not in internal_codes:
        check.fault("citizen_service", f"no existe la dependencia interna «{service}»")
    _check_written_forms(check)
    _check_decisions(check)
    _check_readings(check)
    for text, english in _table(document, "english").items():
        if not isinstance(english, str):
            check.fault(f"english.{text}", "debe ser un texto entre comillas")
    _check_own_tables(check)


def _check_own_tables(check: _Check) -> None:
    """The tables whose own module knows what they may hold."""
    for table, faults in (("evaluation", faults_of), ("guide", guide.faults_of)):
        for key, what in faults(_table(check.document, table)):
            check.fault(f"{table}.{key}", what)


def _check_shapes(check: _Check) -> None:
    for key in check.document.values:
        if key not in {*ENTITY_TEXTS, *_TABLES, *_LISTS}:
            check.fault(key, "no se conoce este dato")
    for key in ENTITY_TEXTS:
        if not isinstance(check.get(key), str):
            check.fault(key, "debe ser un texto entre comillas")
    for key in _TABLES:
        if not isinstance(check.get(key) or {}, dict):
            check.fault(key, f"debe ser una tabla [{key}]")


def _check_list(check: _Check, key: str, columns: tuple[str, ...]) -> None:
    if not _is_list_of(check.get(key) or [], columns):
        check.fault(key, f"cada [[{key}]] lleva {', '.join(columns)}, en texto")


def _is_list_of(value: object, columns: tuple[str, ...]) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, dict) and all(isinstance(item.get(column), str) for column in columns)
        for item in value
    )


def _check_written_forms(check: _Check) -> None:
    closing = check.get("closing_time")
    if closing and not _HOUR.fullmatch(str(closing)):
        check.fault("closing_time", f"«{closing}» no es una hora HH:MM")
    for key in ("email", "duty_contact"):
        address = check.get(key)
        if address and not _MAIL.fullmatch(str(address)):
            check.fault(key, f"«{address}» no es un correo")
    way_out = str(check.get("exit_url"))
    if way_out and not _PAGE.fullmatch(way_out):
        check.fault("exit_url", f"«{way_out}» no es una dirección https://…")


def _check_decisions(check: _Check) -> None:
    who = signer(check.document)
    if who not in _SIGNERS:
        check.fault("answers.signer", f"«{who}» debe ser head u official")
    limit = threshold(check.document)
    if limit is None or not 0 <= limit <= 1:
        check.fault("routing.threshold", "debe ser un número de 0 a 1")


def _check_readings(check: _Check) -> None:
    try:
        Readings.from_plain(_table(check.document, "readings"))
    except LawError as error:
        check.fault("readings", str(error))


def signer(document: Document) -> str:
    """`answers.signer`; the head when it is not said."""
    return str(_table(document, "answers").get("signer", "head"))


def threshold(document: Document) -> float | None:
    """`routing.threshold`; None when it is no number."""
    value = _table(document, "routing").get("threshold", DEFAULT_THRESHOLD)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number else None


def unclear_topic(document: Document) -> str:
    """`routing.unclear`, the topic of texts that say nothing; empty when there is none."""
    return str(_table(document, "routing").get("unclear", ""))


def check_report_topic(document: Document, topics: Collection[str], findings: Findings) -> None:
    """A topic that does not exist would lead reports to nobody."""
    topic = report_topic(document)
    if topic and topic not in topics:
        _Check(document, findings).fault("routing.reports", f"no existe el tema «{topic}»")


def report_topic(document: Document) -> str:
    """`routing.reports`, the topic of what is told at `/denunciar`; empty when there is none."""
    return str(_table(document, "routing").get("reports", ""))


def _table(document: Document, key: str) -> Mapping[str, Any]:
    value = document.values.get(key, {})
    return value if isinstance(value, dict) else {}


def check_commitments(document: Document, findings: Findings) -> None:
    """Every promise says what it is and names a figure that we have."""
    check = _Check(document, findings)
    _check_list(check, "commitments", COMMITMENT_TEXTS)
    promises = check.get("commitments")
    for promise in promises if isinstance(promises, list) else ():
        indicator = promise.get("indicator") if isinstance(promise, dict) else None
        if isinstance(indicator, str) and indicator not in set(Indicator):
            check.fault("indicator", f"no existe el indicador «{indicator}»")

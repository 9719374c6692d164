"""The legal clock, whole: dated rules decided by two people, breaches that stay, imported cases.

`closure` and `chosen_reading` become rows of `rule_change`, each with the version it began.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from pqrs.migrations import evaluations, imported_cases

revision = "0002"
down_revision = "0001"

FROM_PACK = "Reglamento interno de peticiones"
"""What the readings of the first schema rest on: they came from the entity's pack alone."""

LOWER = {"True": "true", "False": "false"}
"""The first schema kept what Python calls a truth; the readings know the lower case."""


def columns() -> Iterator[tuple[str, sa.Column]]:  # type: ignore[type-arg]
    """Every column that a table of the first schema gains. Fresh ones at each call."""
    yield "petition", sa.Column("breached_on", sa.Date(), nullable=True)
    named = sa.Column("named_departments", sa.JSON(), nullable=False, server_default="[]")
    yield "petition", named
    sense = sa.Column("decision", sa.String(40), nullable=False, server_default="responded")
    yield "reply_text", sense
    yield "reply_text", sa.Column("denial", sa.JSON(), nullable=True)
    earlier = sa.Column("refers_to", sa.String(), nullable=False, server_default="")
    yield "reply_text", earlier


def upgrade() -> None:
    """Make the tables, move the rows, then drop what they came from."""
    make_tables()
    make_desk_tables()
    for table, column in columns():
        op.add_column(table, column)
    imported_cases.upgrade()
    evaluations.upgrade()
    number_versions(copy_rules())
    op.drop_table("closure")
    op.drop_table("chosen_reading")
    make_triggers()


def downgrade() -> None:
    """Back to one row a closed day and a reading; who decided them, and when, is lost."""
    evaluations.downgrade()
    imported_cases.downgrade()
    make_first_tables()
    restore_rules()
    drop_triggers()
    op.drop_table("proposal")
    op.drop_table("official_text")
    op.drop_table("calendar_signature")
    op.drop_table("rule_change")
    op.execute("ALTER TABLE petition DROP COLUMN reckoned_with")
    op.execute("ALTER TABLE petition ADD COLUMN reckoned_with VARCHAR NOT NULL DEFAULT ''")
    for table, column in columns():
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column.name}")


def make_tables() -> None:
    """What the entity decided of its rules, and the calendars that somebody signed."""
    op.create_table(
        "rule_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("act_on", sa.Date(), nullable=True),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("file_hash", sa.String(), nullable=True),
        sa.Column("proposed_by", sa.Integer(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["official.id"], name=op.f("fk_rule_change_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["official.id"], name=op.f("fk_rule_change_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_change")),
        sa.UniqueConstraint("version", name=op.f("uq_rule_change_version")),
    )
    op.create_table(
        "calendar_signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["official.id"], name=op.f("fk_calendar_signature_signed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_signature")),
    )
    op.create_index(
        op.f("ix_calendar_signature_year"), "calendar_signature", ["year"], unique=False
    )


def make_desk_tables() -> None:
    """What the entity writes in a case beside its answer, and acts that need two people."""
    op.create_table(
        "official_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_official_text_petition_id")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["official.id"], name=op.f("fk_official_text_written_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_text")),
        sa.UniqueConstraint(
            "petition_id", "version", name=op.f("uq_official_text_petition_id_version")
        ),
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_proposal_petition_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["official.id"], name=op.f("fk_proposal_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["official.id"], name=op.f("fk_proposal_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index(op.f("ix_proposal_petition_id"), "proposal", ["petition_id"], unique=False)
    op.create_index(op.f("ix_proposal_status"), "proposal", ["status"], unique=False)


def changes() -> sa.TableClause:
    """The columns that copying writes or reads."""
    return sa.table(
        "rule_change",
        sa.column("kind", sa.String()),
        sa.column("payload", sa.JSON()),
        sa.column("act", sa.String()),
        sa.column("officer", sa.String()),
        sa.column("proposed_at", sa.DateTime(timezone=True)),
        sa.column("decided_at", sa.DateTime(timezone=True)),
        sa.column("status", sa.String()),
        sa.column("reason", sa.String()),
        sa.column("version", sa.Integer()),
    )


def copy_rules() -> int:
    """One approved change for each act that closed days, one for the readings; the last version."""
    connection, found = op.get_bind(), []
    closed: dict[str, list[str]] = {}
    for day, norm in connection.execute(sa.text("SELECT day, norm FROM closure ORDER BY day")):
        closed.setdefault(norm, []).append(str(day))
    for norm, days in closed.items():
        found.append(("closure", {"days": days}, norm))
    rows = connection.execute(sa.text("SELECT name, value FROM chosen_reading ORDER BY name")).all()
    if rows:
        chosen = {name: LOWER.get(value, value) for name, value in rows}
        found.append(("pack", {"readings": chosen, "changed": chosen, "from": None}, FROM_PACK))
    now = datetime.now(tz=UTC)  # noqa: TID251 - a migration imports nothing of ours
    moment = now.replace(tzinfo=None) if connection.dialect.name == "sqlite" else now
    for version, (kind, payload, act) in enumerate(found, start=1):
        connection.execute(
            changes()
            .insert()
            .values(
                kind=kind,
                payload=payload,
                act=act,
                officer="",
                proposed_at=moment,
                decided_at=moment,
                status="approved",
                reason="",
                version=version,
            )
        )
    return len(found)


def number_versions(last: int) -> None:
    """Every case was reckoned with all that was there."""
    op.execute("ALTER TABLE petition DROP COLUMN reckoned_with")
    op.execute(f"ALTER TABLE petition ADD COLUMN reckoned_with INTEGER NOT NULL DEFAULT {last}")


def make_triggers() -> None:
    """What was decided stays as it was decided; a signature is never changed."""
    if op.get_bind().dialect.name == "sqlite":
        for table, verb, condition in REFUSED:
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"WHEN {condition or '1'} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    for table, verb, condition in REFUSED:
        when = f"WHEN ({condition})" if condition else ""
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"FOR EACH ROW {when} EXECUTE FUNCTION refuse_change()"
        )


def drop_triggers() -> None:
    """SQLite names a trigger alone, PostgreSQL with its table."""
    for table, verb, _condition in REFUSED:
        on = f" ON {table}" if op.get_bind().dialect.name == "postgresql" else ""
        op.execute(f"DROP TRIGGER {table}_no_{verb.lower()}{on}")


REFUSED = (
    ("rule_change", "DELETE", ""),
    ("rule_change", "UPDATE", "OLD.status <> 'proposed'"),
    ("calendar_signature", "DELETE", ""),
    ("calendar_signature", "UPDATE", ""),
    ("official_text", "DELETE", ""),
    ("official_text", "UPDATE", ""),
    ("proposal", "DELETE", ""),
    ("proposal", "UPDATE", "OLD.status <> 'proposed'"),
)


def make_first_tables() -> None:
    """As the first migration made them."""
    op.create_table(
        "chosen_reading",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_chosen_reading")),
    )
    op.create_table(
        "closure",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("norm", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_closure")),
    )


def restore_rules() -> None:
    """What the approved changes amount to; what the first schema cannot say is left out."""
    connection = op.get_bind()
    closed: dict[str, str] = {}
    chosen: dict[str, str] = {}
    rows = connection.execute(
        sa.text(
            "SELECT kind, payload, act FROM rule_change WHERE status = 'approved' ORDER BY version"
        )
    )
    for kind, raw, act in rows:
        payload = json.loads(raw) if isinstance(raw, str) else raw
        if kind == "closure":
            closed.update(dict.fromkeys(payload["days"], act))
        elif kind == "reopening":
            closed = {day: norm for day, norm in closed.items() if day not in payload["days"]}
        elif kind == "pack":
            chosen.update(payload["changed"])
        elif kind == "reading" and not payload.get("until"):
            chosen[payload["name"]] = payload["value"]
    for day, norm in closed.items():
        connection.execute(
            sa.text("INSERT INTO closure (day, norm) VALUES (:day, :norm)"),
            {"day": day, "norm": norm},
        )
    for name, value in chosen.items():
        connection.execute(
            sa.text("INSERT INTO chosen_reading (name, value) VALUES (:name, :value)"),
            {"name": name, "value": value},
        )

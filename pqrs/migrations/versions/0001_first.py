"""The first schema: everything the main journey needs, and the triggers that keep history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPEND_ONLY = ("petition_event", "petition_text", "evaluation", "audit_entry")
"""Tables whose rows are never changed and never removed, not even by whoever owns the database."""

FIXED = ("number", "series", "year", "sequence", "filed_at", "content_hash", "code_hash", "channel")
"""What a petition keeps for ever from the moment it is filed."""

DOCUMENT_FIXED = (
    "id", "petition_id", "position", "name", "kind", "size", "sha256", "stripped", "added_at",
)  # fmt: skip
"""All of an attached file but what the antivirus says of it."""


def upgrade() -> None:
    """Make the tables, then the triggers."""
    make_tables()
    if op.get_bind().dialect.name == "sqlite":
        make_sqlite_triggers()
    else:
        make_postgresql_triggers()


def downgrade() -> None:
    """Refuse: under the first schema there is nothing, and petitions are not to be dropped."""
    raise RuntimeError("the first migration cannot be undone: it would drop every petition")


def make_sqlite_triggers() -> None:
    """Each refuses with a sentence that a log can show."""
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            sqlite_trigger(table, verb, "", "1")
    sqlite_trigger("petition", "DELETE", "", "1")
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in FIXED)
    sqlite_trigger("petition", "UPDATE", f"OF {', '.join(FIXED)}", changed)
    sqlite_trigger("document", "DELETE", "", "1")
    other = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in DOCUMENT_FIXED)
    sqlite_trigger("document", "UPDATE", f"OF {', '.join(DOCUMENT_FIXED)}", other)
    sqlite_trigger("reply_text", "UPDATE", "", "OLD.signed_at IS NOT NULL")
    sqlite_trigger("reply_text", "DELETE", "", "OLD.signed_at IS NOT NULL")


def sqlite_trigger(table: str, verb: str, columns: str, condition: str) -> None:
    """Abort `verb` on `table` when `condition` holds."""
    op.execute(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} {columns} ON {table} "
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def make_postgresql_triggers() -> None:
    """The same refusals, by one function."""
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            postgresql_trigger(table, verb, "")
    postgresql_trigger("petition", "DELETE", "")
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in FIXED)
    postgresql_trigger("petition", "UPDATE", f"WHEN ({changed})")
    postgresql_trigger("document", "DELETE", "")
    other = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in DOCUMENT_FIXED)
    postgresql_trigger("document", "UPDATE", f"WHEN ({other})")
    for verb in ("UPDATE", "DELETE"):
        postgresql_trigger("reply_text", verb, "WHEN (OLD.signed_at IS NOT NULL)")


def postgresql_trigger(table: str, verb: str, condition: str) -> None:
    """Refuse `verb` on `table` when `condition` holds."""
    op.execute(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"FOR EACH ROW {condition} EXECUTE FUNCTION refuse_change()"
    )


def make_tables() -> None:  # noqa: PLR0915  one table after another, in the order of their keys
    """The tables and their indexes."""
    op.create_table(
        "attempt",
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("target", name=op.f("pk_attempt")),
    )
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
    op.create_table(
        "counter",
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("series", "year", name=op.f("pk_counter")),
    )
    op.create_table(
        "department",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("successor", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_department")),
    )
    op.create_table(
        "draft",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_expires_at"), "draft", ["expires_at"], unique=False)
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
    )
    op.create_table(
        "petitioner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("document_type", sa.String(), nullable=True),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("postal_address", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petitioner")),
    )
    op.create_table(
        "place",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["parent"], ["place.code"], name=op.f("fk_place_parent")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_place")),
    )
    op.create_table(
        "tally",
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("dimension", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("bucket", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "month", "dimension", "member", "measure", "bucket", name=op.f("pk_tally")
        ),
    )
    op.create_table(
        "official",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "clerk",
                "official",
                "head",
                "supervisor",
                "internal_control",
                "ombudsman",
                "auditor",
                "admin",
                name="role",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_official_department")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official")),
        sa.UniqueConstraint("email", name=op.f("uq_official_email")),
    )
    op.create_table(
        "service_point",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_service_point_department")
        ),
        sa.ForeignKeyConstraint(["place"], ["place.code"], name=op.f("fk_service_point_place")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_service_point")),
    )
    op.create_table(
        "topic",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_topic_department")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_topic")),
    )
    op.create_table(
        "password_link",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_password_link_official_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_password_link")),
    )
    op.create_index(
        op.f("ix_password_link_official_id"), "password_link", ["official_id"], unique=False
    )
    op.create_table(
        "petition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "web",
                "window",
                "telephone",
                "post",
                "email",
                "mobile_team",
                "social_network",
                "chat",
                "api",
                "transferred",
                "imported",
                name="channel",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "identity",
            sa.Enum(
                "named", "reserved", "anonymous", name="identitylevel", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "priority",
            sa.Enum("normal", "urgent", name="priority", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("area", sa.String(), nullable=True),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("reply_by", sa.String(), nullable=False),
        sa.Column("missing", sa.JSON(), nullable=False),
        sa.Column("petitioner_id", sa.Integer(), nullable=True),
        sa.Column(
            "phase",
            sa.Enum(
                "open",
                "waiting",
                "replied",
                "closed",
                "transferred",
                "annulled",
                name="phase",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "private_interest",
                "general_interest",
                "information",
                "documents",
                "consultation",
                "complaint",
                "claim",
                "report",
                "suggestion",
                "praise",
                "authority_information",
                "authority_other",
                "congress",
                "national_ombudsman",
                "national_ombudsman_forwarded",
                "opposition",
                "council",
                "press_information",
                "data_query",
                "data_claim",
                "case_law_extension",
                "public_utility",
                "mixed",
                "anonymous_information",
                name="kind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer_days", sa.Integer(), nullable=True),
        sa.Column("competent", sa.String(), nullable=True),
        sa.Column("routed_by", sa.String(), nullable=True),
        sa.Column("last_sequence", sa.Integer(), nullable=False),
        sa.Column("last_hash", sa.String(), nullable=False),
        sa.Column("reckoned_with", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["place.code"], name=op.f("fk_petition_area")),
        sa.ForeignKeyConstraint(
            ["competent"], ["department.code"], name=op.f("fk_petition_competent")
        ),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_petition_department")
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_petition_official_id")
        ),
        sa.ForeignKeyConstraint(
            ["petitioner_id"], ["petitioner.id"], name=op.f("fk_petition_petitioner_id")
        ),
        sa.ForeignKeyConstraint(["place"], ["place.code"], name=op.f("fk_petition_place")),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name=op.f("fk_petition_topic")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition")),
        sa.UniqueConstraint("number", name=op.f("uq_petition_number")),
        sa.UniqueConstraint(
            "series", "year", "sequence", name=op.f("uq_petition_series_year_sequence")
        ),
    )
    op.create_index(
        "ix_petition_intake",
        "petition",
        ["routed_by", "phase", "rank", "due_on", "id"],
        unique=False,
    )
    op.create_index("ix_petition_phase_due_on", "petition", ["phase", "due_on"], unique=False)
    op.create_index(
        "ix_petition_queue",
        "petition",
        ["department", "routed_by", "phase", "rank", "due_on", "id"],
        unique=False,
    )
    op.create_table(
        "web_session",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_web_session_official_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_web_session")),
    )
    op.create_index(
        op.f("ix_web_session_official_id"), "web_session", ["official_id"], unique=False
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_audit_entry_official_id")
        ),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_audit_entry_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index(
        op.f("ix_audit_entry_official_id"), "audit_entry", ["official_id"], unique=False
    )
    op.create_index(
        op.f("ix_audit_entry_petition_id"), "audit_entry", ["petition_id"], unique=False
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "pdf", "jpg", "png", "docx", "odt", name="filekind", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("stripped", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "clean",
                "unchecked",
                "waiting",
                "held",
                name="filestatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_document_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint(
            "petition_id", "position", name=op.f("uq_document_petition_id_position")
        ),
        sa.UniqueConstraint("petition_id", "sha256", name=op.f("uq_document_petition_id_sha256")),
    )
    op.create_index(op.f("ix_document_sha256"), "document", ["sha256"], unique=False)
    op.create_index(op.f("ix_document_status"), "document", ["status"], unique=False)
    op.create_table(
        "evaluation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=True),
        sa.Column("service_point", sa.String(), nullable=True),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("yes", "partly", "no", name="outcome", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("ease", sa.Integer(), nullable=False),
        sa.Column("satisfaction", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.CheckConstraint("ease between 1 and 5", name=op.f("ck_evaluation_ease")),
        sa.CheckConstraint("satisfaction between 1 and 5", name=op.f("ck_evaluation_satisfaction")),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_evaluation_department")
        ),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_evaluation_petition_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_point"], ["service_point.code"], name=op.f("fk_evaluation_service_point")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sa.UniqueConstraint("petition_id", name=op.f("uq_evaluation_petition_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_evaluation_token_hash")),
    )
    op.create_index(
        "ix_evaluation_department_created_at",
        "evaluation",
        ["department", "created_at"],
        unique=False,
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=True),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "pending",
                "sent",
                "failed",
                "no_channel",
                name="noticestatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trouble", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_notice_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_petition_id"), "notice", ["petition_id"], unique=False)
    op.create_index(
        "ix_notice_status_next_try_at", "notice", ["status", "next_try_at"], unique=False
    )
    op.create_table(
        "petition_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_petition_event_official_id")
        ),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_petition_event_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition_event")),
        sa.UniqueConstraint(
            "petition_id", "sequence", name=op.f("uq_petition_event_petition_id_sequence")
        ),
    )
    op.create_table(
        "petition_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_petition_text_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition_text")),
        sa.UniqueConstraint(
            "petition_id", "version", name=op.f("uq_petition_text_petition_id_version")
        ),
    )
    op.create_table(
        "reply_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("drafted_by", sa.Integer(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("letter_number", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["drafted_by"], ["official.id"], name=op.f("fk_reply_text_drafted_by")
        ),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_reply_text_petition_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["official.id"], name=op.f("fk_reply_text_signed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_text")),
        sa.UniqueConstraint("letter_number", name=op.f("uq_reply_text_letter_number")),
        sa.UniqueConstraint(
            "petition_id", "version", name=op.f("uq_reply_text_petition_id_version")
        ),
    )
    op.create_table(
        "submission",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_submission_petition_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_submission")),
        sa.UniqueConstraint("petition_id", name=op.f("uq_submission_petition_id")),
    )

"""Lost codes, and the board of notices for who cannot be reached."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

REFUSED = (
    ("code_request", "UPDATE", "OLD.code_hash IS NOT NULL"),
    ("code_request", "DELETE", "OLD.code_hash IS NOT NULL"),
    ("board_notice", "DELETE", ""),
    ("board_notice", "UPDATE", "OLD.withdrawn_on IS NOT NULL AND OLD.effective_on IS NOT NULL"),
)
"""A code that was given stays on record; so does what was posted, and when it was taken down."""


def upgrade() -> None:
    """Make the tables, then the triggers."""
    make_code_request()
    make_board_notice()
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table, verb, condition in REFUSED:
        if postgresql:
            when = f"WHEN ({condition})" if condition else ""
            doing = f"FOR EACH ROW {when} EXECUTE FUNCTION refuse_change()"
        else:
            refusal = f"SELECT RAISE(ABORT, '{table} is append-only')"
            doing = f"WHEN {condition or '1'} BEGIN {refusal}; END"
        name = f"{table}_no_{verb.lower()}"
        op.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} {doing}")


def downgrade() -> None:
    """Old codes open again; what was posted is lost."""
    for table, verb, _condition in REFUSED:
        on = f" ON {table}" if op.get_bind().dialect.name == "postgresql" else ""
        op.execute(f"DROP TRIGGER {table}_no_{verb.lower()}{on}")
    op.drop_table("board_notice")
    op.drop_table("code_request")


def make_code_request() -> None:
    """What was asked, and the code that followed."""
    op.create_table(
        "code_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("address_hash", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code_hash", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_code_request_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_request")),
    )
    for column in ("number", "asked_at", "petition_id"):
        op.create_index(op.f(f"ix_code_request_{column}"), "code_request", [column], unique=False)


def make_board_notice() -> None:
    """What was posted, for how long, and when it took effect."""
    op.create_table(
        "board_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("ground", sa.String(length=40), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("posted_by", sa.Integer(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_board_notice_petition_id")
        ),
        sa.ForeignKeyConstraint(
            ["posted_by"], ["official.id"], name=op.f("fk_board_notice_posted_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_notice")),
    )
    for column in ("petition_id", "posted_on"):
        op.create_index(op.f(f"ix_board_notice_{column}"), "board_notice", [column], unique=False)

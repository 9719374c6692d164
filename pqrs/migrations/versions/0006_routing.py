"""Routing that people correct: dated rules, what cases taught, and petitions that ask the same."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

INDEXES = (
    ("ix_petition_topic_filed_at", "petition", ["topic", "filed_at"]),
    ("ix_petition_area_filed_at", "petition", ["area", "filed_at"]),
    ("ix_petition_filed_at", "petition", ["filed_at"]),
    ("ix_petitioner_document_number", "petitioner", ["document_number"]),
    ("ix_petitioner_email", "petitioner", ["email"]),
)


def upgrade() -> None:
    """The rules of the pack come in with the next `pqrs init`."""
    make_rules()
    op.create_table(
        "teaching",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lessons", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teaching")),
    )
    op.create_table(
        "adherence",
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_adherence_petition_id")
        ),
        sa.ForeignKeyConstraint(["first_id"], ["petition.id"], name=op.f("fk_adherence_first_id")),
        sa.PrimaryKeyConstraint("petition_id", name=op.f("pk_adherence")),
    )
    op.create_index(op.f("ix_adherence_first_id"), "adherence", ["first_id"], unique=False)
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns, unique=False)


def downgrade() -> None:
    """What was decided of routing and what cases taught is lost; the cases are not."""
    for name, table, _columns in INDEXES:
        op.drop_index(op.f(name), table_name=table)
    for table in ("adherence", "teaching", "routing_rule"):
        op.drop_table(table)


def make_rules() -> None:
    """No foreign keys on what a rule points at: a rule that errs is switched off, not refused."""
    op.create_table(
        "routing_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_why", sa.String(), nullable=False),
        sa.Column("off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("off_why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["official.id"], name=op.f("fk_routing_rule_made_by")),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["official.id"], name=op.f("fk_routing_rule_closed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routing_rule")),
    )

"""What opinions lead to: a step of `versions/0002_clock.py`.

An opinion says what it came for and how it arrived; reviews, contacts and later questions stand
in tables of their own.
"""

import sqlalchemy as sa
from alembic import op


def columns() -> list[sa.Column]:  # type: ignore[type-arg]
    """What an opinion gains. Fresh ones at each call."""
    return [
        sa.Column("purpose", sa.String(40), nullable=False, server_default="satisfaction"),
        sa.Column("aspects", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("way", sa.String(40), nullable=False, server_default="web"),
        sa.Column("set_apart", sa.String(40), nullable=True),
    ]


def upgrade() -> None:
    """Add the columns and the three tables, and guard what was answered."""
    for column in columns():
        op.add_column("evaluation", column)
    make_reviews()
    make_contacts()
    make_invitations()
    make_triggers()


def downgrade() -> None:
    """Back to opinions that lead to nothing."""
    on = " ON evaluation_review" if op.get_bind().dialect.name == "postgresql" else ""
    for verb in ("delete", "update"):
        op.execute(f"DROP TRIGGER evaluation_review_no_{verb}{on}")
    for table in ("evaluation_invitation", "evaluation_contact", "evaluation_review"):
        op.drop_table(table)
    for column in columns():
        op.execute(f"ALTER TABLE evaluation DROP COLUMN {column.name}")


def make_reviews() -> None:
    """One for each reason an opinion gives."""
    op.create_table(
        "evaluation_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evaluation_id", sa.Integer(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("petition_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["evaluation_id"], ["evaluation.id"], name=op.f("fk_evaluation_review_evaluation_id")
        ),
        sa.ForeignKeyConstraint(
            ["department"], ["department.code"], name=op.f("fk_evaluation_review_department")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["official.id"], name=op.f("fk_evaluation_review_answered_by")
        ),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_evaluation_review_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_review")),
        sa.UniqueConstraint(
            "evaluation_id", "reason", name=op.f("uq_evaluation_review_evaluation_id_reason")
        ),
    )
    op.create_index(
        "ix_evaluation_review_department_status",
        "evaluation_review",
        ["department", "status", "due_on"],
        unique=False,
    )


def make_contacts() -> None:
    """Apart, because they are erased."""
    op.create_table(
        "evaluation_contact",
        sa.Column("evaluation_id", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation_id"], ["evaluation.id"], name=op.f("fk_evaluation_contact_evaluation_id")
        ),
        sa.PrimaryKeyConstraint("evaluation_id", name=op.f("pk_evaluation_contact")),
    )


def make_invitations() -> None:
    """One for each petition that was asked more than once, or said no."""
    moments = ("reminded_at", "declined_at", "asked_again_at", "told_again_at")
    op.create_table(
        "evaluation_invitation",
        sa.Column("petition_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in moments),
        sa.Column("is_still_solved", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_evaluation_invitation_petition_id")
        ),
        sa.PrimaryKeyConstraint("petition_id", name=op.f("pk_evaluation_invitation")),
    )


def make_triggers() -> None:
    """An answered review stays as it was answered; none is removed."""
    for verb, condition in (("DELETE", "1 = 1"), ("UPDATE", "OLD.status <> 'open'")):
        head = (
            f"CREATE TRIGGER evaluation_review_no_{verb.lower()} BEFORE {verb} ON evaluation_review"
        )
        if op.get_bind().dialect.name == "sqlite":
            refused = "BEGIN SELECT RAISE(ABORT, 'evaluation_review is append-only'); END"
            op.execute(f"{head} WHEN {condition} {refused}")
        else:
            op.execute(f"{head} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION refuse_change()")

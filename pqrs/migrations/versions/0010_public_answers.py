"""Answers of general interest, published without whoever asked, and the words they are found by."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

FIXED = (
    "id", "question", "answer", "topic", "department", "place", "review_by", "petition_id",
    "replaces", "looked", "proposed_by", "proposed_at",
)  # fmt: skip
"""What was proposed stays as it was proposed: another wording is another answer."""
OVER = "OLD.status IN ('refused', 'withdrawn')"
BACK = "(OLD.status = 'published' AND NEW.status <> 'withdrawn')"


def upgrade() -> None:
    """Make the tables, then the triggers."""
    make_answers()
    op.create_table(
        "public_answer_word",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["public_answer.id"], name=op.f("fk_public_answer_word_answer_id")
        ),
        sa.PrimaryKeyConstraint("word", "answer_id", name=op.f("pk_public_answer_word")),
    )
    postgresql = op.get_bind().dialect.name == "postgresql"
    differs = "IS DISTINCT FROM" if postgresql else "IS NOT"
    reworded = " OR ".join(f"NEW.{column} {differs} OLD.{column}" for column in FIXED)
    for verb, condition in (("DELETE", ""), ("UPDATE", f"{OVER} OR {BACK} OR {reworded}")):
        if postgresql:
            when = f"WHEN ({condition})" if condition else ""
            doing = f"FOR EACH ROW {when} EXECUTE FUNCTION refuse_change()"
        else:
            refusal = "SELECT RAISE(ABORT, 'public_answer is append-only')"
            doing = f"WHEN {condition or '1'} BEGIN {refusal}; END"
        name = f"public_answer_no_{verb.lower()}"
        op.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON public_answer {doing}")


def downgrade() -> None:
    """What was published is lost; the cases it came from are not."""
    on = " ON public_answer" if op.get_bind().dialect.name == "postgresql" else ""
    for verb in ("delete", "update"):
        op.execute(f"DROP TRIGGER public_answer_no_{verb}{on}")
    op.drop_table("public_answer_word")
    op.drop_table("public_answer")


def make_answers() -> None:
    """The table and its indexes."""
    keys = {
        "department": "department.code",
        "petition_id": "petition.id",
        "replaces": "public_answer.id",
        "proposed_by": "official.id",
        "decided_by": "official.id",
        "withdrawn_by": "official.id",
    }
    op.create_table(
        "public_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("review_by", sa.Date(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=True),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("looked", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_public_answer_{column}"))
            for column, to in keys.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_answer")),
    )
    for name, columns in (
        ("ix_public_answer_status_published_on", ["status", "published_on", "id"]),
        ("ix_public_answer_department", ["department", "status"]),
        ("ix_public_answer_petition_id", ["petition_id"]),
        ("ix_public_answer_replaces", ["replaces"]),
    ):
        op.create_index(op.f(name), "public_answer", columns, unique=False)

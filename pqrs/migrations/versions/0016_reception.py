"""How a petition was received that an official filed: said aloud, by telephone, on paper."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """The table, and the triggers that refuse to change what was written down."""
    op.create_table(
        "reception",
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("is_spoken", sa.Boolean(), nullable=False),
        sa.Column("tongue", sa.String(length=40), nullable=False),
        sa.Column("other_tongue", sa.String(), nullable=False),
        sa.Column("interpreter", sa.String(), nullable=False),
        sa.Column("brought", sa.String(), nullable=False),
        sa.Column("answered", sa.String(), nullable=False),
        sa.Column("why_late", sa.String(), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_reception_petition_id")
        ),
        sa.ForeignKeyConstraint(["taken_by"], ["official.id"], name=op.f("fk_reception_taken_by")),
        sa.PrimaryKeyConstraint("petition_id", name=op.f("pk_reception")),
    )
    postgresql = op.get_bind().dialect.name == "postgresql"
    refusal = (
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        if postgresql
        else "BEGIN SELECT RAISE(ABORT, 'reception is append-only'); END"
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER reception_no_{verb.lower()} BEFORE {verb} ON reception {refusal}"
        )


def downgrade() -> None:
    """The petitions stay; who took them down, and in which language, is forgotten."""
    on = " ON reception" if op.get_bind().dialect.name == "postgresql" else ""
    for verb in ("delete", "update"):
        op.execute(f"DROP TRIGGER reception_no_{verb}{on}")
    op.drop_table("reception")

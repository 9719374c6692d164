"""Whom the service reaches: counts of what people said of themselves, and nothing of any person."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEYS = ("quarter", "notice", "question", "answer")


def upgrade() -> None:
    """One table of counts."""
    op.create_table(
        "population_count",
        *(sa.Column(name, sa.String(), nullable=False) for name in KEYS),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*KEYS, name=op.f("pk_population_count")),
    )


def downgrade() -> None:
    """The counts go."""
    op.drop_table("population_count")

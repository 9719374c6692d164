"""Whoever says twice whom they are is counted once: the used tokens, joined to nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """One column on purpose."""
    op.create_table(
        "population_token",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_population_token")),
    )


def downgrade() -> None:
    """Which tokens were used is forgotten."""
    op.drop_table("population_token")

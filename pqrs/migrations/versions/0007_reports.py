"""Reports of wrongdoing: the people they name, and those that internal control may not see."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def columns() -> Iterator[sa.Column]:  # type: ignore[type-arg]
    """What a petition gains. Fresh ones at each call."""
    yield sa.Column("named_officials", sa.JSON(), nullable=False, server_default="[]")
    yield sa.Column("for_ombudsman", sa.Boolean(), nullable=False, server_default=sa.false())


def upgrade() -> None:
    """What was filed before names nobody by name."""
    for column in columns():
        op.add_column("petition", column)


def downgrade() -> None:
    """Who was named is lost."""
    for column in columns():
        op.execute(f"ALTER TABLE petition DROP COLUMN {column.name}")

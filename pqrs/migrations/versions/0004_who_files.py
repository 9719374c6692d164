"""Who files: for whom one asks, and why a petition goes before others."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def columns() -> Iterator[tuple[str, sa.Column]]:  # type: ignore[type-arg]
    """Every column that a table gains. Fresh ones at each call."""
    capacity = sa.Column("capacity", sa.String(40), nullable=False, server_default="self")
    yield "petition", capacity
    yield "petition", sa.Column("grounds", sa.JSON(), nullable=False, server_default="[]")
    for name in ("body_name", "body_document", "represented_name"):
        yield "petitioner", sa.Column(name, sa.String(), nullable=True)


def upgrade() -> None:
    """Danger to life stays first; between it and the rest there is room for two more ranks."""
    for table, column in columns():
        op.add_column(table, column)
    op.execute("UPDATE petition SET rank = 3 WHERE rank = 1")
    op.execute("UPDATE petition SET grounds = '[\"life\"]' WHERE rank = 0")


def downgrade() -> None:
    """Back to two ranks; for whom one asked is lost."""
    op.execute("UPDATE petition SET rank = 1 WHERE rank > 0")
    for table, column in columns():
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column.name}")

"""A petition that holds a report among other matters is guarded like a report: which ones do."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Of what is mixed now, what it was last said to hold."""
    holds = sa.Column("holds_report", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("petition", holds)
    op.execute("UPDATE petition SET holds_report = TRUE WHERE kind = 'report'")
    op.execute(
        "UPDATE petition SET holds_report = TRUE WHERE kind = 'mixed' AND EXISTS ("
        "SELECT 1 FROM petition_event AS said WHERE said.petition_id = petition.id "
        "AND CAST(said.payload AS TEXT) LIKE '%\"report\"%' AND said.sequence = ("
        "SELECT max(sequence) FROM petition_event WHERE petition_id = petition.id "
        "AND name IN ('filed', 'reclassified')))"
    )


def downgrade() -> None:
    """The events stay; the column is forgotten."""
    op.execute("ALTER TABLE petition DROP COLUMN holds_report")

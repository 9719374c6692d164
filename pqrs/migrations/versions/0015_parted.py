"""Few petitions are parted: those of one department are found without reading all that are open."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
PARTED = sa.text("CAST(part_departments AS VARCHAR) != '[]'")


def upgrade() -> None:
    """An index of those alone."""
    op.create_index(
        "ix_petition_parted",
        "petition",
        ["holds_report", "phase", "due_on"],
        sqlite_where=PARTED,
        postgresql_where=PARTED,
    )


def downgrade() -> None:
    """All that are open are read."""
    op.drop_index("ix_petition_parted", table_name="petition")

"""Recursos and insistencias are followed until they are decided: who has to act on which case."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """What was contested before this had no way to be decided: all of it still waits."""
    waiting = sa.Column("contested", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("petition", waiting)
    op.add_column("petition", sa.Column("appeal_to", sa.String(), nullable=True))
    op.execute(
        "UPDATE petition SET contested = TRUE WHERE id IN "
        "(SELECT petition_id FROM petition_event WHERE name = 'appealed')"
    )
    op.create_index("ix_petition_contested", "petition", ["contested", "department"])


def downgrade() -> None:
    """The events stay; which cases wait is forgotten."""
    op.drop_index("ix_petition_contested", "petition")
    op.execute("ALTER TABLE petition DROP COLUMN appeal_to")
    op.execute("ALTER TABLE petition DROP COLUMN contested")

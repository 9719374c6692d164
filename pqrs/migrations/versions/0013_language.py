"""In which language a petitioner, and who left a contact with an opinion, is written to."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

TABLES = ("petition", "evaluation_contact")


def upgrade() -> None:
    """Whoever filed before was answered in Spanish."""
    for table in TABLES:
        op.add_column(
            table, sa.Column("language", sa.String(), nullable=False, server_default="es")
        )


def downgrade() -> None:
    """All are written to in Spanish."""
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} DROP COLUMN language")

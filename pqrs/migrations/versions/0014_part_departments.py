"""Of a petition of several matters, each department that sees to one has it in its queue."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
petition = sa.table("petition", sa.column("id"), sa.column("part_departments", sa.JSON()))
said = sa.table("petition_event", *map(sa.column, ("petition_id", "sequence", "name", "payload")))


def upgrade() -> None:
    """Of what was parted before, who was last said to see to each matter."""
    departments = sa.Column("part_departments", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("petition", departments)
    found = sa.select(said.c.petition_id, sa.cast(said.c.payload, sa.String()))
    connection = op.get_bind()
    settled = found.where(said.c.name == "parts_settled").order_by(said.c.sequence)
    last = {row[0]: json.loads(row[1])["departments"] for row in connection.execute(settled)}
    for one, named in last.items():
        bodies = list(dict.fromkeys(named))
        to_that = sa.update(petition).where(petition.c.id == one)
        connection.execute(to_that.values(part_departments=bodies))


def downgrade() -> None:
    """The events stay; the column is forgotten."""
    op.execute("ALTER TABLE petition DROP COLUMN part_departments")

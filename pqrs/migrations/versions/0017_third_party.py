"""Third persons whom a decision may affect: who they are, where they were told and what."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """One table; the events that name its rows hold no personal data."""
    op.create_table(
        "third_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_third_party_petition_id")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["official.id"], name=op.f("fk_third_party_written_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_third_party")),
        sa.UniqueConstraint(
            "petition_id", "version", name=op.f("uq_third_party_petition_id_version")
        ),
    )


def downgrade() -> None:
    """Who they were is lost; that they were told stays in the history."""
    op.drop_table("third_party")

"""Numbers given after the backup that had to be restored: known, never given again."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """The table, append-only like every other that keeps history."""
    op.create_table(
        "lost_number",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("content_hash", sa.String(), nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_lost_number")),
        sa.UniqueConstraint(
            "series", "year", "sequence", name=op.f("uq_lost_number_series_year_sequence")
        ),
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(trigger(verb, op.get_bind().dialect.name))


def trigger(verb: str, dialect: str) -> str:
    """Refuses that verb, as the first migration does for other tables."""
    start = f"CREATE TRIGGER lost_number_no_{verb.lower()} BEFORE {verb} ON lost_number "
    if dialect == "sqlite":
        return start + "BEGIN SELECT RAISE(ABORT, 'lost_number is append-only'); END"
    return start + "FOR EACH ROW EXECUTE FUNCTION refuse_change()"


def downgrade() -> None:
    """Refuse while a number would be forgotten: the next petition could be given it."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM lost_number")):
        raise RuntimeError("there are lost numbers: without this table they would be given again")
    op.drop_table("lost_number")

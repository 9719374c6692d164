"""What cases of another system need of the schema: a step of `versions/0002_clock.py`.

They keep the number and the due date that the other system gave them; their opinions may lack the
questions that it did not ask.
"""

import sqlalchemy as sa
from alembic import op

KEPT = ("external_number", "external_due_on")
"""What a petition keeps as the other system had it."""

SCORES = (
    ("outcome", sa.Enum("yes", "partly", "no", name="outcome", native_enum=False, length=40)),
    ("ease", sa.Integer()),
)
"""The questions that another system may not have asked."""


def upgrade() -> None:
    """Two columns of the petition, and opinions that may be partial."""
    op.add_column("petition", sa.Column("external_number", sa.String(), nullable=True))
    op.add_column("petition", sa.Column("external_due_on", sa.Date(), nullable=True))
    op.create_index(
        op.f("ix_petition_external_number"), "petition", ["external_number"], unique=True
    )
    keep_what_came()
    let_scores_be_missing(missing=True)


def downgrade() -> None:
    """Refuse where there are such cases: the first schema has no series for them."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM petition WHERE series = 'H'")):
        raise RuntimeError("the first schema cannot hold imported cases")
    on = " ON petition" if op.get_bind().dialect.name == "postgresql" else ""
    op.execute(f"DROP TRIGGER petition_keeps_what_came{on}")
    op.drop_index(op.f("ix_petition_external_number"), "petition")
    for column in KEPT:
        op.execute(f"ALTER TABLE petition DROP COLUMN {column}")
    let_scores_be_missing(missing=False)


def keep_what_came() -> None:
    """Refuse to change what the other system had given."""
    if op.get_bind().dialect.name == "sqlite":
        changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in KEPT)
        op.execute(
            f"CREATE TRIGGER petition_keeps_what_came BEFORE UPDATE OF {', '.join(KEPT)} "
            f"ON petition WHEN {changed} "
            "BEGIN SELECT RAISE(ABORT, 'petition is append-only'); END"
        )
        return
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in KEPT)
    op.execute(
        "CREATE TRIGGER petition_keeps_what_came BEFORE UPDATE ON petition "
        f"FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION refuse_change()"
    )


def let_scores_be_missing(*, missing: bool) -> None:
    """SQLite changes no column in place: the table is made again with its rows, then its guards."""
    if op.get_bind().dialect.name == "postgresql":
        for name, _type in SCORES:
            op.alter_column("evaluation", name, nullable=missing)
        return
    with op.batch_alter_table("evaluation", recreate="always") as table:
        for name, kind in SCORES:
            table.alter_column(name, existing_type=kind, nullable=missing)
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER evaluation_no_{verb.lower()} BEFORE {verb} ON evaluation "
            "WHEN 1 BEGIN SELECT RAISE(ABORT, 'evaluation is append-only'); END"
        )

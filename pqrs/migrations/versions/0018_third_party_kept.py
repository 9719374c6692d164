"""What third persons were told and said stays as it was written: it is evidence of the file."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

FIXED = ("id", "petition_id", "version", "words", "written_by", "at")
"""Who they are and where may only be blanked; words may leave the board, and not go back."""


def upgrade() -> None:
    """The triggers."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    differs = "IS DISTINCT FROM" if postgresql else "IS NOT"
    changed = (
        *(f"NEW.{column} {differs} OLD.{column}" for column in FIXED),
        "NEW.who != '' AND NEW.who != OLD.who",
        *(
            f"NEW.{column} IS NOT NULL AND NEW.{column} {differs} OLD.{column}"
            for column in ("email", "place")
        ),
        "NEW.is_public AND NOT OLD.is_public",
    )
    condition = " OR ".join(f"({one})" for one in changed)
    for verb, when in (("DELETE", ""), ("UPDATE", condition)):
        if postgresql:
            only = f"WHEN ({when})" if when else ""
            doing = f"FOR EACH ROW {only} EXECUTE FUNCTION refuse_change()"
        else:
            refusal = "SELECT RAISE(ABORT, 'third_party is append-only')"
            doing = f"WHEN {when or '1'} BEGIN {refusal}; END"
        name = f"third_party_no_{verb.lower()}"
        op.execute(sa.text(f"CREATE TRIGGER {name} BEFORE {verb} ON third_party {doing}"))


def downgrade() -> None:
    """Whoever holds the database may change them again."""
    on = " ON third_party" if op.get_bind().dialect.name == "postgresql" else ""
    for verb in ("delete", "update"):
        op.execute(sa.text(f"DROP TRIGGER third_party_no_{verb}{on}"))

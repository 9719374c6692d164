"""${message}."""

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Say what changes and why."""


def downgrade() -> None:
    """Undo it, keeping the data, or refuse with the reason."""

"""What this database is: whose, and whether its petitions are a demonstration."""

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Installation(Base):
    """One row. A demonstration never mixes with real petitions."""

    __tablename__ = "installation"

    id: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str]
    demo: Mapped[bool] = mapped_column(default=False)

"""What a database is, before anybody serves it: a demonstration, or somebody's real petitions."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, make_url, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from pqrs.models import Installation, Petition
from pqrs.models.engine import make_engine, make_sessions
from pqrs.settings import Settings, SettingsError


@dataclass(frozen=True)
class InstallationFacts:
    """`is_demo`: filled by `pqrs demo`. `has_petitions`: at least one, real or not."""

    is_demo: bool
    has_petitions: bool


def installation_facts(session: Session) -> InstallationFacts | None:
    """None for a database that was not prepared yet."""
    if not inspect(session.connection()).has_table(Installation.__tablename__):
        return None
    is_demo = session.scalar(select(Installation.demo))
    first = session.scalar(select(Petition.id).limit(1))
    return InstallationFacts(is_demo=bool(is_demo), has_petitions=first is not None)


def refuse_wrong_database(settings: Settings) -> None:
    """Invented petitions and real ones never meet: raise `SettingsError`, one line in Spanish.

    Asked once at start, on a connection that is closed before any process forks. A database that is
    not there yet, or does not answer, is the business of `pqrs init` and of `/salud`.
    """
    facts = facts_at_start(settings.database_url)
    if facts is None:
        return
    if facts.is_demo and not settings.demo:
        raise SettingsError("PQRS_DEMO: esta base de datos es de demostración y solo abre con 1.")
    if settings.demo and facts.has_petitions and not facts.is_demo:
        raise SettingsError(
            "PQRS_DEMO: esta base de datos tiene peticiones reales. Quite PQRS_DEMO."
        )


def facts_at_start(url: str) -> InstallationFacts | None:
    """Ask without making the file of a database that does not exist."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite" and not Path(parts.database or "").is_file():
        return None
    engine = make_engine(url)
    try:
        with make_sessions(engine)() as session:
            return installation_facts(session)
    except OperationalError:
        return None
    finally:
        engine.dispose()

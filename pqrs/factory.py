"""The application, wired from top to bottom: one place that knows every part."""

from urllib.parse import urlsplit

from pqrs.acts.office import Office, make_office
from pqrs.app import App
from pqrs.extensions import db
from pqrs.logs import init_logs
from pqrs.models.engine import guard_reads, prepare_engine
from pqrs.outside.now import start_clock_at
from pqrs.outside.signing import SigningKeys
from pqrs.outside.witness import Witness
from pqrs.queries.installation import refuse_wrong_database
from pqrs.settings import LOOPBACK, ROOT, Settings
from pqrs.web import init_web


def build_app(settings: Settings | None = None, entity: Office | None = None) -> App:
    """The application, wired from top to bottom.

    Without `settings` they are read from the environment; raises `SettingsError` or `PackError`,
    whose texts say what to correct. `entity` spares a process with several applications of the same
    entity the reading of its pack.
    """
    settings = settings or Settings.of_this_process()
    refuse_wrong_database(settings)
    app = App(
        __name__,
        instance_path=str(settings.instance),
        template_folder=str(ROOT / "templates"),
        static_folder=None,
    )
    app.settings = settings
    app.witness = Witness(settings.witness)
    app.signing = SigningKeys(settings.keys_dir)
    app.signing.prepare()
    app.office = make_office(settings, entity)
    start_clock_at(settings.clock)
    init_config(app)
    init_logs(app)
    init_database(app)
    init_web(app)
    return app


def init_config(app: App) -> None:
    """Flask's own settings, derived from ours."""
    secure = app.settings.is_https
    app.config.update(
        SECRET_KEY=app.settings.secret_key,
        SQLALCHEMY_DATABASE_URI=app.settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True},
        TRUSTED_HOSTS=[urlsplit(app.settings.base_url).hostname, *LOOPBACK],
        SESSION_COOKIE_NAME="__Host-pqrs" if secure else "pqrs",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=1_000_000,
        MAX_FORM_MEMORY_SIZE=500_000,
        WTF_CSRF_TIME_LIMIT=24 * 60 * 60,
    )


def init_database(app: App) -> None:
    """Prepare the engine: how a connection begins, and that a GET cannot write."""
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    guard_reads(db.session)

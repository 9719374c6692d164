"""Settings: one frozen value from the environment, or one line that says what is wrong.

Every name and default is fixed by the contract with those who operate the system and is listed
in `docs/operations.md`, which a test compares with this file.
"""

import contextlib
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

PREFIX = "PQRS_"
BOGOTA = ZoneInfo("America/Bogota")
ROOT = Path(__file__).parent.parent
"""The checkout: where templates, static files and the default instance folder are."""
PACKS = ROOT / "pqrs" / "office" / "data"
KEY_BYTES = 32
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class SettingsError(Exception):
    """A setting that stops the start; its text is one line in Spanish for the operator."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the operator decided. Paths are absolute; keys are bytes, never shown."""

    database_url: str
    secret_key: str
    code_key: bytes
    keys_dir: Path
    instance: Path
    entity: Path
    base_url: str = "http://127.0.0.1:8000"
    files: Path
    witness: Path
    mail_url: str
    mail_from: str = "no-responder@localhost"
    sms_url: str = ""
    clamd_url: str | None = None
    proxy_hops: int = 0
    metrics_token: str | None = None
    read_only: str | None = None
    demo: bool = False
    clock: datetime | None = None

    @property
    def is_https(self) -> bool:
        """Whether cookies may be `Secure` and HSTS may be sent."""
        return urlsplit(self.base_url).scheme == "https"

    @classmethod
    def of_this_process(cls) -> "Settings":
        """What the environment says, in the folder that it names. Raises `SettingsError`."""
        return cls.from_environ(os.environ, instance_folder())

    @classmethod
    def from_environ(cls, environ: Mapping[str, str], instance: Path) -> "Settings":
        """Read `PQRS_*` from `environ`; make missing keys and folders under `instance`.

        Raises `SettingsError` for a value that cannot be used or a name that does not exist.
        """
        refuse_unknown(environ)
        get = reader(environ)
        instance.mkdir(parents=True, exist_ok=True)
        keys_dir = Path(get("KEYS_DIR", str(instance / "keys"))).resolve()
        demo = read_switch("DEMO", get("DEMO", ""))
        return cls(
            database_url=read_database(
                get("DATABASE_URL", f"sqlite:///{instance / 'pqrs.sqlite'}")
            ),
            secret_key=get("SECRET_KEY", "") or read_or_make_key(keys_dir / "session").hex(),
            code_key=read_or_make_key(keys_dir / "access-code"),
            keys_dir=keys_dir,
            instance=instance,
            entity=read_entity(get("ENTITY", "candelaria")),
            base_url=read_base_url(get("BASE_URL", "http://127.0.0.1:8000"), demo=demo),
            files=read_files(get("FILES_URL", str(instance / "files"))),
            witness=Path(get("WITNESS_URL", str(instance / "witness.log"))).resolve(),
            mail_url=read_mail(get("MAIL_URL", str(instance / "outbox"))),
            mail_from=get("MAIL_FROM", "no-responder@localhost"),
            sms_url=read_sms(get("SMS_URL", str(instance / "sms") if demo else "")),
            clamd_url=read_clamd(get("CLAMD_URL", "")),
            proxy_hops=read_count("PROXY_HOPS", get("PROXY_HOPS", "0")),
            metrics_token=get("METRICS_TOKEN", "") or None,
            read_only=get("READ_ONLY", "") or None,
            demo=demo,
            clock=read_clock(get("CLOCK", ""), demo=demo),
        )


NAMES = (
    "DATABASE_URL",
    "SECRET_KEY",
    "INSTANCE_DIR",
    "KEYS_DIR",
    "BASE_URL",
    "ENTITY",
    "FILES_URL",
    "WITNESS_URL",
    "MAIL_URL",
    "MAIL_FROM",
    "SMS_URL",
    "CLAMD_URL",
    "PROXY_HOPS",
    "METRICS_TOKEN",
    "READ_ONLY",
    "DEMO",
    "CLOCK",
)
LATER = ("MAILBOX_URL", "REDIS_URL")
"""Names the contract reserves and nothing reads yet: set, they stop the start."""


def refuse_unknown(environ: Mapping[str, str]) -> None:
    """A misspelt name would silently leave a default in force."""
    for name, value in environ.items():
        if not name.startswith(PREFIX) or not value:
            continue
        short = name.removeprefix(PREFIX)
        if short in LATER:
            raise SettingsError(f"{name}: esta versión todavía no la usa. Quítela.")
        if short not in NAMES:
            raise SettingsError(f"{name}: no existe esa variable. Vea docs/operations.md.")


def instance_folder() -> Path:
    """Where everything is kept that has no setting of its own."""
    return Path(reader(os.environ)("INSTANCE_DIR", str(ROOT / "instance"))).resolve()


def reader(environ: Mapping[str, str]) -> Callable[[str, str], str]:
    """An empty variable counts as one that is not set."""

    def get(name: str, default: str) -> str:
        return environ.get(PREFIX + name, "").strip() or default

    return get


def read_or_make_key(path: Path) -> bytes:
    """32 random bytes, made once, readable by the owner alone.

    The key is written whole before it gets its name, so that of several processes that start
    together one makes it and the others read all of it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    key = path.read_bytes()
    if len(key) < KEY_BYTES:
        raise SettingsError(
            f"{PREFIX}KEYS_DIR: la llave {path.name} está dañada. Recupere su copia."
        )
    return key


def read_database(url: str) -> str:
    """SQLite or PostgreSQL; a relative file is one of the folder the command was started in."""
    if url.startswith("postgresql://"):
        return url.replace("postgresql://", "postgresql+psycopg://", 1)
    if url.startswith("sqlite:///"):
        return f"sqlite:///{Path(url.removeprefix('sqlite:///')).resolve()}"
    if url.startswith("postgresql+psycopg://"):
        return url
    raise SettingsError(f"{PREFIX}DATABASE_URL: se acepta sqlite:///ruta o postgresql+psycopg://…")


def read_entity(name: str) -> Path:
    """The folder of an entity pack: a name under `pqrs/office/data`, or a path."""
    folder = Path(name) if "/" in name else PACKS / name
    if not (folder / "entity.toml").is_file():
        known = ", ".join(sorted(p.parent.name for p in PACKS.glob("*/entity.toml")))
        raise SettingsError(f"{PREFIX}ENTITY: «{name}» no es una carpeta de entidad. Hay: {known}.")
    return folder.resolve()


def read_base_url(url: str, *, demo: bool) -> str:
    """Plain http leaves the machine only in a demonstration."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(
            f"{PREFIX}BASE_URL: escriba una dirección como https://pqrs.ejemplo.gov.co"
        )
    if parts.scheme == "http" and parts.hostname not in LOOPBACK and not demo:
        raise SettingsError(f"{PREFIX}BASE_URL: fuera de esta máquina se acepta solo https.")
    return url.rstrip("/")


def read_mail(url: str) -> str:
    """A folder for `.eml` files, or an SMTP server."""
    if "://" in url and not url.startswith(("smtp://", "smtps://")):
        raise SettingsError(
            f"{PREFIX}MAIL_URL: se acepta smtp://usuario:clave@servidor:587 o una carpeta."
        )
    return url if "://" in url else str(Path(url).resolve())


def read_sms(url: str) -> str:
    """A folder for messages as files, or the address of a gateway; none sends no text messages."""
    if "://" not in url:
        return str(Path(url).resolve()) if url else ""
    if not is_private_way(url):
        raise SettingsError(
            f"{PREFIX}SMS_URL: se acepta https://clave@servidor/ruta o una carpeta."
        )
    return url


def is_private_way(url: str) -> bool:
    """Encrypted to some host, or plain within this very machine, whatever its name begins with."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK))


def read_files(url: str) -> Path:
    """A folder; several machines that share one mount it."""
    if "://" in url:
        raise SettingsError(f"{PREFIX}FILES_URL: esta versión acepta solo una carpeta.")
    return Path(url).resolve()


def read_clamd(url: str) -> str | None:
    """ClamAV's daemon, over the network or by its socket; none is no antivirus."""
    parts = urlsplit(url)
    try:
        by_network = parts.scheme == "tcp" and parts.hostname and parts.port
    except ValueError:
        by_network = False
    if url and not by_network and not url.startswith("/"):
        raise SettingsError(
            f"{PREFIX}CLAMD_URL: se acepta tcp://servidor:puerto o la ruta completa de un socket."
        )
    return url or None


def read_count(name: str, text: str) -> int:
    """A whole number from 0 to 9."""
    if not (text.isascii() and text.isdigit() and len(text) == 1):
        raise SettingsError(f"{PREFIX}{name}: escriba un número entero de 0 a 9.")
    return int(text)


def read_switch(name: str, text: str) -> bool:
    """`1` or nothing."""
    if text not in {"", "0", "1"}:
        raise SettingsError(f"{PREFIX}{name}: escriba 1 para encender, o déjela vacía.")
    return text == "1"


def read_clock(text: str, *, demo: bool) -> datetime | None:
    """Where "now" starts, for demonstrations and checks alone."""
    if not text:
        return None
    if not demo:
        raise SettingsError(f"{PREFIX}CLOCK: solo con {PREFIX}DEMO=1.")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(
            f"{PREFIX}CLOCK: escriba un instante como 2026-11-22T08:00:00."
        ) from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=BOGOTA)).astimezone(UTC)

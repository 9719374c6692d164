"""Text messages out, by SMS or WhatsApp: to a folder, or to a gateway of the entity's.

The port is small on purpose, because each provider has its own: a POST of one JSON object,
`{"to": "+573001234567", "text": "…", "key": "…"}`, to `PQRS_SMS_URL`. A user in that address is
sent as a bearer token. 2xx: taken. 408, 429 and 5xx: later. Any other: never. `key` names the
message, so that a gateway can drop a second copy.
"""

import contextlib
import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

from pqrs.office.phones import SCHEME
from pqrs.outside.mail import (
    TIMEOUT,
    Mail,
    Mailer,
    MailTrouble,
    RefusedMail,
    ServerTrouble,
    make_mailer,
    message_key,
)
from pqrs.settings import Settings

LATER: Final = {408, 429}
SERVER: Final = 500
KEPT: Final = 7 * 24 * 60 * 60
"""Seconds that a message stays in a folder."""


class NoService(MailTrouble):
    """The entity has no service of text messages: the tracking page alone tells."""


class Carrier:
    """Whatever takes a message: by mail, or as a text when the address is a telephone."""

    def __init__(self, mailer: Mailer, texter: Mailer | None) -> None:
        self.mailer, self.texter = mailer, texter

    def send(self, mail: Mail) -> None:
        """By the way that its address asks for."""
        if not mail.to.startswith(SCHEME):
            self.mailer.send(mail)
        elif self.texter is None:
            raise NoService("La entidad no tiene servicio de mensajes de texto.")
        else:
            self.texter.send(mail)

    def sweep(self) -> None:
        """Take away what a folder no longer needs to hold; a gateway keeps its own."""
        if isinstance(self.texter, FolderTexter):
            self.texter.sweep()


def make_carrier(settings: Settings) -> Carrier:
    """By `PQRS_MAIL_URL` and `PQRS_SMS_URL`."""
    url = settings.sms_url
    if not url:
        return Carrier(make_mailer(settings), None)
    texter: Mailer = GatewayTexter(url) if "://" in url else FolderTexter(Path(url))
    return Carrier(make_mailer(settings), texter)


def payload(mail: Mail) -> dict[str, str]:
    """What the gateway is told."""
    to = mail.to.removeprefix(SCHEME)
    return {"to": to, "text": mail.body.strip(), "key": message_key(mail.key)}


class FolderTexter:
    """Writes each message as a file: for demonstrations, or for a program that fetches them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, mail: Mail) -> None:
        """Whole or not at all; the same message again takes the place of the first."""
        message = payload(mail)
        path = self.folder / f"{message['key']}.json"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(f".{os.getpid()}")
            unfinished.write_text(json.dumps(message, ensure_ascii=False), "utf-8")
            unfinished.rename(path)
        except OSError as error:
            raise ServerTrouble(f"No se pudo escribir en la carpeta: {error.strerror}.") from error

    def sweep(self) -> None:
        """Telephone numbers do not lie about: each message is there a week, by the disk's clock."""
        if not self.folder.is_dir():
            return
        with TemporaryFile(dir=self.folder) as mark:
            now = os.fstat(mark.fileno()).st_mtime
        for path in self.folder.glob("*.json"):
            with contextlib.suppress(FileNotFoundError):  # a program may be fetching it
                if now - path.stat().st_mtime > KEPT:
                    path.unlink()


class GatewayTexter:
    """Hands each message to the entity's gateway."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        self.token = unquote(parts.username or "")

    def send(self, mail: Mail) -> None:
        """One request a message."""
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps(payload(mail)).encode()
        request = urllib.request.Request(self.url, body, headers)  # noqa: S310  its scheme was checked
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):  # noqa: S310
                pass
        except urllib.error.HTTPError as error:
            raise trouble_of(error.code) from error
        except OSError as error:
            raise ServerTrouble("El servicio de mensajes no respondió.") from error


def trouble_of(status: int) -> MailTrouble:
    """Later, or never."""
    said = f"El servicio de mensajes respondió {status}."
    if status in LATER or status >= SERVER:
        return ServerTrouble(said)
    return RefusedMail(said)

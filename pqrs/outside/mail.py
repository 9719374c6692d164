"""Mail out: to a folder of `.eml` files, or to an SMTP server. Knows nothing of petitions."""

import hashlib
import os
import smtplib
import ssl
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from pqrs.settings import Settings

TIMEOUT = 20.0
"""Seconds without a word from the server, at each step, before it counts as silent."""

PORTS = {"smtp": 25, "smtps": 465}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
FIRST_PERMANENT = 500


class MailTrouble(Exception):  # noqa: N818  it is told to a person as trouble with a notice
    """It did not leave. The text is Spanish, for whoever must tell the person by other means."""


class RefusedMail(MailTrouble):
    """This message will never be taken: trying again changes nothing."""


class ServerTrouble(MailTrouble):
    """The server is not to be had: the messages behind this one need not be tried now."""


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One message to one person. `key` names it for ever: sent twice it is the same message."""

    to: str
    subject: str
    body: str
    key: str


class Mailer(Protocol):
    """Whatever takes a message. Raises `MailTrouble` when it does not."""

    def send(self, mail: Mail) -> None: ...


def make_mailer(settings: Settings) -> Mailer:
    """By `PQRS_MAIL_URL`: a server when it is an address, else a folder."""
    if "://" in settings.mail_url:
        return SmtpMailer(settings.mail_url, settings.mail_from)
    return FolderMailer(Path(settings.mail_url), settings.mail_from)


def write_message(mail: Mail, sender: str) -> EmailMessage:
    """Plain text, marked as automatic so that no machine answers it (RFC 3834).

    An address that is not exactly one address is refused, whatever line ends it brings along.
    """
    try:
        message = EmailMessage(policy=SMTP)
        message["To"] = Address(addr_spec=in_ascii(mail.to))
        message["From"] = sender
        message["Subject"] = mail.subject
    except (ValueError, HeaderParseError, IndexError) as error:
        raise RefusedMail("La dirección de correo no sirve.") from error
    message["Message-ID"] = f"<{message_key(mail.key)}@{sender.rpartition('@')[2].rstrip('>')}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(mail.body)
    return message


def in_ascii(address: str) -> str:
    """The domain as the mail system spells it; letters before the @ few servers take, so no."""
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.encode('idna').decode()}"


def message_key(key: str) -> str:
    """The same for the same notice, so that a second copy is known for what it is."""
    return hashlib.sha256(key.encode()).hexdigest()[:40]


class FolderMailer:
    """Writes each message as a file: for demonstrations, or for a program that fetches them."""

    def __init__(self, folder: Path, sender: str) -> None:
        self.folder = folder
        self.sender = sender

    def send(self, mail: Mail) -> None:
        """Whole or not at all; the same message again takes the place of the first."""
        message = write_message(mail, self.sender)
        path = self.folder / f"{message_key(mail.key)}.eml"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(message.as_bytes())
            unfinished.rename(path)
        except OSError as error:
            raise ServerTrouble(f"No se pudo escribir en la carpeta: {error.strerror}.") from error


class SmtpMailer:
    """Hands each message to a server, encrypted whenever it offers to."""

    def __init__(self, url: str, sender: str) -> None:
        self.parts: SplitResult = urlsplit(url)
        self.sender = sender

    def send(self, mail: Mail) -> None:
        """One connection a message: none is kept open over the pauses of a worker."""
        message = write_message(mail, self.sender)
        try:
            with self.connected() as server:
                server.send_message(message)
        except (smtplib.SMTPException, OSError) as error:
            raise trouble_of(error) from error

    def connected(self) -> smtplib.SMTP:
        """Greeted, encrypted and signed in, as far as the server and the address say."""
        host = self.parts.hostname or "localhost"
        port = self.parts.port or PORTS[self.parts.scheme]
        context = ssl.create_default_context()
        if self.parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=context)
        else:
            server = smtplib.SMTP(host, port, timeout=TIMEOUT)
        try:
            self.sign_in(server, host, context)
        except BaseException:
            server.close()
            raise
        return server

    def sign_in(self, server: smtplib.SMTP, host: str, context: ssl.SSLContext) -> None:
        """A password never leaves this machine in the clear."""
        server.ehlo()
        encrypted = self.parts.scheme == "smtps"
        if not encrypted and server.has_extn("starttls"):
            server.starttls(context=context)
            server.ehlo()
            encrypted = True
        if not self.parts.username:
            return
        if not encrypted and host not in LOOPBACK:
            raise ServerTrouble("El servidor de correo no cifra y no se le envía la clave.")
        server.login(unquote(self.parts.username), unquote(self.parts.password or ""))


def trouble_of(error: Exception) -> MailTrouble:
    """What an error of the library means for this message and for those behind it."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, _said = next(iter(error.recipients.values()))
        return refusal(code, "la dirección")
    if isinstance(error, smtplib.SMTPDataError):
        return refusal(error.smtp_code, "el mensaje")
    if isinstance(error, smtplib.SMTPResponseException):
        return ServerTrouble(f"El servidor de correo respondió {error.smtp_code}.")
    return ServerTrouble("El servidor de correo no respondió.")


def refusal(code: int, what: str) -> MailTrouble:
    """A 5xx is for good; a 4xx asks to come back later."""
    text = f"El servidor de correo rechazó {what} ({code})."
    return RefusedMail(text) if code >= FIRST_PERMANENT else MailTrouble(text)

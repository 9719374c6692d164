"""Text messages: short, in the alphabet of SMS, and the port says what became of each."""

import json
import os
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from pqrs.office.access_code import evaluation_token
from pqrs.outside.letters import LetterError, write_short
from pqrs.outside.mail import Mail, RefusedMail, ServerTrouble
from pqrs.outside.texts import Carrier, GatewayTexter, NoService, make_carrier
from pqrs.settings import Settings, SettingsError

KEY = b"k" * 32
BASE = "https://pqrs.candelaria-valle.gov.co"
DETAILS = {
    "number": "2026-000123-4",
    "due_on": "2026-04-10",
    "department": "PLAN",
    "kind": "claim",
    "filed_at": "2026-03-18T02:30:00+00:00",
}
TEXT = Mail(to="tel:+573001234567", subject="", body="Candelaria: hola", key="k 1")
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "letter", ["receipt", "completion_requested", "extended", "replied", "annulled", "paused"]
)
def test_the_news_fit_in_one_message(entity, letter, language):
    details = DETAILS | {"language": language}
    short = write_short(letter, details, pack=entity.pack, base_url=BASE, code_key=KEY).body

    assert len(short) <= 160, short
    assert set() == set(short) - GSM
    assert "2026-000123-4" in short
    assert short.endswith(f"{BASE}/seguimiento" + ("?idioma=en" if language == "en" else ""))


def test_the_question_leads_to_its_own_page_and_a_review_has_no_short_form(entity):
    facts = {"pack": entity.pack, "base_url": BASE, "code_key": KEY}
    short = write_short("evaluate", {**DETAILS, "due_on": None}, **facts).body

    assert short.endswith(f"/evaluar/2026-000123-4-{evaluation_token(KEY, '2026-000123-4')}")
    with pytest.raises(LetterError):
        write_short("evaluation_reviewed", {"review": 1}, **facts)


def test_a_folder_stands_in_and_the_same_message_is_one_file(tmp_path):
    carrier = make_carrier(Settings.from_environ({"PQRS_DEMO": "1"}, tmp_path))
    carrier.send(TEXT)
    carrier.send(TEXT)

    (file,) = (tmp_path / "sms").glob("*.json")
    assert {"to": "+573001234567", "text": "Candelaria: hola"}.items() <= json.loads(
        file.read_text()
    ).items()


def test_what_lay_in_the_folder_for_a_week_goes(tmp_path):
    carrier = make_carrier(Settings.from_environ({"PQRS_DEMO": "1"}, tmp_path))
    carrier.sweep()
    carrier.send(TEXT)
    (old,) = (tmp_path / "sms").iterdir()
    carrier.send(replace(TEXT, key="otra"))
    (tmp_path / "sms" / "notas.txt").touch()
    for name in (old.name, "notas.txt"):
        week = 7 * 24 * 60 * 60 + 60
        os.utime(tmp_path / "sms" / name, (old.stat().st_atime, old.stat().st_mtime - week))

    carrier.sweep()

    left = {path.suffix for path in (tmp_path / "sms").iterdir()}
    assert (False, {".json", ".txt"}) == (old.exists(), left)
    make_carrier(Settings.from_environ({}, tmp_path)).sweep()


def test_without_a_service_it_says_so_and_mail_goes_on(tmp_path):
    carrier = make_carrier(Settings.from_environ({}, tmp_path))

    with pytest.raises(NoService):
        carrier.send(TEXT)
    carrier.send(Mail(to="ana@example.com", subject="Hola", body="Hola", key="k"))
    assert 1 == len(list((tmp_path / "outbox").glob("*.eml")))


@contextmanager
def gateway(status):
    """A gateway that answers so, and what it was told."""
    told = []

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            told.append((self.headers["Authorization"], json.loads(self.rfile.read(length))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_words):
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://cla%20ve@127.0.0.1:{server.server_port}/texto", told
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.network
@pytest.mark.parametrize(
    ("status", "trouble"),
    [(200, None), (202, None), (400, RefusedMail), (429, ServerTrouble), (503, ServerTrouble)],
)
def test_the_port_says_taken_later_or_never(status, trouble):
    with gateway(status) as (url, told):
        texter = GatewayTexter(url)
        if trouble is None:
            texter.send(TEXT)
        else:
            with pytest.raises(trouble):
                texter.send(TEXT)

    ((token, message),) = told
    assert "Bearer cla ve" == token
    assert ("+573001234567", "Candelaria: hola") == (message["to"], message["text"])
    assert len(message["key"]) >= 32


@pytest.mark.network
def test_a_gateway_that_is_not_there_is_tried_later():
    with gateway(200) as (url, _told):
        gone = url
    with pytest.raises(ServerTrouble):
        Carrier(GatewayTexter(gone), GatewayTexter(gone)).send(TEXT)


@pytest.mark.parametrize(
    "url",
    [
        "http://servidor/x",
        "http://localhost.evil.example/x",
        "http://127.0.0.1.evil.example/x",
        "http://localhost@evil.example/x",
        "http://[::1/x",
        "https:///x",
        "ftp://localhost/x",
    ],
)
def test_the_gateway_is_spoken_to_encrypted(tmp_path, url):
    with pytest.raises(SettingsError, match="PQRS_SMS_URL"):
        Settings.from_environ({"PQRS_SMS_URL": url}, tmp_path)


@pytest.mark.parametrize(
    "url", ["https://clave@servidor.example/x", "http://localhost:8080/x", "http://[::1]:1/x"]
)
def test_or_within_this_machine(tmp_path, url):
    assert url == Settings.from_environ({"PQRS_SMS_URL": url}, tmp_path).sms_url

"""Mail leaves as one well-formed message to one person, or says why it did not."""

import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.smtp import AuthResult

from pqrs.outside import mail as mail_module
from pqrs.outside.mail import (
    FolderMailer,
    Mail,
    MailTrouble,
    RefusedMail,
    ServerTrouble,
    SmtpMailer,
    make_mailer,
)
from pqrs.settings import Settings
from tests.outside.post import mail_server
from tests.postgresql import free_port

SENDER = "pqrs@entidad.example"


def a_mail(**changes):
    plain = {
        "to": "ana@example.com",
        "subject": "Recibimos su petición",
        "body": "Buenas tardes, señora.\n",
        "key": "http://127.0.0.1 1",
    }
    return Mail(**{**plain, **changes})


def read_only_file(folder):
    (path,) = folder.glob("*.eml")
    return message_from_bytes(path.read_bytes(), policy=policy.default)


@pytest.mark.parametrize(
    ("url", "expected"),
    [("", FolderMailer), ("smtp://127.0.0.1:2525", SmtpMailer)],
)
def test_the_address_of_the_setting_decides_how_mail_leaves(tmp_path, url, expected):
    settings = Settings.from_environ({"PQRS_MAIL_URL": url}, tmp_path)

    assert isinstance(make_mailer(settings), expected)


def test_a_folder_keeps_a_whole_message_in_plain_spanish(tmp_path):
    FolderMailer(tmp_path / "outbox", SENDER).send(a_mail())

    message = read_only_file(tmp_path / "outbox")
    assert "ana@example.com" == message["To"]
    assert "Recibimos su petición" == message["Subject"]
    assert "auto-generated" == message["Auto-Submitted"]
    assert message["Message-ID"].endswith("@entidad.example>")
    assert "Buenas tardes, señora." == message.get_content().strip()


def test_the_same_notice_twice_is_the_same_file(tmp_path):
    mailer = FolderMailer(tmp_path, SENDER)
    mailer.send(a_mail())
    mailer.send(a_mail())
    mailer.send(a_mail(key="http://127.0.0.1 2"))

    assert 2 == len(list(tmp_path.iterdir()))


def test_a_folder_that_cannot_be_written_is_the_servers_trouble(tmp_path):
    (tmp_path / "taken").write_text("a file where the folder should be")

    with pytest.raises(ServerTrouble):
        FolderMailer(tmp_path / "taken", SENDER).send(a_mail())


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nadie",
        "a@example.com, b@example.com",
        "a@example.com\r\nBcc: b@example.com",
        "a@example.com\nBcc: b@example.com",
        "Ana <a@example.com>",
        "muñoz@example.com",
        "a@",
        "@example.com",
    ],
)
def test_what_is_not_one_address_is_refused_and_nothing_leaves(tmp_path, address):
    with pytest.raises(RefusedMail):
        FolderMailer(tmp_path, SENDER).send(a_mail(to=address))

    assert [] == list(tmp_path.iterdir())


def test_a_subject_with_a_line_end_is_refused(tmp_path):
    with pytest.raises(RefusedMail):
        FolderMailer(tmp_path, SENDER).send(a_mail(subject="Hola\r\nBcc: b@example.com"))


def test_a_domain_with_spanish_letters_is_spelled_as_mail_wants_it(tmp_path):
    FolderMailer(tmp_path, SENDER).send(a_mail(to="ana@peña.example"))

    assert "ana@xn--pea-8ma.example" == read_only_file(tmp_path)["To"]


@pytest.mark.network
def test_a_server_takes_the_message():
    with mail_server() as sink:
        SmtpMailer(sink.url, SENDER).send(a_mail())

    (message,) = sink.taken
    assert "Recibimos su petición" == message["Subject"]
    assert "Buenas tardes, señora." == message.get_content().strip()


@pytest.mark.network
@pytest.mark.parametrize(
    ("recipient", "answer", "expected"),
    [
        ("ana@example.com", "550 no such user", RefusedMail),
        ("ana@example.com", "451 later", MailTrouble),
        ("data", "554 no", RefusedMail),
        ("data", "452 full", MailTrouble),
        ("ana@example.com", "421 closing", MailTrouble),
    ],
)
def test_a_refusal_for_good_is_told_from_one_for_now(recipient, answer, expected):
    with mail_server() as sink:
        sink.answers[recipient] = answer

        with pytest.raises(MailTrouble) as trouble:
            SmtpMailer(sink.url, SENDER).send(a_mail())

    assert isinstance(trouble.value, RefusedMail) is (expected is RefusedMail)
    assert "ana@example.com" not in str(trouble.value)


@pytest.mark.network
def test_nobody_listening_is_the_servers_trouble():
    with pytest.raises(ServerTrouble, match="no respondió"):
        SmtpMailer(f"smtp://127.0.0.1:{free_port()}", SENDER).send(a_mail())


@pytest.mark.network
@pytest.mark.parametrize("word", ["secreta@1", "otra"])
def test_the_user_and_password_of_the_address_are_used(word):
    asked = []

    def check(_server, _session, _envelope, _mechanism, data):
        asked.append(data.password)
        return AuthResult(success=data.password == b"secreta@1", handled=False)

    with mail_server(authenticator=check, auth_require_tls=False) as sink:
        mailer = SmtpMailer(sink.url.replace("//", f"//ana:{word.replace('@', '%40')}@"), SENDER)
        if word == "otra":
            with pytest.raises(ServerTrouble, match="535"):
                mailer.send(a_mail())
        else:
            mailer.send(a_mail())

    assert (1 if word == "secreta@1" else 0) == len(sink.taken)
    assert word.encode() in asked


@pytest.mark.network
def test_a_server_that_never_says_a_word_is_given_up(monkeypatch):
    monkeypatch.setattr(mail_module, "TIMEOUT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"smtp://127.0.0.1:{silent.getsockname()[1]}"

        with pytest.raises(ServerTrouble, match="no respondió"):
            SmtpMailer(address, SENDER).send(a_mail())


@pytest.mark.network
def test_a_link_cut_after_the_last_dot_is_tried_again_as_the_same_message():
    """Nobody knows whether it was taken, so it goes again under the same Message-ID."""
    with mail_server() as sink:
        sink.answers["data"] = "421 closing"
        mailer = SmtpMailer(sink.url, SENDER)
        with pytest.raises(MailTrouble) as trouble:
            mailer.send(a_mail())
        sink.answers.clear()
        mailer.send(a_mail())

    first, second = sink.taken
    assert not isinstance(trouble.value, RefusedMail)
    assert first["Message-ID"] == second["Message-ID"]

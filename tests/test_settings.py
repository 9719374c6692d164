"""Settings: defaults that work on one machine, and one line for whatever is wrong."""

import stat
from datetime import UTC, datetime
from multiprocessing import get_context

import pytest

from pqrs.settings import Settings, SettingsError, read_or_make_key

WRONG = {
    "DATABASE_URL": "mysql://x",
    "BASE_URL": "ftp://x",
    "ENTITY": "no-existe",
    "PROXY_HOPS": "muchos",
    "DEMO": "quizá",
    "CLOCK": "2026-01-01T00:00:00",
    "MAIL_URL": "imap://x",
    "MAILBOX_URL": "imap://x",
    "FILES_URL": "s3://cubo/carpeta",
    "CLAMD_URL": "clamd.example:3310",
    "DATABASE": "x",
}


def read(tmp_path, **environ):
    named = {f"PQRS_{name}": value for name, value in environ.items()}
    return Settings.from_environ(named, tmp_path / "instance")


def test_nothing_set_is_sqlite_in_the_instance_folder(tmp_path):
    settings = read(tmp_path)

    assert f"sqlite:///{tmp_path}/instance/pqrs.sqlite" == settings.database_url
    assert tmp_path / "instance" / "witness.log" == settings.witness
    assert (False, 0, None) == (settings.demo, settings.proxy_hops, settings.clock)
    assert not settings.is_https


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_one_line_that_names_it(tmp_path, name):
    with pytest.raises(SettingsError) as refused:
        read(tmp_path, **{name: WRONG[name]})
    assert f"PQRS_{name}" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_plain_http_leaves_the_machine_only_in_a_demonstration(tmp_path):
    with pytest.raises(SettingsError):
        read(tmp_path, BASE_URL="http://pqrs.example")
    assert (
        "http://pqrs.example" == read(tmp_path, BASE_URL="http://pqrs.example/", DEMO="1").base_url
    )
    assert read(tmp_path, BASE_URL="https://pqrs.example").is_https


def test_plain_postgresql_means_psycopg(tmp_path):
    assert (
        "postgresql+psycopg://a@b/c"
        == read(tmp_path, DATABASE_URL="postgresql://a@b/c").database_url
    )


def test_the_clock_of_a_demonstration_is_bogotas_without_a_zone(tmp_path):
    settings = read(tmp_path, DEMO="1", CLOCK="2026-11-22T08:00:00")

    assert datetime(2026, 11, 22, 13, tzinfo=UTC) == settings.clock
    with pytest.raises(SettingsError):
        read(tmp_path, DEMO="1", CLOCK="ayer")


def test_keys_are_made_once_and_only_the_owner_reads_them(tmp_path):
    first, second = read(tmp_path), read(tmp_path)

    assert (first.code_key, first.secret_key) == (second.code_key, second.secret_key)
    path = first.keys_dir / "access-code"
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)


def test_a_damaged_key_stops_the_start(tmp_path):
    settings = read(tmp_path)
    (settings.keys_dir / "access-code").write_bytes(b"corta")

    with pytest.raises(SettingsError):
        read(tmp_path)


def test_processes_that_start_together_have_one_key(tmp_path):
    with get_context("fork").Pool(8) as pool:
        keys = pool.map(read_or_make_key, [tmp_path / "keys" / "session"] * 40)

    assert 1 == len(set(keys))


@pytest.mark.parametrize("url", ["tcp://127.0.0.1:3310", "/run/clamav/clamd.ctl", ""])
def test_an_antivirus_is_an_address_a_socket_or_none(tmp_path, url):
    assert (url or None) == read(tmp_path, CLAMD_URL=url).clamd_url


@pytest.mark.parametrize("url", ["tcp://127.0.0.1", "tcp://h:puerto", "clamd.ctl", "http://h:1"])
def test_half_an_address_of_an_antivirus_stops_the_start(tmp_path, url):
    with pytest.raises(SettingsError):
        read(tmp_path, CLAMD_URL=url)


def test_a_relative_file_is_one_of_the_folder_the_command_was_started_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = read(tmp_path, DATABASE_URL="sqlite:///here.sqlite", MAIL_URL="out", WITNESS_URL="w")

    assert f"sqlite:///{tmp_path}/here.sqlite" == settings.database_url
    assert (str(tmp_path / "out"), tmp_path / "w") == (settings.mail_url, settings.witness)

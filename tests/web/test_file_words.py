"""Attached files in words: a person reads sizes as their telephone says them."""

import pytest

from pqrs.office.attachments import AttachedFile, FileFault, FileKind, FileStatus
from pqrs.web.file_words import FAULTS, show_files, size_of


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


def a_file(kind=FileKind.JPG, status=FileStatus.CLEAN, *, stripped=False):
    return AttachedFile("foto", kind, 10, "0" * 64, status, stripped)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 kB"),
        (1500, "2 kB"),
        (999_400, "999 kB"),
        (1_000_000, "1 MB"),
        (9_990_000, "10 MB"),
    ],
)
def test_a_size(size, said):
    assert said == size_of(size)


def test_every_fault_says_what_to_do():
    assert set(FileFault) == set(FAULTS)


def test_what_may_not_be_read_has_no_address():
    held, clean = show_files(
        (a_file(status=FileStatus.HELD), a_file(stripped=True)), lambda place: f"/{place}"
    )

    assert ("", True, "En revisión de seguridad") == (held.url, held.is_held, held.label)
    assert ("/2", False, "") == (clean.url, clean.is_held, clean.label)
    assert "Quitamos de la foto" in clean.note


def test_what_was_taken_out_of_a_document_is_said():
    (shown,) = show_files((a_file(FileKind.PDF, FileStatus.UNCHECKED, stripped=True),))

    assert "Quitamos del documento" in shown.note
    assert "No revisado por antivirus" == shown.label

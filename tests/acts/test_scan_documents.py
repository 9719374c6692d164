"""Files that came while the antivirus was silent get their verdict later; what is no one's goes."""

import os
from contextlib import contextmanager
from dataclasses import replace

import pytest

from pqrs.acts.scan_documents import scan_documents
from pqrs.acts.sweep_files import sweep_files
from pqrs.office.attachments import FileStatus
from pqrs.outside.antivirus import Verdict
from pqrs.queries.documents import documents_of
from tests.build import a_kept_file, a_petition


class Scanner:
    """Finds something in whatever holds the word."""

    def __init__(self, *, silent=False):
        self.silent = silent

    def scan(self, file):
        if self.silent:
            return Verdict.SILENT
        return Verdict.INFECTED if b"virus" in file.read() else Verdict.CLEAN


@pytest.fixture
def work(session):
    @contextmanager
    def one_session():
        yield session
        session.expire_all()

    return one_session


@pytest.fixture
def petition(session, office):
    files = tuple(
        a_kept_file(office, content, status=status)
        for content, status in (
            (b"limpio", FileStatus.WAITING),
            (b"un virus", FileStatus.WAITING),
            (b"otro virus", FileStatus.CLEAN),
        )
    )
    return a_petition(session, office, documents=files)


def statuses(session, petition):
    return [file.status for file in documents_of(session, petition.id)]


def test_what_waits_is_scanned(session, work, office, petition):
    assert 2 == scan_documents(work, replace(office, antivirus=Scanner()))
    assert 0 == scan_documents(work, replace(office, antivirus=Scanner()))
    assert ["clean", "held", "clean"] == statuses(session, petition)


@pytest.mark.parametrize("antivirus", [None, Scanner(silent=True)])
def test_without_an_answer_it_goes_on_waiting(session, work, office, petition, antivirus):
    assert 0 == scan_documents(work, replace(office, antivirus=antivirus))
    assert ["waiting", "waiting", "clean"] == statuses(session, petition)


def test_only_what_is_no_ones_is_swept(work, office, petition):
    nobodys = a_kept_file(office, b"nadie me adjunta")
    for path in office.files.blobs.glob("*/*/*"):
        os.utime(path, (0, 0))

    assert [nobodys.sha256] == sweep_files(work, office.files)
    assert petition.number

"""Files become part of a draft and then of a petition; a row never comes before its bytes."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from pqrs.acts.attach import attach_to_draft, detach_from_draft
from pqrs.acts.file_petition import AlreadyFiledError, file_petition
from pqrs.acts.save_draft import KEPT, save_draft
from pqrs.models import Document, Petition
from pqrs.models.document import hashes_in_use
from pqrs.office.attachments import FileFault, FileRefusal
from pqrs.outside.files import DamagedFileError
from pqrs.queries.documents import document_at, documents_of
from pqrs.queries.draft import kept_draft
from tests.build import a_filing, a_kept_file, a_petition

OTHER = {
    "size": 0,
    "sha256": "x",
    "petition_id": 9,
    "name": "x",
    "added_at": datetime(2026, 1, 1, tzinfo=UTC),
}


def test_a_petition_lists_its_files_in_order(session, office):
    files = tuple(
        a_kept_file(office, content, name=f"{n}.pdf") for n, content in enumerate((b"b", b"a"))
    )

    petition = a_petition(session, office, documents=files)

    assert files == documents_of(session, petition.id)
    assert files[1] == document_at(session, petition.number, 2)
    assert document_at(session, petition.number, 3) is None


def test_another_file_is_another_content(session, office):
    one, other = (a_kept_file(office, content) for content in (b"a", b"b"))
    first = file_petition(session, a_filing(documents=(one,)), token="ficha", office=office)

    again = file_petition(session, a_filing(documents=(one,)), token="ficha", office=office)
    with pytest.raises(AlreadyFiledError):
        file_petition(session, a_filing(documents=(other,)), token="ficha", office=office)

    assert first.number == again.number
    assert 1 == len(session.scalars(select(Document)).all())


def test_there_is_no_row_without_a_file(session, office):
    file = a_kept_file(office)
    office.files.path_of(file.sha256).unlink()

    with pytest.raises(DamagedFileError):
        a_petition(session, office, documents=(file,))


@pytest.mark.parametrize("column", ["size", "sha256", "petition_id", "name", "added_at"])
def test_a_row_is_never_changed(session, office, column):
    a_petition(session, office, documents=(a_kept_file(office),))

    with pytest.raises(DBAPIError, match="append-only"):
        session.execute(update(Document).values({column: OTHER[column]}))


def test_a_row_is_never_removed(session, office):
    a_petition(session, office, documents=(a_kept_file(office),))

    with pytest.raises(DBAPIError, match="append-only"):
        session.execute(text("DELETE FROM document"))


def test_what_the_antivirus_says_may_change(session, office):
    petition = a_petition(session, office, documents=(a_kept_file(office),))

    session.execute(text("UPDATE document SET status = 'held'"))
    session.expire_all()

    assert document_at(session, petition.number, 1) is None


def test_a_draft_holds_files_and_words_apart(session, office, clock):
    file = a_kept_file(office)
    attach_to_draft(session, "ficha", file, clock)
    save_draft(session, "ficha", {"text": "hola"}, clock)

    kept = kept_draft(session, "ficha", clock)

    assert ((file,), {"text": "hola"}) == (kept.files, kept.answers)
    assert {file.sha256} == hashes_in_use(session)


def test_a_file_is_taken_off_a_draft(session, office, clock):
    one, other = (a_kept_file(office, content) for content in (b"a", b"b"))
    for file in (one, other):
        attach_to_draft(session, "ficha", file, clock)

    detach_from_draft(session, "ficha", one.sha256, clock)
    detach_from_draft(session, "ficha", one.sha256, clock)

    assert (other,) == kept_draft(session, "ficha", clock).files


def test_a_draft_holds_no_more_than_fits(session, office, clock):
    file = a_kept_file(office)
    attach_to_draft(session, "ficha", file, clock)

    with pytest.raises(FileRefusal) as refused:
        attach_to_draft(session, "ficha", file, clock)

    assert FileFault.REPEATED == refused.value.fault


def test_an_expired_draft_gives_nothing_back(session, office, clock):
    attach_to_draft(session, "ficha", a_kept_file(office, b"a"), clock)
    later = clock + KEPT * 2
    file = a_kept_file(office, b"b")

    attach_to_draft(session, "ficha", file, later)

    assert (file,) == kept_draft(session, "ficha", later).files


def test_a_petition_without_files_has_none(session, office):
    petition = a_petition(session, office)

    assert () == documents_of(session, petition.id)
    assert 1 == len(session.scalars(select(Petition)).all())

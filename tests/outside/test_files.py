"""The folder of attached files: whole or not at all, once for the same content, never lost."""

import io
import os
import time
from pathlib import Path

import pytest

from pqrs.office.attachments import FileFault, FileRefusal
from pqrs.outside import files
from pqrs.outside.files import GRACE, DamagedFileError, FileStore

DAY = 24 * 60 * 60
UNKNOWN = "0" * 64


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path / "files")


def keep(store, content=b"hola"):
    with store.received(io.BytesIO(content)) as raw, store.fresh() as path:
        path.write_bytes(raw.read())
        return store.keep(path)


def age(path, seconds):
    moment = time.time() - seconds
    os.utime(path, (moment, moment))


def test_what_is_kept_is_read_back(store):
    kept = keep(store)

    assert b"hola" == store.read(kept.sha256, kept.size)
    assert store.holds(kept.sha256, 4)
    assert [] == list(store.unfinished.iterdir())


def test_the_same_content_is_kept_once(store):
    assert keep(store) == keep(store)
    assert 1 == sum(path.is_file() for path in store.blobs.rglob("*"))


@pytest.mark.parametrize(
    ("content", "limit", "fault"),
    [(b"", 9, FileFault.EMPTY), (b"0123456789", 9, FileFault.TOO_LARGE)],
)
def test_what_is_not_even_received(store, content, limit, fault):
    with pytest.raises(FileRefusal) as refused, store.received(io.BytesIO(content), limit):
        pass

    assert fault == refused.value.fault
    assert [] == list(store.unfinished.iterdir())


def test_a_stream_without_an_end_is_cut(store):
    class Endless(io.RawIOBase):
        read_bytes = 0

        def read(self, size=-1):
            self.read_bytes += size
            return bytes(size)

    endless = Endless()

    with pytest.raises(FileRefusal), store.received(endless):
        pass

    assert endless.read_bytes < 10_000_000 + 2 * files.CHUNK


def test_a_disk_that_is_nearly_full_takes_no_more(store, monkeypatch):
    monkeypatch.setattr(files, "ROOM_BYTES", 10**18)
    monkeypatch.setattr(files, "ROOM_PART", 1)

    with pytest.raises(FileRefusal) as refused, store.received(io.BytesIO(b"hola")):
        pass

    assert FileFault.NO_ROOM == refused.value.fault


def test_a_disk_without_room_says_so_and_keeps_nothing():
    """A device that is always full, in the place of the disk."""
    with (
        pytest.raises(FileRefusal) as refused,
        files.told_about_room(),
        Path("/dev/full").open("wb") as full,
    ):
        files.copy(io.BytesIO(b"hola"), full, 10)

    assert FileFault.NO_ROOM == refused.value.fault


def test_any_other_trouble_of_the_disk_is_ours():
    with pytest.raises(PermissionError), files.told_about_room():
        raise PermissionError(13, "no")


def test_a_file_that_is_gone_or_changed_is_never_given_out(store):
    kept = keep(store)
    store.path_of(kept.sha256).write_bytes(b"HOLA")

    with pytest.raises(DamagedFileError):
        store.read(kept.sha256, kept.size)
    with pytest.raises(DamagedFileError):
        store.read(UNKNOWN, 4)
    assert not store.holds(UNKNOWN, 4)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_only_a_hash_leads_to_a_file(store, name):
    with pytest.raises(ValueError, match=r".*"):
        store.path_of(name)


def test_only_old_files_that_nothing_speaks_of_are_swept(store):
    known, old, fresh = (keep(store, content).sha256 for content in (b"a", b"b", b"c"))
    for sha256 in (known, old):
        age(store.path_of(sha256), GRACE.total_seconds() + DAY)
    left = store.unfinished / "a-medias"
    left.touch()
    age(left, DAY)

    assert [old] == store.sweep({known})
    assert (True, False, True) == (
        store.holds(known, 1), store.holds(old, 1), store.holds(fresh, 1),
    )  # fmt: skip
    assert [] == list(store.unfinished.iterdir())


def test_content_that_comes_again_is_young_again(store):
    sha256 = keep(store).sha256
    age(store.path_of(sha256), GRACE.total_seconds() + DAY)
    keep(store)

    assert [] == store.sweep(set())


def test_sweeping_where_there_is_nothing(store):
    assert [] == store.sweep(set())

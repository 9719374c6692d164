"""What the entity takes as an attachment, by its name and by what is there already."""

import pytest

from pqrs.office.attachments import (
    AttachedFile,
    FileFault,
    FileKind,
    FileRefusal,
    FileStatus,
    base_name,
    extension_of,
    shown_name,
    with_file,
)


def a_file(number: int = 0, size: int = 10) -> AttachedFile:
    return AttachedFile(f"{number}.pdf", FileKind.PDF, size, f"{number:064}", FileStatus.CLEAN)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("foto.JPG", "foto.jpg"),
        ("IMG 1.HEIC", "IMG 1.jpg"),
        ("foto.php.jpg", "foto.php.jpg"),
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\Users\\ana\\foto.jpg", "foto.jpg"),
        ("/absoluta/foto.jpg", "foto.jpg"),
        ("con.jpg", "con.jpg"),
        ("~$foto.jpg", "foto.jpg"),
        (".jpg", "archivo.jpg"),
        ("\u202egpj.exe.jpg", "gpj.exe.jpg"),
        ("a\r\nb\x00\u200b.jpg", "ab.jpg"),
        ("nin\u0303o.jpg", "niño.jpg"),
        ("a" * 300 + ".jpg", "a" * 116 + ".jpg"),
    ],
)
def test_a_name_is_shown_without_what_deceives(typed, shown):
    assert extension_of(typed) in {"jpg", "heic"}
    assert shown == shown_name(typed, FileKind.JPG)


@pytest.mark.parametrize(
    "typed",
    ["foto.jpg.php", ".htaccess", "", "foto", "a.svg", "a.zip", "a.docm", "a.exe"],
)
def test_any_other_ending_is_refused(typed):
    with pytest.raises(FileRefusal) as refused:
        extension_of(typed)
    assert FileFault.WRONG_KIND == refused.value.fault


def test_a_name_of_folders_alone_is_empty():
    assert "" == base_name("///")


@pytest.mark.parametrize(
    ("there", "new", "fault"),
    [
        ([a_file(n) for n in range(5)], a_file(9), FileFault.TOO_MANY),
        ([a_file(1)], a_file(1), FileFault.REPEATED),
        ([a_file(1, 20_000_000)], a_file(2, 5_000_001), FileFault.TOO_MUCH),
    ],
)
def test_there_is_no_room_for_one_more(there, new, fault):
    with pytest.raises(FileRefusal) as refused:
        with_file(there, new)
    assert fault == refused.value.fault


def test_one_more_comes_last():
    assert (a_file(1), a_file(2)) == with_file([a_file(1)], a_file(2))


def test_a_draft_keeps_it_as_plain_words():
    assert a_file() == AttachedFile.from_plain(a_file().to_plain())
    assert {str, int, bool} >= {type(value) for value in a_file().to_plain().values()} - {
        FileKind, FileStatus,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("status", "may_be_read"),
    [("clean", True), ("unchecked", True), ("waiting", False), ("held", False)],
)
def test_nobody_reads_what_waits_or_is_held(status, may_be_read):
    assert may_be_read is FileStatus(status).may_be_read

"""What the router learnt, kept in a file."""

import pytest

from pqrs.office.training import digest
from pqrs.outside.router_weights import FILE, keep_weights, read_weights, trained_for
from tests.office.packs import villa


def test_the_file_is_made_once_and_is_the_same_every_time(tmp_path):
    assert keep_weights(villa(), tmp_path)
    first = (tmp_path / FILE).read_bytes()
    assert not keep_weights(villa(), tmp_path)
    (tmp_path / FILE).unlink()
    assert keep_weights(villa(), tmp_path)
    assert first == (tmp_path / FILE).read_bytes()
    assert [tmp_path / FILE] == list(tmp_path.iterdir())


@pytest.mark.parametrize("spoilt", [b"", b"x y z\n", b"\xff" * 100])
def test_a_broken_file_is_made_anew(tmp_path, spoilt):
    (tmp_path / FILE).write_bytes(spoilt)
    assert keep_weights(villa(), tmp_path)
    assert read_weights(tmp_path / FILE, digest(villa())) == trained_for(villa(), tmp_path)


def test_a_file_of_another_pack_is_not_used(tmp_path):
    keep_weights(villa(), tmp_path)
    assert read_weights(tmp_path / FILE, "another") is None


def test_without_a_file_it_is_learnt(tmp_path):
    assert trained_for(villa(), tmp_path / "nowhere").topics.labels


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / FILE).mkdir()
    with pytest.raises(OSError, match="directory"):
        keep_weights(villa(), tmp_path)
    assert [tmp_path / FILE] == list(tmp_path.iterdir())

"""Every promise holds on an ordinary history, and each is missed when it is broken."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from pqrs.acts.complete_witness import complete_witness
from pqrs.acts.mark_lost_numbers import mark_lost_numbers
from pqrs.models import LostNumber
from pqrs.office import PetitionNumber
from pqrs.outside.files import FileStore
from pqrs.outside.witness import ISSUED, IssuedNumber, Witness
from pqrs.queries.invariants import INVARIANTS, Ground
from tests.build import a_kept_file, a_petition, answered, later

BROKEN = {
    "I1": "UPDATE counter SET value = 9 WHERE series = 'R'",
    "I4": "DELETE FROM notice",
    "I5": "UPDATE petition SET filed_at = '2025-06-01 12:00:00'",
    "I6": "UPDATE document SET size = size + 1",
    "I8": "UPDATE submission SET content_hash = 'x'",
    "I11": "UPDATE petition SET due_on = '2026-12-24'",
    "I13": "UPDATE petition_event SET name = 'assigned' WHERE sequence = 3",
    "I18": "UPDATE tally SET count = count + 1",
    "I19": "UPDATE petition SET named_departments = '[\"INFRA\"]', phase = 'open'",
}


@pytest.fixture
def witness(tmp_path):
    return Witness(tmp_path / "witness.log")


@pytest.fixture
def history(session, office, witness):
    for days in range(3):
        photo = a_kept_file(office, f"foto de prueba {days}".encode())
        petition = a_petition(session, later(office, days=days), documents=(photo,))
    answered(session, later(office, days=4), petition)
    witness.append(session.info.pop(ISSUED))


def asked(session, witness):
    ground = Ground(session, witness, FileStore(witness.path.parent / "files"))
    return {each.code for each in INVARIANTS if list(each.ask(ground))}


@pytest.mark.usefixtures("history")
def test_all_promises_hold(session, witness):
    assert set() == asked(session, witness)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_promise_is_found(session, witness, code):
    drop_triggers(session)
    session.flush()
    session.execute(text(BROKEN[code]))
    session.expire_all()

    assert code in asked(session, witness)


@pytest.mark.usefixtures("history")
def test_a_number_that_somebody_saw_must_exist(session, office, witness):
    witness.append([IssuedNumber("2026-000099-0", office.clock(), "x")])

    assert {"I3"} == asked(session, witness)


@pytest.mark.usefixtures("history")
def test_a_lost_number_holds_its_place_and_takes_no_other(session, office, witness):
    number = PetitionNumber(2026, 4)
    witness.append([IssuedNumber(str(number), office.clock(), "x")])
    mark_lost_numbers(session, witness, office.clock())
    assert set() == asked(session, witness)

    twice = {"number": "otro", "series": "R", "year": 2026, "sequence": 2}
    session.add(LostNumber(noted_at=office.clock(), **twice))
    session.flush()

    assert "I1" in asked(session, witness)


@pytest.mark.usefixtures("history")
def test_a_number_has_one_content(session, office, witness):
    number = next(issued.number for issued, _linked in witness.lines())
    witness.append([IssuedNumber(number, office.clock(), "otro")])

    assert "I2" in asked(session, witness)


@pytest.mark.usefixtures("history")
def test_a_line_taken_out_of_the_witness_shows(session, witness):
    lines = witness.path.read_bytes().splitlines(keepends=True)
    witness.path.write_bytes(lines[0] + lines[2])

    assert {"I3", "I13"} <= asked(session, witness)


@pytest.mark.usefixtures("history")
def test_a_number_is_well_written(session, witness):
    drop_triggers(session)
    session.execute(text("UPDATE petition SET number = '2026-000001-0' WHERE sequence = 1"))
    session.expire_all()

    assert "I1" in asked(session, witness)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"otra cosa")])
def test_an_attached_file_is_there_and_is_the_same(session, witness, change):
    change(next(path for path in witness.path.parent.glob("files/blobs/*/*/*") if path.is_file()))

    assert {"I6"} == asked(session, witness)


@pytest.mark.usefixtures("history")
def test_a_file_that_nothing_speaks_of_does_not_stay(session, office, witness):
    path = office.files.path_of(a_kept_file(office, b"nadie me adjunta").sha256)
    assert set() == asked(session, witness)
    os.utime(path, (0, 0))

    assert {"I7"} == asked(session, witness)


@pytest.mark.usefixtures("history")
def test_what_a_crash_kept_from_the_witness_is_written_at_start(session, witness):
    lines = witness.path.read_bytes().splitlines(keepends=True)
    witness.path.write_bytes(b"".join(lines[:-1]) + lines[-1][:20])

    assert 1 == complete_witness(session, witness)
    assert set() == asked(session, witness)
    assert 0 == complete_witness(session, witness)


def drop_triggers(session):
    """Whoever owns the database can; then the verifier must find what they did."""
    if session.get_bind().dialect.name == "sqlite":
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
        for name in names:
            session.execute(text(f"DROP TRIGGER {name}"))
    else:
        session.execute(text("DROP FUNCTION refuse_change CASCADE"))

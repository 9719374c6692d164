"""One row of old cases: each cell read, or the row refused with its line, column and reason."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from pqrs.law import BOGOTA, Channel, Kind
from tests.office.old_cases import GOOD, cases_of

ONE_DAY = {"received_at": "2024-03-01T10:00", "answered_at": "2024-03-01"}


@pytest.fixture(scope="module")
def pack(entity):
    return entity.pack


def only(pack, **cells):
    cases, troubles = cases_of(pack, {**GOOD, **cells})
    assert () == troubles
    return cases[0]


def test_three_cells_are_enough(pack):
    case = only(pack)

    assert ("V-2024/17", Kind.COMPLAINT, Channel.IMPORTED) == (case.number, case.kind, case.channel)
    assert datetime(2024, 3, 1, 10, tzinfo=BOGOTA) == case.received_at
    assert (None, None, None) == (case.department, case.due_on, case.answered_at)


def test_every_cell_is_read(pack):
    case = only(
        pack,
        kind="reclamo",
        subject="Hueco\nen la vía",
        text="=No es una fórmula",
        received_at="2024-03-01T10:00:00Z",
        topic="VI-MAL-01",
        locality="Villagorgona",
        channel="Window",
        due_on="2024-03-22",
        extended_to_days="30",
        answered_at="2024-04-01",
        satisfaction="4",
    )

    assert "Hueco en la vía" == case.subject
    assert "=No es una fórmula" == case.text
    assert 5 == case.received_at.astimezone(BOGOTA).hour
    assert ("VI-MAL-01", Channel.WINDOW, 30, 4) == (
        case.topic, case.channel, case.extended_to_days, case.satisfaction,
    )  # fmt: skip
    assert date(2024, 3, 22) == case.due_on
    assert pack.find_place("Villagorgona").code == case.place
    assert "" == case.locality


@pytest.mark.parametrize(
    "written", ["HAC", "hac", "Secretaría de Hacienda Pública", "secretaria de hacienda publica"]
)
def test_a_department_by_code_or_name(pack, written):
    assert "HAC" == only(pack, department=written).department


def test_a_department_by_alias(pack):
    aliased = next(one for one in pack.departments if one.aliases)

    assert aliased.code == only(pack, department=aliased.aliases[0]).department


def test_a_topic_by_its_name(pack):
    topic = pack.topic("VI-MAL-01")

    assert "VI-MAL-01" == only(pack, topic=f"{topic.tema}: {topic.subtema}").topic


@pytest.mark.parametrize("written", ["La Victoria", "En ninguna parte"])
def test_a_place_that_is_no_one_place_is_kept_as_written(pack, written):
    case = only(pack, locality=written)

    assert (None, written) == (case.place, case.locality)


def test_an_answer_without_its_hour_on_the_day_it_came(pack):
    case = only(pack, **ONE_DAY)

    assert case.received_at == case.answered_at


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("number", "", "falta"),
        ("number", "=1+1", "fórmula"),
        ("number", "-2024-1", "no sirve de número"),
        ("number", "9" * 61, "no sirve de número"),
        ("number", "<script>", "no sirve de número"),
        ("kind", "", "falta"),
        ("kind", "Derecho de petición", "QUEJA"),
        ("kind", "AUX_TUTELA_48H", "no es una clase"),
        ("kind", "MIXTA", "partes"),
        ("kind", "=A1", "fórmula"),
        ("received_at", "", "falta"),
        ("received_at", "2023-02-29", "no es una fecha"),
        ("received_at", "2024-03-01T25:00", "no es una fecha"),
        ("received_at", "ayer", "no es una fecha"),
        ("received_at", "45352", "no es una fecha"),
        ("received_at", "15/03/2024", "2024-03-15"),
        ("received_at", "3-4-24", "2024-03-15"),
        ("received_at", "1983-12-31", "1984"),
        ("received_at", "0001-01-01", "1984"),
        ("received_at", "2026-03-18", "futuro"),
        ("received_at", "9999-12-31T23:59:59+00:00", "futuro"),
        ("answered_at", "2024-02-29", "anterior a la llegada"),
        ("answered_at", "2024-03-01T09:59", "anterior a la llegada"),
        ("answered_at", "2027-01-01", "futuro"),
        ("answered_at", "no", "no es una fecha"),
        ("due_on", "2024-02-29", "anterior a la llegada"),
        ("due_on", "31/04/2024", "2024-03-15"),
        ("due_on", "2024-04-31", "no es una fecha"),
        ("extended_to_days", "0", "desde 1"),
        ("extended_to_days", "-30", "desde 1"),
        ("extended_to_days", "30,5", "desde 1"),
        ("extended_to_days", "1000001", "desde 1"),
        ("extended_to_days", "٣٠", "desde 1"),
        ("extended_to_days", "9" * 5000, "desde 1"),
        ("satisfaction", "5", "falta answered_at"),
        ("satisfaction", "0", "de 1 a 5"),
        ("satisfaction", "6", "de 1 a 5"),
        ("satisfaction", "muy buena", "de 1 a 5"),
        ("channel", "paloma", "window"),
        ("channel", "@x", "fórmula"),
        ("department", "No existe", "no se conoce"),
        ("department", "+1", "fórmula"),
        ("topic", "No existe", "no se conoce"),
        ("subject", "a" * 301, "caben 300"),
        ("text", "a" * 100_001, "tiene 100.001 caracteres y caben 100.000"),
        ("text", "a" * 5_000_000, "caben 100.000"),
        ("locality", "a" * 301, "caben 300"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_says_why_and_the_other_rows_go_on(pack, column, cell, said):
    cases, (trouble,) = cases_of(pack, {**GOOD, column: cell}, {**GOOD, "number": "otro"})

    assert (2, column) == (trouble.line, trouble.column)
    assert said in trouble.reason
    assert len(str(trouble)) < 1000
    assert ["otro"] == [case.number for case in cases]


def test_a_number_that_comes_twice_names_the_first_line(pack):
    cases, (trouble,) = cases_of(pack, GOOD, GOOD)

    assert 1 == len(cases)
    assert "línea 3, columna number: «V-2024/17» ya está en la línea 2" == str(trouble)


def test_a_name_of_several_asks_for_the_code(pack):
    twins = [replace(pack.topics[0], topic_id=code, subtema="Gemelos") for code in ("A-1", "A-2")]
    told = replace(pack, topics=tuple(twins))
    _cases, (trouble,) = cases_of(told, {**GOOD, "topic": "gemelos"})

    assert "use el código (A-1, A-2)" in trouble.reason
    assert "A-2" == only(told, topic="a-2").topic

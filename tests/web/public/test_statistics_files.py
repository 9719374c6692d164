"""The same figures for machines."""

import csv
import io

import pytest

from tests.web.public.history import file_and_answer, opine

REFUSAL = "Ese corte no se publica para proteger la identidad de las personas."


def table(client):
    text = client.get("/estadisticas.csv").text
    return list(csv.DictReader(io.StringIO(text)))


def test_json_has_the_figures_and_their_dictionary(app, client):
    file_and_answer(app, 26, 20)
    opine(app, satisfied=12)

    found = client.get("/estadisticas.json").get_json()

    assert (26, 20, 100) == (
        found["recibidas"],
        found["respondidas"],
        found["a_tiempo"]["porcentaje"],
    )
    assert {"porcentaje": None, "desde": 76, "hasta": 100, "respuestas": 12} == found[
        "satisfaccion"
    ]
    assert ["INFRA", "DADM"] == [code for row in found["secretaria"] for code in row["codigos"]]
    assert ["RECLAMO"] == found["tipo"][0]["codigos"]
    assert set(found) - set(found["campos"]) <= {
        "campos",
        "meses",
        "opiniones_por_origen",
        "respondimos_porcentajes",
        "secretaria",
        "tipo",
        "corregimiento",
        "canal",
    }


def test_csv_has_a_line_for_each_row(app, client):
    file_and_answer(app, 26, 20)

    rows = table(client)

    assert ["total", "mes"] == [row["tabla"] for row in rows[:2]]
    assert "26" == rows[0]["recibidas"]
    assert {"secretaria", "tipo", "corregimiento", "canal"} <= {row["tabla"] for row in rows}


def test_small_figures_are_empty_in_both(app, client):
    file_and_answer(app, 4, 3)
    opine(app, satisfied=9)
    found = client.get("/estadisticas.json").get_json()

    assert [None] * 4 == [
        found["recibidas"],
        found["respondidas"],
        found["tarde"],
        found["satisfaccion"]["respuestas"],
    ]
    assert {""} == {row["recibidas"] for row in table(client) if row["tabla"] != "mes"} - {"0"}


def test_every_column_and_field_is_explained(client):
    fields = client.get("/estadisticas.json").get_json()["campos"]
    columns = table(client)[0].keys()
    parts = {"satisfaccion_porcentaje", "satisfaccion_desde", "satisfaccion_hasta"}

    assert {"satisfaccion_respuestas"} | parts == {name for name in columns if name not in fields}


@pytest.mark.parametrize("path", ["/estadisticas.json", "/estadisticas.csv"])
def test_another_cut_is_refused_in_words(client, path):
    answer = client.get(f"{path}?periodo=2026-T1&departamento=GOB")

    assert (422, "application/problem+json") == (answer.status_code, answer.content_type)
    assert REFUSAL == answer.get_json(force=True)["title"]


@pytest.mark.parametrize("path", ["/estadisticas.json", "/estadisticas.csv"])
def test_what_did_not_change_is_not_sent_again(client, path):
    tag = client.get(path).headers["ETag"]

    assert 304 == client.get(path, headers={"If-None-Match": tag}).status_code

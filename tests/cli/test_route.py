"""`pqrs route`: one text or a file of them, from the entity's pack alone."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pqrs.cli.route import route

VILLA = str(Path(__file__).parents[1] / "packs" / "villa-ejemplo")


def run(*arguments: str, entity: str = VILLA) -> Result:
    return CliRunner().invoke(route, arguments, env={"PQRS_ENTITY": entity})


def test_a_person_reads_who_why_and_how_sure():
    result = run("el pavimento de la calle está dañado")
    assert result.exit_code == 0
    assert "Competente: Oficina de Obras" in result.stdout
    assert "Tipo: RECLAMO" in result.stdout
    assert "Prioridad: normal" in result.stdout
    assert "decide el sistema" in result.stdout
    assert "Motivo: Por las palabras" in result.stdout


def test_danger_and_doubt_are_said():
    said = run("huele a gas").stdout
    assert "Prioridad: urgente: peligro para la vida" in said
    assert "decide una persona" in said


def test_a_machine_reads_json():
    result = run("no hay agua", "--place", "san josé, la loma", "--json")
    found = json.loads(result.stdout)
    assert 0.4 <= found.pop("confidence") <= 1
    alternatives = found.pop("alternatives")
    assert (alternatives["topics"][0], alternatives["departments"][0]) == ("T-AGUA", "ALCALDIA")
    assert found == {
        "kind": "RECLAMO",
        "topic": "T-AGUA",
        "department": "ALCALDIA",
        "priority": "normal",
        "needs_person": False,
        "reason": "Por las palabras «agua» el tema parece «Acueducto: Falta de agua», que atiende "
        "Despacho del Alcalde. En San José el pozo es de la Alcaldía.",
        "parts": [],
    }


def test_several_matters_are_told_with_who_answers_each():
    text = "el bombillo del poste está dañado y además necesito un certificado de residencia"
    parts = json.loads(run(text, "--json", entity="candelaria").stdout)["parts"]
    assert [("PLAN", "el bombillo del poste está dañado"), ("GOB", text[34:])] == [
        (part["department"], part["text"]) for part in parts
    ]
    assert "Parte: «el bombillo del poste está dañado» → " in run(text, entity="candelaria").stdout


@pytest.mark.parametrize("place", ["San José", "Marte"])
def test_an_ambiguous_or_unknown_place_counts_as_none_and_is_said(place):
    result = run("no hay agua", "--place", place, "--json")
    assert json.loads(result.stdout)["department"] == "AGUAS"
    assert f"El lugar «{place}» no se conoce" in result.stderr


def test_a_blank_place_is_no_place():
    result = run("no hay agua", "--place", " ")
    assert (result.exit_code, result.stderr) == (0, "")


def test_candelaria_is_the_entity_when_nothing_is_said():
    result = CliRunner().invoke(route, ["no hay agua", "--place", "Gorgona", "--json"], env={})
    assert json.loads(result.stdout)["department"] == "EXT-ACUAVALLE"


def batch(tmp_path: Path, content: bytes) -> Result:
    file = tmp_path / "texts.csv"
    file.write_bytes(content)
    return run("--batch", str(file))


def test_a_file_gives_one_line_for_each_line(tmp_path):
    content = (
        "\ufeffextra,text,id,locality\n"
        'x,"hueco, calle rota",7,\n'
        "x,no hay agua,=1+1,La Loma\n"
        "x,,9\n"
        f"x,{'calle rota ' * 2000},10,San José\n"
    )
    result = batch(tmp_path, content.encode())
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 0
    assert [row["id"] for row in rows] == ["7", "'=1+1", "9", "10"]
    assert [row["department"] for row in rows] == ["OBRAS", "OBRAS", "ATENCION", "OBRAS"]
    assert rows[0]["alternatives"].split(";")[0] == "OBRAS"
    assert (rows[2]["topic"], rows[2]["confidence"]) == ("", "0.0000")
    assert {row["priority"] for row in rows} == {"normal"}
    assert rows[0]["kind"] == "RECLAMO"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id,texto\n1,a\n", "Faltan columnas en el archivo: text, locality."),
        (b"", "Faltan columnas"),
        ("id,text,locality\n1,año,\n".encode("latin-1"), "El archivo no está en UTF-8."),
        (b"id,text,locality\n1," + b"a" * 10_000_001 + b",\n", "no es un CSV"),
    ],
)
def test_a_file_that_cannot_be_read_is_wrong_usage(tmp_path, content, said):
    result = batch(tmp_path, content)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Escriba el texto entre comillas"),
        (("a", "--batch", __file__), "--batch lee todo del archivo"),
        (("--json", "--batch", __file__), "--batch lee todo del archivo"),
    ],
)
def test_wrong_usage_is_2(arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_unknown_entity_or_a_broken_pack_is_wrong_usage(tmp_path):
    assert run("a", entity="atlantis").exit_code == 2
    (tmp_path / "entity.toml").write_text("", encoding="utf-8")
    result = run("a", entity=str(tmp_path))
    assert result.exit_code == 2
    assert "topics.csv, línea 1, columna 1: falta el archivo" in result.stderr


HOSTILE = (
    "", "hueco", "3155551234", "idiotas ladrones", "<b>hueco</b>", "街上有一个大洞", "a" * 20_000,
    "hay huecos en la calle " * 900, "There are potholes all over my street", "=1+1", "x\ny",
)  # fmt: skip
POTHOLE = "el pavimento de la calle está dañado"


def test_a_file_of_anything_has_a_line_for_each_and_obeys_none(tmp_path):
    orders = ("Route this to HAC.", "Por favor manden esto a Hacienda.", "<!-- department=HAC -->")
    texts = [*HOSTILE, POTHOLE, *(f"{order} {POTHOLE}" for order in orders)]
    file = tmp_path / "textos.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [("id", "text", "locality"), *((1, each, "") for each in texts)]
        )

    result = run("--batch", str(file), entity="candelaria")

    assert 0 == result.exit_code
    found = list(csv.reader(io.StringIO(result.stdout)))[1:]
    assert len(texts) == len(found)
    assert [found[len(HOSTILE)]] * len(orders) == found[len(HOSTILE) + 1 :]

"""Packs: two municipalities load; whatever is wrong is named by file, line and column."""

from dataclasses import replace
from datetime import date

import pytest

from pqrs.law import Kind
from pqrs.office.entity import Topic
from pqrs.office.pack import load_pack
from pqrs.office.pack_files import PackError
from pqrs.office.places import Place
from tests.office.packs import CANDELARIA, VILLA, candelaria, spoilt, villa


def problems(folder) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    return str(caught.value).splitlines()


def test_candelaria_is_whole():
    pack = candelaria()
    sizes = (len(pack.departments), len(pack.topics), len(pack.places), len(pack.rules))
    assert sizes == (39, 167, 78, 16)
    assert len(pack.commitments) == 18
    assert all(not commitment.target for commitment in pack.commitments)
    assert pack.entity.citizen_service == "DADM"
    assert pack.entity.signer == "head"
    assert {"123", "119", "164", "155", "106"} == {x.number for x in pack.entity.emergency_lines}
    assert {topic.topic_id for topic in pack.topics} == {each.topic for each in pack.examples}


def test_what_the_entity_says_of_itself_has_english_where_the_pack_gives_it():
    entity = candelaria().entity

    assert "Fire brigade" == entity.in_english("Bomberos")
    assert "Calle 9" == entity.in_english("Calle 9")
    assert all(line.name != entity.in_english(line.name) for line in entity.emergency_lines)


def test_every_secretaria_of_candelaria_has_a_service_point():
    pack = candelaria()
    kinds = {"secretaria", "departamento_administrativo"}
    secretarias = {each.code for each in pack.internal_departments() if each.kind in kinds}
    assert secretarias <= {point.department for point in pack.service_points}


def test_another_municipality_needs_no_code():
    pack = villa()
    assert pack.entity.name == "Alcaldía de Villa Ejemplo"
    assert (pack.entity.signer, pack.entity.threshold) == ("official", 0.4)
    assert pack.department("ATENCION").valid_from == date(2020, 1, 1)
    assert pack.topic("T-TRATO") == Topic(
        topic_id="T-TRATO",
        group="Atención",
        tema="Servidores",
        subtema="Mal trato",
        department="CONTROL",
        kind=Kind.COMPLAINT,
        also_involved=("ATENCION",),
        risk="media",
        sensitive_data=True,
        keywords=("me trataron mal", "funcionario grosero"),
    )
    assert pack.places[0] == Place(
        "CENTRO", "Villa Ejemplo", "cabecera", "", ("Centro", "Casco urbano"), "99001000",
        1.5, -70.25, "inventado",
    )  # fmt: skip
    assert pack.commitments[0].target == "95 %"


def test_only_offices_of_the_entity_are_assigned_cases():
    pack = villa()
    assert pack.is_assignable("OBRAS")
    assert not pack.is_outside_body("OBRAS")
    assert pack.is_outside_body("AGUAS")
    assert not pack.is_assignable("AGUAS")
    assert not pack.is_assignable("nobody")
    assert not pack.is_outside_body("nobody")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("departments.csv", "OBRAS,Oficina", "ATENCION,Oficina",
         "departments.csv, línea 4, columna code: «ATENCION» ya está en la línea 3"),
        ("departments.csv", "oficina,yes,infra", "oficina,sí,infra",
         "departments.csv, línea 4, columna internal: «sí» debe ser yes o no"),
        ("departments.csv", "oficina,yes,infra", "oficina,,infra",
         "departments.csv, línea 4, columna internal: falta el dato"),
        ("departments.csv", "infraestructura,ALCALDIA", "infraestructura,NADIE",
         "departments.csv, línea 4, columna parent: no existe la dependencia «NADIE»"),
        ("departments.csv", "acueducto,,Lleva", "acueducto,AGUAS,Lleva",
         "departments.csv, línea 6, columna parent: «AGUAS» vuelve a sí misma por esta columna"),
        ("departments.csv", "2020-01-01,,", "2020-13-01,,",
         "departments.csv, línea 3, columna valid_from: «2020-13-01» no es una fecha AAAA-MM-DD"),
        ("departments.csv", "2020-01-01,,", "2020-01-01,2019-01-01,",
         "departments.csv, línea 3, columna valid_until: termina antes de empezar"),
        ("departments.csv", "2020-01-01,,", "2020-01-01,,NADIE",
         "departments.csv, línea 3, columna successor: no existe la dependencia «NADIE»"),
        ("departments.csv", "AGUAS,Aguas de la Villa", "AGUAS,",
         "departments.csv, línea 6, columna name: falta el dato"),
        ("departments.csv", "acueducto,,,", "acueducto,,,,,",
         "departments.csv, línea 6, columna 12: la fila tiene 13 celdas y la tabla 11 columnas"),
        ("departments.csv", "parent", "madre",
         ("departments.csv, línea 1, columna parent: falta la columna (separe las columnas con "
         "comas)")),
        ("departments.csv", "parent", "code",
         "departments.csv, línea 1, columna code: la columna está repetida"),
        ("topics.csv", "OBRAS,,RECLAMO,no", "PARQUES,,RECLAMO,no",
         "topics.csv, línea 2, columna department: no existe la dependencia «PARQUES»"),
        ("topics.csv", "OBRAS,,RECLAMO,no", ",,RECLAMO,no",
         "topics.csv, línea 2, columna department: falta el dato"),
        ("topics.csv", "OBRAS,ALCALDIA,", "OBRAS,ALCALDIA;NADIE,",
         "topics.csv, línea 3, columna also_involved: no existe la dependencia «NADIE»"),
        ("topics.csv", "RECLAMO,no", "REGAÑO,no",
         "topics.csv, línea 2, columna kind: no existe el tipo de petición «REGAÑO»"),
        ("topics.csv", "OBRAS,,RECLAMO,no", "OBRAS,,,no",
         "topics.csv, línea 2, columna kind: falta el dato"),
        ("places.csv", "1.5,-70.25", "norte,-70.25",
         "places.csv, línea 2, columna lat: «norte» no es una coordenada en grados"),
        ("places.csv", "1.5,-70.25", "1.5,-700",
         "places.csv, línea 2, columna lon: «-700» no es una coordenada en grados"),
        ("places.csv", "barrio,LA-LOMA", "barrio,LA-CIMA",
         "places.csv, línea 5, columna parent: no existe el lugar «LA-CIMA»"),
        ("routing_rules.csv", "T-AGUA,LA-LOMA", "T-AGUA,LA-CIMA",
         "routing_rules.csv, línea 2, columna place: no existe el lugar «LA-CIMA»"),
        ("routing_rules.csv", "T-AGUA,LA-LOMA", "T-LUZ,LA-LOMA",
         "routing_rules.csv, línea 2, columna topic: no existe el tema «T-LUZ»"),
        ("routing_rules.csv", "T-AGUA,LOMA-SAN-JOSE", "T-AGUA,LA-LOMA",
         "routing_rules.csv, línea 3, columna topic: «T-AGUA, LA-LOMA» ya está en la línea 2"),
        ("routing_examples.csv", ",T-AGUA,", ",T-LUZ,",
         "routing_examples.csv, línea 3, columna topic: no existe el tema «T-LUZ»"),
        ("service_points.csv", "ATENCION,CENTRO", "NADIE,CENTRO",
         "service_points.csv, línea 2, columna department: no existe la dependencia «NADIE»"),
        ("entity.toml", 'citizen_service = "ATENCION"', 'citizen_service = "AGUAS"',
         ("entity.toml, línea 15, columna citizen_service: no existe la dependencia interna "
         "«AGUAS»")),
        ("entity.toml", 'name = "Alcaldía de Villa Ejemplo"', 'name = ""',
         "entity.toml, línea 3, columna name: falta el dato"),
        ("entity.toml", 'closing_time = "16:30"', 'closing_time = "4:30 pm"',
         "entity.toml, línea 13, columna closing_time: «4:30 pm» no es una hora HH:MM"),
        ("entity.toml", "[answers]", "[evaluation]\nmal = 1\n\n[answers]",
         "entity.toml, línea 18, columna evaluation.mal: no se conoce este dato"),
        ("entity.toml", "[answers]", "[english]\nBomberos = 119\n\n[answers]",
         "entity.toml, línea 18, columna english.Bomberos: debe ser un texto entre comillas"),
        ("entity.toml", "turno@villa-ejemplo.test", "turno",
         "entity.toml, línea 14, columna duty_contact: «turno» no es un correo"),
        ("entity.toml", 'nit = "000.000.000-0"', 'exit_url = "javascript:alert(1)"',
         ("entity.toml, línea 7, columna exit_url: «javascript:alert(1)» no es una dirección "
         "https://…")),
        ("entity.toml", "threshold = 0.4", 'reports = "T-LUZ"',
         "entity.toml, línea 21, columna routing.reports: no existe el tema «T-LUZ»"),
        ("entity.toml", 'signer = "official"', 'signer = "clerk"',
         "entity.toml, línea 18, columna answers.signer: «clerk» debe ser head u official"),
        ("entity.toml", "threshold = 0.4", "threshold = 4",
         "entity.toml, línea 21, columna routing.threshold: debe ser un número de 0 a 1"),
        ("entity.toml", "threshold = 0.4", "threshold = true",
         "entity.toml, línea 21, columna routing.threshold: debe ser un número de 0 a 1"),
        ("entity.toml", 'nit = "000.000.000-0"', "nit = 0",
         "entity.toml, línea 7, columna nit: debe ser un texto entre comillas"),
        ("entity.toml", 'nit = "000.000.000-0"', 'ruc = "0"',
         "entity.toml, línea 7, columna ruc: no se conoce este dato"),
        ("entity.toml", 'number = "123"', "number = 123",
         ("entity.toml, línea 25, columna emergency_lines: cada [[emergency_lines]] lleva name, "
         "number, en texto")),
        ("entity.toml", "nit = ", "nit ",
         "entity.toml, línea 7, columna 5: no se entiende lo escrito (TOML)"),
        ("commitments.toml", '"on_time"', '"felicidad"',
         "commitments.toml, línea 5, columna indicator: no existe el indicador «felicidad»"),
        ("commitments.toml", 'target = "95 %"', "target = 95",
         ("commitments.toml, línea 1, columna commitments: cada [[commitments]] lleva code, text, "
         "axis, indicator, target, en texto")),
        ("commitments.toml", '[[commitments]]\ncode = "C1"', 'commitments = ["x"]\ncode = "C1"',
         ("commitments.toml, línea 1, columna commitments: cada [[commitments]] lleva code, text, "
         "axis, indicator, target, en texto")),
        ("commitments.toml", "[[commitments]]", "[[commitments",
         "commitments.toml, línea 1, columna 14: no se entiende lo escrito (TOML)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_file_line_and_column(tmp_path, file, old, new, said):
    assert said in problems(spoilt(tmp_path, file, old, new))


def test_an_appeal_goes_to_the_department_above_and_nobody_is_above_the_mayor():
    pack = candelaria()
    found = [pack.superior_of(code, date(2026, 3, 17)) for code in ("HAC", "DESP", "NADIE", None)]
    assert ["DESP", None, None, None] == found


def test_what_an_office_leaves_behind_is_its_heirs():
    day = date(2026, 7, 1)
    ended = {"OBRAS": "CONTROL", "AGUAS": ""}
    departments = tuple(
        replace(body, valid_until=date(2026, 6, 30), successor=ended[body.code])
        if body.code in ended
        else body
        for body in villa().departments
    )
    pack = replace(villa(), departments=departments)

    assert ("OBRAS", "CONTROL") == (
        pack.heir_of("OBRAS", date(2026, 6, 1)),
        pack.heir_of("OBRAS", day),
    )
    assert "NADIE" == pack.heir_of("NADIE", day)
    assert {"OBRAS", "CONTROL"} == set(pack.inherited_by("CONTROL", day))
    assert () == pack.inherited_by("OBRAS", day)


def test_a_table_where_a_table_is_expected(tmp_path):
    folder = spoilt(tmp_path, "entity.toml", "[answers]\nsigner", "signer")
    text = (folder / "entity.toml").read_text(encoding="utf-8")
    text = text.replace("[routing]\nthreshold = 0.4\n", "").replace("[readings]\n", "")
    (folder / "entity.toml").write_text(f'routing = "x"\n{text}', encoding="utf-8")
    said = problems(folder)
    assert "entity.toml, línea 1, columna routing: debe ser una tabla [routing]" in said


def test_a_reading_that_the_law_does_not_know(tmp_path):
    folder = spoilt(tmp_path, "entity.toml", "[readings]", '[readings]\nunheard_of = "x"')
    assert problems(folder)[0].startswith("entity.toml, línea 23, columna readings: ")


def test_a_missing_file_and_an_empty_folder(tmp_path):
    (tmp_path / "pack").mkdir()
    said = problems(tmp_path / "pack")
    assert "topics.csv, línea 1, columna 1: falta el archivo" in said
    assert "entity.toml, línea 1, columna 1: falta el archivo" in said


def test_text_that_is_not_utf8_is_named_by_its_byte(tmp_path):
    folder = spoilt(tmp_path, "places.csv", "La Loma", "La Loma")
    file = folder / "places.csv"
    file.write_bytes(file.read_bytes().replace(b"inventado", "año".encode("latin-1"), 1))
    said = problems(folder)
    assert said[0].startswith("places.csv, línea 2, columna ")
    assert said[0].endswith("el texto no está en UTF-8")


def test_a_null_character_is_named_by_its_place(tmp_path):
    folder = spoilt(tmp_path, "places.csv", "La Loma", "La\0Loma")
    assert problems(folder)[0] == "places.csv, línea 3, columna 11: hay un carácter nulo"


def test_quotes_that_do_not_close(tmp_path):
    folder = spoilt(tmp_path, "service_points.csv", "Plaza Mayor", '"Plaza Mayor')
    assert problems(folder)[0].endswith("las comillas no cierran bien")


def test_a_document_cut_short(tmp_path):
    folder = spoilt(tmp_path, "entity.toml", 'url = "https://villa-ejemplo.test/norma"', "url = [")
    assert any(line.startswith("entity.toml, línea 3") for line in problems(folder))


def test_an_empty_table_lacks_its_columns(tmp_path):
    folder = spoilt(tmp_path, "places.csv", "inventado", "inventado")
    (folder / "places.csv").write_text("", encoding="utf-8")
    assert any(line.startswith("places.csv, línea 1, columna code:") for line in problems(folder))


def test_all_problems_are_told_at_once(tmp_path):
    folder = spoilt(tmp_path, "topics.csv", "RECLAMO,no", "REGAÑO,tal vez")
    text = (folder / "entity.toml").read_text(encoding="utf-8")
    (folder / "entity.toml").write_text(text.replace('"ATENCION"', '""'), encoding="utf-8")
    assert {line.split(",")[0] for line in problems(folder)} == {"topics.csv", "entity.toml"}


def test_a_spreadsheet_may_leave_a_mark_blank_lines_and_lines_in_cells(tmp_path):
    folder = spoilt(tmp_path, "service_points.csv", "Plaza Mayor 1", '"Plaza\nMayor 1"\n\n')
    file = folder / "service_points.csv"
    text = file.read_text(encoding="utf-8") + "FERIA,Feria,NADIE,,\n"
    file.write_text(text, encoding="utf-8-sig")
    said = "service_points.csv, línea 6, columna department: no existe la dependencia «NADIE»"
    assert said in problems(folder)


def test_what_is_not_said_has_a_default(tmp_path):
    folder = spoilt(tmp_path, "entity.toml", '[answers]\nsigner = "official"', "")
    text = (folder / "entity.toml").read_text(encoding="utf-8")
    text = text.replace("[routing]\nthreshold = 0.4", "")
    (folder / "entity.toml").write_text(text, encoding="utf-8")
    entity = load_pack(folder).entity
    assert (entity.signer, entity.threshold) == ("head", 0.5)


@pytest.mark.parametrize("folder", [CANDELARIA, VILLA])
def test_loading_twice_gives_the_same(folder):
    assert load_pack(folder) == load_pack(folder)

"""Plain values: names of ours may begin like a formula and stay text."""

from pqrs.models import Department
from tests.build import a_petition
from tests.web.staff import writing


def test_a_name_that_looks_like_a_formula_is_defused(app, client):
    with writing(app) as session:
        session.get_one(Department, "INFRA").name = "=HYPERLINK(1)"
        for _ in range(12):
            a_petition(session, app.office)

    assert ",'=HYPERLINK(1),12," in client.get("/estadisticas.csv").text
    assert "=HYPERLINK(1)" == client.get("/estadisticas.json").get_json()["secretaria"][0]["nombre"]

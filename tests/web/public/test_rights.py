"""The terms, as the law's own table has them."""

from tests.web.staff import text_of


def test_each_kind_with_its_days_and_its_norm(walker):
    walker.open("/derechos")

    for words in (
        "Petición de información 10 días hábiles 20 días hábiles Ley 1437 de 2011",
        "Consulta 30 días hábiles 60 días hábiles Ley 1437 de 2011",
        "Datos personales: reclamo 15 días hábiles 23 días hábiles Ley 1581 de 2012",
        "Puede acudir a la Personería Municipal.",
    ):
        assert words in text_of(walker)

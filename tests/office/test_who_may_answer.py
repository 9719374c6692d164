"""Nobody judges a complaint about itself; outside bodies are transfers; where it is counts."""

import pytest

from tests.office.packs import candelaria
from tests.office.routed import router as shared


@pytest.fixture(scope="module")
def router():
    return shared()


ABOUT_ITSELF = [
    ("La secretaria de Planeación me gritó cuando pregunté por mi licencia", "PLAN"),
    ("En Hacienda me pidieron doscientos mil pesos para quitarme la deuda", "HAC"),
    ("Fui a Tránsito y el señor de la ventanilla me insultó", "TRAN"),
    ("El inspector de policía se burló de mí cuando le conté lo del ruido", "INSP"),
    ("en la secretaria de salud me atendieron muy mal y me humillaron", "SAL"),
    ("Los funcionarios de Vivienda están cobrando coimas por los subsidios", "VIV"),
    ("una empleada de desarrollo social me trato como un perro", "DSOC"),
    ("LA COMISARIA DE FAMILIA ME TRATO MAL Y ME GRITO DELANTE DE MI HIJO", "COM"),
    ("La ingeniera de Valorización me gritó cuando le pregunté por el cobro", "INFRA"),
    ("En la Secretaría de Educación me pidieron plata para darme el cupo", "EDU"),
    ("el de infraestructura que vino a ver el hueco fue grosero y me empujó", "INFRA"),
    ("La gente de Medio Ambiente me discriminó cuando pedí la poda del árbol", "AMB"),
    ("Un agente de tránsito me pidió mordida para no hacerme el comparendo", "TRAN"),
    ("El secretario de Gobierno acosa a las que van por el certificado", "GOB"),
    ("los abogados de jurídica se rieron de mí cuando llevé la reclamación", "JUR"),
    ("La jefe de Desarrollo Administrativo maltrata a quien pide información", "DADM"),
    ("El alcalde me insultó en la plaza cuando le reclamé por el puente", "DESP"),
    ("En gestión del riesgo me exigieron una comisión para darme el mercado", "GR"),
]  # fmt: skip
"""Text, and the office that it complains about."""


@pytest.mark.parametrize(("text", "office"), ABOUT_ITSELF)
def test_no_office_decides_about_its_own_people(router, text, office):
    found = router.suggest(text)

    assert office in found.named_departments
    assert found.competent != office
    assert office not in found.alternatives.departments


@pytest.mark.parametrize(("text", "office"), ABOUT_ITSELF)
def test_nor_when_the_person_chose_a_topic_of_that_office(router, text, office):
    topics = (one for one in candelaria().topics if one.department == office)
    topic = next(topics, None)
    if topic is not None:
        found = router.suggest(text, topic.topic_id)
        assert found.competent != office
        assert office not in found.alternatives.departments


SERVICES = [
    ("Tránsito no ha arreglado el semáforo de la galería hace dos meses", "TRAN"),
    ("La Secretaría de Salud no ha venido a fumigar y los zancudos nos tienen locos", "SAL"),
    ("Planeación se demora mucho en entregar la licencia de construcción", "PLAN"),
    ("Los de Candeaseo no pasan a recoger la basura hace una semana", "CAS"),
    ("Hacienda me cobró dos veces el predial, pido que me devuelvan", "HAC"),
    ("Perdí los papeles de la moto cerca de la oficina de Tránsito", "TRAN"),
]  # fmt: skip
"""A service that does not work is no offence: it goes to who gives it."""


@pytest.mark.parametrize(("text", "office"), SERVICES)
def test_a_service_that_fails_goes_to_who_gives_it(router, text, office):
    found = router.suggest(text)

    assert () == found.named_departments
    assert office == found.competent


OUTSIDE = [
    ("Se fue la energía en toda la cuadra desde anoche y la nevera se dañó", "EXT-ENERGIA"),
    ("Celsia me cobra una energía que no consumo y el voltaje es malo", "EXT-ENERGIA"),
    ("Huele mucho a gas desde el medidor, los de Gases de Occidente no contestan", "EXT-GAS"),
    ("La carretera Cali-Candelaria está llena de huecos, es vía nacional de INVIAS", "EXT-VIAS"),
    ("No nos llega agua hace tres días por los lados de Gorgona", "EXT-ACUAVALLE"),
    ("en biyagorgona se reboso la alcantarilla y la mierda se entra a las casas", "EXT-ACUAVALLE"),
    ("El agua sale turbia en el barrio La Aldea de Villagorgona", "EXT-ACUAVALLE"),
    ("Hay un panal de abejas gigante en el techo de la casa comunal", "BOM"),
]  # fmt: skip
"""Text, and the body that is none of our offices."""


@pytest.mark.parametrize(("text", "body"), OUTSIDE)
def test_another_entity_is_a_transfer_that_a_person_decides(router, text, body):
    found = router.suggest(text)

    assert body == found.competent
    assert found.needs_person
    assert "Es otra entidad" in found.reason or "pero no es seguro" in found.reason


PLACES = [
    ("hay un hueco por los lados de Gorgona", "VILLAGORGONA"),
    ("acá en villa gorgona no pasa la basura", "VILLAGORGONA"),
    ("biyagorgona sin luz", "VILLAGORGONA"),
    ("en el Cabuyal la vía está mala", "EL-CABUYAL"),
    ("vivo en San Joaquin por la escuela y hay un poste caído", "SAN-JOAQUIN"),
    ("en el corregimiento del tiple no hay transporte", "EL-TIPLE"),
    ("en Poblado Campestre el parque está oscuro", "POBLADO-CAMPESTRE"),
    ("De Juanchito hasta Cavasa la calle está destapada", None),
    ("Voy de Villagorgona a El Carmelo y no hay señales", None),
    ("mi prima Victoria tiene un jardín en la casa", None),
    ("soy de Candelaria y hay un hueco en la calle", None),
    ("Pedro Candelaria vive en el barrio", None),
]
"""Text, and the code of the one place that it tells of."""


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_it_is_counts_when_the_text_leaves_no_doubt(router, text, place):
    assert place == router.suggest(text).place

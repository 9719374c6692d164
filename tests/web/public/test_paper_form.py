"""The form in paper: there when nothing else is."""

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from pqrs.extensions import db
from tests.filing import seen

FIELDS = (
    "Petición de interés", "Queja", "Denuncia", "Nombre y apellido, o razón social",
    "presentarla sin nombre", "Tipo de documento", "Número", "Responder por", "Correo electrónico",
    "Dirección", "Barrio, vereda o corregimiento", "Municipio y país", "Teléfono",
    "Qué pasó o qué solicita", "Documentos que adjunta", "Ley 1581 de 2012", "Número de radicado",
    "Fecha y hora de recibo",
)  # fmt: skip


@pytest.fixture
def no_database(app):
    """Every connection fails, as when the disk is gone or the file is being repaired."""

    def refuse(*_arguments):
        raise OperationalError("connect", {}, Exception("database is locked"))

    with app.app_context():
        db.engine.dispose()
        event.listen(db.engine, "do_connect", refuse)
    yield
    with app.app_context():
        event.remove(db.engine, "do_connect", refuse)


def test_it_asks_what_the_norm_asks_and_says_where_to_take_it(app, client):
    words = " ".join(seen(client.get("/formulario-en-papel").text).split())

    assert [] == [field for field in FIELDS if field not in words]
    assert app.office.pack.entity.address in words


def test_without_a_database_the_failure_leads_to_it_and_it_is_there(client, no_database):
    failed = client.get("/radicar")
    assert (503, True) == (failed.status_code, 'href="/formulario-en-papel"' in failed.text)

    assert 200 == client.get("/formulario-en-papel").status_code


def test_the_start_page_offers_it_among_the_other_ways(client):
    assert 'href="/formulario-en-papel"' in client.get("/").text

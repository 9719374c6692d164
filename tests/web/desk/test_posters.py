"""The list of posters."""

from pqrs.office import Role
from tests.web.staff import at_work, text_of


def test_a_head_finds_the_own_ones_from_the_evaluations(app):
    head = at_work(app, Role.HEAD, "HAC")
    head.open("/bandeja/evaluaciones")
    assert 'href="/bandeja/carteles"' in head.answer.html
    head.open("/bandeja/carteles")

    assert 'href="/punto/PUNTO-HAC/cartel"' in head.answer.html
    assert "VENTANILLA" not in text_of(head)


def test_who_administers_finds_all(app):
    admin = at_work(app, Role.ADMIN, None)
    admin.open("/bandeja/carteles")

    assert all(point.code in text_of(admin) for point in app.office.pack.service_points)


def test_an_office_without_points_is_told_what_to_do(app):
    with_points = {point.department for point in app.office.pack.service_points}
    bare = [
        body.code for body in app.office.pack.internal_departments() if body.code not in with_points
    ]
    head = at_work(app, Role.HEAD, bare[0])
    head.open("/bandeja/carteles")

    assert "Esta dependencia no tiene puntos de atención." in text_of(head)


def test_an_official_does_not(app):
    official = at_work(app, Role.OFFICIAL, "HAC")

    assert 403 == official.open("/bandeja/carteles").status
    official.open("/bandeja/evaluaciones")
    assert "/bandeja/carteles" not in official.answer.html

"""The points that anyone may evaluate."""

from pqrs.queries.service_points import service_point, service_points


def test_all_by_name_with_their_department(session, office):
    points = service_points(session)

    assert len(office.pack.service_points) == len(points)
    assert "Secretaría de Desarrollo Administrativo" in {each.department_name for each in points}


def test_one_by_its_code_in_any_case(session):
    assert "DADM" == service_point(session, "ventanilla").department
    assert service_point(session, "' OR 1=1--") is None

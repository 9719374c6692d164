"""What was presented against a decision: each page of the desk, on a phone, as its turn comes."""

from pqrs.factory import build_app
from pqrs.law import Kind, Remedy
from pqrs.settings import Settings
from tests.e2e.browser import PHONE, axe, overflow
from tests.e2e.validator import html_errors, why_absent
from tests.walker import Walker, over_http
from tests.web.desk.contested import contest

HEAD = {"email": "jefe.infra@demo.test", "password": "demo-candelaria-2026"}


def test_every_page_is_accessible_and_fits_a_phone(city, visit, screenshots, tmp_path):
    app = build_app(Settings.from_environ(city.environ, city.folder))
    appealed = contest(app, Remedy.RECONSIDERATION)
    to_the_superior = contest(app, Remedy.APPEAL)
    insisted = contest(app, Remedy.INSISTENCE, kind=Kind.INFORMATION)
    steps: tuple[tuple[str, dict[str, str]], ...] = (
        (f"/bandeja/{appealed}/pruebas", {"days": "10", "reason": "Una visita."}),
        (f"/bandeja/{appealed}/traslado-pruebas", {"reason": "Al vecino: las fotos."}),
        (f"/bandeja/{appealed}/cierre-pruebas", {}),
        (f"/bandeja/{appealed}/recurso", {}),
        (f"/bandeja/{appealed}", {}),
        (f"/bandeja/{to_the_superior}/rechazo-apelacion", {}),
        (f"/bandeja/{insisted}/insistencia", {"court": "Juzgado Administrativo de Cali"}),
        (f"/bandeja/{insisted}/llegada", {"reference": "76001-33-33"}),
        (f"/bandeja/{insisted}/interrupcion", {"ground": "documents", "paper": "Auto 3"}),
        (f"/bandeja/{insisted}/fin-interrupcion", {}),
        (f"/bandeja/{insisted}", {}),
        (f"/bandeja/{insisted}/fallo", {"ruling": "revoked", "act": "Auto 4", "reason": "Que sí."}),
        (f"/bandeja/{insisted}/notificacion", {"means": "counter"}),
    )
    head = visit(PHONE)
    head.sign_in(HEAD["email"])
    writer = Walker(over_http(city.url))
    writer.open("/ingresar")
    writer.submit(**HEAD)

    wrong, sources = {}, {}
    for path, answers in steps:
        head.page.goto(path)
        screenshots.take(head.page, "contests-phone")
        wrong[path] = axe(head.page) + (["too wide"] if overflow(head.page) else [])
        sources[path] = writer.open(path).html
        if answers:
            writer.submit(**answers)
            assert 200 == writer.answer.status, path

    assert not any(wrong.values()), wrong
    assert why_absent() or [] == html_errors(sources, tmp_path)

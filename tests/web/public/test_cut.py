"""Which period an address asks for, and what is refused."""

from datetime import date

import pytest

from pqrs.queries.periods import Period
from pqrs.web.public.cut import asked_cut

TODAY = date(2026, 3, 17)


def asked(app, query):
    with app.test_request_context(f"/estadisticas?{query}"):
        cut = asked_cut(TODAY)
        return cut.period, cut.refused


@pytest.mark.parametrize("query", ["", "utm_source=x&fbclid=y"])
def test_without_a_question_the_present_year(app, query):
    assert (Period(2026), False) == asked(app, query)


def test_a_quarter_that_is_offered(app):
    assert (Period(2026, 1), False) == asked(app, "periodo=2026-T1")


@pytest.mark.parametrize(
    "query",
    [
        "periodo=2026-T2",
        "periodo=1890",
        "periodo=9999",
        "periodo=10000",
        "periodo=",
        "periodo=-1",
        "periodo=0",
        "periodo=1e9",
        "periodo=NaN",
        "periodo=1.5",
        "periodo=%D9%A3",
        f"periodo={'9' * 30}",
        "periodo=2026-03-01",
        "periodo=%00",
        "periodo=%3Cscript%3Ealert(1)%3C/script%3E",
        "periodo=' OR 1=1--",
        "periodo=2026&periodo=2026-T1",
        "periodo=2026&departamento=GOB",
        "orden=satisfaccion",
        "size=1000000",
        "desde=2016-01-01&hasta=2026-01-01",
    ],
)
def test_every_other_cut_is_refused(app, query):
    assert (Period(2026), True) == asked(app, query)

"""`/`: the doors, the terms, and a weight that a slow line can carry."""

import gzip

from tests.filing import seen

FIRST_VIEW = 14_000


def test_it_leads_to_every_door(walker):
    html = walker.open("/").html

    doors = ("/radicar", "/seguimiento", "/evaluar", "/estadisticas")
    assert [] == [path for path in doors if f'href="{path}"' not in html]


def test_it_says_how_long_an_answer_takes(walker):
    words = " ".join(seen(walker.open("/").html).split())

    assert "15 días hábiles" in words
    assert "Información y documentos: 10 días hábiles" in words


def test_the_first_question_is_light(client):
    html = client.get("/radicar").data

    assert len(gzip.compress(html)) < FIRST_VIEW // 2

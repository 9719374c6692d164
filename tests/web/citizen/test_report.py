"""`/denunciar`: begun apart, asked little, at addresses and under titles that say nothing."""

import logging
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from pqrs.law import IdentityLevel, Kind
from pqrs.models import Draft, Petition, PetitionText
from pqrs.outside.now import now
from tests.filing import read_receipt, seen
from tests.web.citizen.filling import walk_to
from tests.web.citizen.reporting import ANSWERS, tell, tell_to
from tests.web.desk.test_write_to_person import reporter
from tests.web.staff import writing

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
TELLING = ("denunc", "corrup", "queja", "anónim")


def filed(app):
    with writing(app) as session:
        petition = session.scalars(select(Petition)).one()
        body = session.scalars(select(PetitionText.body)).one()
        session.expunge_all()
        return petition, body


def test_it_is_a_report_for_who_looks_into_wrongdoing(app, walker):
    tell(walker, involved="Un inspector", office="PLAN", known_by="Tengo el recibo")
    petition, body = filed(app)

    assert (Kind.REPORT, "CI", ["PLAN"]) == (
        petition.kind,
        petition.department,
        petition.named_departments[:1],
    )
    assert IdentityLevel.ANONYMOUS is petition.identity
    for said in ("Cobran por poner el sello", "Un inspector", "Planeación", "Tengo el recibo"):
        assert said in body


def test_links_among_who_took_part_are_asked_about_too(app, walker):
    tell_to(walker, "/radicar/revise", involved="http://casino.example " * 10)

    assert 422 == walker.submit().status
    with writing(app) as session:
        assert session.scalars(select(Petition)).one_or_none() is None


def test_neither_title_nor_address_says_what_it_is(walker):
    walker.open("/denunciar")
    passed = {}
    for page in [*ANSWERS, "/radicar/revise"]:
        if page == "/radicar/respuesta":
            continue  # nobody without a name is asked
        tell_to(walker, page)
        passed[walker.answer.path] = TITLE.search(walker.answer.html).group(1).lower()
    walker.submit()
    passed[walker.answer.path] = TITLE.search(walker.answer.html).group(1).lower()

    assert 8 == len(passed)
    for path, title in passed.items():
        assert not [word for word in TELLING if word in title + path], (path, title)


@pytest.mark.parametrize("page", [*ANSWERS, "/radicar/revise"])
def test_every_page_has_its_way_out_and_fills_nothing_in(walker, page):
    html = tell_to(walker, page, identity="reserved").html

    assert 'href="/fuera"' in html
    assert (page != "/radicar/inicio") == ('data-unsent="forget"' in html)
    assert 'data-unsent="write"' not in html
    assert "seguir después" not in html
    assert page in {"/radicar/inicio", "/radicar/revise"} or 'autocomplete="off"' in html


def test_what_makes_it_admissible_is_said_before_and_after(app, walker):
    review = seen(tell_to(walker, "/radicar/revise").html)
    assert "al menos un hecho concreto, una persona o una prueba" in review
    assert "Quiénes participaron, o de qué oficina son" in review

    receipt = seen(walker.submit().html)
    assert "Una foto, un documento, o cómo lo sabe" in receipt
    assert ["involved", "happened_on", "place", "proof"] == filed(app)[0].missing


def test_with_one_fact_nothing_more_is_asked_for(app, walker):
    assert "al menos un hecho" not in tell_to(walker, "/radicar/revise", involved="Juan").html
    walker.submit()
    assert [] == filed(app)[0].missing


def test_with_a_name_no_law_asks_for_more(app, walker):
    review = tell_to(walker, "/radicar/revise", identity="reserved")
    assert "al menos un hecho" not in review.html
    walker.submit()
    assert ["document"] == filed(app)[0].missing


def test_the_way_out_forgets_the_draft_and_goes_elsewhere(app, client, walker):
    tell_to(walker, "/radicar/personas")
    way_out = client.get("/fuera")
    assert app.office.pack.entity.exit_url == way_out.headers["Location"]
    assert '"storage"' == way_out.headers["Clear-Site-Data"]
    assert "no-referrer" == way_out.headers["Referrer-Policy"]

    walker.open("/radicar/que-paso")
    assert "Cobran por poner" not in walker.answer.html


def test_the_way_out_leaves_the_staff_signed_in(app, client):
    with client.session_transaction() as session:
        session.update({"_user_id": "x", "filing": "y"})
    client.get("/fuera")

    with client.session_transaction() as session:
        assert {"_user_id": "x"} == dict(session)


def test_a_new_petition_does_not_show_what_was_being_told(walker):
    tell_to(walker, "/radicar/personas")
    walk_to(walker, "/radicar/que-paso")

    assert "/radicar/que-paso" == walker.answer.path
    assert "Cobran por poner" not in walker.answer.html


@pytest.mark.parametrize("sent", [True, False])
def test_an_ordinary_petition_half_written_comes_back(walker, sent):
    walk_to(walker, "/radicar/donde")
    tell_to(walker, "/radicar/personas")
    tell(walker) if sent else walker.open("/radicar")
    if not sent:
        walker.submit()

    assert "La lámpara del poste" in walker.open("/radicar/que-paso").html


def test_with_a_name_the_way_out_stays_after_sending(app, walker):
    assert 'href="/fuera"' in tell(walker, identity="named").html
    person = reporter(app, read_receipt(walker))

    for page in ("", "/por-que", "/mensajes"):
        assert 'href="/fuera"' in person.open(f"/seguimiento{page}").html


def test_a_report_begun_is_kept_two_hours(app, walker):
    tell_to(walker, "/radicar/personas")

    with writing(app) as session:
        left = session.scalars(select(Draft.expires_at)).one() - now()
    assert timedelta(hours=1, minutes=58) < left <= timedelta(hours=2)


def test_no_line_of_the_log_tells_when_somebody_was_there(app, walker, caplog):
    with caplog.at_level(logging.DEBUG, logger=app.logger.name):
        tell(walker)
        walker.open("/seguimiento")
        assert [] == caplog.records
        walker.open("/plazos")
    assert 1 == len(caplog.records)


def test_a_lost_token_is_asked_for_again(client):
    answer = client.post("/radicar/inicio", data={})

    assert (400, True) == (answer.status_code, "Empezar" in answer.text)

"""`/radicar/listo`: what to keep, shown again for a while, then without the code."""

import re
from html import unescape
from urllib.parse import unquote

import pytest

from pqrs.web.citizen import file_receipt
from pqrs.web.citizen.file_receipt import RECEIPT_KEY
from tests.filing import NUMBER, read_receipt, seen
from tests.web.citizen.filling import errors_of, file_one


def test_it_says_number_code_date_and_who_answers(walker):
    answer = file_one(walker, topic="SP-ALU-01")
    words = errors_of(answer)

    assert all(read_receipt(walker))
    assert "Debemos responder a más tardar el" in words
    assert "Planeación" in words
    assert "Los días, uno por uno" in words


def test_a_reload_shows_the_same_code(walker):
    file_one(walker)
    first = read_receipt(walker)
    walker.open("/radicar/listo")

    assert first == read_receipt(walker)


def test_after_a_while_only_number_and_day_are_left(client, walker):
    file_one(walker)
    number, code = read_receipt(walker)
    with client.session_transaction() as cookie:
        kept = dict(cookie[RECEIPT_KEY])
        kept["until"] = "2020-01-01T00:00:00+00:00"
        cookie[RECEIPT_KEY] = kept
    later = seen(walker.open("/radicar/listo").html)

    assert number == NUMBER.search(later).group()
    assert code not in later.replace(" ", "")


def test_without_a_petition_there_is_nothing_to_show(walker):
    assert "/" == walker.open("/radicar/listo").path


def test_another_authority_is_named_with_its_five_days(walker):
    words = "Hay una fuga de gas en el contador de la casa"
    answer = file_one(walker, text=words, topic="SP-GAS-01")

    assert "trasladar y avisarle a más tardar el" in errors_of(answer)


def test_who_is_unknown_is_warned_that_the_code_cannot_be_recovered(walker):
    words = errors_of(file_one(walker, identity="anonymous"))

    assert "nadie los puede recuperar" in words


def test_danger_comes_first(walker):
    html = file_one(walker, text="Huele a gas en la casa de al lado").html

    assert html.index('href="tel:123"') < html.index("<h1")


FIRST_VIEW = 14_000


def test_the_page_is_light(client, walker):
    file_one(walker)
    page = client.get("/radicar/listo", headers={"Accept-Encoding": "br"})

    assert "br" == page.headers["Content-Encoding"]
    assert len(page.data) < FIRST_VIEW


def test_the_code_stands_apart_from_what_may_be_shown(walker):
    answer = file_one(walker)
    number, code = read_receipt(walker)
    _before, secret, rest = answer.html.partition('class="secret"')
    frame, _end, receipt = rest.partition("</section>")

    assert secret
    assert code in seen(frame).replace(" ", "")
    assert code not in seen(receipt).replace(" ", "")
    assert number in seen(receipt)


def test_without_an_engine_the_page_offers_no_file_and_still_proves(walker, monkeypatch):
    monkeypatch.setattr(file_receipt, "can_make_pdf", lambda: False)
    html = file_one(walker).html

    assert "constancia.pdf" not in html
    assert "codigo.svg" in html
    assert "/verificar?c=PQRS1." in html


def test_number_and_day_can_be_sent_on_without_the_code(walker):
    receipt = file_one(walker)
    number, code = read_receipt(walker)
    links = re.findall(r'href="((?:https://wa|mailto:\?)[^"]*)"', receipt.html)
    said = [unquote(unescape(link)) for link in links]

    assert 2 == len(said)
    for message in said:
        assert number in message
        assert re.search(r"hasta el \w+ \d+ de \w+ de \d{4}", message)
        assert "http://localhost/seguimiento" in message
        assert code not in message.replace(" ", "").replace("-", "")


@pytest.mark.parametrize(
    "changes", [{"identity": "anonymous"}, {"identity": "reserved"}, {"kind": "report"}]
)
def test_what_nobody_should_find_on_a_telephone_is_not_sent_on(walker, changes):
    receipt = file_one(walker, **changes)

    assert "/radicar/listo" == receipt.path
    assert "wa.me" not in receipt.html

"""Every page that links lead to, for each person: valid, accessible, narrow enough, quiet.

Pages at the end of a form are looked at in the journeys; here, what a GET shows.
"""

import pytest

from pqrs import create_app
from pqrs.office import load_pack
from pqrs.settings import Settings
from tests.databases import PACK, missing
from tests.e2e.browser import DESKTOP, PHONE, axe, overflow, small_targets
from tests.e2e.crawl import NOT_PAGES, crawl, endpoint_finder, plain_addresses
from tests.e2e.validator import html_errors, why_absent
from tests.walker import Walker, over_http

PEOPLE = {
    "anyone": None,
    "clerk": "ventanilla@demo.test",
    "official": "funcionario.plan@demo.test",
    "head": "jefe.plan@demo.test",
    "supervisor": "supervisor@demo.test",
    "admin": "admin@demo.test",
}
ELSEWHERE = {
    "account.show_password_form",
    "citizen.decline",
    "citizen.evaluate_answer",
    "citizen.new_code",
    "citizen.show_review",
    "citizen.still_solved",
    "citizen.thanks",
    "desk.ask_appeal_decision",
    "desk.ask_appeal_notice",
    "desk.ask_appeal_rejection",
    "desk.ask_arrival",
    "desk.ask_continuation",
    "desk.ask_decision",
    "desk.ask_evidence",
    "desk.ask_evidence_end",
    "desk.ask_interruption",
    "desk.ask_interruption_end",
    "desk.ask_notice",
    "desk.ask_part",
    "desk.ask_part_return",
    "desk.ask_parts",
    "desk.ask_person",
    "desk.ask_publication",
    "desk.ask_duty",
    "desk.ask_hearing",
    "desk.ask_resumption",
    "desk.ask_ruling",
    "desk.ask_sending",
    "desk.ask_sharing",
    "desk.ask_withdrawal",
    "public.show_notice",
    "desk.reply",
    "desk.review",
}
"""Pages behind a form or a letter; the journeys look at them."""
FILES = {
    "citizen.document",
    "desk.document",
    "health.check",
    "public.poster_qr",
    "public.robots",
    "favicon",
    "static_file",
}


@pytest.fixture(scope="module")
def url_map(tmp_path_factory):
    settings = Settings.from_environ({"PQRS_DEMO": "1"}, tmp_path_factory.mktemp("routes"))
    return create_app(settings).url_map


@pytest.fixture(scope="module")
def pages_of(city, url_map):
    """What each person reaches, crawled once: email -> address -> source."""
    reached: dict[str, dict[str, str]] = {}

    def pages(person: str) -> dict[str, str]:
        if person not in reached:
            reached[person] = reach(city.url, PEOPLE[person], url_map)
        return reached[person]

    return pages


def reach(base_url, email, url_map):
    walker = Walker(over_http(base_url))
    endpoint = endpoint_finder(url_map)
    if email is None:
        point = load_pack(PACK).service_points[0].code
        starts = ["/", f"/punto/{point}", f"/punto/{point}/cartel", *plain_addresses(url_map)]
        return crawl(walker, starts, endpoint)
    walker.open("/ingresar")
    landing = walker.submit(email=email, password="demo-candelaria-2026").path
    return crawl(walker, [landing], lambda path: only_of_staff(endpoint(path)))


def only_of_staff(name):
    """What everybody sees is looked at once."""
    return name if name and name.startswith(("desk.", "account.", "office.")) else None


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_are_accessible_and_fit_a_phone(person, pages_of, visit, screenshots):
    visitor = visit(PHONE)
    if PEOPLE[person]:
        visitor.sign_in(PEOPLE[person])

    found = {}
    for path in pages_of(person):
        visitor.page.goto(path)
        screenshots.take(visitor.page, f"{person}-phone")
        wrong = axe(visitor.page)
        if PEOPLE[person] is None:
            wrong += small_targets(visitor.page)
        if overflow(visitor.page):
            wrong.append(f"{overflow(visitor.page)} pixels wider than the screen")
        if PEOPLE[person] is None and narrow_overflow(visitor.page):
            wrong.append(f"{narrow_overflow(visitor.page)} pixels wider than a narrow phone")
        if wrong:
            found[path] = wrong

    assert {} == found


def narrow_overflow(page):
    """At 320 pixels, which is also a screen of 1280 at 400 %; WCAG 2.2, 1.4.10."""
    page.set_viewport_size({"width": 320, "height": 640})
    try:
        return overflow(page)
    finally:
        page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_fit_a_desk(person, pages_of, visit, screenshots):
    visitor = visit(DESKTOP)
    if PEOPLE[person]:
        visitor.sign_in(PEOPLE[person])

    found = {}
    for path in pages_of(person):
        visitor.page.goto(path)
        screenshots.take(visitor.page, f"{person}-desk")
        if overflow(visitor.page):
            found[path] = overflow(visitor.page)

    assert {} == found


def test_no_page_is_left_out(pages_of, url_map):
    endpoint = endpoint_finder(url_map)
    reached = {endpoint(path) for person in PEOPLE for path in pages_of(person)}
    pages = {
        rule.endpoint
        for rule in url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.rule.endswith(NOT_PAGES)
    }

    assert [] == sorted(pages - reached - ELSEWHERE - FILES)


def test_html_is_valid(pages_of, tmp_path):
    reason = why_absent()
    if reason:
        missing(reason)
    sources = {
        f"{person}: {path}": source
        for person in PEOPLE
        for path, source in pages_of(person).items()
    }

    assert [] == html_errors(sources, tmp_path)

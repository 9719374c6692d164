"""What lets the site be put on a phone: nothing runs unasked, nothing of a report is offered."""

import json
import re

import pytest

from pqrs.law import IdentityLevel, Kind
from tests.web.citizen.own import own

OFFERED = 'data-module="keep"'


def test_the_manifest_names_the_entity_and_an_icon_that_exists(client):
    answer = client.get("/manifest.webmanifest")
    said = json.loads(answer.data)

    assert "application/manifest+json" == answer.mimetype
    assert ("Candelaria", "/", "minimal-ui") == (
        said["short_name"],
        said["start_url"],
        said["display"],
    )
    assert 200 == client.get(said["icons"][0]["src"]).status_code


def test_the_worker_knows_files_that_exist_and_is_asked_for_anew(client):
    answer = client.get("/sw.js")
    [listed] = re.findall(r"const FILES = (\[.*\]);", answer.text)
    files = json.loads(listed)

    assert ("text/javascript", "no-cache") == (answer.mimetype, answer.headers["Cache-Control"])
    assert {200} == {client.get(path).status_code for path in [*files, "/sin-conexion"]}
    assert "/denunciar" not in answer.text


def test_the_policy_lets_in_the_manifest_and_the_worker_and_no_one_elses(client):
    policy = client.get("/").headers["Content-Security-Policy"]

    assert {"manifest-src 'self'", "worker-src 'self'", "default-src 'none'"} <= set(
        policy.split("; ")
    )


@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({}, True),
        ({"kind": Kind.REPORT}, False),
        ({"identity": IdentityLevel.RESERVED}, False),
        ({"identity": IdentityLevel.ANONYMOUS}, False),
    ],
    ids=["named", "report", "reserved", "anonymous"],
)
def test_a_copy_is_offered_to_who_gave_their_name_and_never_of_a_report(
    app, walker, changes, offered
):
    mine = own(app, walker, **changes)
    html = walker.open("/seguimiento").html

    assert mine.number in html
    assert offered is (OFFERED in html)


def test_nothing_registers_a_worker_by_itself(client):
    scripts = re.findall(r'src="([^"]+\.js)"', client.get("/").text)

    assert 1 == len(scripts)
    assert "serviceWorker" not in client.get(scripts[0]).text

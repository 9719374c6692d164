"""What was done about an opinion, for who left an e-mail."""

import pytest

from pqrs.acts.review_evaluation import review_evaluation, review_evaluation_by_filing
from pqrs.office.access_code import review_link_token
from tests.acts.test_review_evaluation import opened, press_of
from tests.filing import read_receipt
from tests.web.staff import text_of, writing


def path(app, review):
    return f"/evaluar/revision/{review}-{review_link_token(app.office.code_key, review)}"


def test_it_says_what_was_done(app, walker):
    with writing(app) as session:
        review = opened(session, app.office, contact="a@b.co")
        review_evaluation(session, press_of(session, app.office, review), "Hablamos con <ella>.")
        number = review.id
    walker.open(path(app, number))

    assert "Hablamos con <ella>." in text_of(walker)
    assert "Secretaría de Desarrollo Administrativo la revisó el" in text_of(walker)


def test_a_petition_can_be_followed_from_there(app, walker):
    with writing(app) as session:
        review = opened(session, app.office, contact="a@b.co")
        filed = review_evaluation_by_filing(session, press_of(session, app.office, review), "Ya.")
        number = review.id
    walker.open(path(app, number))
    shown, code = read_receipt(walker)
    assert filed == shown
    walker.open("/seguimiento")
    walker.submit(number=shown, code=code)

    assert filed in text_of(walker)
    assert "Recibida" in text_of(walker) or "En trámite" in text_of(walker)


def test_not_before_it_was_answered(app, walker):
    with writing(app) as session:
        number = opened(session, app.office, contact="a@b.co").id

    assert 404 == walker.open(path(app, number)).status


@pytest.mark.parametrize("reference", ["1", "1-x", "-1-x", "9" * 30 + "-x", "٣-٣", "1-" + "0" * 32])
def test_another_address_leads_nowhere(app, walker, reference):
    with writing(app) as session:
        review = opened(session, app.office, contact="a@b.co")
        review_evaluation(session, press_of(session, app.office, review), "Hecho.")

    assert 404 == walker.open(f"/evaluar/revision/{reference}").status

"""Who must answer, and the days one by one."""

import pytest

from pqrs.extensions import db
from pqrs.models.engine import write_intent
from pqrs.outside.now import today
from pqrs.queries.tracking import tracking
from pqrs.web.citizen.case_words import body_name, day_rows, responsible_for
from tests.build import a_petition


@pytest.fixture
def case_of(app):
    with app.test_request_context(), write_intent():

        def make(**changes):
            number = a_petition(db.session(), app.office, **changes).number
            return tracking(db.session(), number, today=today())

        yield make
        db.session.rollback()


def test_a_department_answers(case_of):
    assert "Infraestructura" in responsible_for(case_of()).name


def test_a_person_decides_when_the_words_do_not(case_of):
    who = responsible_for(case_of(topic=None, text="zzz"))

    assert ("", None) == (who.name, who.transfer_by)


def test_each_day_says_whether_it_counts(case_of):
    days = day_rows(case_of().explanation)

    assert "Día 15" == days[-1][1]
    assert any(words.startswith("No cuenta · ") for _day, words in days)


def test_a_body_we_no_longer_know_is_its_code(app):
    with app.test_request_context():
        assert ("VIEJA", "") == (body_name("VIEJA"), body_name(None))

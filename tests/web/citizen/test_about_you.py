"""What a person says of themselves: counted apart, once, and never asked of who may be in fear."""

import hashlib
from datetime import date

import pytest
from sqlalchemy import select

from pqrs.acts.count_population import count_population
from pqrs.extensions import db
from pqrs.models import PopulationCount, PopulationToken, Submission
from pqrs.models.engine import write_intent
from pqrs.office.population import ANSWERS, NOTICE, Question, read_answers
from pqrs.outside.now import now
from pqrs.queries.population import population
from tests.filing import seen
from tests.walker import Walker, into_flask
from tests.web.citizen.filling import errors_of, file_one

PAGE = "/radicar/sobre-usted"
NOTICE_WORDS = {"poblacion-1": "295e24d98378"}
"""The first twelve digits of the hash of the words of each version, as they were read."""


def counted(app):
    with app.app_context():
        rows = db.session.scalars(select(PopulationCount)).all()
        return {(row.question, row.answer): row.count for row in rows}


@pytest.mark.both_databases
def test_it_is_counted_once_and_leaves_nothing_of_the_person(app, client):
    walker = Walker(into_flask(client))
    receipt = file_one(walker)
    assert PAGE in receipt.html
    walker.open(PAGE)
    form = walker.prepare(age="60_over", ethnicity="afro")
    before = client.get_cookie("pqrs").value
    thanked = walker.send_form(form)
    client.set_cookie("pqrs", before)
    walker.send_form(form)
    told = client.get_cookie("pqrs").value
    assert before != told, "the second press knew nothing of the first"

    assert "Sumamos sus respuestas" in errors_of(thanked)
    assert PAGE not in walker.open("/radicar/listo").html
    found = counted(app)
    assert (1, 1, 1) == (
        found["age", "60_over"],
        found["ethnicity", "afro"],
        found["forms", ""],
    )
    assert {"quarter", "notice", "question", "answer", "count"} == set(
        PopulationCount.__table__.columns.keys()
    )
    with app.app_context():
        (used,) = db.session.execute(select(*PopulationToken.__table__.columns)).all()
        filings = db.session.scalars(select(Submission.token_hash)).all()
    assert 1 == len(used)
    assert used.token_hash not in filings


def test_every_question_may_be_left_alone(app, walker):
    file_one(walker)
    walker.open(PAGE)
    walker.submit()

    assert {} == counted(app)


@pytest.mark.parametrize("changes", [{"identity": "anonymous"}, {"kind": "report"}])
def test_who_may_be_in_fear_is_never_asked(app, walker, changes):
    receipt = file_one(walker, **changes)

    assert PAGE not in receipt.html
    assert "/radicar/listo" == walker.open(PAGE).path


def test_without_a_petition_nobody_is_asked(walker):
    assert "/" == walker.open(PAGE).path


def test_each_version_of_the_notice_keeps_its_words(walker):
    file_one(walker)
    words = " ".join(
        seen(walker.open(PAGE).html.partition("</h2>")[2].partition("<form")[0]).split()
    )
    found = hashlib.sha256(words.encode()).hexdigest()[:12]

    assert NOTICE_WORDS[NOTICE] == found, "other words need another version"


def test_what_is_no_answer_of_ours_is_withheld():
    assert {"withheld"} == set(read_answers({"age": "x", "sex": None}).values())
    assert "female" == read_answers({"sex": "female"})[Question.SEX]


def test_small_counts_are_never_shown_nor_left_over(app):
    with app.app_context(), write_intent():
        session = db.session()
        for answer, times in (("roma", 3), ("afro", 20), ("none", 12)):
            for each in range(times):
                told, token = read_answers({"ethnicity": answer}), f"{answer} {each}"
                count_population(session, told, now(), token=token)
        year = now().year
        (found,) = [
            each
            for each in population(session, year, date(year + 1, 2, 1))
            if each.forms is not None
        ]
        assert () == population(session, year, date(year, 1, 2))

    shown = found.tables[Question.ETHNICITY]
    assert 35 == found.forms
    assert [("afro",)] == [group.keys for group in shown if not group.is_rest]
    assert [15] == [group.count for group in shown if group.is_rest]
    assert len(ANSWERS) == len(found.tables)

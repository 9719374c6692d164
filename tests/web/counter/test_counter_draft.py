"""What is filed of a page: as a citizen's, and how it came."""

from pqrs.law import Capacity, Channel
from pqrs.office.reception import TakenDown, Tongue
from pqrs.web.counter.counter_draft import check, counter_filing
from pqrs.web.counter.counter_form import USUAL


def test_a_page_becomes_a_filing(app):
    answers = {
        **USUAL,
        "text": "Un hueco.",
        "name": "Persona Inventada",
        "channel": "telephone",
        "capacity": "neighbour",
        "represented_name": "Otra Persona",
        "subject": "Hueco",
        "answered": "Que va la cuadrilla.",
    }
    with app.test_request_context():
        checked = check(answers)
        assert checked is not None
        filing = counter_filing(checked, answers, ())

    assert (Channel.TELEPHONE, Capacity.NEIGHBOUR, "Hueco", None, None) == (
        filing.channel,
        filing.capacity,
        filing.subject,
        filing.received_at,
        filing.kind,
    )
    assert TakenDown(tongue=Tongue.SPANISH, answered="Que va la cuadrilla.") == filing.taken_down
    assert filing.person is not None
    assert "Otra Persona" == filing.person.represented_name
    assert ("document",) == filing.missing


def test_who_does_not_say_who_they_are_lacks_nothing_by_it(app):
    said = {"text": "Un hueco.", "identity": "anonymous", "reply_by": "email"}
    answers = {**USUAL, **said, "anyway": ["counter"]}
    with app.test_request_context():
        checked = check(answers)
        assert checked is not None
        filing = counter_filing(checked, answers, ())

    assert (None, (), "page") == (filing.person, filing.missing, filing.reply_by)


def test_what_has_to_be_corrected_is_not_filed(app):
    with app.test_request_context():
        assert check({**USUAL, "text": "Un hueco."}) is None
        assert check({**USUAL, "text": "Un hueco.", "anyway": ["counter"]}) is not None
        assert check({**USUAL, "text": "", "anyway": ["counter"]}) is None

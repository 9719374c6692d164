"""The computed columns equal the fold, whatever lawful thing happened, through the one door."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from pqrs.law import Channel, IdentityLevel, Kind, Priority
from pqrs.models import CITIZEN, Petition, Tally, by_number, rule_book
from pqrs.models.petition import FIRST_HASH, columns_of
from pqrs.models.reckoning import wrong_columns
from pqrs.office.tallies import petition_tallies
from tests.law.drawn import ONE_KIND, histories

DRAWN = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def bare_petition(session, moment):
    """A row that nothing has happened to yet."""
    petition = Petition(
        number="2020-000001-2",
        series="X",
        year=2020,
        sequence=1,
        filed_at=moment,
        content_hash="",
        code_hash="",
        channel=Channel.WEB,
        identity=IdentityLevel.NAMED,
        priority=Priority.NORMAL,
        rank=3,
        subject="",
        location="",
        reply_by="page",
        missing=[],
        last_sequence=0,
        last_hash=FIRST_HASH,
    )
    session.add(petition)
    return petition


@given(st.data(), st.sampled_from([Kind.MIXED, *ONE_KIND]))
@DRAWN
def test_columns_equal_the_fold_after_each_event(session, data, kind):
    """Also of the breaches that `record` writes by itself, and the kept figures with them."""
    rules = rule_book(session).on(date.max)
    events, _calendar, _chosen = data.draw(histories(kind=kind, rules=rules))
    happened = [event for event in events if event.name != "breached"]
    with session.begin_nested() as nested:
        petition = bare_petition(session, happened[0].at)
        for event in happened:
            told = petition.record(event, actor=CITIZEN)
            assert told == petition.standing()
            columns = columns_of(told, petition.rules())
            assert columns == {name: getattr(petition, name) for name in columns}
        session.flush()
        session.expunge_all()
        assert [] == list(wrong_columns(session))
        read_again = by_number(session, petition.number)
        assert events == read_again.timeline()
        kept = session.scalar(select(func.sum(Tally.count)))
        assert len(list(petition_tallies(read_again.figures()))) == kept
        nested.rollback()

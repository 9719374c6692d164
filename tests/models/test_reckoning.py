"""How open cases are read in bulk: what it costs a page."""

from sqlalchemy import create_engine, text
from sqlalchemy.dialects import sqlite

from pqrs.models import Base
from pqrs.models.reckoning import page_query


def test_no_page_of_open_cases_is_sorted_anew():
    """Sorting what is left for each page, ten times the cases cost far more than ten times."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    asked = page_query([1, 2]).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )

    with engine.connect() as connection:
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]
    engine.dispose()

    assert not [step for step in plan if "TEMP B-TREE" in step], plan

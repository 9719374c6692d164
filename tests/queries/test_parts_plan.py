"""What it costs to know whether a department sees to a part of another's case."""

from sqlalchemy import create_engine, text
from sqlalchemy.dialects import sqlite

from pqrs.models import Base
from pqrs.office import Role, Viewer
from pqrs.queries.parts import parts_query


def test_not_every_open_case_is_read_to_find_the_few_that_were_parted():
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    asked = parts_query(Viewer(1, Role.HEAD, "GOB")).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )

    with engine.connect() as connection:
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]
    engine.dispose()

    assert "SEARCH petition USING INDEX ix_petition_parted (holds_report=? AND phase=?)" in plan, (
        plan
    )

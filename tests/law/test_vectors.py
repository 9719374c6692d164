"""Cases a lawyer can read. `worked.csv` was given; `own.csv` was counted apart, day by day.

A failure prints the explanation, which is where to look for the mistake.
"""

import csv
import json
from pathlib import Path

import pytest

from pqrs.law import Calendar, Kind, LawError, Readings, clocks, disputed, read_moment, work_out

FOLDER = Path(__file__).with_name("vectors")


TRIED = ("worked.csv", "own.csv")


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["id"]) for row in csv.DictReader(file)]


def work_out_row(row):
    return work_out(
        row["modality"],
        read_moment(row["received_at"]),
        json.loads(row["events"]),
        Calendar(),
        Readings(),
    )


@pytest.mark.parametrize("row", [*rows("worked.csv"), *rows("own.csv")])
def test_it_falls_due_on_the_day_counted_by_hand(row):
    case = work_out_row(row)
    due_on = str(case.due_on or "")
    days = "\n".join(f"{day.total:>3} {day.day} {day.why} {day.norm}" for day in case.days)
    assert row["expected_due"] == due_on, f"{row['reasoning']}\n{case.summary}\n{days}"


@pytest.mark.parametrize("row", [*rows("worked.csv"), *rows("own.csv")])
def test_its_days_add_up_to_the_due_date(row):
    case = work_out_row(row)
    if case.due_on and case.days:
        assert case.due_on == case.days[-1].day
        assert all(day.norm for day in case.days if not day.counted)
        assert all(not day.norm for day in case.days if day.counted)


@pytest.mark.parametrize("row", rows("refused.csv"))
def test_what_has_no_answer_is_refused_with_its_rule(row):
    with pytest.raises(LawError) as refused:
        work_out_row(row)
    assert row["rule"] == refused.value.rule
    assert "{" not in str(refused.value)


HAPPENINGS = {
    "completed", "completion_extension", "components", "continued", "delivered", "evidence",
    "extension",
    "filed_elsewhere", "interruption", "pause", "posted", "reassigned_internally", "reclassified",
    "replied", "requirement", "returned", "setting", "suspended_days", "withdrawn",
}  # fmt: skip


def test_every_event_has_a_case():
    told = [json.loads(row.values[0]["events"]) for name in TRIED for row in rows(name)]
    assert HAPPENINGS == {one["type"] for each in told for one in each}


def test_every_kind_every_clock_and_every_reading_has_a_case():
    tried = [row.values[0] for name in ("worked.csv", "own.csv") for row in rows(name)]
    codes = {kind.code for kind in Kind} | {clock.code for clock in clocks()}
    assert set() == codes - {row["modality"] for row in tried}
    written = " ".join(row["events"] for row in tried)
    named = {point.law_name for point in disputed()}
    apart = {"completion_month_from", "close_on"}  # no date of a case depends on these
    assert apart == {name for name in named if f'"{name}"' not in written}

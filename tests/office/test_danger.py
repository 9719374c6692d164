"""Danger to life in the words: found, and few false alarms."""

import csv
from pathlib import Path

import pytest

from pqrs.office.danger import tells_of_danger

SENTENCES = (Path(__file__).parent / "danger.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(SENTENCES.splitlines()))


@pytest.mark.parametrize("text", [row["text"] for row in ROWS if row["danger"] == "yes"])
def test_danger_is_found(text):
    assert tells_of_danger(text)


@pytest.mark.parametrize("text", [row["text"] for row in ROWS if row["danger"] == "no"])
def test_an_ordinary_matter_is_no_alarm(text):
    assert not tells_of_danger(text)


def test_accents_capitals_and_commas_do_not_matter():
    assert tells_of_danger("ESTÁ,   SALIENDO… un OLÓR a   GÁS!!!")


@pytest.mark.parametrize("filler", ["mi hija ni ", "casa ", "a", "\0", "gas huele "])
def test_a_very_long_text_is_read_quickly(filler):
    tells_of_danger(filler * (20_000 // len(filler)))

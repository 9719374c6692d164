"""The form of `/plazos`: what was typed stays, and an hour is read as people write it."""

from datetime import time

import pytest

from pqrs.law import Kind
from pqrs.web.public.calculator_form import GROUPS, hour_of
from tests.web.public.asking import ask


def test_what_was_typed_is_kept(walker):
    typed = {
        "clase": "QUEJA",
        "recibida-day": "31",
        "recibida-month": "<b>",
        "recibida-year": "2026",
        "hora": "las 3",
        "total": "treinta",
        "acto": "Decreto \"1\" & 'dos'",
        "requerida": "2026-02-10",
        "partes": ["QUEJA", "CONSULTA"],
    }
    walker.open(ask(**typed))
    form = walker.form_with({"clase"})
    kept = {name: [value for key, value in form.values if key == name] for name, _ in form.values}

    assert typed["partes"] == kept.pop("partes")
    for name, value in typed.items():
        if name in kept:
            assert [value] == kept[name]
    assert [["10"], ["02"], ["2026"]] == [kept[f"requerida-{x}"] for x in ("day", "month", "year")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16:30", time(16, 30)),
        ("8:05", time(8, 5)),
        ("4:30 p. m.", time(16, 30)),
        ("12:00 AM", time(0)),
        ("12:15pm", time(12, 15)),
        ("24:00", None),
        ("8:60", None),
        ("0:30 am", None),
        ("8", None),
        ("", None),
    ],
)
def test_an_hour_as_people_write_it(text, expected):
    assert expected == hour_of(text)


def test_every_kind_is_offered_once():
    assert sorted(Kind) == sorted(kind for _, kinds in GROUPS for kind in kinds)

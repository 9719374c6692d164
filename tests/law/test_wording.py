"""Every key the room uses has a sentence, every sentence is used, and it says its norm plainly."""

import re
from pathlib import Path

from pqrs.law import SENTENCES, clocks
from pqrs.law.course import StopGround

ROOM = Path(__file__).parents[2] / "pqrs" / "law"
KEYS = re.compile(
    r'(?:LawError|Refusal|Objection|DayReason|step|say)\(\s*(?:[\w.]+, )?f?"([\w.{}]+)"'
)


def used_keys():
    text = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    return set(KEYS.findall(text)) | set(re.findall(r'"((?:step|day|clock)\.\w+)"', text))


def test_every_key_has_a_sentence():
    plain = {key for key in used_keys() if "{" not in key}
    assert set() == plain - set(SENTENCES)
    assert all(f"day.{ground}" in SENTENCES for ground in StopGround)
    assert all(f"step.stopped_{ground}" in SENTENCES for ground in StopGround)
    assert all(f"clock.{clock.unit}" in SENTENCES for clock in clocks())


def test_no_sentence_scolds():
    for sentence in SENTENCES.values():
        assert not re.search(r"inválid|prohibid|por favor", sentence, re.IGNORECASE)

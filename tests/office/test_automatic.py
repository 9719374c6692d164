"""What looks sent by a machine, and the one question it is asked."""

import pytest

from pqrs.office.automatic import MANY_LINKS, looks_automatic, sum_for

LINK = "Mire http://casino.example/x ahora. "


@pytest.mark.parametrize(
    ("text", "trap", "found"),
    [
        ("El poste está apagado.", "", False),
        ("El poste está apagado.", "  ", False),
        ("El poste está apagado.", "http://x.example", True),
        (LINK * (MANY_LINKS - 1), "", False),
        (LINK * MANY_LINKS, "", True),
        ("www.a.example " * 40, "", True),
        ("https://www.a.example " * (MANY_LINKS - 1), "", False),
        ("https://www.a.example " * MANY_LINKS, "", True),
        ("Son unos #%&! inútiles, vivan en Scunthorpe o no.", "", False),
    ],
)
def test_links_and_the_unseen_field_tell_and_words_never_do(text, trap, found):
    assert found is looks_automatic(text, trap)


def test_a_form_asks_the_same_sum_again():
    asked = sum_for("un token")

    assert asked == sum_for("un token")
    assert asked.is_right(f" {asked.first + asked.second} ")
    assert not asked.is_right("")
    assert {sum_for(str(each)).first for each in range(200)} == set(range(1, 10))

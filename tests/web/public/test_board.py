"""`/avisos` with nothing on it."""

from tests.web.staff import text_of


def test_an_empty_board_says_so_and_how_it_works(walker):
    walker.open("/avisos")

    assert "Hoy no hay ninguno." in text_of(walker)
    assert "cinco días hábiles" in text_of(walker)

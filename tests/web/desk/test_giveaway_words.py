"""Every kind of mark has its words; a text is whole in its pieces."""

from pqrs.office.personal_data import KnownPerson
from pqrs.web.desk.giveaway_words import GIVEN_AWAY, mark

TEXT = "Rosalba dejó el 300 123 4567 y vive en la vereda 3 de 4"


def test_a_text_is_whole_in_its_pieces_and_what_no_mark_shows_is_told(app):
    person = KnownPerson(name="Rosalba Cuellar", address="vereda 3 de 4")
    with app.test_request_context():
        marked = mark(TEXT, person)

        assert TEXT == "".join(piece.text for piece in marked.pieces)
        assert [False, True] == [piece.is_sure for piece in marked.pieces if piece.what]
        assert str(GIVEN_AWAY["address"]) in marked.sure
        assert ("«Rosalba»: parece un nombre",) == marked.doubtful

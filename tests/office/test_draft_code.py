"""The code that leads back to a draft: as long as it must be, and of our own making only."""

from hypothesis import given
from hypothesis import strategies as st

from pqrs.office.access_code import show_code
from pqrs.office.draft_code import code_of_draft, draft_token, fresh_draft_token, read_draft_code

KEY = b"a key of the tests"


@given(st.text())
def test_code_and_token_lead_to_each_other(randomness):
    token = fresh_draft_token(KEY, randomness)
    code = code_of_draft(KEY, token)

    assert code is not None
    assert token == draft_token(KEY, code)
    assert code == read_draft_code(show_code(code).lower())
    assert [4, 4, 4, 4] == [len(group) for group in show_code(code).split("-")]


@given(st.text())
def test_a_token_of_another_making_has_no_code(token):
    assert code_of_draft(KEY, token) is None
    assert code_of_draft(b"another key", fresh_draft_token(KEY, token)) is None

"""A draft is found by its token until its days are over."""

from datetime import timedelta

from pqrs.acts.save_draft import KEPT, save_draft
from pqrs.queries.draft import kept_draft


def test_what_was_typed_comes_back(session, clock):
    save_draft(session, "ficha", {"text": "hola"}, clock)

    assert {"text": "hola"} == kept_draft(session, "ficha", clock).answers
    assert {} == kept_draft(session, "otra", clock).answers


def test_after_three_days_it_is_gone(session, clock):
    save_draft(session, "ficha", {"text": "hola"}, clock)

    assert {} == kept_draft(session, "ficha", clock + KEPT + timedelta(seconds=1)).answers

"""The cookie of an opened case holds while its code does."""

import pytest

from pqrs.web.citizen.opened import KEPT_OF_LOCK, OPENED_KEY
from tests.web.citizen.own import own


@pytest.mark.parametrize("lock", [None, "", "0" * KEPT_OF_LOCK])
def test_a_cookie_of_another_code_or_of_none_opens_nothing(app, client, walker, lock):
    mine = own(app, walker)
    assert mine.number in walker.open("/seguimiento").html
    with client.session_transaction() as cookie:
        kept = dict(cookie[OPENED_KEY])
        kept["lock"] = lock
        cookie[OPENED_KEY] = kept

    assert mine.number not in walker.open("/seguimiento").html

"""`/seguimiento/mas-tiempo`: both dates before the press, the later one after it."""

import re

from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own


def test_more_time_is_had_once(app, walker):
    mine = own(app, walker)
    mine.asked()
    form = mine.form("/seguimiento/mas-tiempo")
    found = re.search(r"tendría hasta el\s*<strong>(.*?)</strong>", walker.answer.html)
    assert found
    longer = found[1]
    answer = walker.send_form(form)

    assert f"Tiene hasta el {longer}." in errors_of(answer)
    assert "completion_extended" == mine.events()[-1]
    assert "Ya lo habíamos recibido" in errors_of(walker.send_form(form))
    assert "solo se amplía una vez" in walker.open("/seguimiento/mas-tiempo").html
    assert 1 == mine.events().count("completion_extended")

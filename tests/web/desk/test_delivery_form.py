"""The means that an official may write down."""

from pqrs.law import Means
from pqrs.web.desk.delivery_form import MEANS


def test_what_the_machine_sees_is_not_offered():
    assert {Means.OPENED, Means.MAIL, Means.NOTICE, Means.RECORDED} == set(Means) - set(MEANS)

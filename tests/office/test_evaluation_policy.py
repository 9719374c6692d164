"""What entity.toml may say of evaluations."""

import pytest

from pqrs.office.evaluation_policy import Aspect, EvaluationPolicy, faults_of, policy_of

ASPECT = {"code": "respect", "name": "Respeto"}


def test_without_a_table_the_defaults_hold():
    assert EvaluationPolicy() == policy_of({})
    assert (5, 7, 30, 180, ()) == tuple(
        getattr(EvaluationPolicy(), name) for name in EvaluationPolicy.__slots__
    )


def test_what_is_written_holds():
    policy = policy_of({"review_days": 3, "aspects": [ASPECT]})

    assert (3, 7, (Aspect("respect", "Respeto"),)) == (
        policy.review_days,
        policy.remind_after_days,
        policy.aspects,
    )
    assert ("Respeto", "kindness") == (
        policy.aspect_name("respect"),
        policy.aspect_name("kindness"),
    )


@pytest.mark.parametrize(
    ("table", "key"),
    [
        *(({"review_days": value}, "review_days") for value in (0, -1, 1001, "5", 2.5, True)),
        ({"reviewdays": 5}, "reviewdays"),
        *(
            ({"aspects": value}, "aspects")
            for value in (
                "respect",
                [{"code": "x"}],
                [{"code": "", "name": "y"}],
                [{"code": "x", "name": 3}],
                [ASPECT, ASPECT],
                [{**ASPECT, "more": "z"}],
            )
        ),
    ],
)
def test_a_mistake_is_named(table, key):
    assert [key] == [found for found, _what in faults_of(table)]


def test_a_whole_table_has_none():
    assert [] == list(faults_of({"review_days": 5, "link_days": 1000, "aspects": [ASPECT]}))

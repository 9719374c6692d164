"""Whom the service reaches: what a person may say of themselves, voluntarily and apart from a case.

All of it is sensitive or nearly so (Ley 1581 de 2012, artículo 5): nothing depends on it, every
question may be left alone, and only counts are kept. There is no row about a person at all.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

NOTICE: Final = "poblacion-1"
"""The version of the words under which it is asked; new words, a new version."""
WITHHELD: Final = "withheld"
"""«Prefiero no responder», said; a question that was not touched counts for the same."""
FORMS: Final = "forms"
"""Where the forms themselves are counted, so that what each question lacks can be told."""


class Question(StrEnum):
    """What is asked, in this order."""

    AGE = "age"
    SEX = "sex"
    GENDER = "gender"
    ETHNICITY = "ethnicity"
    DISABILITY = "disability"
    VICTIM = "victim"
    RURAL = "rural"


ANSWERS: Final[Mapping[Question, tuple[str, ...]]] = {
    Question.AGE: ("under_18", "18_28", "29_59", "60_over"),
    Question.SEX: ("female", "male", "intersex"),
    Question.GENDER: ("woman", "man", "trans_woman", "trans_man", "non_binary"),
    Question.ETHNICITY: ("indigenous", "afro", "roma", "none"),
    Question.DISABILITY: ("physical", "visual", "hearing", "mental", "several", "none"),
    Question.VICTIM: ("yes", "no"),
    Question.RURAL: ("town", "village", "countryside"),
}


def read_answers(typed: Mapping[str, str | None]) -> dict[Question, str]:
    """One answer to each question; what is none of ours is withheld."""
    return {
        question: answer if (answer := typed.get(question) or "") in ANSWERS[question] else WITHHELD
        for question in Question
    }


def said_nothing(answers: Mapping[Question, str]) -> bool:
    """Whether every question was left alone: then there is nothing to count."""
    return all(answer == WITHHELD for answer in answers.values())

"""Who came with somebody unknown is not named."""

from dataclasses import replace

from pqrs.law import IdentityLevel
from pqrs.office.reception import TakenDown, Tongue


def test_the_interpreter_of_somebody_unknown_is_not_kept():
    taken = TakenDown(interpreter="Intérprete Inventada", brought="Una carta")

    assert taken == taken.kept_for(IdentityLevel.RESERVED)
    kept = taken.kept_for(IdentityLevel.ANONYMOUS)
    assert ("", "Una carta") == (kept.interpreter, kept.brought)


def test_the_language_is_of_what_was_said_aloud_and_has_one_name():
    both = TakenDown(tongue=Tongue.NASA_YUWE, other_tongue="Inga", interpreter="Alguien")
    assert "" == both.kept_for(IdentityLevel.NAMED).other_tongue
    written = replace(both, is_spoken=False).kept_for(IdentityLevel.NAMED)

    assert TakenDown(is_spoken=False) == written

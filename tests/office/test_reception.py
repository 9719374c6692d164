"""Who came with somebody unknown is not named."""

from pqrs.law import IdentityLevel
from pqrs.office.reception import TakenDown


def test_the_interpreter_of_somebody_unknown_is_not_kept():
    taken = TakenDown(interpreter="Intérprete Inventada", brought="Una carta")

    assert taken == taken.kept_for(IdentityLevel.RESERVED)
    kept = taken.kept_for(IdentityLevel.ANONYMOUS)
    assert ("", "Una carta") == (kept.interpreter, kept.brought)

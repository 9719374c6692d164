"""What acts need besides the session: the pack, its router, the key of codes, the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pqrs.office import Pack, Router


@dataclass(frozen=True)
class Office:
    """The entity at work. Built once at start and handed to whoever calls an act."""

    pack: Pack
    router: Router
    code_key: bytes
    clock: Callable[[], datetime]

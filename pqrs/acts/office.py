"""What acts need besides the session: the pack, its router, a key, the clock, the files."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pqrs.office import Pack, Router, load_pack
from pqrs.outside.antivirus import Antivirus, make_antivirus
from pqrs.outside.files import FileStore
from pqrs.outside.now import now
from pqrs.outside.router_weights import trained_for
from pqrs.settings import Settings


@dataclass(frozen=True)
class Office:
    """The entity at work. Built once at start and handed to whoever calls an act."""

    pack: Pack
    router: Router
    code_key: bytes
    clock: Callable[[], datetime]
    files: FileStore
    antivirus: Antivirus | None = None


def make_office(settings: Settings) -> Office:
    """The entity of these settings at work, on the real clock. Raises `PackError`."""
    pack = load_pack(settings.entity)
    return Office(
        pack=pack,
        router=Router(pack, lambda pack: trained_for(pack, settings.instance)),
        code_key=settings.code_key,
        clock=now,
        files=FileStore(settings.files),
        antivirus=make_antivirus(settings),
    )

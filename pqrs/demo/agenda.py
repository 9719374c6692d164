"""What is still to happen, in the order of time, each step an act under the clock of its moment.

Numbers and letters must follow the order of time, so nothing is told case by case: each step puts
the next one here.
"""

import heapq
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import update
from sqlalchemy.orm import Session

from pqrs.models import Notice, NoticeStatus

AT_ONCE = 200
"""Steps in one transaction: a commit waits for the disk."""

SHORTEST = timedelta(seconds=1)

Step = Callable[[Session], None]


def ignore(_share: float) -> None:
    """Nobody watches."""


class Agenda:
    """Steps waiting for their moment. `now` is the clock of the acts; it stops at `until`."""

    def __init__(self, until: datetime) -> None:
        """Empty; the clock stands at the end until something happens."""
        self.until = until
        self.moment = until
        self.steps: list[tuple[datetime, int, Step]] = []
        self.order = count()

    def now(self) -> datetime:
        """The moment of the step in hand."""
        return self.moment

    def add(self, moment: datetime, step: Step) -> None:
        """Let `step` happen at `moment`; what lies after the end of the story never does."""
        if moment <= self.until:
            heapq.heappush(self.steps, (moment, next(self.order), step))

    def live(
        self,
        work: Callable[[], AbstractContextManager[Session]],
        tell: Callable[[float], None] = ignore,
    ) -> None:
        """Let everything happen; `tell` hears how much of the time has gone by, 0 to 1."""
        begun = min((moment for moment, _order, _step in self.steps), default=self.until)
        while self.steps:
            tell((self.steps[0][0] - begun) / max(self.until - begun, SHORTEST))
            with work() as session:
                for _ in range(min(AT_ONCE, len(self.steps))):
                    self.moment, _order, step = heapq.heappop(self.steps)
                    step(session)
                self.mark_sent(session)

    def mark_sent(self, session: Session) -> None:
        """Nobody is written to: what the acts put in the outbox counts as gone already."""
        session.execute(
            update(Notice)
            .where(Notice.status == NoticeStatus.PENDING)
            .values(status=NoticeStatus.SENT, sent_at=Notice.created_at, tries=1)
            .execution_options(synchronize_session=False)
        )

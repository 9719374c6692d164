"""When things happen: the months, weekdays and hours of an office at a counter and on the web."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

from pqrs.law import Calendar, Channel

BOGOTA = ZoneInfo("America/Bogota")
MONTHS = (1.3, 1.15, 1.0, 1.2, 1.2, 0.85, 0.95, 0.9, 1.0, 1.25, 1.25, 0.65)
"""Taxes in January and February, rains from April and from October, holidays in December."""

WEEKDAYS = (1.35, 1.2, 1.1, 1.05, 0.95, 0.35, 0.25)
FREE_DAY = 0.4
"""A holiday brings as many as a weekend."""

HOURS = (1, 0, 0, 0, 1, 2, 5, 8, 14, 18, 18, 15, 10, 9, 13, 13, 11, 9, 9, 10, 10, 8, 5, 2)
OFFICE_HOURS = (8, 9, 9, 10, 10, 11, 14, 14, 15, 15, 16)
CHANNELS = {
    Channel.WEB: 54,
    Channel.WINDOW: 23,
    Channel.EMAIL: 11,
    Channel.TELEPHONE: 7,
    Channel.MOBILE_TEAM: 3,
    Channel.POST: 2,
}
AT_ANY_HOUR = {Channel.WEB, Channel.EMAIL}
YEAR = 365


def local_day(moment: datetime) -> date:
    """The date in Colombia."""
    return moment.astimezone(BOGOTA).date()


@dataclass(frozen=True)
class Rhythm:
    """The calendar, the chance and the end of the story: everything that says when."""

    calendar: Calendar
    chance: Random
    until: datetime

    @property
    def today(self) -> date:
        """The last day of the story."""
        return local_day(self.until)

    def filing_moments(self, count: int, years: int) -> Iterator[tuple[datetime, Channel]]:
        """`count` moments in the years before the end, and by which channel."""
        days = [self.today - timedelta(days=back) for back in range(years * YEAR, -1, -1)]
        weights = list(accumulate(self.weight_of(day) for day in days))
        for day in self.chance.choices(days, cum_weights=weights, k=max(count, 0)):
            channel = self.chance.choices(list(CHANNELS), list(CHANNELS.values()))[0]
            latest = self.until - timedelta(minutes=self.chance.randrange(1, 240))
            yield min(self.moment_on(day, channel), latest), channel

    def weight_of(self, day: date) -> float:
        """How much a day brings, compared with an ordinary one."""
        weekday = WEEKDAYS[day.weekday()]
        free = not self.calendar.is_working(day)
        return MONTHS[day.month - 1] * (min(weekday, FREE_DAY) if free else weekday)

    def moment_on(self, day: date, channel: Channel) -> datetime:
        """The web has no hours; a counter has, on working days."""
        if channel in AT_ANY_HOUR:
            return self.at(day, self.chance.choices(range(24), HOURS)[0])
        return self.office_moment(self.calendar.working_day_from(day))

    def office_moment(self, day: date) -> datetime:
        """Some minute of a day at the office."""
        return self.at(day, self.chance.choice(OFFICE_HOURS))

    def at(self, day: date, hour: int) -> datetime:
        """A minute and second of that hour in Colombia."""
        minute, second = self.chance.randrange(60), self.chance.randrange(60)
        return datetime.combine(day, time(hour, minute, second), tzinfo=BOGOTA)

    def office_day_after(self, moment: datetime, working_days: int) -> datetime:
        """At the office, so many working days after `moment`, and always after it."""
        day = local_day(moment)
        then = self.office_moment(self.calendar.add_working_days(day, working_days))
        return then if then > moment else moment + timedelta(minutes=self.chance.randrange(5, 60))

    def working_days_ago(self, count: int) -> date:
        """The last working day from which the end of the story is `count` working days away."""
        day = self.today
        while (
            not self.calendar.is_working(day)
            or self.calendar.count_working_days(day, self.today) < count
        ):
            day -= timedelta(days=1)
        return day

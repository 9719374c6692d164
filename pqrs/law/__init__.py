"""The nation's rules on petitions: days, terms, events, standing. Pure, standard library only.

A line belongs here if a statute, a decree or a court says so and it can be said without a
database, a person's name or today's date. Other codebases call this a "domain model" or a "rules
engine". This entity's own choices live in `pqrs.office`; what the Spanish looks like on a page,
at the doors. Nothing here reads the clock, the locale or the machine's zone.
"""

from pqrs.law import lawful
from pqrs.law.board import BoardDays, board_days
from pqrs.law.calendar import Calendar, DayReason, add_months
from pqrs.law.cases import Case, work_out
from pqrs.law.chain import Link
from pqrs.law.citations import COUNTING, OWN_REGULATION, Citation, cpaca
from pqrs.law.clocks import Clock, Deadline, Start, clock_named, clocks, run_clock
from pqrs.law.corrections import arrival_of
from pqrs.law.denial import Denial, denial_from_plain
from pqrs.law.duties import Duty, duties, transfer_by, transfer_clock
from pqrs.law.events import (
    EVENTS,
    Annulled,
    Appealed,
    Assigned,
    Breached,
    Completed,
    CompletionExtended,
    CompletionRequested,
    Corrected,
    Delivered,
    Event,
    Extended,
    Filed,
    NoticePosted,
    NoticeWithdrawn,
    Paused,
    Reckoned,
    Reclassified,
    Rejected,
    Replied,
    Resumed,
    Returned,
    TextAdded,
    Transferred,
    Withdrawn,
    event_from_plain,
)
from pqrs.law.explain import CountedDay, Explanation, PartDays, Step, explain
from pqrs.law.fold import standing
from pqrs.law.holidays import FIRST_YEAR, LAST_YEAR, Holiday, HolidayRule, holidays_in
from pqrs.law.kinds import (
    Capacity,
    Channel,
    Decision,
    IdentityLevel,
    Kind,
    Means,
    Outcome,
    PauseGround,
    Phase,
    Priority,
    PriorityGround,
    RejectionGround,
    Remedy,
    Reserve,
)
from pqrs.law.moments import BOGOTA, local, local_day, read_day, read_moment
from pqrs.law.parts import EXTENSION_RULE, Part, completion_rule
from pqrs.law.preference import grounds_for, kind_for, norm_of, priority_for, rank_for
from pqrs.law.readings import Point, Readings, disputed, plain_value, point_named
from pqrs.law.reasons import unnumbered, unreasoned
from pqrs.law.refusals import LawError, Refusal
from pqrs.law.remedies import ACCESS, Tribunal, Way, ways_of
from pqrs.law.rule_admission import Admitted, admit, require_act, require_past
from pqrs.law.rule_book import RuleBook, law_data, law_digest
from pqrs.law.rule_changes import DECIDED, Change, ChangeKind, read_change
from pqrs.law.rules import Rules, nation_rules
from pqrs.law.standing import Standing
from pqrs.law.terms import Extension, Term, Unit, term_for
from pqrs.law.wording import MONTHS, SENTENCES, WEEKDAYS, say, spell_day

__all__ = [
    "ACCESS",
    "BOGOTA",
    "COUNTING",
    "DECIDED",
    "EVENTS",
    "EXTENSION_RULE",
    "FIRST_YEAR",
    "LAST_YEAR",
    "MONTHS",
    "OWN_REGULATION",
    "SENTENCES",
    "WEEKDAYS",
    "Admitted",
    "Annulled",
    "Appealed",
    "Assigned",
    "BoardDays",
    "Breached",
    "Calendar",
    "Capacity",
    "Case",
    "Change",
    "ChangeKind",
    "Channel",
    "Citation",
    "Clock",
    "Completed",
    "CompletionExtended",
    "CompletionRequested",
    "Corrected",
    "CountedDay",
    "DayReason",
    "Deadline",
    "Decision",
    "Delivered",
    "Denial",
    "Duty",
    "Event",
    "Explanation",
    "Extended",
    "Extension",
    "Filed",
    "Holiday",
    "HolidayRule",
    "IdentityLevel",
    "Kind",
    "LawError",
    "Link",
    "Means",
    "NoticePosted",
    "NoticeWithdrawn",
    "Outcome",
    "Part",
    "PartDays",
    "PauseGround",
    "Paused",
    "Phase",
    "Point",
    "Priority",
    "PriorityGround",
    "Readings",
    "Reckoned",
    "Reclassified",
    "Refusal",
    "Rejected",
    "RejectionGround",
    "Remedy",
    "Replied",
    "Reserve",
    "Resumed",
    "Returned",
    "RuleBook",
    "Rules",
    "Standing",
    "Start",
    "Step",
    "Term",
    "TextAdded",
    "Transferred",
    "Tribunal",
    "Unit",
    "Way",
    "Withdrawn",
    "add_months",
    "admit",
    "arrival_of",
    "board_days",
    "clock_named",
    "clocks",
    "completion_rule",
    "cpaca",
    "denial_from_plain",
    "disputed",
    "duties",
    "event_from_plain",
    "explain",
    "grounds_for",
    "holidays_in",
    "kind_for",
    "law_data",
    "law_digest",
    "lawful",
    "local",
    "local_day",
    "nation_rules",
    "norm_of",
    "plain_value",
    "point_named",
    "priority_for",
    "rank_for",
    "read_change",
    "read_day",
    "read_moment",
    "require_act",
    "require_past",
    "run_clock",
    "say",
    "spell_day",
    "standing",
    "term_for",
    "transfer_by",
    "transfer_clock",
    "unnumbered",
    "unreasoned",
    "ways_of",
    "work_out",
]

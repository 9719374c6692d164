"""The nation's rules on petitions: days, terms, events, standing. Pure, standard library only.

A line belongs here if a statute, a decree or a court says so and it can be said without a
database, a person's name or today's date. Other codebases call this a "domain model" or a "rules
engine". This entity's own choices live in `pqrs.office`; what the Spanish looks like on a page,
at the doors. Nothing here reads the clock, the locale or the machine's zone.
"""

from pqrs.law import lawful, lawful_contests
from pqrs.law.analogous import ANALOGOUS, may_answer_together
from pqrs.law.board import BoardDays, board_days
from pqrs.law.calendar import Calendar, DayReason, add_months
from pqrs.law.cases import Case, work_out
from pqrs.law.chain import Link
from pqrs.law.citations import COUNTING, OWN_REGULATION, Citation, cpaca
from pqrs.law.clocks import Clock, Deadline, Start, clock_named, clocks, run_clock
from pqrs.law.contest_events import (
    AppealDecided,
    Appealed,
    AppealNotified,
    EvidenceOrdered,
    InsistenceRuled,
    InsistenceSent,
)
from pqrs.law.contest_steps import explain_contest
from pqrs.law.contests import APPEALS, RULINGS, Contest, Stage
from pqrs.law.corrections import arrival_of
from pqrs.law.denial import Denial, denial_from_plain
from pqrs.law.duties import Duty, duties, transfer_by, transfer_clock
from pqrs.law.event_records import EVENTS, event_from_plain
from pqrs.law.events import (
    Annulled,
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
    OfficeWrote,
    Paused,
    PetitionerWrote,
    Reckoned,
    Reclassified,
    Rejected,
    Replied,
    Resumed,
    Returned,
    TextAdded,
    Transferred,
    Withdrawn,
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
    Ruling,
)
from pqrs.law.moments import BOGOTA, local, local_day, read_day, read_moment
from pqrs.law.parts import EXTENSION_RULE, Part, completion_rule
from pqrs.law.preference import grounds_for, kind_for, norm_of, priority_for, rank_for
from pqrs.law.readings import Point, Readings, disputed, plain_value, point_named
from pqrs.law.reasons import unnumbered, unreasoned
from pqrs.law.refusals import LawError, Refusal, sentence
from pqrs.law.remedies import ACCESS, Tribunal, Way, ways_of
from pqrs.law.rule_admission import Admitted, admit, require_act, require_past
from pqrs.law.rule_book import RuleBook, law_data, law_digest
from pqrs.law.rule_changes import DECIDED, Change, ChangeKind, read_change
from pqrs.law.rules import Rules, nation_rules
from pqrs.law.standing import Standing
from pqrs.law.terms import Extension, Term, Unit, term_for
from pqrs.law.wording import MONTHS, N_, SENTENCES, WEEKDAYS, Param, say, spell_day

__all__ = [
    "ACCESS",
    "ANALOGOUS",
    "APPEALS",
    "BOGOTA",
    "COUNTING",
    "DECIDED",
    "EVENTS",
    "EXTENSION_RULE",
    "FIRST_YEAR",
    "LAST_YEAR",
    "MONTHS",
    "N_",
    "OWN_REGULATION",
    "RULINGS",
    "SENTENCES",
    "WEEKDAYS",
    "Admitted",
    "Annulled",
    "AppealDecided",
    "AppealNotified",
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
    "Contest",
    "Corrected",
    "CountedDay",
    "DayReason",
    "Deadline",
    "Decision",
    "Delivered",
    "Denial",
    "Duty",
    "Event",
    "EvidenceOrdered",
    "Explanation",
    "Extended",
    "Extension",
    "Filed",
    "Holiday",
    "HolidayRule",
    "IdentityLevel",
    "InsistenceRuled",
    "InsistenceSent",
    "Kind",
    "LawError",
    "Link",
    "Means",
    "NoticePosted",
    "NoticeWithdrawn",
    "OfficeWrote",
    "Outcome",
    "Param",
    "Part",
    "PartDays",
    "PauseGround",
    "Paused",
    "PetitionerWrote",
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
    "Ruling",
    "Stage",
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
    "explain_contest",
    "grounds_for",
    "holidays_in",
    "kind_for",
    "law_data",
    "law_digest",
    "lawful",
    "lawful_contests",
    "local",
    "local_day",
    "may_answer_together",
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
    "sentence",
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

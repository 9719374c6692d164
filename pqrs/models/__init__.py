"""Models: the rows, and what keeps them right (constraints, relations, `Petition.record`).

A line belongs here if it is about keeping rows true. It does not if it decides whether something
may happen (that is `law` or `office`), or if it sends or shows anything. Elsewhere this room is
called "entities" or "persistence". Importing it makes the metadata whole.
"""

from pqrs.models.adherence import Adherence
from pqrs.models.alike import (
    alike_candidates,
    is_confidential,
    matter_of,
    nearest_candidates,
    same_person_candidates,
    who_of,
)
from pqrs.models.attempt import Attempt
from pqrs.models.audit import AuditEntry
from pqrs.models.base import Base
from pqrs.models.board_notice import BoardGround, BoardNotice
from pqrs.models.code_request import CodeRequest
from pqrs.models.counter import Counter
from pqrs.models.department import Department
from pqrs.models.document import Document, hashes_in_use
from pqrs.models.draft import Draft
from pqrs.models.evaluation import (
    Evaluation,
    EvaluationContact,
    EvaluationInvitation,
    EvaluationReview,
    ReviewStatus,
)
from pqrs.models.facts import facts_of, unnamed
from pqrs.models.installation import Installation
from pqrs.models.lost_number import LostNumber
from pqrs.models.notice import Notice, NoticeStatus
from pqrs.models.official import Official, PasswordLink
from pqrs.models.official_text import OfficialText
from pqrs.models.person import Petitioner, known_person
from pqrs.models.petition import (
    CITIZEN,
    SYSTEM,
    Actor,
    Petition,
    PetitionEvent,
    PetitionText,
    by_number,
    has_part_of,
    is_parted,
)
from pqrs.models.population import PopulationCount, PopulationToken
from pqrs.models.proposal import Proposal, ProposalStatus, ProposedAct
from pqrs.models.public_answer import (
    AnswerStatus,
    PublicAnswer,
    PublicAnswerWord,
    is_fit,
    is_listed,
    may_be_source,
    took_its_place,
)
from pqrs.models.reception import Reception
from pqrs.models.reply_text import ReplyText
from pqrs.models.routing import Place, RoutingRule, ServicePoint, Topic, routing_rules
from pqrs.models.rule_change import CalendarSignature, RuleChange, RuleStatus
from pqrs.models.rules import forget_rules, newest_version, rule_book, rules_for
from pqrs.models.submission import Submission
from pqrs.models.tally import Tally
from pqrs.models.teaching import Teaching, newest_teaching
from pqrs.models.third_party import ThirdPerson
from pqrs.models.web_session import WebSession

__all__ = [
    "CITIZEN",
    "SYSTEM",
    "Actor",
    "Adherence",
    "AnswerStatus",
    "Attempt",
    "AuditEntry",
    "Base",
    "BoardGround",
    "BoardNotice",
    "CalendarSignature",
    "CodeRequest",
    "Counter",
    "Department",
    "Document",
    "Draft",
    "Evaluation",
    "EvaluationContact",
    "EvaluationInvitation",
    "EvaluationReview",
    "Installation",
    "LostNumber",
    "Notice",
    "NoticeStatus",
    "Official",
    "OfficialText",
    "PasswordLink",
    "Petition",
    "PetitionEvent",
    "PetitionText",
    "Petitioner",
    "Place",
    "PopulationCount",
    "PopulationToken",
    "Proposal",
    "ProposalStatus",
    "ProposedAct",
    "PublicAnswer",
    "PublicAnswerWord",
    "Reception",
    "ReplyText",
    "ReviewStatus",
    "RoutingRule",
    "RuleChange",
    "RuleStatus",
    "ServicePoint",
    "Submission",
    "Tally",
    "Teaching",
    "ThirdPerson",
    "Topic",
    "WebSession",
    "alike_candidates",
    "by_number",
    "facts_of",
    "forget_rules",
    "has_part_of",
    "hashes_in_use",
    "is_confidential",
    "is_fit",
    "is_listed",
    "is_parted",
    "known_person",
    "matter_of",
    "may_be_source",
    "nearest_candidates",
    "newest_teaching",
    "newest_version",
    "routing_rules",
    "rule_book",
    "rules_for",
    "same_person_candidates",
    "took_its_place",
    "unnamed",
    "who_of",
]

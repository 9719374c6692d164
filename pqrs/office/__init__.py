"""What this entity decides for itself: routing, permissions, measures, notices, its own pack.

A line belongs here when the mayor could change it by resolution. The nation's rules are in
`law/`. Nothing here touches a row, a request, the clock or the environment. Elsewhere this room is
called "policy", "domain rules" or "configuration".
"""

from pqrs.office.entity import Department, Entity, Topic
from pqrs.office.notices import Audience, Circumstances, Telling, for_routing, leaves_at, tellings
from pqrs.office.numbering import PetitionNumber, parse_number
from pqrs.office.pack import Pack, load_pack
from pqrs.office.pack_files import PackError, Problem
from pqrs.office.permissions import CaseFacts, Permission, Role, Viewer, allowed
from pqrs.office.places import Place
from pqrs.office.routing import Alternatives, Router, Suggestion

__all__ = [
    "Alternatives",
    "Audience",
    "CaseFacts",
    "Circumstances",
    "Department",
    "Entity",
    "Pack",
    "PackError",
    "Permission",
    "PetitionNumber",
    "Place",
    "Problem",
    "Role",
    "Router",
    "Suggestion",
    "Telling",
    "Topic",
    "Viewer",
    "allowed",
    "for_routing",
    "leaves_at",
    "load_pack",
    "parse_number",
    "tellings",
]

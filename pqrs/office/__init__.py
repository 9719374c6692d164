"""What this entity decides for itself: routing, permissions, measures, notices, its own pack.

A line belongs here when the mayor could change it by resolution. The nation's rules are in
`law/`. Nothing here touches a row, a request, the clock or the environment. Elsewhere this room is
called "policy", "domain rules" or "configuration".
"""

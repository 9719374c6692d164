"""Outside: everything that leaves the process (the clock, mail, disk). It knows no petition.

A line belongs here if it talks to something that is not ours. Each has a stand-in that runs
without a network. Elsewhere this room is called "adapters", "gateways" or "infrastructure".
"""

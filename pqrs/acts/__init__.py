"""Acts: the verbs that write, one a file, each a function with keyword arguments.

An act asks the law and the permissions, records its event, says whom to tell, flushes, and returns
what the caller needs to show. It does not know HTTP or forms, never commits and never calls a
query. Elsewhere this room is called "commands", "use cases" or "service layer".
"""

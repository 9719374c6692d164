"""Queries: the questions that read, one a file. Session and parameters in, frozen dataclasses out.

Never a row, and never a change. A test states how many statements each may run. Elsewhere this
room is called "selectors" or "read models".
"""

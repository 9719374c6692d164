"""Cleaning: what a file really is, and the same file without what nobody meant to send.

A file from anybody is opened only in a child process of its own, which has little memory, little
time, no secrets in its environment and nothing to write to but the cleaned copy. The libraries that
open files are imported there and nowhere else: `clean` (in `parent.py`) is for everyone, the other
modules are the child's.
"""

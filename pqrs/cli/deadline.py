"""`pqrs deadline` and `pqrs calendar`: when something is due and which days count, with their norms.

They need no database; where there is one, its closures and readings are used.
"""

import csv
import json
import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import click
from sqlalchemy.exc import SQLAlchemyError

from pqrs.law import (
    SENTENCES,
    WEEKDAYS,
    Calendar,
    Case,
    LawError,
    Readings,
    holidays_in,
    local,
    read_moment,
    work_out,
)

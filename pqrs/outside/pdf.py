"""PDF from `templates/documents`: tagged (PDF/UA-1), for archives (PDF/A-2a), fonts in subset.

The template gets one value, as JSON, and so cannot be told anything but text. It reads nothing
outside its folder and nothing from the network; the same value gives the same bytes. The engine is
loaded at the first document. Where it cannot run there is no PDF, and pages print well instead.
"""

import importlib.util
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any, Final

from pqrs.settings import ROOT

FOLDER: Final = ROOT / "templates" / "documents"


class PdfError(Exception):
    """The engine is not here, or refused the document."""


@cache
def can_make_pdf() -> bool:
    """Whether the engine is installed; it is not loaded to find out."""
    return importlib.util.find_spec("typst") is not None


def make_pdf(template: str, words: Mapping[str, Any], at: datetime) -> bytes:
    """The document `template` with `words`, dated `at` and never at the time of making.

    The standards refuse a letter that no font has, as an emoji in an answer: then it is made
    without them, tagged all the same. Raises `PdfError`.
    """
    source, moment = json.dumps(words, ensure_ascii=False), int(at.timestamp())
    try:
        return compiled(template, source, moment, standard=True)
    except PdfError:
        return compiled(template, source, moment, standard=False)


def compiled(template: str, source: str, moment: int, *, standard: bool) -> bytes:
    """One run of the engine. Raises `PdfError`."""
    try:
        import typst  # noqa: PLC0415  most processes never make one

        return typst.compile(
            FOLDER / f"{template}.typ",
            root=FOLDER,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2a", "ua-1"] if standard else None,
            package_path=FOLDER / "packages",
            package_cache_path=FOLDER / "packages",
            timestamp=moment,
            sys_inputs={"words": source},
        )
    except (ImportError, RuntimeError, ValueError, OSError) as error:
        raise PdfError(f"{template}: {error}") from error

"""`/seguimiento/expediente…`: the whole case to take home, as one page that opens without network.

It says what its petitioner may see and nothing that opens the case: neither name nor code, so that
it can be shown to a lawyer or to the Personería. Making it delivers no answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Final
from zipfile import ZIP_STORED, ZipFile

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.outside.now import now
from pqrs.queries.case_file import CaseFile, case_file
from pqrs.web.citizen import citizen
from pqrs.web.citizen.follow import CasePage, case_page
from pqrs.web.citizen.opened import opened_number
from pqrs.web.pages import the_app

SEE_OTHER: Final = 303
IN_MEMORY: Final = 1_000_000
CHUNK: Final = 64 * 1024
ALONE: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
"""What the file may do if a browser opens it from our address: be read."""


@dataclass(frozen=True)
class CaseFilePage:
    """The file: `shown` as its page has it, `kept` as the database does."""

    shown: CasePage
    kept: CaseFile
    made_at: datetime
    file_names: tuple[str, ...]


@citizen.get("/seguimiento/expediente.html")
def case_file_page() -> ResponseReturnValue:
    """Of the case that this browser opened."""
    number = opened_number()
    if number is None:
        return redirect(url_for("citizen.follow"), SEE_OTHER)
    shown = case_page(number)
    response = Response(case_file_html(shown), mimetype="text/html")
    return as_download(response, f"{name_of(shown)}.html")


@citizen.get("/seguimiento/expediente.zip")
def case_file_zip() -> ResponseReturnValue:
    """The same page, with the files that were attached beside it."""
    number = opened_number()
    if number is None:
        return redirect(url_for("citizen.follow"), SEE_OTHER)
    shown = case_page(number)
    response = Response(in_pieces(zipped(shown)), mimetype="application/zip")
    return as_download(response, f"{name_of(shown)}.zip")


def name_of(shown: CasePage) -> str:
    """Without the number where the receipt has none in its name."""
    return "expediente" if shown.case.is_guarded else f"expediente-{shown.case.number}"


def as_download(response: Response, name: str) -> Response:
    """Saved, never shown inside our pages, kept by nobody on the way."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = ALONE
    response.headers["Cache-Control"] = "no-store"
    return response


def case_file_html(shown: CasePage) -> str:
    """The page, with its style inside: it asks nothing of any network."""
    data = CaseFilePage(
        shown=shown,
        kept=case_file(db.session(), shown.case.number),
        made_at=now(),
        file_names=tuple(name_in_zip(shown, place) for place in range(1, len(shown.files) + 1)),
    )
    return render_template("citizen/case_file.html", page=data)


def name_in_zip(shown: CasePage, place: int) -> str:
    """`archivos/1.pdf`; "" for a file that may not be read yet."""
    file = shown.case.documents[place - 1]
    return f"archivos/{place}.{file.kind.value}" if file.status.may_be_read else ""


def zipped(shown: CasePage) -> IO[bytes]:
    """On the disk beyond a megabyte: five large photos do not fill the memory."""
    archive: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  closed when it was sent
    with ZipFile(archive, "w", ZIP_STORED) as packed:
        packed.writestr("expediente.html", case_file_html(shown))
        for place, file in enumerate(shown.case.documents, start=1):
            if name := name_in_zip(shown, place):
                packed.writestr(name, the_app().office.files.read(file.sha256, file.size))
    archive.seek(0)
    return archive


def in_pieces(archive: IO[bytes]) -> Iterator[bytes]:
    """Sent as it is read, and then gone."""
    with archive:
        while piece := archive.read(CHUNK):
            yield piece

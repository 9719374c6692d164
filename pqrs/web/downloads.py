"""An attached file as an answer: always saved, never shown inside our pages, kept by nobody."""

from flask import Response

from pqrs.office.attachments import MEDIA_TYPES, AttachedFile
from pqrs.web.pages import the_app


def download(file: AttachedFile, place: int, number: str = "") -> Response:
    """The bytes, checked against their hash; `DamagedFileError` becomes an incident.

    The name is ours: what a person called the file is shown in lists alone. `number`: of the case,
    for who has many; what stays on a petitioner's telephone does not say whose it was.
    """
    content = the_app().office.files.read(file.sha256, file.size)
    response = Response(content, mimetype=MEDIA_TYPES[file.kind])
    name = f"{number}-adjunto-{place}.{file.kind.value}".lstrip("-")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "no-store"
    return response

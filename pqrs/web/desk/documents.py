"""The attached files of a case, for whoever may read the case; each time asked again."""

from flask import abort
from flask.typing import ResponseReturnValue

from pqrs.office import Permission
from pqrs.web.desk import desk
from pqrs.web.desk.case import read_case
from pqrs.web.downloads import download
from pqrs.web.identity import may


@desk.get("/bandeja/<number>/adjuntos/<int(max=1000):place>")
@may(Permission.READ_CASE)
def document(number: str, place: int) -> ResponseReturnValue:
    """The reading leaves an entry in the audit trail, as that of the case does."""
    case = read_case(number)
    file = dict(enumerate(case.documents, start=1)).get(place)
    if file is None or not file.status.may_be_read:
        abort(404)
    return download(file, place, case.number)

"""Who said "denuncia" in the common form, and chose the path made for it: all typed goes along."""

from flask import session
from sqlalchemy.orm import Session

from pqrs.acts.attach import attach_to_draft
from pqrs.acts.save_draft import REPORT, drop_draft, save_draft
from pqrs.app import afterwards
from pqrs.outside.now import now
from pqrs.web.citizen.file_draft import DRAFT_KEY, TypedDraft, fresh_token
from pqrs.web.citizen.report_form import BEGUN, is_report


def go_careful(draft: TypedDraft) -> TypedDraft:
    """The draft as a report that was begun at `/denunciar`; any other draft as it is.

    It has a token of its own, to which no code leads back, and the common draft goes.
    """
    if draft.answers.get("care") != REPORT or is_report(draft.answers):
        return draft
    answers = {name: kept for name, kept in draft.answers.items() if name != "care"} | BEGUN
    careful = TypedDraft(fresh_token(answers), answers, draft.files)
    moment = now()

    def move(writing: Session) -> None:
        save_draft(writing, careful.token, answers, moment)
        for file in careful.files:
            attach_to_draft(writing, careful.token, file, moment)
        save_draft(writing, careful.token, answers, moment)  # once more: files lose their names
        drop_draft(writing, draft.token)

    session[DRAFT_KEY] = careful.token
    afterwards(move, needed=True)
    return careful

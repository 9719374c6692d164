"""Fill the filing form page by page, with answers that work unless a test changes them."""

from tests.filing import seen

ANSWERS = {
    "/radicar": {"kind": "claim"},
    "/radicar/que-paso": {"text": "La lámpara del poste frente a mi casa está apagada."},
    "/radicar/tema": {"topic": "other"},
    "/radicar/donde": {"place": "VILLAGORGONA"},
    "/radicar/adjuntos": {},
    "/radicar/quien": {"identity": "named"},
    "/radicar/datos": {"name": "Persona Inventada"},
    "/radicar/respuesta": {"reply_by": "page"},
}
DATE = ("happened_on-day", "happened_on-month", "happened_on-year")


def walk_to(walker, page, **changes):
    """Answer each question until `page`; `changes` go to whichever question has such a field."""
    walker.open("/radicar")
    for path, usual in ANSWERS.items():
        if walker.answer.path == page:
            break
        assert path == walker.answer.path or path not in ANSWERS, walker.answer.path
        offered = walker.form_with(set(usual)).offers
        walker.submit(**usual | {name: changes[name] for name in changes if name in offered})
        if walker.answer.path == "/radicar/revise":
            break
    return walker.answer


def file_one(walker, **changes):
    """From the first question to the receipt."""
    walk_to(walker, "/radicar/revise", **changes)
    return walker.submit()


def go_on_anyway(walker):
    """Press the second button: file it without correcting."""
    return walker.send_form(walker.prepare(), press=("anyway", "1"))


def errors_of(answer):
    """The words on the screen, to look for a message in."""
    return " ".join(seen(answer.html).split())

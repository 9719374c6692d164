"""Fill the filing form page by page, with answers that work unless a test changes them."""

from tests.filing import seen

ANSWERS = {
    "/radicar": {"kind": "claim"},
    "/radicar/que-paso": {"text": "La lámpara del poste frente a mi casa está apagada."},
    "/radicar/donde": {"place": "VILLAGORGONA"},
    "/radicar/adjuntos": {},
    "/radicar/quien": {"identity": "named"},
    "/radicar/respuesta": {"name": "Persona Inventada", "reply_by": "page"},
}
SELDOM = {
    "/radicar/como": {"care": "ordinary"},
    "/radicar/tema": {"topic": "other"},
    "/radicar/datos": {"name": "Persona Inventada"},
}
"""Asked of whoever says "denuncia", whose words leave a doubt, who asks for another."""
DATE = ("happened_on-day", "happened_on-month", "happened_on-year")


def walk_to(walker, page, **changes):
    """Answer each question until `page`; `changes` go to whichever question has such a field."""
    walker.open("/radicar")
    return walk_on(walker, page, **changes)


def walk_on(walker, page, **changes):
    """The same from where the person is; None leaves what stands there already."""
    while walker.answer.path not in {page, "/radicar/revise"}:
        before = walker.answer.path
        usual = (ANSWERS | SELDOM)[before]
        offered = walker.form_with({name for name in usual if name != "name"}).offers
        answers = (usual | changes).items()
        given = {name: value for name, value in answers if name in offered and value is not None}
        walker.submit(**given)
        assert before != walker.answer.path, walker.answer.html
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

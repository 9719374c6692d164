"""Tell of wrongdoing page by page, with answers that work unless a test changes them."""

ANSWERS = {
    "/radicar/inicio": {},
    "/radicar/que-paso": {"text": "Cobran por poner el sello en las licencias."},
    "/radicar/donde": {},
    "/radicar/personas": {},
    "/radicar/adjuntos": {},
    "/radicar/quien": {"identity": "anonymous"},
    "/radicar/respuesta": {"name": "Persona Inventada", "reply_by": "page"},
}


def tell_to(walker, page, **changes):
    """Answer each question until `page`; `changes` go to whichever question has such a field."""
    walker.open("/denunciar")
    while walker.answer.path != page:
        usual = ANSWERS[walker.answer.path]
        offered = walker.form_with(set(usual)).offers
        before = walker.answer.path
        walker.submit(**usual | {name: changes[name] for name in changes if name in offered})
        assert before != walker.answer.path, walker.answer.html
    return walker.answer


def tell(walker, **changes):
    """From the first page to the receipt."""
    tell_to(walker, "/radicar/revise", **changes)
    return walker.submit()

"""`N_` only marks a sentence for extraction: translation happens where the language is known."""


def N_(sentence: str) -> str:  # noqa: N802 - gettext's name for a mark without effect
    return sentence

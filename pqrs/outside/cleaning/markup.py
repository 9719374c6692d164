"""The XML inside documents: read without entities, and changed in place."""

from typing import Any, Final

from lxml import etree

from pqrs.office.attachments import FileFault, FileRefusal

NOBODY: Final = "Autor"
"""Stands where the name of a writer stood."""


def parse(content: bytes) -> Any:  # noqa: ANN401  lxml carries no types
    """The root. Raises `FileRefusal` for what is damaged or declares a DTD, whatever is in it."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefusal(FileFault.UNREADABLE) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileRefusal(FileFault.UNREADABLE)
    return root


def write(root: Any) -> bytes:  # noqa: ANN401
    """As UTF-8, with its own prefixes."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def remove(element: Any) -> None:  # noqa: ANN401
    """Take it out with all that is in it; what follows it stays."""
    parent = element.getparent()
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)

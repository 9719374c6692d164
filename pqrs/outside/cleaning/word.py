"""DOCX: what must be in it, what must not, and where it says who wrote it."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, Final

from pqrs.office.attachments import FileFault, FileRefusal
from pqrs.outside.cleaning.markup import NOBODY, local, parse, remove

TYPES: Final = "[Content_Types].xml"
MAIN: Final = "wordprocessingml.document.main+xml"
ABOUT_AUTHOR: Final = {"docProps/core.xml", "docProps/app.xml"}
DROPPED: Final = ("docProps/custom.xml", "docProps/thumbnail", "_xmlsignatures/")
DROPPED_RELATIONS: Final = ("custom-properties", "thumbnail", "digital-signature/origin")
FOREIGN: Final = re.compile(r"vba|macro|activex|embeddings/", re.IGNORECASE)
KNOWN: Final = re.compile(
    r"\.(xml|rels|jpe?g|png|gif|bmp|tiff?|emf|wmf|wdp|svg|webp|odttf|ttf|fntdata)$", re.IGNORECASE
)
HYPERLINK: Final = "/hyperlink"
TEMPLATE: Final = "/attachedTemplate"
LOCAL_PATH: Final = re.compile(r"(file:///)?[A-Za-z]:[\\/]|file:///[^/\\]|[^:/\\]+$", re.IGNORECASE)
FETCHES: Final = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b", re.IGNORECASE
)
"""Fields of Word that bring in something from elsewhere when the document is opened."""
FIELD_ELEMENTS: Final = {"instrText", "delInstrText"}
FORGOTTEN_ELEMENTS: Final = {"rsids", "docVars", "attachedTemplate", "presenceInfo"}
FORGOTTEN_WITH_AUTHOR: Final = {"author", "initials", "date", "dateUtc", "userId", "providerId"}


def refuse_foreign(names: Collection[str], read: Callable[[str], bytes]) -> None:
    """A text document and nothing else: no macros, no programs. Raises `FileRefusal`."""
    if TYPES not in names:
        raise FileRefusal(FileFault.UNREADABLE)
    declared = read(TYPES)
    has_foreign = any(FOREIGN.search(name) or not KNOWN.search(name) for name in names)
    if has_foreign or re.search(rb"macroEnabled|vba", declared):
        raise FileRefusal(FileFault.HAS_MACROS)
    if MAIN.encode() not in declared:
        raise FileRefusal(FileFault.WRONG_KIND)
    parse(declared)


def is_dropped(name: str) -> bool:
    """A part that only says who and with what."""
    return name.startswith(DROPPED)


def clean_part(name: str, root: Any) -> None:  # noqa: ANN401  lxml carries no types
    """Change one part in place. Raises `FileRefusal`."""
    if name in ABOUT_AUTHOR:
        for child in list(root):
            root.remove(child)
    elif name == TYPES:
        for override in list(root):
            if is_dropped(override.get("PartName", "").lstrip("/")):
                root.remove(override)
    elif name.endswith(".rels"):
        clean_relations(root)
    else:
        clean_text(root)


def clean_relations(root: Any) -> None:  # noqa: ANN401
    """Only links that a person presses lead outside; the path of one's own template is dropped."""
    for relation in list(root):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        is_template = kind.endswith(TEMPLATE) and LOCAL_PATH.match(target)
        if kind.endswith(DROPPED_RELATIONS) or is_template:
            root.remove(relation)
        elif relation.get("TargetMode") == "External" and not kind.endswith(HYPERLINK):
            raise FileRefusal(FileFault.HAS_MACROS)


def clean_text(root: Any) -> None:  # noqa: ANN401
    """Remarks and corrections stay, their writers do not."""
    if any(map(FETCHES.match, fields(root))):
        raise FileRefusal(FileFault.HAS_MACROS)
    for element in list(root.iter()):
        if local(element.tag) in FORGOTTEN_ELEMENTS and element.getparent() is not None:
            remove(element)
        else:
            forget_writer(element)


def fields(root: Any) -> Iterator[str]:  # noqa: ANN401
    """The instruction of every field, put together from however many pieces."""
    under_way: list[list[str]] = []
    for element in root.iter():
        name, values = local(element.tag), list(element.attrib.values())
        if name == "fldSimple":
            yield from values
        elif name in FIELD_ELEMENTS and under_way:
            under_way[-1].append(element.text or "")
        elif name in FIELD_ELEMENTS:
            yield element.text or ""
        elif name == "fldChar" and "begin" in values:
            under_way.append([])
        elif name == "fldChar" and "end" in values and under_way:
            yield "".join(under_way.pop())
    yield from map("".join, under_way)


def forget_writer(element: Any) -> None:  # noqa: ANN401
    """Names, initials and moments of a change; the marks of the computer it was made on."""
    has_author = any(local(each) == "author" for each in element.attrib)
    for attribute in list(element.attrib):
        short = local(attribute)
        if has_author and short == "author":
            element.set(attribute, NOBODY)
        elif (has_author and short in FORGOTTEN_WITH_AUTHOR) or short.startswith("rsid"):
            del element.attrib[attribute]

"""ODT: what must be in it, what must not, and where it says who wrote it."""

import re
from collections.abc import Callable, Collection
from typing import Any, Final

from pqrs.office.attachments import FileFault, FileRefusal
from pqrs.outside.cleaning.markup import NOBODY, local, parse, remove

TYPE: Final = "mimetype"
MANIFEST: Final = "META-INF/manifest.xml"
TEXT: Final = b"application/vnd.oasis.opendocument.text"
ABOUT_AUTHOR: Final = {"meta.xml"}
DROPPED: Final = (
    "Thumbnails/", "Configurations2/", "layout-cache", "META-INF/documentsignatures.xml",
    "META-INF/macrosignatures.xml", "settings.xml",
)  # fmt: skip
FOREIGN: Final = re.compile(r"^(Basic|Scripts|Dialogs)/", re.IGNORECASE)
KNOWN: Final = re.compile(
    r"^(mimetype|layout-cache|ObjectReplacements/[^/]+)$"
    r"|\.(xml|rdf|jpe?g|png|gif|bmp|tiff?|emf|wmf|svm|svg|webp|odttf|ttf|otf)$",
    re.IGNORECASE,
)
SCRIPTED: Final = {"event-listener", "script", "plugin", "applet", "object-ole", "dde-source"}
PRESSED: Final = {"a"}
"""Elements whose link is followed only by who presses it."""
OUTSIDE: Final = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.\-]*:|//|\.\./)")
WRITERS: Final = {"creator", "sender-initials", "creator-initials"}
MOMENTS: Final = {"date", "date-string"}
REMARKS: Final = {"annotation", "change-info"}


def refuse_foreign(names: Collection[str], read: Callable[[str], bytes]) -> None:
    """A text document and nothing else: no macros, no programs. Raises `FileRefusal`."""
    if not {TYPE, MANIFEST, "content.xml"} <= set(names):
        raise FileRefusal(FileFault.UNREADABLE)
    if read(TYPE).strip() != TEXT:
        raise FileRefusal(FileFault.WRONG_KIND)
    if any(FOREIGN.search(name) or not KNOWN.search(name) for name in names):
        raise FileRefusal(FileFault.HAS_MACROS)
    if any(local(each.tag) == "encryption-data" for each in parse(read(MANIFEST)).iter()):
        raise FileRefusal(FileFault.HAS_PASSWORD)


def is_dropped(name: str) -> bool:
    """A part that only says who, when and with which printer."""
    return name.startswith(DROPPED)


def clean_part(name: str, root: Any) -> None:  # noqa: ANN401  lxml carries no types
    """Change one part in place. Raises `FileRefusal`."""
    if name in ABOUT_AUTHOR:
        for about in list(root):
            for child in list(about):
                about.remove(child)
    elif name == MANIFEST:
        for entry in list(root):
            paths = [value for key, value in entry.attrib.items() if local(key) == "full-path"]
            if any(map(is_dropped, paths)):
                root.remove(entry)
    else:
        clean_text(root)


def clean_text(root: Any) -> None:  # noqa: ANN401
    """Remarks and corrections stay, their writers do not."""
    for element in list(root.iter()):
        refuse_active(element)
        if local(element.tag) in REMARKS:
            forget_writer(element)


def refuse_active(element: Any) -> None:  # noqa: ANN401
    """Nothing that runs, nothing fetched from elsewhere."""
    name = local(element.tag)
    links = [value for key, value in element.attrib.items() if local(key) == "href"]
    if name in SCRIPTED or (name not in PRESSED and any(map(OUTSIDE.match, links))):
        raise FileRefusal(FileFault.HAS_MACROS)


def forget_writer(remark: Any) -> None:  # noqa: ANN401
    """Its name and its moment."""
    for child in list(remark):
        if local(child.tag) in WRITERS:
            child.text = NOBODY
        elif local(child.tag) in MOMENTS:
            remove(child)

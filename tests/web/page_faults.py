"""What is wrong with a page, whoever wrote it."""

import re

import html5lib


def faults_of(html):
    """Of its markup, its language, its title, its scripts and its forms."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(html)
    found = [str(error) for _place, error, _more in parser.errors]
    if tree.get("lang") != "es-CO":
        found.append("no lang")
    if not (tree.findtext(".//title") or "").strip():
        found.append("no title")
    if len(list(tree.iter("h1"))) != 1:
        found.append(f"{len(list(tree.iter('h1')))} h1")
    return [*found, *script_faults(tree, html), *form_faults(tree)]


def script_faults(tree, html):
    """The content policy would refuse these, so nobody would see them."""
    inline = [script for script in tree.iter("script") if not script.get("src")]
    if inline or list(tree.iter("style")) or re.search(r"\sstyle=|\son[a-z]+=", html):
        yield "inline script or style"


def form_faults(tree):
    """Every form goes somewhere and, when it posts, carries its token; every field has a label."""
    labels = {label.get("for") for label in tree.iter("label")}
    for form in tree.iter("form"):
        fields = [field for tag in ("input", "select", "textarea") for field in form.iter(tag)]
        names = {field.get("name") for field in fields}
        if form.get("method", "get").lower() == "post" and "csrf_token" not in names:
            yield f"no token in {form.get('action')}"
        for field in fields:
            if field.get("type") not in {"hidden", "submit"} and field.get("id") not in labels:
                yield f"no label for {field.get('name')}"

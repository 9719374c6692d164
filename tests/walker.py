"""A browser without scripts, made of forms: opens a page, fills what is there, presses a button.

It goes over HTTP to a served application or straight into Flask's test client, and knows a page
only by the names of its fields: what the page does not offer cannot be filled.
"""

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from xml.etree.ElementTree import Element

import html5lib

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What came back after following redirects."""

    status: int
    path: str
    html: str


Send = Callable[[str, str, Pairs | None], Answer]


@dataclass
class Form:
    """One form: where it goes, what it already says, what else it offers.

    `offers` has the fields a person sees, each with its choices (none: a text). Hidden ones are in
    `values` alone, for who wants to tamper with them. `buttons` are those that carry a name.
    """

    action: str
    method: str
    values: Pairs = field(default_factory=list)
    offers: dict[str, set[str]] = field(default_factory=dict)
    buttons: dict[str, set[str]] = field(default_factory=dict)

    def fill(self, name: str, value: str | list[str]) -> None:
        """Type into a field or choose among its options. Raises `LookupError` when it cannot."""
        if name not in self.offers:
            raise LookupError(f"no field {name!r}; there are {sorted(self.offers)}")
        wanted = [value] if isinstance(value, str) else value
        choices = self.offers[name]
        if choices and not set(wanted) <= choices:
            raise LookupError(f"{name!r} offers {sorted(choices)}, not {wanted}")
        self.values = [pair for pair in self.values if pair[0] != name]
        self.values += [(name, each) for each in wanted]


class Walker:
    """One person, with cookies, at one page at a time."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.answer = Answer(0, "/", "")

    def open(self, path: str) -> Answer:
        """Go to an address."""
        self.answer = self.send("GET", path, None)
        return self.answer

    def forms(self) -> list[Form]:
        """Every form of the page."""
        tree = html5lib.parse(self.answer.html, namespaceHTMLElements=False)
        return [read_form(element, self.answer.path) for element in tree.iter("form")]

    def form_with(self, names: set[str]) -> Form:
        """The form that has these fields; of several, the one that has most besides."""
        fitting = [form for form in self.forms() if names <= form.offers.keys()]
        if not fitting:
            offered = [sorted(form.offers) for form in self.forms()]
            raise LookupError(f"{self.answer.path}: no form with {names}; there are {offered}")
        return max(fitting, key=lambda form: len(form.offers))

    def prepare(self, **values: str | list[str]) -> Form:
        """The form filled and not sent: for pressing twice, or for losing the answer."""
        form = self.form_with(set(values))
        for name, value in values.items():
            form.fill(name, value)
        return form

    def send_form(self, form: Form, press: tuple[str, str] | None = None) -> Answer:
        """Press its button; `press` is the name and value of one of several."""
        if press:
            form.values.append(press)
        if form.method == "GET":
            query = urllib.parse.urlencode(form.values)
            self.answer = self.send("GET", f"{form.action.partition('?')[0]}?{query}", None)
        else:
            self.answer = self.send("POST", form.action, form.values)
        return self.answer

    def submit(self, **values: str | list[str]) -> Answer:
        """Fill and press."""
        return self.send_form(self.prepare(**values))


def read_form(element: Element, page: str) -> Form:
    """What a browser would send if the button were pressed now, and what it lets one change."""
    action = urllib.parse.urljoin(page, element.get("action") or page)
    form = Form(action, (element.get("method") or "get").upper())
    for control in element.iter():
        if control.get("name") and control.get("disabled") is None:
            read_control(form, control)
    return form


def read_control(form: Form, control: Element) -> None:
    name, tag = control.get("name", ""), control.tag
    kind = control.get("type", "text" if tag == "input" else "submit")
    if tag == "textarea":
        form.offers.setdefault(name, set())
        form.values.append((name, (control.text or "").removeprefix("\n")))
    elif tag == "select":
        read_select(form, control)
    elif kind == "submit":
        form.buttons.setdefault(name, set()).add(control.get("value", ""))
    elif kind in {"radio", "checkbox"}:
        form.offers.setdefault(name, set()).add(control.get("value", "on"))
        if control.get("checked") is not None:
            form.values.append((name, control.get("value", "on")))
    elif tag == "input":
        if kind != "hidden":
            form.offers.setdefault(name, set())
        form.values.append((name, control.get("value", "")))


def read_select(form: Form, control: Element) -> None:
    name, options = control.get("name", ""), list(control.iter("option"))
    values = [option.get("value", option.text or "") for option in options]
    form.offers.setdefault(name, set()).update(values)
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    form.values += [(name, option.get("value", option.text or "")) for option in chosen]


def over_http(base_url: str, timeout: float = 30) -> Send:
    """Cookies kept, redirects followed, an error page is an answer like any other."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def send(method: str, path: str, pairs: Pairs | None) -> Answer:
        body = None if pairs is None else urllib.parse.urlencode(pairs).encode()
        url = urllib.parse.urljoin(base_url, path)
        request = urllib.request.Request(url, body, method=method, headers={"Referer": url})
        try:
            response = opener.open(request, timeout=timeout)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            html = response.read().decode()
        return Answer(response.status, urllib.parse.urlsplit(response.url).path, html)

    return send


def into_flask(client) -> Send:
    """The same through Flask's test client."""

    def send(method: str, path: str, pairs: Pairs | None) -> Answer:
        form: dict[str, list[str]] = {}
        for name, value in pairs or []:
            form.setdefault(name, []).append(value)
        response = client.open(path, method=method, data=form or None, follow_redirects=True)
        return Answer(response.status_code, response.request.path, response.text)

    return send

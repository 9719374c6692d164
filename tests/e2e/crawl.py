"""Every page a person can reach by links, with its source; a few examples of each kind of page."""

import re
import urllib.parse
from collections import Counter, deque
from collections.abc import Callable, Iterable
from html import unescape

from tests.walker import Walker

HREF = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
EXAMPLES = 4
NOT_PAGES = (
    ".json", ".csv", ".txt", ".ico", ".ics", ".pdf", ".pem", ".svg", ".html", ".zip", ".js",
    ".webmanifest", "/fuera",
)  # fmt: skip

Endpoint = Callable[[str], str | None]


def crawl(walker: Walker, starts: Iterable[str], endpoint: Endpoint) -> dict[str, str]:
    """Follow links breadth first: address -> source, at most `EXAMPLES` addresses an endpoint.

    Raises `AssertionError` for a link that leads nowhere.
    """
    pages: dict[str, str] = {}
    seen: Counter[str] = Counter()
    waiting = deque(starts)
    met = set(waiting)
    while waiting:
        path = waiting.popleft()
        name = endpoint(path)
        if name is None or seen[name] >= EXAMPLES:
            continue
        seen[name] += 1
        answer = walker.open(path)
        assert answer.status < 400, f"{path}: {answer.status}"
        pages[path] = answer.html
        links = [urllib.parse.urljoin(path, unescape(link)) for link in HREF.findall(answer.html)]
        waiting.extend(link for link in links if link not in met)
        met.update(links)
    return pages


def endpoint_finder(url_map) -> Endpoint:
    """Which page an address is; nothing for files and for other servers."""
    routes = url_map.bind("127.0.0.1")

    def endpoint(path: str) -> str | None:
        parts = urllib.parse.urlsplit(path)
        if parts.netloc or parts.path.endswith(NOT_PAGES) or not routes.test(parts.path, "GET"):
            return None
        return str(routes.match(parts.path, "GET")[0])

    return endpoint


def plain_addresses(url_map) -> list[str]:
    """The pages that need nothing in their address."""
    return sorted(
        rule.rule
        for rule in url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.arguments and rule.endpoint != "health.check"
    )

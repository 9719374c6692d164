"""A client that costs little itself: one connection a request, as behind a plain proxy."""

import re
import socket
import time
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode, urlsplit

from tests.walker import Answer, Pairs, Walker

COOKIE = re.compile(rb"^set-cookie: ([^=]+)=([^;]*)", re.IGNORECASE | re.MULTILINE)
LOCATION = re.compile(rb"^location: (\S+)", re.IGNORECASE | re.MULTILINE)
REDIRECTS = range(300, 400)
REFUSALS = 400


@dataclass
class Visitor:
    """One browser: cookies and nothing else."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, pairs: Pairs | None = None) -> tuple[int, bytes, bytes]:
        """Status, head and body of one answer; redirects are not followed."""
        body = urlencode(pairs).encode() if pairs is not None else b""
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: close\r\n"
        head += f"Referer: http://127.0.0.1:{self.port}{path}\r\n"
        if self.cookies:
            head += f"Cookie: {'; '.join(f'{n}={v}' for n, v in self.cookies.items())}\r\n"
        if pairs is not None:
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
            head += f"Content-Length: {len(body)}\r\n"
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            connection.sendall(head.encode() + b"\r\n" + body)
            whole = b"".join(iter(lambda: connection.recv(65536), b""))
        answered, _, content = whole.partition(b"\r\n\r\n")
        for name, value in COOKIE.findall(answered):
            self.cookies[name.decode()] = value.decode()
        return int(answered[9:12]), answered, content

    def timed(self, method: str, path: str, pairs: Pairs | None = None) -> float:
        """Seconds that one answer took; raises when it is a refusal."""
        began = time.perf_counter()
        status, _head, content = self.ask(method, path, pairs)
        took = time.perf_counter() - began
        if status >= REFUSALS:
            raise RuntimeError(f"{method} {path}: {status} {content[:300]!r}")
        return took

    def send(self, method: str, path: str, pairs: Pairs | None) -> Answer:
        """For a `Walker`: redirects followed, the page as text."""
        status, head, content = self.ask(method, path, pairs)
        while status in REDIRECTS:
            found = LOCATION.search(head)
            assert found
            path = unescape(
                urlsplit(found.group(1).decode())._replace(scheme="", netloc="").geturl()
            )
            status, head, content = self.ask("GET", path.partition("#")[0])
        return Answer(status, path, content.decode())

    def walker(self) -> Walker:
        """The same browser in the hands of somebody who fills in forms."""
        return Walker(self.send)

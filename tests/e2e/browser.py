"""What a browser sees: visitors, each with a screen, and what is wrong on a page.

Chromium is Debian's; nothing is downloaded. axe-core comes from node_modules and is evaluated from
outside the page, so the page's own content security policy stays in force while it looks.
"""

import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

AXE = Path("node_modules/axe-core/axe.min.js")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@dataclass(frozen=True)
class Screen:
    """A width people really have, and whether scripts run on it."""

    name: str
    width: int
    height: int
    scripts: bool = True


PHONE = Screen("phone", 360, 740)
PHONE_WITHOUT_SCRIPTS = Screen("phone-without-scripts", 360, 740, scripts=False)
DESKTOP = Screen("desktop", 1366, 768)


@dataclass
class Visitor:
    """One person at one screen. What the browser complained about stands in `complaints`."""

    context: BrowserContext
    page: Page
    base_url: str
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note errors of scripts and of the security policy, and requests to anybody else."""
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("console", lambda message: self.note(message.type, message.text))
        self.page.on("request", lambda request: self.note_request(request.url))

    def note(self, kind: str, text: str) -> None:
        refused_on_purpose = "the server responded with a status of 4" in text
        if kind in {"error", "warning"} and not refused_on_purpose:
            self.complaints.append(f"console {kind}: {text}")

    def note_request(self, url: str) -> None:
        if not url.startswith((self.base_url, "data:", "blob:")):
            self.complaints.append(f"asks another server: {url}")

    def sign_in(self, email: str, password: str = "demo-candelaria-2026") -> None:
        """Through the page, as an official does."""
        self.page.goto("/ingresar")
        self.page.locator('input[type="email"], input[name="email"]').first.fill(email)
        self.page.locator('input[type="password"]').fill(password)
        self.page.locator('main button[type="submit"], main form button').first.click()
        self.page.wait_for_url(lambda url: "/ingresar" not in url)


def chromium_path() -> str | None:
    """Debian's Chromium, or the one `CHROMIUM` names."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def new_visitor(browser: Browser, base_url: str, screen: Screen = PHONE) -> Visitor:
    """A browser of a person who was never here."""
    context = browser.new_context(
        base_url=base_url,
        viewport={"width": screen.width, "height": screen.height},
        java_script_enabled=screen.scripts,
        locale="es-CO",
        timezone_id="America/Bogota",
        has_touch=screen.width < DESKTOP.width,
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    visitor = Visitor(context, context.new_page(), base_url)
    visitor.listen()
    return visitor


@cache
def axe_source() -> str:
    return AXE.read_text()


def axe(page: Page) -> list[str]:
    """What axe-core finds, one line each: rule, help, the elements. Best practices included.

    It runs for ever where scripts are off, so look at the same address with them on.
    """
    page.evaluate(axe_source())
    found = page.evaluate("async () => (await axe.run(document)).violations")
    return [
        f"{rule['id']}: {rule['help']}: {', '.join(str(node['target']) for node in rule['nodes'])}"
        for rule in found
    ]


def small_targets(page: Page) -> list[str]:
    """Main buttons and doors less than 44 pixels tall, each by its words; those in sight."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll(
              "main .submit button, main button[data-module=once], main a.button, a.door, .exit a"
            )].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
              .map((one) => `${one.innerText.trim()}: ${one.getBoundingClientRect().height} px`)"""
        )
    )


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the screen; a person would have to scroll sideways."""
    return int(
        page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)")
    )

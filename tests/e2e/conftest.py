"""A demonstration city served by the real server, and visitors to it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.databases import missing, once, shared_folder
from tests.e2e.browser import (
    AXE,
    DESKTOP,
    FLAGS,
    PHONE,
    PHONE_WITHOUT_SCRIPTS,
    Screen,
    Visitor,
    chromium_path,
    new_visitor,
)
from tests.e2e.looks import Looks
from tests.e2e.pages import Citizen, Staff
from tests.e2e.validator import html_errors, why_absent
from tests.serving import Served, run_pqrs, served, settings_for

PETITIONS = "300"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def make_city(folder: Path) -> None:
    """A folder with everything an installation keeps, keys included."""
    folder.mkdir()
    environ = settings_for(folder, PQRS_DEMO="1")
    for arguments in (("init",), ("demo", "--petitions", PETITIONS)):
        done = run_pqrs(environ, *arguments)
        if done.returncode:
            raise RuntimeError(f"pqrs {' '.join(arguments)}: {done.stderr}")


@pytest.fixture(scope="session")
def city(tmp_path_factory) -> Iterator[Served]:
    """One for all tests of a worker, so each files its own petitions."""
    made = once(shared_folder(tmp_path_factory) / "city", make_city)
    folder = tmp_path_factory.mktemp("city") / "instance"
    shutil.copytree(made, folder)
    with served(folder, settings_for(folder, PQRS_DEMO="1")) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        missing("Chromium no está instalado")
    if not AXE.exists():
        missing(f"no está {AXE}; scripts/test lo instala")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def visit(browser, city) -> Iterator[Callable[[Screen], Visitor]]:
    """Call it for each person of a story; at the end no browser may have complained."""
    visitors: list[Visitor] = []

    def new(screen: Screen = PHONE) -> Visitor:
        visitors.append(new_visitor(browser, city.url, screen))
        return visitors[-1]

    yield new
    complaints = [line for visitor in visitors for line in visitor.complaints]
    for visitor in visitors:
        visitor.context.close()
    assert [] == complaints


@pytest.fixture(params=[PHONE, PHONE_WITHOUT_SCRIPTS], ids=lambda screen: screen.name)
def visitor(request, visit) -> Visitor:
    """A citizen with a phone, once with scripts and once without."""
    return visit(request.param)


@pytest.fixture
def at_desk(visit) -> Visitor:
    """An official at an office screen, not signed in yet."""
    return visit(DESKTOP)


class Screenshots:
    """Pictures of whole pages, for a person to look at; none unless a folder was named."""

    def __init__(self, folder: str | None) -> None:
        self.folder = Path(folder) if folder else None

    def take(self, page: Page, who: str) -> None:
        """Named after the address, so that a second run replaces the first."""
        if self.folder:
            name = page.url.split("/", 3)[3].replace("/", "_").replace("?", "~") or "home"
            page.screenshot(path=self.folder / f"{who}-{name[:80]}.png", full_page=True)


@pytest.fixture(scope="session")
def screenshots(request) -> Screenshots:
    return Screenshots(request.config.getoption("--screenshots"))


@pytest.fixture(params=[PHONE, PHONE_WITHOUT_SCRIPTS], ids=lambda screen: screen.name)
def screen(request) -> Screen:
    """The screen of a whole journey, once with scripts and once without."""
    return request.param


@pytest.fixture
def looks(screenshots, screen, tmp_path) -> Iterator[Looks]:
    """Call it at each page of a journey; at the end nothing may be wrong with any."""
    seen = Looks(screenshots.take, screen)
    yield seen
    assert [] == seen.wrong
    if screen.scripts or why_absent():
        return  # what scripts changed is no source any more; the other run has it all
    assert [] == html_errors(seen.sources, tmp_path)


@pytest.fixture
def staff(visit, screen, looks) -> Callable[..., Staff]:
    """Somebody of the staff, by the name of their demonstration account."""

    def signed_in(name: str, on: Screen = screen) -> Staff:
        visitor = visit(on)
        visitor.sign_in(f"{name}@demo.test")
        return Staff(visitor, looks)

    return signed_in


@pytest.fixture
def citizen(visit, screen, looks) -> Citizen:
    """A person at the public pages."""
    return Citizen(visit(screen), looks)

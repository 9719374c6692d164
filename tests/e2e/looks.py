"""What every page of a journey is looked at for."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.e2e.browser import Screen, axe, overflow, small_targets


class Looks:
    """Every page a person comes to: accessible, narrow enough, its source kept."""

    def __init__(self, take: Callable[[Page, str], None], screen: Screen) -> None:
        self.take, self.screen = take, screen
        self.wrong: list[str] = []
        self.sources: dict[str, str] = {}

    def __call__(self, page: Page) -> None:
        self.take(page, f"journey-{self.screen.name}")
        self.sources[f"{len(self.sources)} {page.url}"] = page.content()
        if overflow(page):
            self.wrong.append(f"{page.url}: too wide")
        self.wrong += [f"{page.url}: {small}" for small in small_targets(page)]
        if self.screen.scripts:
            self.wrong += [f"{page.url}: {line}" for line in axe(page)]

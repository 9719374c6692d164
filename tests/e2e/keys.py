"""A person without a mouse: Tab, the arrows within a group, Space and Enter, each press counted."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

FOCUSED = "one => one === document.activeElement"
FAR = 60
"""Presses of Tab after which nobody goes on looking."""


@dataclass
class Keys:
    """One page after another; `pages` are those that were come to."""

    page: Page
    presses: int = 0
    letters: int = 0
    pages: int = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.presses += 1

    def reach(self, wanted: Locator) -> None:
        """With Tab alone. Raises `AssertionError` for what it does not lead to."""
        for _ in range(FAR):
            if wanted.evaluate(FOCUSED):
                return
            self.press("Tab")
        raise AssertionError(f"{self.page.url}: Tab leads nowhere near {wanted}")

    def choose(self, words: str) -> None:
        """An answer of a group: Tab to the group, the arrows within it, Space for the first."""
        wanted = self.page.get_by_role("radio", name=words).first
        group = self.page.locator(f'input[name="{wanted.get_attribute("name")}"]')
        self.reach(group.first)
        self.press("Space")
        for _ in range(group.count()):
            if wanted.is_checked():
                return
            self.press("ArrowDown")
        raise AssertionError(f"{self.page.url}: the arrows do not lead to {words}")

    def write(self, name: str, words: str) -> None:
        self.reach(self.page.get_by_role("textbox", name=name))
        self.page.keyboard.type(words)
        self.letters += len(words)

    def enter(self, button: Locator) -> None:
        """Press it, and be on the next page."""
        self.reach(button)
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")
        self.pages += 1

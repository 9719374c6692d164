"""What people do, in their words. It speaks of roles and labels, never of the style's classes."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.e2e.browser import Visitor

NUMBER = re.compile(r"\d{4}-\d{6,}-\d")
CODE = re.compile(r"\b[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}\b")
Look = Callable[[Page], None]


@dataclass(frozen=True)
class Told:
    """What the receipt says."""

    number: str
    code: str
    text: str


def press(page: Page, name: str) -> None:
    """A button by its words, and the page that follows."""
    follow_to(page, page.get_by_role("button", name=name, exact=True))


def follow_to(page: Page, way: Locator) -> None:
    """Press it and wait until the page it leads to is there, whole."""
    with page.expect_navigation(wait_until="load"):
        way.click()


def choose(page: Page, words: str) -> None:
    """One of the answers of a question."""
    page.get_by_role("radio", name=words).first.check()


@dataclass
class Citizen:
    """A person at the public pages; `look` is called at each page they come to."""

    visitor: Visitor
    look: Look

    @property
    def page(self) -> Page:
        return self.visitor.page

    def come_to(self, path: str) -> None:
        self.page.goto(path)
        self.look(self.page)

    def go_on(self) -> None:
        press(self.page, "Continuar")
        self.look(self.page)

    def file(self, words: str, topic: str, name: str, email: str = "") -> Told:
        """From the start page to the receipt, one question a page."""
        self.prepare(words, topic, name, email)
        press(self.page, "Enviar mi petición")
        self.look(self.page)
        return self.read_receipt()

    def prepare(self, words: str, topic: str, name: str, email: str = "") -> None:
        """From the start page to the one before sending."""
        self.come_to("/")
        follow_to(self.page, self.page.get_by_role("link", name="Radicar una petición"))
        self.look(self.page)
        choose(self.page, "Reclamo")
        self.go_on()
        self.page.get_by_role("textbox", name="Cuéntenos").fill(words)
        self.go_on()
        self.say_topic(topic)
        self.say_where("Villagorgona")
        self.skip_files()
        choose(self.page, "Con mi nombre")
        self.go_on()
        self.page.get_by_role("textbox", name="Nombre").fill(name)
        choose(self.page, "Por correo electrónico" if email else "La consulto aquí")
        if email:
            self.page.get_by_role("textbox", name="Correo").fill(email)
        self.go_on()

    def say_topic(self, topic: str) -> None:
        """Only where the words leave a doubt is it asked."""
        if "tema" in self.page.url:
            choose(self.page, topic)
            self.go_on()

    def say_where(self, place: str) -> None:
        self.page.get_by_role("combobox").first.select_option(label=place)
        self.go_on()

    def skip_files(self) -> None:
        if "adjuntos" in self.page.url:
            self.go_on()

    def read_receipt(self) -> Told:
        text = main_of(self.page).inner_text()
        number, code = NUMBER.search(text), CODE.search(text)
        assert number, text
        assert code, text
        return Told(number.group(), code.group(), text)

    def follow(self, told: Told) -> str:
        """With number and code, as a person copies them: small letters, spaces between."""
        self.come_to("/seguimiento")
        if told.number in main_of(self.page).inner_text():
            return main_of(self.page).inner_text()  # opened less than half an hour ago
        self.page.get_by_role("textbox", name="Número").fill(told.number.replace("-", " "))
        self.page.get_by_role("textbox", name="Código").fill(told.code.lower())
        press(self.page, "Consultar")
        self.look(self.page)
        return main_of(self.page).inner_text()

    def open_answer(self) -> str:
        press(self.page, "Abrir la respuesta")
        self.look(self.page)
        return main_of(self.page).inner_text()

    def evaluate(self, comment: str) -> str:
        """The three questions, and what they have to say."""
        choose(self.page, "En parte")
        return self.send_opinion(("fácil", "satisfecho"), comment)

    def evaluate_point(self, comment: str) -> str:
        """What they came to say, how satisfied, and their words."""
        choose(self.page, "Una felicitación")
        return self.send_opinion(("satisfecho",), comment)

    def send_opinion(self, questions: tuple[str, ...], comment: str) -> str:
        """Four stars for each question, the words, and the button."""
        for group in questions:
            answers = self.page.get_by_role("group", name=re.compile(group))
            answers.get_by_role("radio", name="4").check()
        self.page.get_by_role("textbox").first.fill(comment)
        follow_to(self.page, self.page.locator("main form button").last)
        self.look(self.page)
        return main_of(self.page).inner_text()


@dataclass
class Staff:
    """An official at the desk."""

    visitor: Visitor
    look: Look

    @property
    def page(self) -> Page:
        return self.visitor.page

    def come_to(self, path: str) -> None:
        self.page.goto(path)
        self.look(self.page)

    def numbers(self) -> list[str]:
        """The cases of the queue, in its order."""
        self.page.goto("/bandeja")
        self.look(self.page)
        return NUMBER.findall(main_of(self.page).inner_text())

    def open(self, number: str) -> str:
        self.page.goto(f"/bandeja/{number}")
        self.look(self.page)
        return main_of(self.page).inner_text()

    def draft(self, words: str) -> None:
        self.page.get_by_role("textbox").first.fill(words)
        press(self.page, "Guardar y ver cómo la recibirá")
        self.look(self.page)

    def sign(self, number: str) -> None:
        self.page.goto(f"/bandeja/{number}/respuesta")
        self.look(self.page)
        press(self.page, "Firmar y entregar")
        self.look(self.page)


def main_of(page: Page) -> Locator:
    return page.locator("main")

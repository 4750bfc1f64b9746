"""Reads hand-outs again: what stands in a page or a picture, element by element."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

NOT_CLOSED = frozenset({"meta", "link", "br", "img", "hr", "input"})


@dataclass
class Element:
    """An element with its attributes, all text inside it, and the tags around it."""

    tag: str
    attributes: dict[str, str]
    around: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """An HTML page as a browser would read it."""

    elements: list[Element] = field(default_factory=list)
    opened: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to read."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        around = tuple(element.tag for element in self.opened)
        element = Element(tag, {key: value or "" for key, value in attrs}, around)
        self.elements.append(element)
        if tag not in NOT_CLOSED:
            self.opened.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in NOT_CLOSED:
            self.opened.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element; one that was not open is a fault of the page."""
        element = self.opened.pop()
        assert element.tag == tag, f"</{tag}> closes <{element.tag}>"

    def handle_data(self, data: str) -> None:
        """Add the text to every open element."""
        for element in self.opened:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        """The elements of a tag."""
        return [element for element in self.elements if element.tag == tag]

    def attributes(self, name: str) -> list[str]:
        """The values of an attribute wherever it stands."""
        return [
            element.attributes[name] for element in self.elements if name in element.attributes
        ]


def read_page(text: str) -> Page:
    """The elements of a page; all that was opened is closed."""
    page = Page()
    page.feed(text)
    page.close()
    assert page.opened == []
    return page

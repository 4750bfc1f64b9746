"""A deck in the browser, in the page or in its file: what is on the screen, and what moves it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tests.browser.visit import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE: Final = "/iltakoulu"
PATIENCE: Final = 60  # seconds
GLANCE: Final = 50  # milliseconds
FIND: Final = """
  const deck = document.querySelector('main.deck')
    ?? document.querySelector('[data-testid="stBidiComponentIsolated"]')
      ?.shadowRoot.querySelector('.deck');
  const slide = deck?.querySelector('.slide.current');
"""
# What sticks out of the slide or is cut off, and the smallest words, in pixels of the screen.
_FAULTS: Final = (
    "() => {"
    + FIND
    + """
  const faults = [];
  const boxes = [slide, ...slide.querySelectorAll('.body, .voice, .points, figure')];
  for (const box of boxes) {
    if (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2) {
      faults.push(`${slide.id} ${box.className}: too much for its place`);
    }
  }
  const unit = Math.min(slide.clientWidth / 1280, slide.clientHeight / 720);
  for (const element of slide.querySelectorAll('*')) {
    if (element.closest('.unseen, [hidden], title, desc')) continue;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const picture = element.closest('svg');
    const { width, height } = picture?.getBoundingClientRect() ?? {};
    const { width: wide, height: high } = picture?.viewBox.baseVal ?? {};
    const scale = picture ? Math.min(width / wide, height / high) : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale / unit;
    if (size < 23.9) faults.push(`${slide.id} ${element.textContent.trim()}: ${size} px`);
  }
  return faults;
}"""
)


@dataclass(frozen=True)
class Shown:
    """The deck of a page of the browser."""

    page: Page

    def wait(self) -> Shown:
        """Wait until the deck runs and its fonts are there."""
        self.until("slide && document.fonts.status === 'loaded'")
        return self

    def until(self, what: str) -> None:
        """Wait until something of `deck` and `slide` holds.

        Asked from here: the policy of the server lets no text become code in the page itself.
        """
        end = time.monotonic() + PATIENCE
        while not self.ask(f"Boolean({what})"):
            assert time.monotonic() < end, f"it never came true that {what}"
            self.page.wait_for_timeout(GLANCE)

    def ask(self, what: str) -> Any:  # noqa: ANN401 - whatever the page answers
        """Evaluate something of `deck` and `slide`."""
        return self.page.evaluate(f"() => {{ {FIND} return {what}; }}")

    @property
    def at(self) -> int:
        """The number of the slide on the screen."""
        return int(self.ask("slide.id.slice(4)"))

    @property
    def count(self) -> int:
        """How many slides there are."""
        return int(self.ask("deck.querySelectorAll('.slide').length"))

    @property
    def told(self) -> str:
        """What a screen reader is told of the place."""
        return " ".join(self.ask("deck.querySelector('[role=status]').textContent").split())

    @property
    def focused(self) -> str:
        """The id of what has the focus, inside the deck or outside."""
        return str(self.ask("(deck.getRootNode().activeElement ?? document.activeElement).id"))

    @property
    def full(self) -> bool:
        """Whether the deck has the whole screen."""
        return bool(self.ask("document.fullscreenElement !== null"))

    @property
    def blank(self) -> bool:
        """Whether a black cover, and nothing else, is on the screen."""
        point = "deck.getRootNode().elementFromPoint(innerWidth / 2, innerHeight / 2)"
        return bool(self.ask(f"{point}?.classList.contains('cover')"))

    @property
    def typed(self) -> str:
        """The number that is being typed, as it stands on the screen."""
        return str(self.ask("deck.querySelector('[data-typed]').innerText"))

    @property
    def bar_seen(self) -> float:
        """How much of the bar is to be seen: 1 all, 0 nothing."""
        return float(self.ask("getComputedStyle(deck.querySelector('.bar')).opacity"))

    def stir(self) -> None:
        """Move the pointer."""
        self.page.mouse.move(300, 200)
        self.page.mouse.move(310, 210)

    @property
    def faults(self) -> list[str]:
        """What does not fit the slide, and words smaller than 24 px of a slide 1280 wide."""
        return [str(fault) for fault in self.page.evaluate(_FAULTS)]

    def press(self, *keys: str) -> int:
        """Press keys; gives the slide then shown."""
        for key in keys:
            self.page.keyboard.press(key)
        return self.at

    def button(self, name: str) -> None:
        """Click a button of the bar."""
        self.page.locator(f'[data-do="{name}"]').click()

    def wait_for(self, number: int) -> None:
        """Wait until a slide is shown."""
        self.until(f"slide.id === 'dia-{number}'")

    def swipe(self, start: int, end: int) -> None:
        """Move a finger sideways over the slide."""
        session = self.page.context.new_cdp_session(self.page)
        moves = (("touchStart", start), ("touchMove", (start + end) // 2), ("touchMove", end))
        for kind, x in moves:
            session.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 500}]}
            )
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


Opened = tuple[Shown, Visit]

"""One page in the browser, with all it asked for and complained of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

from tests.exports.file_texts import pages_of_pdf

if TYPE_CHECKING:
    from re import Pattern

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

WCAG: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
HEIGHTS: Final = {1280: 900, 390: 844, 320: 640}
PHONE: Final = 500  # narrower than this is a phone: touch and the mobile viewport
_PATIENCE: Final = 30_000  # milliseconds
_SETTLED: Final = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-testid="stMain"] h1') !== null
    && document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]') === null
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
         .every((chart) => chart.querySelector('svg.main-svg'))
    && document.fonts.status === 'loaded';
}"""
# Streamlit scrolls a box of its own, so the document alone does not tell.
_SIDEWAYS: Final = """() => {
  const boxes = [document.documentElement, document.querySelector('[data-testid="stMain"]')];
  const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
  return wide.flatMap((box) => {
    const edge = box.getBoundingClientRect().left + box.clientWidth;
    const out = [...box.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > edge + 0.5);
    const innermost = out.filter((outer) => !out.some((o) => o !== outer && outer.contains(o)));
    return [`${box.scrollWidth - box.clientWidth} px too wide:`,
      ...innermost.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))];
  });
}"""
# A chart's drawing cuts off what runs past its edge.
_CUT: Final = """() => [...document.querySelectorAll('.js-plotly-plot svg.main-svg text')]
  .filter((text) => {
    const [word, room] = [text, text.closest('svg')].map((one) => one.getBoundingClientRect());
    return word.width && (word.left < room.left - 1 || word.right > room.right + 1
      || word.top < room.top - 1 || word.bottom > room.bottom + 1);
  }).map((text) => text.textContent)"""
_COUNT_RUNS: Final = """() => {
  window.runs = 0;
  new MutationObserver((changes) => {
    window.runs += changes.filter(
      ({ target }) => target.dataset.testScriptState !== 'notRunning').length;
  }).observe(document.querySelector('[data-testid="stApp"]'),
    { attributes: true, attributeFilter: ['data-test-script-state'] });
}"""
# Chromium lays the page out for the sheet and only then says that the medium is print.
_WATCH_PRINT: Final = """() => {
  window.printed = [];
  matchMedia('print').addEventListener('change', ({ matches }) => {
    if (!matches) return;
    const sheet = document.documentElement.clientWidth;
    const marks = '.points path, .lines path, .textpoint, .ytick text, .xtick text, .legendtext, '
      + '.annotation-text';
    for (const mark of document.querySelectorAll(`.js-plotly-plot :is(${marks})`)) {
      const { left, right, top, bottom, width } = mark.getBoundingClientRect();
      if (!width) continue; // an empty label
      const place = mark.closest('[data-testid="stElementContainer"]').getBoundingClientRect();
      const room = mark.closest('svg').getBoundingClientRect();
      const cut = mark.matches('text') && (left < room.left - 1 || right > room.right + 1);
      // A line may leave the room of its chart: there it is cut off.
      const over = top < place.top - 1 || bottom > place.bottom + 1;
      window.printed.push([mark.textContent || mark.getAttribute('class') || mark.tagName,
        left >= 0 && right <= sheet && !cut && (mark.matches('.lines path') || !over)]);
    }
    const main = document.querySelector('[data-testid="stMain"]');
    const unseen = ':is(.sp-hidden, [data-testid="stIconMaterial"])';
    const told = main.cloneNode(true); // its text is what is shown but for hints and icons
    document.body.append(told);
    told.querySelectorAll(unseen).forEach((one) => one.closest('.sp-cite') ?? one.remove());
    window.printedWords = told.innerText.split(/\\s+/);
    told.remove();
    window.printedOutside = [...main.querySelectorAll('p, li, td, th, h1, h2, h3, dd, dt, a')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > sheet + 1)
      .map((one) => one.innerText.slice(0, 80));
  });
}"""


@dataclass
class Visit:
    """A loaded page; `requests` and `complaints` grow as it lives."""

    page: Page
    requests: list[str] = field(default_factory=list, repr=False)
    complaints: list[str] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        """Listen before anything is asked for."""
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location['url']})")

    def settle(self) -> None:
        """Wait until the script has run, the charts are drawn and the fonts are there."""
        self.page.wait_for_function(_SETTLED, timeout=_PATIENCE)

    @property
    def language(self) -> str:
        """The language the document says it is in."""
        return str(self.page.evaluate("document.documentElement.lang"))

    def wait_for_language(self, language: str) -> None:
        """Wait until the document says it is in a language."""
        self.page.wait_for_function(
            "(language) => document.documentElement.lang === language",
            arg=language,
            timeout=_PATIENCE,
        )

    def choose(self, name: Pattern[str]) -> None:
        """Click the radio, button or link of a name."""
        roles: tuple[Literal["radio", "button", "link"], ...] = ("radio", "button", "link")
        radio, button, link = (self.page.get_by_role(role, name=name) for role in roles)
        radio.or_(button).or_(link).first.click()

    @property
    def foreign_requests(self) -> list[str]:
        """The addresses asked for that are not our own server's."""
        own = urlsplit(self.page.url).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme in {"http", "https", "ws", "wss"}
            and urlsplit(url).netloc != own
        ]

    @property
    def sideways(self) -> list[str]:
        """What sticks out to the right, so that one would have to scroll sideways to see it."""
        return [str(line) for line in self.page.evaluate(_SIDEWAYS)]

    @property
    def cut(self) -> list[str]:
        """The words of charts that run past the edge of their chart."""
        return [str(words) for words in self.page.evaluate(_CUT)]

    def violations(self) -> list[str]:
        """What axe finds against WCAG 2.2 A and AA: a line for each place."""
        options = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
        response = Axe().run(self.page, options=options).response
        return [_told(rule, node) for rule in response["violations"] for node in rule["nodes"]]

    def runs_after(self, *keys: str) -> int:
        """Press keys outside any field and count the script runs they start."""
        self.page.evaluate(_COUNT_RUNS)
        self.page.evaluate("document.activeElement?.blur()")
        for key in keys:
            self.page.keyboard.press(key)
        self.page.wait_for_timeout(700)  # a rerun starts within some 100 ms
        return int(self.page.evaluate("window.runs"))

    def printed(self) -> Printed:
        """Print to PDF, and read it again."""
        self.page.evaluate(_WATCH_PRINT)
        return Printed(
            self.page.url,
            pages_of_pdf(self.page.pdf(format="A4", print_background=True)),
            self.page.evaluate("window.printedWords"),
            self.page.evaluate("window.printedOutside"),
            [(name, inside) for name, inside in self.page.evaluate("window.printed")],
        )


@dataclass(frozen=True)
class Printed:
    """A page on paper: its text by sheets, what it should hold, what sticks out of it.

    `marks` are those of the charts, and whether they are on the sheet and in the chart's room.
    """

    address: str
    pages: list[str]
    words: list[str]
    outside: list[str]
    marks: list[tuple[str, bool]]

    @property
    def missing(self) -> list[str]:
        """The words that stand on no sheet."""
        text = _spaceless("".join(self.pages))
        return [word for word in dict.fromkeys(self.words) if _spaceless(word) not in text]


def _spaceless(text: str) -> str:
    """The text without what lines end with."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def _told(rule: dict[str, Any], node: dict[str, Any]) -> str:
    """Say in one line what is wrong where."""
    markup = " ".join(node["html"].split())[:160]
    reason = next((check["message"] for check in node["any"]), rule["help"])
    return f"{rule['id']}: {reason} | {node['target']} | {markup}"


@dataclass
class Visitor:
    """Opens pages of one server, each in a context of its own."""

    browser: Browser
    url: str
    contexts: list[BrowserContext] = field(default_factory=list)

    def open_page(
        self, path: str, width: int = 1280, scheme: Literal["light", "dark"] = "light"
    ) -> Visit:
        """Open an address of the dashboard and wait until it has settled."""
        phone = width < PHONE
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHTS.get(width, 900)},
            locale="fi-FI",
            color_scheme=scheme,
            has_touch=phone,
            is_mobile=phone,
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.goto(self.url + path)
        visit.settle()
        return visit

    def leave(self) -> None:
        """Close all that was opened."""
        while self.contexts:
            self.contexts.pop().close()

"""How soon the next slide of the deck stands on the screen once its key is pressed."""

from __future__ import annotations

import math
from statistics import median
from typing import Final

from playwright.sync_api import Browser

from tests.bench.machine import Watch
from tests.bench.servers import Server
from tests.bench.timing import Figure

PAGE: Final = "/iltakoulu"
MOST: Final = 50.0
"""Milliseconds."""
ROUNDS: Final = 3
WAIT: Final = 60_000

_FIND: Final = """
  const root = document.querySelector('[data-testid="stBidiComponentIsolated"]')?.shadowRoot;
  const current = root?.querySelector('.deck .slide.current');
"""
# A key is timed from its press to the frame after the one that it was drawn in has begun.
_WATCH: Final = """
() => {
  window.changes = [];
  document.addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => requestAnimationFrame(
      () => window.changes.push(performance.now() - timeStamp)));
  }, { capture: true });
}"""
_COUNT: Final = f"() => {{ {_FIND} return root.querySelectorAll('.slide').length; }}"
_READY: Final = f"() => {{ {_FIND} return current && document.fonts.status === 'loaded'; }}"
_AT: Final = f"() => {{ {_FIND} return Number(current.id.slice('dia-'.length)); }}"


def slide_changes(browser: Browser, server: Server) -> Figure:
    """The wait of 95 of 100 changes, through the whole deck of the page and back again."""
    watch = Watch.start(server.pid)
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    try:
        page = context.new_page()
        page.goto(server.url + PAGE)
        page.wait_for_function(_READY, timeout=WAIT)
        count = int(page.evaluate(_COUNT))
        page.evaluate(_WATCH)
        for _ in range(ROUNDS):
            for key, last in (("PageDown", count), ("PageUp", 1)):
                for _ in range(count - 1):
                    before = len(page.evaluate("window.changes"))
                    page.keyboard.press(key)
                    page.wait_for_function("(n) => window.changes.length > n", arg=before)
                if page.evaluate(_AT) != last:
                    message = f"{count - 1} × {key} did not lead to slide {last} of {count}"
                    raise ValueError(message)
        taken = sorted(float(one) for one in page.evaluate("window.changes"))
    finally:
        context.close()
    high = taken[math.ceil(0.95 * len(taken)) - 1]
    note = (
        f"{len(taken)} changes of {count} slides, key to the next frame; median "
        f"{median(taken):.0f} ms, most {taken[-1]:.0f}; foreign load {watch.foreign:.2f} cores"
    )
    return Figure("slide change, 95th percentile", high, "ms", MOST, note)

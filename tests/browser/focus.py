"""Where the focus is, and whether one sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_STEPS: Final = 400
LEAST_CONTRAST: Final = 3  # WCAG 2.2, 1.4.11
LEAST_WIDTH: Final = 2  # pixels
# What has the focus, through shadow roots, as one would name it.
_FOCUSED: Final = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element.matches('main, body')) return element.tagName.toLowerCase(); // hold everything
  const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
  return `${role} ${element.getAttribute('aria-label') ?? element.innerText ?? ''}`.trim();
}"""
# Each stop of the Tab key whose ring is thin, missing or pale; after a key was pressed, as the
# browser shows no ring to whoever uses a mouse.
_UNSEEN: Final = """([width, contrast]) => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (color) => {
    const [r, g, b] = color.map((part) => part / 255).map(
      (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const against = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const faults = [];
  let seen = 0;
  for (const element of document.querySelectorAll(stops)) {
    if (element.tabIndex < 0 || element.disabled || !element.checkVisibility()) continue;
    element.focus();
    if (document.activeElement !== element) continue;
    seen += 1;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const ring = against(parse(outlineColor).slice(0, 3), behind(element));
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < width || ring < contrast) {
      faults.push(`${outlineStyle} ${outlineWidth} ${ring.toFixed(1)}: ${
        element.outerHTML.slice(0, 120)}`);
    }
  }
  return [seen, faults];
}"""


def focused(page: Page) -> str:
    """What has the focus: its role and its name."""
    return str(page.evaluate(_FOCUSED))


def tab_to(page: Page, what: str, key: str = "Tab") -> str:
    """Press Tab until something whose role and name hold these words has the focus."""
    passed = []
    for _ in range(MOST_STEPS):
        page.keyboard.press(key)
        passed.append(focused(page))
        if what in passed[-1]:
            return passed[-1]
    message = f"no way by {key} to {what!r}: {passed[:60]}"
    raise AssertionError(message)


def unseen_stops(page: Page) -> tuple[int, list[str]]:
    """How many stops of the Tab key there are, and those where one would not see the focus."""
    page.keyboard.press("Tab")
    count, faults = page.evaluate(_UNSEEN, [LEAST_WIDTH, LEAST_CONTRAST])
    return int(count), [str(fault) for fault in faults]

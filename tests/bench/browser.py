"""How soon a visitor sees something: a real Chromium that has never been here before.

Its own CPU and the network are emulated for the phone; all else is this machine.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.sync_api import Browser, CDPSession, Page, Playwright, sync_playwright

from tests.bench.machine import Watch
from tests.bench.servers import APPS, Server, dashboard, plain
from tests.bench.slides import slide_changes
from tests.bench.timing import Figure

TIMES: Final = 5
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
BOUND_OF_HEADING, BOUND_OF_BYTES = 1.2, 2.7
FOUR_G: Final = {
    "offline": False,
    "latency": 60,
    "downloadThroughput": 9e6 / 8,
    "uploadThroughput": 9e6 / 8,
}
SLOWER: Final = 4
WAIT: Final = 120_000
_TEXT: Final = 1
HEADING: Final = '[data-testid="stMain"] h1'
CHART: Final = "svg.main-svg .bars path, svg.main-svg .lines path, svg.main-svg .points path"
WITH_CHART: Final = "/mittarit"


@dataclass(frozen=True)
class Seen:
    """Seconds to the first heading and the first chart, and the megabytes come by then."""

    heading: float
    chart: float | None
    megabytes: float


def browsing(root: Path) -> Iterator[Figure]:
    """The figures of a browser; where there is none, what is missing."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        program = chromium(playwright)
        if program is None:
            why = "needs a Chromium: install one, or name it in the variable CHROMIUM"
            yield Figure("first heading and first chart in a browser", None, "s", None, why)
            return
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield from _seen(browser, root, Path(folder))
        browser.close()


def chromium(playwright: Playwright) -> str | None:
    """A Chromium of this machine, if there is any."""
    own = playwright.chromium.executable_path
    named = (os.environ.get("CHROMIUM"), *NAMES, own)
    return next((path for name in named if name and (path := shutil.which(name))), None)


def _seen(browser: Browser, root: Path, folder: Path) -> Iterator[Figure]:
    with plain(APPS / "bare.py", folder) as server:
        bare, _ = look(browser, server, "/")
    with dashboard(root, folder) as server:
        server.settle()
        home, foreign = look(browser, server, "/")
        desk, _ = look(browser, server, WITH_CHART)
        phone, foreign_on_phone = look(browser, server, WITH_CHART, phone=True)
        yield slide_changes(browser, server)
    load = f"median of {TIMES} cold visits, foreign load {foreign:.2f} cores"
    ratio = home.heading / bare.heading
    note = f"{home.heading:.2f} and {bare.heading:.2f} s; {load}"
    yield Figure("first heading against a bare page", ratio, "×", BOUND_OF_HEADING, note)
    yield Figure("bytes to the first chart", desk.megabytes, "MB", BOUND_OF_BYTES, WITH_CHART)
    note = (
        f"{WITH_CHART}, 390 px, 9 Mbit/s, 60 ms, CPU {SLOWER} × slower; median of {TIMES}, "
        f"foreign load {foreign_on_phone:.2f} cores"
    )
    yield Figure("phone, first words", phone.heading, "s", None, note)
    yield Figure("phone, first chart", phone.chart, "s", None, note)


def look(
    browser: Browser, server: Server, path: str, *, phone: bool = False
) -> tuple[Seen, float]:
    """What a few visits with nothing kept see in the middle, and the foreign load meanwhile."""
    watch = Watch.start(server.pid)
    seen = [_visit(browser, server.url + path, phone=phone) for _ in range(TIMES)]
    charts = [one.chart for one in seen if one.chart is not None]
    middle = Seen(
        median(one.heading for one in seen),
        median(charts) if charts else None,
        median(one.megabytes for one in seen),
    )
    return middle, watch.foreign


def _visit(browser: Browser, url: str, *, phone: bool) -> Seen:
    """One visit by someone whose browser has nothing of ours."""
    size = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 900}
    context = browser.new_context(viewport=size, is_mobile=phone, has_touch=phone)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        received = _count_bytes(session)
        if phone:
            session.send("Network.emulateNetworkConditions", FOUR_G)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(_WATCH)
        page.goto(url, wait_until="commit", timeout=WAIT)
        heading = _when(page, "heading")
        chart = _when(page, "chart") if url.endswith(WITH_CHART) else None
        return Seen(heading, chart, sum(received) / 1e6)
    finally:
        context.close()


_WATCH: Final = f"""
  const wanted = {{ heading: {HEADING!r}, chart: {CHART!r} }};
  window.seen = {{}};
  const look = () => {{
    for (const [name, selector] of Object.entries(wanted)) {{
      if (!(name in window.seen) && document.querySelector(selector)) {{
        window.seen[name] = performance.now() / 1000;
      }}
    }}
    requestAnimationFrame(look);
  }};
  look();
"""


def _when(page: Page, name: str) -> float:
    """When something was first drawn, in seconds since the visit began."""
    page.wait_for_function("(name) => name in window.seen", arg=name, timeout=WAIT)
    return float(page.evaluate("(name) => window.seen[name]", name))


def _count_bytes(session: CDPSession) -> list[float]:
    """Count what comes over the wire, messages of the websocket too.

    Chromium tells these unpacked: where the server packs them they are packed anew here.
    """
    received: list[float] = []
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packs: list[bool] = []

    def loaded(event: dict[str, Any]) -> None:
        received.append(event["encodedDataLength"])

    def framed(event: dict[str, Any]) -> None:
        frame = event["response"]
        text = frame["opcode"] == _TEXT
        data = frame["payloadData"].encode() if text else b64decode(frame["payloadData"])
        if packs:
            data = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)
        received.append(len(data))

    def opened(event: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        if "permessage-deflate" in headers.get("sec-websocket-extensions", ""):
            packs.append(True)

    session.on("Network.loadingFinished", loaded)
    session.on("Network.webSocketFrameReceived", framed)
    session.on("Network.webSocketHandshakeResponseReceived", opened)
    session.send("Network.enable")
    return received

"""The two services that figures come from: where they are and how gently they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LANGUAGE: Final = "fi"
"""The labels of contents in data/indicators.yaml are the Finnish ones."""

LICENCE: Final = "CC BY 4.0"
"""The licence of both services."""


@dataclass(frozen=True, slots=True)
class Service:
    """Addresses and limits of a service; times are in seconds.

    `base` is where programs call and `pages` where people read; `pause` is kept between two
    calls, `timeout` is for a silent connection and `deadline` for a whole answer; a wait that the
    service asks for is obeyed up to `patience`.
    """

    base: str
    pages: str
    pause: float = 2
    cells: int = 120_000
    timeout: float = 30
    deadline: float = 120
    patience: float = 120
    tries: int = 3


STATFIN: Final = Service(
    base="https://pxdata.stat.fi/PxWeb/api/v1", pages="https://pxdata.stat.fi/PxWeb/pxweb"
)
SOTKANET: Final = Service(
    base="https://sotkanet.fi/rest/1.1",
    pages="https://sotkanet.fi/sotkanet/fi/metadata/indicators",
    pause=1,  # no limit is documented: gentle is enough
)
SERVICES: Final[Mapping[str, Service]] = {"statfin": STATFIN, "sotkanet": SOTKANET}

"""What the keeper of a server chooses, read once from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from platformdirs import user_cache_path

from components.reports.address import ORIGIN, PUBLIC

EMBEDDERS: Final = "STRATEGIAPEILI_EMBEDDERS"
ADDRESS: Final = "STRATEGIAPEILI_ADDRESS"
ORIGINS: Final = "STRATEGIAPEILI_ORIGINS"
FORWARDED: Final = "STRATEGIAPEILI_FORWARDED"
CACHE: Final = "STRATEGIAPEILI_CACHE"
_YES_NO: Final = {"": False, "0": False, "1": True}


class SettingError(Exception):
    """A setting cannot be used; the message says which and what it should be."""


@dataclass(frozen=True)
class Settings:
    """The settings of a server; without any, it serves one address and no frame of others.

    `embedders` are the sites that may show the pages in a frame, and `origins` the addresses of
    the dashboard besides the one that the Host header names. `forwarded` says that a proxy stands
    in front and that its X-Forwarded-Host is to be believed. `address` is where the public finds
    the root of the service, without a slash at the end: search engines want whole addresses.
    """

    cache: Path
    embedders: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    forwarded: bool = False
    address: str | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """Read the settings; a value that cannot be used is an error, never passed over."""
        forwarded = environment.get(FORWARDED, "")
        if forwarded not in _YES_NO:
            message = f"{FORWARDED} is {forwarded!r}: set it to 1 behind a proxy, else to 0"
            raise SettingError(message)
        named = environment.get(CACHE)
        return cls(
            cache=Path(named) if named else user_cache_path("strategiapeili", appauthor=False),
            embedders=_origins(environment, EMBEDDERS),
            origins=_origins(environment, ORIGINS),
            forwarded=_YES_NO[forwarded],
            address=_address(environment),
        )


def _address(environment: Mapping[str, str]) -> str | None:
    """Read the public address, which may lie below a path of a site."""
    found = environment.get(ADDRESS, "").rstrip("/")
    if not found:
        return None
    if not PUBLIC.fullmatch(found):
        message = f"{ADDRESS} is {found!r}: write it like https://strategiapeili.fi"
        raise SettingError(message)
    return found


def _origins(environment: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Read a list of origins, which end up in headers and so must be nothing else."""
    found = tuple(environment.get(name, "").lower().split())
    for origin in found:
        if not ORIGIN.fullmatch(origin):
            message = (
                f"{name} holds {origin!r}: write origins like https://www.kemi.fi, "
                "with spaces between them"
            )
            raise SettingError(message)
    return found

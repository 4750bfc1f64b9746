"""The settings of a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.server.settings import (
    ADDRESS,
    CACHE,
    EMBEDDERS,
    FORWARDED,
    ORIGINS,
    SettingError,
    Settings,
)


def test_nothing_set_is_the_safe_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame, no other address, no header of a proxy; the cache where the system keeps them."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    settings = Settings.read({})
    assert (settings.embedders, settings.origins, settings.forwarded) == ((), (), False)
    assert settings.cache.name == "strategiapeili"


def test_what_is_set_is_read() -> None:
    """Lists have spaces between, and letters of hosts are small."""
    settings = Settings.read(
        {
            EMBEDDERS: "https://www.Kemi.fi  https://kemijarvi.fi:8443",
            ORIGINS: "http://[::1]:8501",
            FORWARDED: "1",
            ADDRESS: "https://kemi.fi/peili/",
            CACHE: "/var/cache/strategiapeili",
        }
    )
    assert settings == Settings(
        cache=Path("/var/cache/strategiapeili"),
        embedders=("https://www.kemi.fi", "https://kemijarvi.fi:8443"),
        origins=("http://[::1]:8501",),
        forwarded=True,
        address="https://kemi.fi/peili",
    )


@pytest.mark.parametrize("name", [EMBEDDERS, ORIGINS])
@pytest.mark.parametrize(
    "value", ["kemi.fi", "https://kemi.fi/", "*", "https://a;script-src", "'self'", "https://"]
)
def test_what_is_no_origin_is_refused_by_name(name: str, value: str) -> None:
    """A list goes into headers: nothing but origins may stand in it."""
    with pytest.raises(SettingError, match=rf"^{name} holds .* write origins like") as caught:
        Settings.read({name: f"https://www.kemi.fi {value}"})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ["yes", "true", "2", " "])
def test_half_a_yes_is_refused(value: str) -> None:
    """Believing a proxy that is not there would let a stranger name the host."""
    with pytest.raises(SettingError, match=f"^{FORWARDED} is '{value}': set it to 1"):
        Settings.read({FORWARDED: value})


@pytest.mark.parametrize(
    "value",
    ["strategiapeili.fi", "https://kemi.fi//", "https://kemi.fi/?a", "https://kemi.fi/<x>"],
)
def test_public_address_is_an_address_and_nothing_else(value: str) -> None:
    """It ends up in pages and maps; the error says what was found and how to write it."""
    with pytest.raises(SettingError, match="write it like https://") as refused:
        Settings.read({ADDRESS: f"{value}/x y"})
    assert ADDRESS in str(refused.value)

"""The language of a request."""

from __future__ import annotations

import pytest

from components.server.language import choose_language


@pytest.mark.parametrize(
    ("query", "accept", "language"),
    [
        ("", "", "fi"),
        ("kieli=sv", "", "sv"),
        ("kunta=kemi&kieli=en&kunta=kemijarvi", "sv", "en"),
        ("kieli=fi&kieli=sv", "", "sv"),
        ("kieli=de", "sv", "fi"),
        ("kieli=SV", "en", "fi"),
        ("kieli=", "en", "en"),
        ("", "sv-FI,sv;q=0.9,fi;q=0.8", "sv"),
        ("", "de-DE,de;q=0.9,en;q=0.5", "en"),
        ("", "en;q=0.3, sv;q=0.8", "sv"),
        ("", "sv;q=0, en", "en"),
        ("", "*", "fi"),
        ("", "sv;q=abc, en;q=0.1", "en"),
        ("", ";;q=,,=", "fi"),
        ("", "se-NO", "fi"),
    ],
)
def test_address_wins_over_browser_and_unknown_is_finnish(
    query: str, accept: str, language: str
) -> None:
    """?kieli decides, else the dearest known Accept-Language, else fi; nothing raises."""
    assert choose_language(query.encode(), accept.encode()) == language


def test_bytes_that_are_no_text_are_finnish() -> None:
    """Headers and addresses are bytes from anyone: broken ones must not raise."""
    assert choose_language(b"kieli=\xff%ff", b"\xff\xfe") == "fi"

"""The language of a request."""

from __future__ import annotations

import pytest

from components.server.language import choose_language


@pytest.mark.parametrize(
    ("query", "language"),
    [
        (b"", "fi"),
        (b"kieli=sv", "sv"),
        (b"kunta=kemi&kieli=en&kunta=kemijarvi", "en"),
        (b"kieli=fi&kieli=sv", "sv"),
        (b"kieli=de", "fi"),
        (b"kieli=SV", "fi"),
        (b"kieli=", "fi"),
        (b"kieli=\xff%ff", "fi"),
    ],
)
def test_address_decides_and_anything_else_is_finnish(query: bytes, language: str) -> None:
    """?kieli decides when it names one of our languages, else fi; broken bytes do not raise."""
    assert choose_language(query) == language

"""The comparison as plain values."""

from __future__ import annotations

from components.exports.data.found_rows import comparison_rows
from tests.analysis.making import real, versions
from tests.analysis.sentences.test_compare import saying


def test_rows_all_some_only_and_untouched() -> None:
    """With four, a theme of all is shared, of two or three is some, of one is only that one's."""
    held, chosen = saying(a="luonto arki", b="luonto arki", c="arki", d="arki")
    result = comparison_rows(held, chosen)
    assert [row["theme"] for row in result["shared"]] == ["arki"]
    assert [row["theme"] for row in result["some"]] == ["luonto"]
    assert result["only"] == {"a": [], "b": [], "c": [], "d": []}
    assert list(result["only"]) == ["a", "b", "c", "d"]
    assert result["untouched"] == ["talous"]
    assert result["some"][0]["statements"] == {
        slug: [{"id": f"{slug}-luonto", "kind": "statement", "text": "luonto"}] for slug in "ab"
    }


def test_rows_of_one_shares_nothing() -> None:
    """What a single municipality says is its own, not shared with nobody."""
    held, chosen = saying(a="luonto")
    result = comparison_rows(held, chosen)
    assert result["shared"] == []
    assert [row["theme"] for row in result["only"]["a"]] == ["luonto"]


def test_rows_of_kemi_and_kemijarvi_names_versions_and_values() -> None:
    """The newest versions whose text is known are compared, and one value is shared."""
    result = comparison_rows(real(), versions(real(), "kemi", "kemijarvi"))
    assert result["versions"] == {"kemi": "kemi-2022", "kemijarvi": "kemijarvi-2024"}
    assert [row for row in result["values"] if row["shared"]] == [
        {"name": "Vastuullisuus", "municipalities": ["kemi", "kemijarvi"], "shared": True}
    ]

"""Chart of the theme profile: a row a theme, a line with its marker a municipality."""

from __future__ import annotations

from collections.abc import Mapping

from components.analysis.sentences.theme_profile import ThemeProfile
from components.charts.drawing import TEXT_SIZE, Drawing, blank, plain, shortened
from components.charts.identity import DASHES, SYMBOLS, Palette
from components.i18n import Catalogue

LABEL = 26
LINE = 21
GAP = 12
ROOM_FOR_TEXT = 1.9
"""The axis as a multiple of the longest line: what is told of it stands right of its marker."""
MOST_NAMED = 3


def theme_lines(  # noqa: PLR0913 - whose themes, what all of them are called, how they look
    profile: ThemeProfile,
    themes: Mapping[str, str],
    names: Mapping[str, str],
    words: Catalogue,
    colours: Palette,
    *,
    looks: Mapping[str, int],
) -> Drawing:
    """The share of each theme in the sentences of each municipality, told beside its marker."""
    row = LABEL + LINE * len(names) + GAP
    figure = blank(colours, row * max(len(profile.rows), 1) + 16)
    longest = max((share for one in profile.rows for share in one.shares.values()), default=1)
    figure.update_layout(
        xaxis={"visible": False, "range": [-0.015 * longest, longest * ROOM_FOR_TEXT]},
        yaxis={"visible": False, "range": [len(profile.rows) * row, 0]},
    )
    figure.add_scatter(  # one trace of text: an annotation a row takes far longer to make
        x=[0] * len(profile.rows),
        y=[number * row + LABEL / 2 for number in range(len(profile.rows))],
        mode="text",
        text=[plain(shortened(themes[one.theme])) for one in profile.rows],
        textposition="middle right",
        textfont={"size": TEXT_SIZE, "color": colours.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
    for place, (slug, name) in enumerate(names.items()):
        look = looks[slug]
        colour = colours.municipalities[look]
        heights = [
            number * row + LABEL + LINE * (place + 0.5) for number in range(len(profile.rows))
        ]
        shares = [one.shares[slug] for one in profile.rows]
        told = [
            f"{plain(name)} {_told(one.counts[slug], one.shares[slug], words)}"
            for one in profile.rows
        ]
        figure.add_scatter(
            x=[part for share in shares for part in (0, share, None)],
            y=[part for height in heights for part in (height, height, None)],
            mode="lines",
            line={"color": colour, "width": 3, "dash": DASHES[look]},
            hoverinfo="skip",
        )
        figure.add_scatter(
            x=shares,
            y=heights,
            mode="markers+text",
            marker={"symbol": SYMBOLS[look], "size": 12, "color": colour, "opacity": 1},
            text=[f"  {text}" for text in told],
            textposition="middle right",
            textfont={"size": TEXT_SIZE, "color": colours.ink},
            cliponaxis=False,
            customdata=told,
            hovertemplate="%{customdata}<extra></extra>",
        )
    said = [_message(profile, slug, name, themes, words) for slug, name in names.items()]
    return Drawing(figure, f"{words('profile.chart')} {' '.join(said)}")


def _told(count: int, share: float, words: Catalogue) -> str:
    return words("profile.cell", count=words.number(count), share=words.number(100 * share))


def _message(
    profile: ThemeProfile,
    slug: str,
    name: str,
    themes: Mapping[str, str],
    words: Catalogue,
) -> str:
    """Which themes have most sentences in a municipality, in words."""
    found = [
        f"{themes[one.theme]} {_told(one.counts[slug], one.shares[slug], words)}"
        for one in profile.largest(slug, MOST_NAMED)
    ]
    if not found:
        return words("profile.none_of", name=name)
    return words.count("profile.most_of", profile.totals[slug], name=name, themes=", ".join(found))

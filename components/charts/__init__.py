"""Tables in, figures out, each with the words that say the same."""

from components.charts.drawing import Drawing
from components.charts.funding import funding_bars
from components.charts.identity import palette
from components.charts.indicator_groups import group_bars
from components.charts.indicators import panel_chart
from components.charts.panel import Panel, window_of
from components.charts.projects import state_bars, timeline
from components.charts.targets import has_way, target_bars
from components.charts.themes import theme_lines

__all__ = [
    "Drawing",
    "Panel",
    "funding_bars",
    "group_bars",
    "has_way",
    "palette",
    "panel_chart",
    "state_bars",
    "target_bars",
    "theme_lines",
    "timeline",
    "window_of",
]

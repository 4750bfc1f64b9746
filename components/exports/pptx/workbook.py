"""The workbook inside a native chart, dated by the data: the same numbers, the same bytes."""

import io
from datetime import UTC, date, datetime, time

from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.package import Package
from pptx.parts.chart import ChartPart
from xlsxwriter import Workbook

from components.exports.pptx.series import YEAR

SHEET = "Sheet1"
"""The name by which a chart of python-pptx refers to its workbook."""


def chart_part(kind: XL_CHART_TYPE, numbers: ChartData, package: Package, day: str) -> ChartPart:
    """A chart with its workbook; that of python-pptx would tell when it was written."""
    part: ChartPart = ChartPart.new(kind, numbers, package)
    part.chart_workbook.update_from_xlsx_blob(_workbook(numbers, datetime.fromisoformat(day)))
    return part


def _workbook(numbers: ChartData, day: datetime) -> bytes:
    """Categories down, series across; what is not known is left empty."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"author": "Strategiapeili", "created": day.replace(tzinfo=UTC)})
    shapes = book.add_worksheet(SHEET)
    year = book.add_format({"num_format": YEAR})
    for row, category in enumerate(numbers.categories, start=1):
        if isinstance(category.label, date):
            shapes.write_datetime(row, 0, datetime.combine(category.label, time()), year)
        else:
            shapes.write_string(row, 0, category.label)
    for column, series in enumerate(numbers, start=1):
        shapes.write_string(0, column, series.name)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                shapes.write_number(row, column, value)
    book.close()
    return stream.getvalue()

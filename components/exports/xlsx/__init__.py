"""The hand-out as a workbook."""

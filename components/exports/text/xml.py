"""Text that XML and HTML can hold."""

import re

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text without the signs that XML forbids: none of them is ever seen."""
    return UNFIT.sub("", text)

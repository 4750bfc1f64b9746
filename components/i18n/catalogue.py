"""The words of the service in one language, with its plurals, numbers, dates and money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from components.loading import Problem
from components.model import LocalText, Period

LANGUAGES: Mapping[str, str] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
DEFAULT = "fi"
LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
YEAR_ONLY, MONTH_ONLY = 1, 2
MINUS = "\u2212"


class Catalogue:
    """All words of one language. An unknown key raises KeyError: a test holds there is none."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        """Take the flat entries of a language; plural forms end in .one and .other."""
        self.language = language
        self.entries = entries
        self.locale = Locale.parse(LOCALES[language])

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key with the values put in."""
        return self.entries[key].format(**values)

    def count(self, key: str, count: int, **values: object) -> str:
        """The words of a key in the plural form of a count, which is there as {count}."""
        form = self.locale.plural_form(count)
        name = f"{key}.{form}"
        if name not in self.entries:
            name = f"{key}.other"
        return self.entries[name].format(count=self.number(count), **values)

    def has(self, key: str) -> bool:
        """Whether the key is known."""
        return key in self.entries

    def local(self, text: LocalText) -> str:
        """Our own words in this language, or in Finnish where they are missing."""
        return text.get(self.language)

    def number(self, value: float | Decimal, decimals: int = 0) -> str:
        """A number with this many decimals, rounded half up."""
        pattern = _signed("#,##0" + ("." + "0" * decimals if decimals else ""))
        return format_decimal(half_up(value, decimals), pattern, locale=self.locale)

    def euros(self, value: float | Decimal | str) -> str:
        """Money in whole euros, rounded half up."""
        return format_currency(
            half_up(value),
            "EUR",
            locale=self.locale,
            currency_digits=False,
            format=_signed("¤#,##0" if self.language == "en" else "#,##0\u00a0¤"),
        )

    def day(self, value: date) -> str:
        """A day as figures in Finnish and Swedish, with the month's name in English."""
        pattern = "d MMMM y" if self.language == "en" else "d.M.y"
        return format_date(value, pattern, locale=self.locale)

    def moment(self, value: str) -> str:
        """A year, month or day given as ISO text."""
        parts = [int(part) for part in value.split("-")]
        if len(parts) == YEAR_ONLY:
            return value
        if len(parts) == MONTH_ONLY:
            year, month = parts
            return str(format_skeleton("yM", date(year, month, 1), locale=self.locale))
        return self.day(date.fromisoformat(value))

    def span(self, start: str | None, end: str | None) -> str:
        """A period from its moments; what is not known is said."""
        if start is None and end is None:
            return self("period.unknown")
        if start is not None and start == end:
            return self.moment(start)
        if end is None:
            return self("period.from", start=self.moment(start or ""))
        if start is None:
            return self("period.until", end=self.moment(end))
        dash = "–" if "-" not in start + end else " – "
        return f"{self.moment(start)}{dash}{self.moment(end)}"

    def period(self, period: Period | None) -> str:
        """A period in words."""
        return self.span(period.start, period.end) if period else self("period.unknown")

    def names(self, names: Sequence[str]) -> str:
        """Names as a list with the language's own "and"."""
        return format_list(list(names), locale=self.locale)

    def problem(self, problem: Problem) -> str:
        """What is wrong in a file, in one sentence with what was expected and a guess."""
        values = {key: self._fact(value) for key, value in problem.values.items()}
        words = self.entries[f"problem.{problem.code}"].format_map(_Facts(values))
        for extra in ("hint", "guess", "allowed"):
            if value := values.get(extra):
                key = value if extra == "hint" else f"problem_extra.{extra}"
                words += " " + self(key, value=value)
                break
        return words

    def _fact(self, value: str) -> str:
        """A fact of a case: words of ours by their key, anything else as it stands in the file."""
        key = value.removeprefix("@")
        ours = key != value or value.startswith("expected.")
        return self(key) if ours and key in self.entries else value


def half_up(value: float | Decimal | str, decimals: int = 0) -> Decimal:
    """The value with this many decimals; a half goes away from zero, and zero has no sign."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return rounded or abs(rounded)


def _signed(pattern: str) -> str:
    """A pattern of numbers whose negatives have a minus; Babel would write a hyphen."""
    return f"{pattern};{MINUS}{pattern}"


class _Facts(dict[str, str]):
    """Facts of a problem; one that a case does not have is left empty."""

    def __missing__(self, key: str) -> str:
        return ""


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; raises KeyError for one that is not in LANGUAGES."""
    if language not in LANGUAGES:
        raise KeyError(language)
    path = Path(__file__).with_name(f"{language}.yaml")
    tree = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return Catalogue(language, dict(flat(tree)))


def flat(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """The leaves of a tree of words with their dotted keys."""
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)

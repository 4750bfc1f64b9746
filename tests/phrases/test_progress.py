"""Progress in words: every sentence of the sum, what to mind, and series, in three languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.analysis.indicators.series import series_of
from components.i18n import LANGUAGES, catalogue
from components.model import (
    Break,
    Indicator,
    IndicatorDefinition,
    LocalText,
    Observation,
    Period,
    PerResident,
    Point,
    Target,
    Unit,
)
from components.phrases.progress import (
    cautions,
    judgement_in_words,
    milestone_in_words,
    point_in_words,
    series_in_words,
    state_in_words,
    target_in_words,
    the_sum,
)
from tests.analysis.measured import by, definition, indicator, library, observation, since

TODAY = date(2026, 11, 21)
WORKFORCE = Unit(id="%", fi="% työvoimasta", sv="% av arbetskraften", en="% of labour force")
MILLIONS = Unit(id="M", fi="miljoonaa euroa", sv="miljoner euro", en="million euros")
EACH = PerResident(
    times=1_000_000,
    unit=Unit(
        id="each", fi="euroa asukasta kohti", sv="euro per invånare", en="euros per resident"
    ),
    decimals=0,
)
UNEMPLOYED = definition(direction="down", unit=WORKFORCE)
CHANGED = Break(
    year=2023,
    reason=LocalText(
        fi="Tilasto uudistui vuonna 2023.",
        sv="Statistiken förnyades 2023.",
        en="The statistics were renewed in 2023.",
    ),
)


class Case(NamedTuple):
    """An indicator with its values, and the sum that it gives in each language."""

    values: tuple[Observation, ...]
    held: Indicator
    fi: str
    sv: str
    en: str
    of: IndicatorDefinition = UNEMPLOYED


def progress(case: Case, today: date = TODAY, period: Period | None = None) -> Progress:
    """The indicator of a case, judged."""
    (item,) = progress_of(
        library(case.values, case.held, period=period, luku=case.of), "eka", today
    )
    return item


def values(*pairs: tuple[int, str], **parts: Any) -> tuple[Observation, ...]:  # noqa: ANN401
    """Observations by year."""
    return tuple(observation(year, value, **parts) for year, value in pairs)


FROM_12 = values((2020, "12.0"), (2025, "11.4"))
SUMS = {
    "behind, case H of the rule": Case(
        FROM_12,
        indicator(baseline=since(2020, "12"), targets=(by(2030, "9"),)),
        "12,0 (2020) → 11,4 % työvoimasta (2025), tavoite 9,0 % työvoimasta (2030): "
        "20 % matkasta, 50 % ajasta.",
        "12,0 (2020) → 11,4 % av arbetskraften (2025), mål 9,0 % av arbetskraften (2030): "
        "20 % av vägen, 50 % av tiden.",
        "12.0 (2020) → 11.4 % of labour force (2025), target 9.0 % of labour force (2030): "
        "20% of the way, 50% of the time.",
    ),
    "moving away": Case(
        values((2020, "12.0"), (2025, "12.6")),
        indicator(baseline=since(2020, "12"), targets=(by(2030, "9"),)),
        "12,0 (2020) → 12,6 % työvoimasta (2025), tavoite 9,0 % työvoimasta (2030): "
        "-20 % matkasta, 50 % ajasta.",
        "12,0 (2020) → 12,6 % av arbetskraften (2025), mål 9,0 % av arbetskraften (2030): "
        "-20 % av vägen, 50 % av tiden.",
        "12.0 (2020) → 12.6 % of labour force (2025), target 9.0 % of labour force (2030): "
        "-20% of the way, 50% of the time.",
    ),
    "a share is rounded half up": Case(
        values((2020, "0"), (2025, "1")),
        indicator(baseline=since(2020, "0"), targets=(by(2030, "8"),)),
        "0,0 (2020) → 1,0 % (2025), tavoite 8,0 % (2030): 13 % matkasta, 50 % ajasta.",
        "0,0 (2020) → 1,0 % (2025), mål 8,0 % (2030): 13 % av vägen, 50 % av tiden.",
        "0.0 (2020) → 1.0 % (2025), target 8.0 % (2030): 13% of the way, 50% of the time.",
        definition(),
    ),
    "measured before the baseline": Case(
        values((2019, "11.0")),
        indicator(baseline=since(2020, "12"), targets=(by(2030, "9"),)),
        "Lähtöarvo 12,0 % työvoimasta (2020), tavoite 9,0 % työvoimasta (2030). "
        "Lähtöarvon jälkeen ei ole mitattu: uusin luku on 11,0 (2019).",
        "Utgångsvärde 12,0 % av arbetskraften (2020), mål 9,0 % av arbetskraften (2030). "
        "Inget har mätts efter utgångsvärdet: den nyaste siffran är 11,0 (2019).",
        "Baseline 12.0 % of labour force (2020), target 9.0 % of labour force (2030). "
        "Nothing was measured after the baseline: the newest figure is 11.0 (2019).",
    ),
    "achieved without a baseline": Case(
        values((2025, "8.5")),
        indicator(targets=(by(2030, "9"),)),
        "8,5 % työvoimasta (2025), tavoite 9,0 % työvoimasta (2030). Lähtöarvoa ei ole kerrottu.",
        "8,5 % av arbetskraften (2025), mål 9,0 % av arbetskraften (2030). "
        "Utgångsvärdet har inte angetts.",
        "8.5 % of labour force (2025), target 9.0 % of labour force (2030). "
        "No baseline has been given.",
    ),
    "kept at its level": Case(
        values((2020, "12"), (2025, "12.04")),
        indicator(baseline=since(2020, "12"), targets=(by(2030, "12"),)),
        "12,0 (2020) → 12,0 % työvoimasta (2025). "
        "Tavoitteena on pysyä samalla tasolla: 12,0 % työvoimasta (2030).",
        "12,0 (2020) → 12,0 % av arbetskraften (2025). "
        "Målet är att hålla samma nivå: 12,0 % av arbetskraften (2030).",
        "12.0 (2020) → 12.0 % of labour force (2025). "
        "The target is to stay at the same level: 12.0 % of labour force (2030).",
    ),
    "outside a band": Case(
        values((2025, "11.4")),
        indicator(targets=(Target(date="2030", low=Decimal(8), high=Decimal(10)),)),
        "11,4 % työvoimasta (2025). Tavoitteena on pysyä välillä 8,0–10,0 % työvoimasta (2030).",
        "11,4 % av arbetskraften (2025). "
        "Målet är att hålla sig inom 8,0–10,0 % av arbetskraften (2030).",
        "11.4 % of labour force (2025). "
        "The target is to stay within 8.0–10.0 % of labour force (2030).",
    ),
    "a trend alone": Case(
        FROM_12,
        indicator(),
        "12,0 (2020) → 11,4 % työvoimasta (2025): paranee. Tavoitearvoa ei ole.",
        "12,0 (2020) → 11,4 % av arbetskraften (2025): förbättras. Det finns inget målvärde.",
        "12.0 (2020) → 11.4 % of labour force (2025): improving. There is no target value.",
    ),
    "a trend and a target without a baseline": Case(
        FROM_12,
        indicator(targets=(by(2030, "9"),)),
        "12,0 (2020) → 11,4 % työvoimasta (2025): paranee. "
        "Tavoite 9,0 % työvoimasta (2030), mutta lähtöarvoa ei ole kerrottu.",
        "12,0 (2020) → 11,4 % av arbetskraften (2025): förbättras. "
        "Mål 9,0 % av arbetskraften (2030), men utgångsvärdet har inte angetts.",
        "12.0 (2020) → 11.4 % of labour force (2025): improving. "
        "Target 9.0 % of labour force (2030), but no baseline has been given.",
    ),
    "one value alone": Case(
        values((2025, "11.4")),
        indicator(),
        "11,4 % työvoimasta (2025). Vertailukelpoisia arvoja on vain yksi, eikä tavoitearvoa ole.",
        "11,4 % av arbetskraften (2025). Det finns bara ett jämförbart värde och inget målvärde.",
        "11.4 % of labour force (2025). There is only one comparable value and no target value.",
    ),
    "one value and a target": Case(
        values((2025, "11.4")),
        indicator(targets=(by(2030, "9"),)),
        "11,4 % työvoimasta (2025), tavoite 9,0 % työvoimasta (2030). Lähtöarvoa ei ole kerrottu.",
        "11,4 % av arbetskraften (2025), mål 9,0 % av arbetskraften (2030). "
        "Utgångsvärdet har inte angetts.",
        "11.4 % of labour force (2025), target 9.0 % of labour force (2030). "
        "No baseline has been given.",
    ),
    "a break on the way": Case(
        FROM_12,
        indicator(baseline=since(2020, "12"), targets=(by(2030, "9"),)),
        "12,0 % työvoimasta (2020) ja 11,4 % työvoimasta (2025) eivät ole vertailukelpoisia. "
        "Tilasto uudistui vuonna 2023.",
        "12,0 % av arbetskraften (2020) och 11,4 % av arbetskraften (2025) är inte jämförbara. "
        "Statistiken förnyades 2023.",
        "12.0 % of labour force (2020) and 11.4 % of labour force (2025) are not comparable. "
        "The statistics were renewed in 2023.",
        definition(direction="down", unit=WORKFORCE, breaks=(CHANGED,)),
    ),
    "a baseline in another unit": Case(
        values((2025, "1140")),
        indicator(baseline=since(2020, "12"), targets=(by(2030, "9"),), unit="%"),
        "12,0 % (2020) ja 1 140,0 henkilöä (2025) eivät ole vertailukelpoisia. "
        "Luvut on annettu eri yksikössä tai eri määritelmällä.",
        "12,0 % (2020) och 1 140,0 personer (2025) är inte jämförbara. "
        "Siffrorna anges i olika enheter eller med olika definitioner.",
        "12.0 % (2020) and 1,140.0 persons (2025) are not comparable. "
        "The figures are given in different units or by different definitions.",
        definition(unit=Unit(id="persons", fi="henkilöä", sv="personer", en="persons")),
    ),
    "a target per resident of an amount": Case(
        values((2025, "42")),
        indicator(targets=(by(2029, "7100"),), unit="each"),
        "42,0 miljoonaa euroa (2025), tavoite 7 100 euroa asukasta kohti (2029): "
        "näitä ei voi verrata. Luvut on annettu eri yksikössä tai eri määritelmällä.",
        "42,0 miljoner euro (2025), mål 7 100 euro per invånare (2029): "
        "de kan inte jämföras. Siffrorna anges i olika enheter eller med olika definitioner.",
        "42.0 million euros (2025), target 7,100 euros per resident (2029): "
        "these cannot be compared. "
        "The figures are given in different units or by different definitions.",
        definition(unit=MILLIONS, per_resident=EACH),
    ),
    "a target in another unit, and no baseline": Case(
        values((2025, "11.4"), unit="‰"),
        indicator(targets=(by(2030, "9"),)),
        "11,4 ‰ (2025), tavoite 9,0 % työvoimasta (2030): näitä ei voi verrata. "
        "Luvut on annettu eri yksikössä tai eri määritelmällä.",
        "11,4 ‰ (2025), mål 9,0 % av arbetskraften (2030): de kan inte jämföras. "
        "Siffrorna anges i olika enheter eller med olika definitioner.",
        "11.4 ‰ (2025), target 9.0 % of labour force (2030): these cannot be compared. "
        "The figures are given in different units or by different definitions.",
    ),
    "no value and no target": Case(
        (),
        indicator(),
        "Mitattua arvoa ei ole aineistossa, eikä tavoitearvoa ole.",
        "Materialet har inget uppmätt värde och inget målvärde.",
        "The data holds no measured value, and there is no target value.",
    ),
    "a target and no value": Case(
        (),
        indicator(targets=(by(2030, "9"),)),
        "Mitattua arvoa ei ole aineistossa. Tavoite 9,0 % työvoimasta (2030).",
        "Materialet har inget uppmätt värde. Mål 9,0 % av arbetskraften (2030).",
        "The data holds no measured value. Target 9.0 % of labour force (2030).",
    ),
}


def plain(text: str) -> str:
    """A text with ordinary blanks and minus signs, whichever the number formats give."""
    return text.replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SUMS)
def test_sum_is_told_word_for_word(name: str, language: str) -> None:
    """Where it began, is and should be, with its years, and no gap of the sentence left open."""
    case = SUMS[name]
    assert plain(the_sum(progress(case), catalogue(language))) == getattr(case, language)


def test_sum_has_a_case_for_every_sentence_of_the_catalogue() -> None:
    """No sentence of the catalogue is without its golden case, of these parts excepted."""
    keys = {key for key in catalogue("fi").entries if key.startswith("sum.")}
    told = {plain(the_sum(progress(case), _Keys())) for case in SUMS.values()}  # type: ignore[arg-type]
    assert keys - told == {"sum.other_measure", "sum.value_of", "sum.band_of"}


class _Keys:
    """A catalogue that says which key it was asked for last."""

    def __call__(self, key: str, **_: object) -> str:
        return key

    def local(self, text: LocalText) -> str:
        return text.fi

    def number(self, value: Decimal, decimals: int = 0) -> str:
        return f"{value:.{decimals}f}"

    def moment(self, value: str) -> str:
        return value


@pytest.mark.parametrize("language", LANGUAGES)
def test_state_in_words_has_the_trend_where_that_is_all(language: str) -> None:
    """A state is its name; where only the trend is known, the trend too."""
    words = catalogue(language)
    behind = progress(SUMS["behind, case H of the rule"])
    assert state_in_words(behind, words) == words("indicator_state.behind")
    trend = progress(SUMS["a trend alone"])
    expected = {
        "fi": "vain suunta tiedossa: paranee",
        "sv": "endast riktningen är känd: förbättras",
        "en": "trend only: improving",
    }
    assert state_in_words(trend, words) == expected[language]
    assert judgement_in_words(trend.judgement, words) == expected[language]


def said(item: Progress, language: str = "fi") -> list[str]:
    """What to mind of an indicator."""
    return cautions(item, catalogue(language))


def test_cautions_of_a_due_year_that_has_passed() -> None:
    """When the target's year is over and the newest figure is older, both years are named."""
    case = Case(
        FROM_12, indicator(baseline=since(2018, "13"), targets=(by(2026, "9"),)), "", "", ""
    )
    assert said(progress(case, today=date(2026, 12, 31))) == []
    assert said(progress(case, today=date(2027, 1, 1))) == [
        "Tavoitteen määräaika 2026 on ohi; uusin luku on vuodelta 2025."
    ]


def test_cautions_of_figures_older_than_the_strategy() -> None:
    """A figure from before the period is said to tell nothing of what the strategy has done."""
    case = Case(
        FROM_12, indicator(baseline=since(2018, "13"), targets=(by(2030, "9"),)), "", "", ""
    )
    item = progress(case, period=Period(start="2026"))
    (caution,) = said(item)
    assert caution == (
        "Uusin luku on vuodelta 2025, ennen strategiakauden alkua: "
        "se ei kerro strategian vaikutuksesta."
    )


def test_cautions_of_what_no_one_has_set() -> None:
    """A target without a baseline, and a beginning that we chose for the trend, are both named."""
    item = progress(SUMS["a trend and a target without a baseline"])
    assert said(item) == [
        "Ilman lähtöarvoa matkaa tavoitteeseen ei voi laskea.",
        "Vertailukohta on aineiston ensimmäinen vertailukelpoinen arvo, tekijöiden valinta.",
    ]
    assert said(progress(SUMS["one value alone"])) == []
    assert said(progress(SUMS["a target and no value"])) == [
        "Ilman lähtöarvoa matkaa tavoitteeseen ei voi laskea."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_point_and_target_are_told_in_the_unit_given(language: str) -> None:
    """A value and a target have the unit of the indicator, or the one that they are told in."""
    words = catalogue(language)
    mark = "." if language == "en" else ","
    point = Point(date="2024", value=Decimal("11.4"))
    unit = words.local(WORKFORCE)
    assert point_in_words(UNEMPLOYED, point, words) == f"11{mark}4 {unit} (2024)"
    assert point_in_words(UNEMPLOYED, point, words, "‰") == f"11{mark}4 ‰ (2024)"
    assert target_in_words(UNEMPLOYED, by(2030, "9"), words, "‰") == f"9{mark}0 ‰ (2030)"


@pytest.mark.parametrize(
    ("pairs", "per_resident", "told"),
    [
        ((), False, "Luku: ei arvoja."),
        (((2024, "10"),), False, "Luku: 10,0 % (2024)."),
        (((2020, "12"), (2024, "10")), False, "Luku: 12,0 (2020) → 10,0 % (2024)."),
        (((2020, "12"), (2024, "10")), True, "Luku: 12,0 (2020) → 10,0 tuhatta kohti (2024)."),
    ],
)
def test_series_in_words(
    pairs: tuple[tuple[int, str], ...], per_resident: object, told: str
) -> None:
    """A series has its first and last value with their years, in the unit that it is shown in."""
    each = PerResident(times=1000, unit=Unit(id="1000", fi="tuhatta kohti"), decimals=1)
    people = values((2020, "1000"), (2024, "1000"), indicator="population")
    held = library(
        (*values(*pairs), *people), luku=definition(per_resident=each), population=definition()
    )
    series = series_of(held, "eka", "luku", per_resident=bool(per_resident))
    assert series_in_words(series, "Luku", catalogue("fi")) == told


@pytest.mark.parametrize(
    ("measured", "target", "fi", "sv", "en"),
    [
        (
            values((2022, "70.5"), (2024, "69.5")),
            by(2022, "70"),
            "saavutettu 2022, sittemmin laskenut alle tavoitteen",
            "uppnått 2022, har sedan sjunkit under målet",
            "achieved 2022, since fallen below the target",
        ),
        (
            values((2022, "69"), (2024, "70.5")),
            by(2022, "70"),
            "jäi saavuttamatta 2022, saavutettu 2024, 2 vuotta määräajan jälkeen",
            "uppnåddes inte 2022, uppnått 2024, 2 år efter utsatt tid",
            "missed 2022, achieved 2024, 2 years after the due date",
        ),
        (
            values((2022, "69"), (2023, "70.5"), (2024, "69")),
            by(2022, "70"),
            (
                "jäi saavuttamatta 2022, saavutettu 2023, vuosi määräajan jälkeen,"
                " sittemmin laskenut alle tavoitteen"
            ),
            (
                "uppnåddes inte 2022, uppnått 2023, ett år efter utsatt tid,"
                " har sedan sjunkit under målet"
            ),
            (
                "missed 2022, achieved 2023, one year after the due date,"
                " since fallen below the target"
            ),
        ),
        (
            values((2022, "69"), (2024, "69.5")),
            by(2022, "70"),
            "jäi saavuttamatta 2022",
            "uppnåddes inte 2022",
            "missed 2022",
        ),
        (
            values((2020, "69"), (2024, "71")),
            by(2022, "70"),
            "aikataulussa 2020, tavoitteessa 2024",
            "i tidtabell 2020, på målet 2024",
            "on track 2020, at the target in 2024",
        ),
        (
            values((2022, "69")),
            by(2022, "70"),
            "jäi saavuttamatta",
            "uppnåddes inte",
            "missed",
        ),
    ],
)
def test_what_came_after_a_due_date_is_told_beside_the_state(
    measured: tuple[Observation, ...], target: Target, fi: str, sv: str, en: str
) -> None:
    """The same words for the whole and for the milestone, in each language; the sum names both."""
    held = indicator(baseline=since(2018, "68"), targets=(target,))
    (item,) = progress_of(library(measured, held), "eka", TODAY)
    for language, told in (("fi", fi), ("sv", sv), ("en", en)):
        assert state_in_words(item, catalogue(language)) == told
        assert milestone_in_words(item.milestones[0], catalogue(language)) == told
    newest = measured[-1]
    told_newest = f"Uusin luku: {catalogue('fi').number(newest.value, 1)} % ({newest.year})."
    assert the_sum(item, catalogue("fi")).endswith(told_newest) == (len(measured) > 1)


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        (values((2021, "69")), "Tavoitteen määräaika 2022 on ohi; uusin luku on vuodelta 2021."),
        (
            values((2021, "69"), (2024, "71")),
            "Tavoitteen määräajalta 2022 ei ole lukua; viimeinen sitä ennen on vuodelta 2021.",
        ),
        (
            values((2024, "71")),
            (
                "Tavoitteen määräajalta 2022 tai sitä ennen ei ole lukua; ensimmäinen on vuodelta"
                " 2024."
            ),
        ),
    ],
)
def test_due_date_without_a_value_is_minded(measured: tuple[Observation, ...], said: str) -> None:
    """Of when the figure is that counts, where it is not that of the due date."""
    held = indicator(baseline=since(2018, "68"), targets=(by(2022, "70"),))
    (item,) = progress_of(library(measured, held), "eka", TODAY)
    assert cautions(item, catalogue("fi")) == [said]

"""Keeps what a visitor has chosen in the address, under ids that no language changes.

Streamlit's own binding writes the label that is shown, so a link made in Finnish would mean
nothing in Swedish; hence this. Menu and links carry the choices along, so the address always
tells the whole state and the way back in the browser leads back through it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.loading import HIDDEN

CHOICES, READ = "choices", "read"
"""Where the session keeps its choices, apart from the widgets that come and go; which of them
this run has read."""

LONGEST_TYPED = 200

Drawn = list[str] | str | None


@dataclass(frozen=True)
class Rejected:
    """What the address asked of a parameter and could not be had."""

    unknown: tuple[str, ...] = ()
    too_many: bool = False


@dataclass
class Choice:
    """The values of a parameter, and how the address named them when last read or written.

    `rejected` stays until the visitor chooses something else.
    """

    values: tuple[str, ...]
    address: tuple[str, ...]
    rejected: Rejected = Rejected()


def restore(
    name: str, options: Collection[str], default: Sequence[str], most: int
) -> tuple[str, ...]:
    """The values of a parameter: those of the session, unless the address has changed.

    What the address names and `options` do not hold is passed over, and given by
    `rejected_choices`; of more than `most` the first stay, but of one alone the last, as in any
    address.
    """
    asked = tuple(st.query_params.get_all(name))
    choices: dict[str, Choice] = st.session_state.setdefault(CHOICES, {})
    if name not in choices or choices[name].address != asked:
        choices[name] = _read(asked, options, default, most)
    known = tuple(value for value in choices[name].values if value in options)
    return known or tuple(default)


def _read(
    asked: tuple[str, ...], options: Collection[str], default: Sequence[str], most: int
) -> Choice:
    """What an address asks for, and what of it cannot be had."""
    distinct = dict.fromkeys(asked[-1:] if most == 1 else asked)
    known = [value for value in distinct if value in options]
    unknown = tuple(value for value in distinct if value not in options)
    rejected = Rejected(unknown, too_many=len(known) > most)
    return Choice(tuple(known[:most] or default), asked, rejected)


def start_run() -> None:
    """Forget what was read of the address in an earlier run."""
    st.session_state[READ] = []


def rejected_choices() -> dict[str, Rejected]:
    """What could not be had of the parameters that this run has read, by their names."""
    choices: dict[str, Choice] = st.session_state.get(CHOICES, {})
    read = {name: choices[name].rejected for name in st.session_state.get(READ, [])}
    return {name: rejected for name, rejected in read.items() if rejected != Rejected()}


def from_address(name: str, options: Collection[str], most: int = 1) -> tuple[str, ...]:
    """The ids that the address alone names, without a widget that shows them."""
    values = restore(name, options, (), most)
    _write(name, values, ())
    return values


def chosen(  # noqa: PLR0913 - a choice has a name, a range, a default and a look
    name: str,
    options: Collection[str],
    default: Sequence[str],
    draw: Callable[[str, Any], Drawn],
    *,
    language: str,
    most: int = 1,
    hidden: bool = False,
) -> tuple[str, ...]:
    """The ids chosen with a widget, the same in the widget and in the address.

    `draw` draws the widget with the key and the first value that it is given. The first run of a
    session gives the value of the address: where the browser tells another, the visitor has chosen
    it after the process with the old session was lost, and that is newer. Later runs give None,
    and the value comes from the session. The key tells the language, since a widget keeps labels,
    and those change with it. A widget that is `hidden` at first is told its value in every run:
    what opens late begins with its default.
    """
    values = restore(name, options, default, most)
    key = f"{name}-{language}"
    wanted: Drawn = list(values) if most > 1 else next(iter(values), None)
    shown = f"{key}-shown"
    first = None
    if shown not in st.session_state:
        first = wanted
    elif st.session_state[shown] != values or key not in st.session_state:
        st.session_state[key] = wanted
    elif not st.session_state[key] and default:  # emptied: the usual ones are back
        values = tuple(default)
        st.session_state[key] = list(values) if most > 1 else values[0]
    elif hidden:
        st.session_state[key] = st.session_state[key]
    drawn = draw(key, first)
    picked = tuple(drawn) if isinstance(drawn, list) else (drawn,) if drawn else ()
    values = picked or tuple(default)
    st.session_state[shown] = values
    _write(name, values, tuple(default))
    return values


def _write(name: str, values: tuple[str, ...], default: tuple[str, ...]) -> None:
    """Name other values than those before in the address; the default is named by nothing.

    An address that means the same in other words stays: rewriting it would add an entry to the
    history of the browser, to which no way back leads past.
    """
    st.session_state.setdefault(READ, []).append(name)
    if st.session_state[CHOICES][name].values == values:
        return
    wanted = () if values == default else values
    if tuple(st.query_params.get_all(name)) != wanted:
        if wanted:
            st.query_params[name] = list(wanted)
        else:
            del st.query_params[name]
    st.session_state[CHOICES][name] = Choice(values, wanted)


def typed(
    name: str,
    key: str,
    draw: Callable[[str, str], str],
    *,
    kept: bool,
    longest: int = LONGEST_TYPED,
) -> str:
    """The words typed into a box, the same in the box and in the address.

    On a page that is not about them the words are not `kept`: the address stays as it is.
    """
    first = asked = HIDDEN.sub("", st.query_params.get(name, "")[:longest])
    choices: dict[str, Choice] = st.session_state.setdefault(CHOICES, {})
    if name in choices:
        first = ""
        if choices[name].address != (asked,):
            st.session_state[key] = asked
    words = HIDDEN.sub("", draw(key, first)[:longest]).strip()
    if kept and words != asked:
        if words:
            st.query_params[name] = words
        else:
            del st.query_params[name]
    choices[name] = Choice((words,), (words if kept else asked,))
    return words

"""The shape of records, and the way through plain data by it."""

from __future__ import annotations

from components.loading.walk import references, shape, walk
from components.model import Dossier, Goal, Outcome, Plan, Project


def test_shape_tells_what_is_inside_and_what_is_named() -> None:
    """Fields that hold records and fields that hold ids are known from the classes alone."""
    assert shape(Project).inner["plan"] is Plan
    assert shape(Project).refs == {
        "source": "source",
        "strategy": "strategy",
        "goals": "goal",
        "decided_by": "decision",
        "themes": "theme",
    }
    assert shape(Outcome).refs == {"municipality_code": "municipality", "project": "project"}
    assert "statements" in shape(Goal).inner


def test_every_group_is_visited_once_from_the_outside_in() -> None:
    """Groups come before those inside them, each with its place and the groups around it."""
    data = {"strategies": [{"id": "s", "goals": [{"id": "g"}, 5], "period": {"start": 2024}}]}
    visits = list(walk(Dossier, data))
    assert [visit.location for visit in visits] == [
        (),
        ("strategies", 0),
        ("strategies", 0, "period"),
        ("strategies", 0, "goals", 0),
    ]
    assert [len(visit.outer) for visit in visits] == [0, 1, 2, 2]


def test_source_is_that_of_the_nearest_group() -> None:
    """A group without a source has that of the one around it."""
    goal = {"source": "d", "statements": [{}]}
    data = {
        "projects": [{"source": "a", "plan": {"source": "b"}}, {"plan": {"source": None}}],
        "strategies": [{"source": "c", "goals": [goal]}],
    }
    found = {visit.location: visit.source for visit in walk(Dossier, data)}
    assert found["strategies", 0, "goals", 0, "statements", 0] == "d"
    assert found[("projects", 0, "plan")] == "b"
    assert found[("projects", 0)] == "a"
    assert found[("projects", 1, "plan")] is None


def test_only_text_is_a_reference() -> None:
    """Ids are text; what has another type is left to the record."""
    (visit,) = walk(Goal, {"source": 5, "themes": ["a", 5, None, "b"]})
    assert list(references(visit)) == [
        (("themes", 0), "theme", "a"),
        (("themes", 3), "theme", "b"),
    ]

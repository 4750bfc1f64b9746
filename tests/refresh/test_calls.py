"""Calls: pauses, time limits, new tries and what is said when none helps."""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import formatdate

import httpx
import pytest

from components.refresh import calls as module
from components.refresh.calls import Calls, Clock
from components.refresh.failure import RefreshError
from tests.refresh.service import FakeClock, FakeService, Reply


def refused(calls: Calls) -> str:
    """The line that is said when a call fails."""
    with pytest.raises(RefreshError) as refusal:
        calls.get("x")
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_numbers_stay_as_they_are_written(px: FakeService, px_calls: Calls) -> None:
    """A decimal keeps its digits; the call that gave it is named."""
    px.replies.append(Reply(body='{"value": [68.10, 3]}'))
    answer = px_calls.get("x", [("years", "2024"), ("years", "2025")])
    assert repr(answer.data) == "{'value': [Decimal('68.10'), 3]}"
    assert answer.address == f"GET {px.base}/api/x?years=2024&years=2025"


def test_a_refusal_is_told_at_once(px: FakeService, px_calls: Calls, clock: FakeClock) -> None:
    """A call that was wrong stays wrong: one try, and the service's own words."""
    px.replies.append(Reply(400, "Parameter error:\n bad  value"))
    assert refused(px_calls) == (
        f"GET {px.base}/api/x failed after 1 try: 400 Bad Request: Parameter error: bad value"
    )
    assert (len(px.seen), clock.slept) == (1, [])


def test_too_many_calls_wait_as_long_as_asked(
    px: FakeService, px_calls: Calls, clock: FakeClock
) -> None:
    """A Retry-After in seconds is obeyed to the second."""
    px.replies += [Reply(429, headers={"Retry-After": "7"}), Reply(body="[1]")]
    assert px_calls.get("x").data == [1]
    assert clock.slept == [7]


def test_a_wait_may_be_told_as_a_date(px: FakeService, px_calls: Calls, clock: FakeClock) -> None:
    """A Retry-After that is a date is obeyed until that moment, one that has passed at once."""
    until = formatdate(clock.time + 30, usegmt=True)
    past = formatdate(clock.time - 30, usegmt=True)
    px.replies += [
        Reply(503, headers={"Retry-After": until}),
        Reply(503, headers={"Retry-After": past}),
        Reply(body="[2]"),
    ]
    assert px_calls.get("x").data == [2]
    assert clock.slept == [30, 0]


@pytest.mark.parametrize("asked", ["", "soon", "-5", "²"], ids=["none", "word", "below", "odd"])
def test_a_wait_that_is_not_told_grows(
    px: FakeService, client: httpx.Client, clock: FakeClock, asked: str
) -> None:
    """Without a time of its own the service gets its pause, then twice that."""
    service = replace(px.service, pause=2)
    headers = {"Retry-After": asked.encode().decode("latin-1")} if asked else {}
    px.replies += [Reply(503, headers=headers), Reply(503, headers=headers), Reply(body="[3]")]
    assert Calls(service, client, Clock(clock.now, clock.sleep)).get("x").data == [3]
    assert clock.slept == [2, 4]


def test_few_tries(px: FakeService, px_calls: Calls) -> None:
    """A service that stays away is given up after three tries, and the line says so."""
    px.replies += [Reply(503, "Huoltokatko")] * 5
    assert refused(px_calls).endswith(
        "/api/x failed after 3 tries: 503 Service Unavailable: Huoltokatko"
    )
    assert len(px.seen) == 3


def test_a_wait_that_is_too_long(px: FakeService, px_calls: Calls, clock: FakeClock) -> None:
    """Nobody sits through an hour: the wait is told instead."""
    px.replies.append(Reply(429, headers={"Retry-After": "3600"}))
    assert refused(px_calls).endswith(
        "failed after 1 try: 429 Too Many Requests (it asks to wait 3600 s)"
    )
    assert clock.slept == []


def test_calls_keep_their_pause(px: FakeService, client: httpx.Client, clock: FakeClock) -> None:
    """Between two calls at least the pause passes; time already passed counts."""
    calls = Calls(replace(px.service, pause=2), client, Clock(clock.now, clock.sleep))
    px.replies += [Reply(body="[]")] * 4
    calls.get("x")
    calls.get("x")
    clock.time += 1.5
    calls.get("x")
    clock.time += 60
    calls.get("x")
    assert clock.slept == [2, 0.5]


def test_a_clock_set_back_stops_nothing(
    px: FakeService, client: httpx.Client, clock: FakeClock
) -> None:
    """A wait is never longer than the pause, whatever the clock says."""
    calls = Calls(replace(px.service, pause=2), client, Clock(clock.now, clock.sleep))
    px.replies += [Reply(body="[]")] * 2
    calls.get("x")
    clock.time -= 5000
    calls.get("x")
    assert clock.slept == []


def test_an_answer_cut_in_the_middle(px: FakeService, px_calls: Calls) -> None:
    """Half an answer is none: it is asked for again, and then told."""
    px.replies += [Reply(body='{"value": [1, 2]}', cut=True), Reply(body="[4]")]
    assert px_calls.get("x").data == [4]
    px.replies += [Reply(body='{"value": [1, 2]}', cut=True)] * 3
    assert re.search(r"/api/x failed after 3 tries: .*closed.*", refused(px_calls))


def test_a_silent_service(px: FakeService, client: httpx.Client) -> None:
    """A service that says nothing is left after the time limit."""
    client.timeout = httpx.Timeout(0.05)
    px.replies += [Reply(wait=True)] * 3
    calls = Calls(px.service, client)
    assert refused(calls).endswith("/api/x failed after 3 tries: timed out")


def test_an_answer_that_never_ends(px: FakeService, client: httpx.Client) -> None:
    """An answer that comes in drops is left when its time is over."""
    px.replies.append(Reply(body=f"[{' ' * 50}]", drip=0.01))
    calls = Calls(replace(px.service, deadline=0.05, tries=1), client)
    assert refused(calls).endswith("/api/x failed after 1 try: the answer took over 0.05 s")


def test_an_answer_that_is_too_large(
    px: FakeService, px_calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No answer may fill the memory."""
    monkeypatch.setattr(module, "MAX_BYTES", 100)
    px.replies.append(Reply(body=f"[{' ' * 200}]"))
    assert refused(px_calls) == f"GET {px.base}/api/x: the answer is over 100 bytes"


def test_nobody_there(clock: FakeClock, client: httpx.Client, px: FakeService) -> None:
    """A service that cannot be reached is one line."""
    service = replace(px.service, base="http://127.0.0.1:1")
    said = refused(Calls(service, client, Clock(clock.now, clock.sleep)))
    assert said.startswith("GET http://127.0.0.1:1/x failed after 3 tries: ")
    assert "refused" in said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"value": [1, 2', "Expecting ',' delimiter"),
        ("<html>Huolto</html>", "it begins '<html>Huolto</html>'"),
        ("", "Expecting value"),
        ('{"value": [NaN]}', "NaN is no number"),
        ('{"value": [Infinity]}', "Infinity is no number"),
        ("[" * 100_000, "the answer is no sound JSON"),
        ("\x00", "the answer is no sound JSON"),
    ],
    ids=["cut", "page", "empty", "nan", "infinity", "deep", "zero"],
)
def test_what_is_no_json(px: FakeService, px_calls: Calls, body: str, said: str) -> None:
    """An answer that cannot be read names the call and how the answer begins."""
    px.replies.append(Reply(body=body))
    line = refused(px_calls)
    assert line.startswith(f"GET {px.base}/api/x: the answer is no sound JSON (")
    assert said in line
    assert line.isprintable()

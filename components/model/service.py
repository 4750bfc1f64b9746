"""What whoever keeps the service says of it in the accessibility statement."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from components.model.base import CRITERION_PATTERN, MAILBOX_PATTERN, Day, LocalText, Record, Url

Criterion = Annotated[str, StringConstraints(pattern=CRITERION_PATTERN)]
"""The number of a success criterion of WCAG: 1.4.10."""

Mailbox = Annotated[str, StringConstraints(pattern=MAILBOX_PATTERN)]

Excuse = Literal["not_fixed", "burden", "outside"]
"""Why something is not accessible: not mended yet, a disproportionate burden, outside the act."""


class ServiceGap(Record):
    """Something that is not accessible, the criterion that it fails and the reason."""

    what: LocalText
    criterion: Criterion
    excuse: Excuse


class Feedback(Record):
    """Where feedback on accessibility is taken, and the unit that answers it."""

    unit: LocalText | None = None
    email: Mailbox | None = None
    form: Url | None = None


class Supervisor(Record):
    """What is known of the authority that supervises, and the day when that was looked up."""

    text: LocalText
    contact: LocalText | None = None
    checked: Day


class Service(Record):
    """data/service.yaml. Nothing is made up for what is missing: the page says it is missing."""

    owner: LocalText | None = None
    address: Url | None = None
    conformity: Literal["full", "partial", "none"] | None = None
    published: Day | None = None
    reviewed: Day | None = None
    feedback: Feedback = Feedback()
    supervisor: Supervisor | None = None
    gaps: tuple[ServiceGap, ...] = ()

"""Reading a case: what may be done with it now, what happened, and what waits for whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

import rules as permission_rules
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linli.core.access.posts import POSTS
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.models import Clock
from linli.core.clocks.queries import due
from linli.core.pages.shapes import Entry
from linli.lib.calendar import deadline_at, local_day
from linli.lib.law import Finding
from linli.mechanisms.flow import rules
from linli.mechanisms.flow.declaration import Flow, Move
from linli.mechanisms.flow.models import FlowRow, StepRow

Case = TypeVar("Case", bound=FlowRow)


@dataclass(frozen=True, slots=True)
class Offer:
    """A move that starts from where the case stands: its button, or why there is none."""

    move: Move
    finding: Finding

    @property
    def title(self) -> str:
        """What the button says."""
        return str(self.move.title)

    @property
    def open(self) -> bool:
        """Whether the button is shown; else the finding says why it is withheld."""
        return self.finding.holds


def moves_open(
    flow: Flow, case: FlowRow, actor: Actor, conditions: Mapping[str, Finding] | None = None
) -> list[Offer]:
    """Every move that starts from the case's state, each open to this actor or with the reason
    why not. `conditions`: the domain's own findings, by the name of the move they bear on."""
    offers = []
    for move in flow.moves_from(case.state):
        allowed, who = may(move.who, actor, case), posts_that_may(move.who)
        finding = rules.is_theirs(move, allowed, who)
        further = (conditions or {}).get(move.name)
        offers.append(Offer(move, further if finding and further is not None else finding))
    return offers


def timeline(flow: Flow, case: FlowRow, *, public: bool) -> list[Entry]:
    """What happened to a case, in order. `public`: only the moves everybody may read of, with
    the post and never the person; else every step with who took it and the reason given."""
    steps = case.steps.all()  # type: ignore[attr-defined]
    steps = steps.filter(public=True) if public else steps.select_related("account")
    return [
        Entry(
            at=step.at,
            what=str(flow.move(step.move).told),
            who=post_title(step) if public else who_took(step),
            note=step.public_note if public else step.reason or step.public_note,
            tone=flow.states[step.to_state].tone if step.to_state in flow.states else "",
        )
        for step in steps
    ]


def last_step(case: FlowRow) -> StepRow | None:
    """The latest step of a case."""
    steps = case.steps.select_related("account")  # type: ignore[attr-defined]
    found: StepRow | None = steps.order_by("-version").first()
    return found


def post_title(step: StepRow) -> str:
    """Under which post a step was taken; a resident's step names nobody."""
    known = POSTS.get(step.post)
    if known:
        return str(known.title)
    return "" if step.account_id is None else _("居民")


def who_took(step: StepRow) -> str:
    """Who took a step, for those who may open the case: the post, and the name of its holder."""
    title = post_title(step)
    if step.post and step.account is not None:
        return f"{title} {step.account.label}"
    return title


def posts_that_may(permission: str) -> str:
    """Who holds a permission, in words: the titles of the posts named in it."""
    predicate = permission_rules.permissions.permissions.get(permission)
    named = re.findall(r"holds:([\w|]+)", predicate.name if predicate else "")
    titles = [str(POSTS[name].title) for part in named for name in part.split("|") if name in POSTS]
    return _("、").join(dict.fromkeys(titles)) or _("有权办理的人")


def input_titles(flow: Flow) -> dict[str, str]:
    """What the things a flow's moves ask for are called."""
    return {
        "reason": _("原因"),
        "longer_by": _("延长多久"),
        **{name: str(title) for name, title in flow.inputs.items()},
    }


@dataclass(frozen=True, slots=True)
class Task(Generic[Case]):
    """One line of a to-do list: the case, the clock that presses, and what may be done."""

    case: Case
    clock: Clock
    offers: list[Offer]


@dataclass(frozen=True, slots=True)
class Tasks(Generic[Case]):
    """A page of a to-do list, and the cursor for the next (empty at the end)."""

    tasks: list[Task[Case]]
    after: str = ""


def todo(
    flow: Flow,
    cases: "QuerySet[Case]",
    *,
    community: Any,
    actor: Actor,
    at: datetime,
    days: int = 7,
    mine: bool = True,
    after: str = "",
    limit: int = 50,
) -> Tasks[Case]:
    """The cases whose clocks press, the most pressing first: late ones and those that break
    within `days`. `cases` are those the actor may load; of others not even the clock shows.

    `mine`: only what this actor must act on. A case with two clocks stands where the first of
    them presses, once a page. What has no clock is in the domain's queue, not here.
    """
    until = deadline_at(local_day(at)) + timedelta(days=days)
    found = due(
        community.pk,
        until,
        holder=actor if mine else None,
        kind=cases.model._meta.label,
        after=after,
        limit=limit,
    )
    pressing: dict[Any, Clock] = {}
    for clock in found.clocks:
        pressing.setdefault(clock.owner, clock)
    loaded = cases.filter(community=community).in_bulk(list(pressing))
    return Tasks(
        [
            Task(loaded[owner], clock, moves_open(flow, loaded[owner], actor))
            for owner, clock in pressing.items()
            if owner in loaded
        ],
        found.after,
    )

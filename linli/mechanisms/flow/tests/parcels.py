"""A small domain of its own for the tests of the engine: parcels kept for neighbours."""

from typing import ClassVar

import rules
from django.db import models

from linli.core.audit.actor import holds, signed_in
from linli.core.audit.door import Act, action
from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.models import Holder
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.flow.declaration import Flow, Move, State, Within
from linli.mechanisms.flow.models import (
    Face,
    FlowRow,
    StepRow,
    in_states_of,
    one_step_a_version,
)

PARCEL = Flow(
    "flow.parcel",
    states={
        "filed": State("已登记", tone="new"),
        "open": State("办理中"),
        "waiting": State("等候补充", tone="waiting"),
        "done": State("已办结", tone="done", open=False),
        "refused": State("不予受理", tone="stopped", open=False),
    },
    moves=(
        Move(
            "file",
            (),
            "filed",
            who="parcels.file",
            title="登记",
            starts=(
                Within("promise", length=3),
                Within("limit", rule="gov_info.answered_within"),
            ),
        ),
        Move("accept", ("filed",), "open", who="parcels.work", title="受理", done="已受理"),
        Move(
            "refuse",
            ("filed",),
            "refused",
            who="parcels.work",
            title="不予受理",
            asks=("reason",),
            settles=("promise",),
            drops=("limit",),
        ),
        Move(
            "ask",
            ("open",),
            "waiting",
            who="parcels.work",
            title="请补充",
            asks=("reason",),
            pauses=("promise",),
            public=False,
        ),
        Move("reply", ("waiting",), "open", who="parcels.file", title="补充", resumes=("promise",)),
        Move(
            "note",
            ("open",),
            None,
            who="parcels.work",
            title="记录",
            asks=("reason",),
            public=False,
        ),
        Move(
            "prolong",
            ("open",),
            None,
            who="parcels.work",
            title="延长期限",
            asks=("reason", "longer_by"),
            extends="limit",
        ),
        Move(
            "answer",
            ("open",),
            "done",
            who="parcels.work",
            title="办结",
            settles=("promise", "limit"),
        ),
        Move(
            "reopen",
            ("done",),
            "open",
            who="parcels.file",
            title="重新办理",
            starts=(Within("promise", length=3), Within("limit", length=20)),
        ),
    ),
)

rules.set_perm("parcels.file", signed_in)
rules.set_perm("parcels.work", holds("worker", "director"))


class Parcel(FlowRow):
    """A parcel that follows the flow."""

    flow: ClassVar[Flow] = PARCEL
    label = models.CharField(max_length=40)
    keeper = models.UUIDField(null=True)

    class Meta:
        app_label = "flow"
        managed = False  # made by conftest.py, not by a migration
        constraints: ClassVar = [in_states_of(PARCEL, "parcel_state")]

    def face(self) -> Face:
        holder = Holder(account=self.keeper) if self.keeper else Holder(post="worker")
        return Face(self.label, holder=holder)


class ParcelStep(StepRow):
    """Its steps."""

    case = models.ForeignKey(Parcel, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        app_label = "flow"
        managed = False  # made by conftest.py, not by a migration
        constraints: ClassVar = [one_step_a_version("parcel_step_once")]


register_acts(
    {
        "parcels.file": ActSentence("登记了一个包裹"),
        "parcels.move": ActSentence("办理了一个包裹"),
    }
)


@action("parcels.file", needs="parcels.file")
def file_parcel(act: Act, community: object, *, label: str) -> Parcel:
    """Opens a case."""
    parcel = Parcel(community=community, label=label)
    return begin(act, PARCEL, parcel, "file")


@action("parcels.move", needs="parcels.file")
def move_parcel(act: Act, parcel: Parcel, *, move: str, **more: object) -> Parcel:
    """Takes any move."""
    return take(act, PARCEL, parcel, move, **more)  # type: ignore[arg-type]

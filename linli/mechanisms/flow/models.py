"""What rows that follow a flow inherit. The engine is shared; every domain has its own tables."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import Title
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.declaration import Flow, State


@dataclass(frozen=True, slots=True)
class Face:
    """How a case shows on the clocks that run on it.

    `title` says what it is about and nothing about a person; `url_name` with `url_args` opens
    it; `holder` must act next; `private`: only the holder may know that it exists.
    """

    title: Title
    url_name: str = ""
    url_args: dict[str, Any] = field(default_factory=dict)
    holder: Holder = field(default_factory=Holder)
    private: bool = False


class FlowRow(CommunityRow):
    """A case that follows a flow. `version` grows with every step, so that two people who act
    on the same page cannot both succeed.

    A concrete model names its `flow`, has the constraint `in_states_of(FLOW, …)`, and a model
    of its own made from `StepRow` with `case = ForeignKey(…, related_name="steps")`.
    """

    flow: ClassVar[Flow]

    state = models.CharField(max_length=30)
    state_since = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    @property
    def current(self) -> State:
        """The state it is in, as declared."""
        return self.flow.states[self.state]

    @property
    def state_label(self) -> str:
        """The state in the reader's language."""
        return str(self.current.label)

    @property
    def public_state_label(self) -> str:
        """The state as everybody reads it."""
        return str(self.current.public_label or self.current.label)

    def face(self) -> Face:
        """How it shows on its clocks. Needed where the flow has clocks; asked after the domain
        has set its own columns, so that the holder is the new one."""
        raise NotImplementedError(f"{self._meta.label} has clocks and no face")


class StepRow(CommunityRow):
    """One step of a case: the move, when, under which post, and the reason given.

    The entry in the book of acts proves that it happened; the step tells it, to those who may
    open the case in full and, where `public`, to everybody as a move and a day. `reason` is in
    the words of whoever acted, `public_note` in words meant for everybody (already masked).
    It lives and is forgotten with its case.
    """

    version = models.PositiveIntegerField()
    move = models.CharField(max_length=40)
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30)
    at = models.DateTimeField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    post = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    given = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    public = models.BooleanField(default=False)
    public_note = models.TextField(blank=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ["version"]

    def __str__(self) -> str:
        return f"{self.version} {self.move}"


def in_states_of(flow: Flow, name: str) -> models.CheckConstraint:
    """The constraint that a row's state is one of the flow's; `name` is that of the constraint."""
    return models.CheckConstraint(condition=Q(state__in=list(flow.states)), name=name)


def one_step_a_version(name: str) -> models.UniqueConstraint:
    """The constraint that a case takes one step at a time; for the domain's step model."""
    return models.UniqueConstraint(fields=["community", "case", "version"], name=name)

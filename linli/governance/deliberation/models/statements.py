"""Short statements on a topic, what people think of each, and the map reckoned from that.

Who voted what is kept under a code that is reckoned from the account with the house's key, another
in every topic, and under no name; it is no secret ballot and the pages say so. When a gathering of
opinions ends, the codes are replaced by random ones and lead back to nobody.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.governance.deliberation.rules.opinion.saying import LONGEST
from linli.governance.deliberation.words import BLOCKED_FOR, MODES, STATEMENT_SOURCES
from linli.lib.identity.ids import new_closed_id

STATEMENT_STATES = [
    ("held", _("等审看")),
    ("shown", _("在表态")),
    ("blocked", _("没有放出来")),
]


class Conversation(CommunityRow):
    """The gathering of opinions on one topic. `mode`: whether a statement is looked at before it is
    shown, or afterwards; `limit`: how many one person may add; `lists_votes`: whether the votes,
    without codes and in another order, may be fetched by anybody afterwards. All three are fixed
    when it begins, since people speak trusting them. `version` counts what changed (votes,
    statements shown): the map tells from which it was reckoned."""

    topic = models.OneToOneField("deliberation.Topic", models.PROTECT, related_name="conversation")
    mode = models.CharField(_("短意见什么时候审看"), max_length=8, choices=MODES)
    limit = models.PositiveSmallIntegerField(_("每人最多写几条"))
    lists_votes = models.BooleanField(_("结束后公开打乱的逐人表态"), default=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "topic"], name="conversation_once"),
            models.CheckConstraint(
                condition=Q(mode__in=[code for code, _words in MODES], limit__gte=1, limit__lte=20),
                name="conversation_terms",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}"

    @property
    def is_open(self) -> bool:
        """Whether statements may be made and voted on now."""
        return self.closed_at is None and self.topic.takes_opinions


class Statement(CommunityRow):
    """One short statement, masked when it came in. `author`: the account that hears what became of
    it, shown to nobody; whose votes are whose does not follow from it. A blocked one stays, with
    its reason, and is seen by its author and the desk."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="statements")
    number = models.PositiveIntegerField()
    text = models.CharField(_("短意见"), max_length=LONGEST)
    source = models.CharField(max_length=8, choices=STATEMENT_SOURCES)
    state = models.CharField(max_length=8, choices=STATEMENT_STATES)
    author = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    blocked_for = models.CharField(_("为什么"), max_length=12, choices=BLOCKED_FOR, blank=True)
    why = models.CharField(_("给写的人的说明"), max_length=200, blank=True)
    like = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "conversation", "number"], name="statement_number"
            ),
            models.UniqueConstraint(
                fields=["community", "conversation", "text"], name="statement_said_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="statement_said"),
            models.CheckConstraint(
                condition=Q(state__in=["held", "shown"], blocked_for="")
                | (Q(state="blocked") & ~Q(blocked_for="") & ~Q(why="")),
                name="statement_state",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "conversation", "state"], name="statement_by_state"),
            models.Index(fields=["community", "author"], name="statement_mine"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def tone(self) -> str:
        """The status component's tone."""
        return {"held": "waiting", "shown": "done"}.get(self.state, "stopped")


class Vote(CommunityRow):
    """What somebody thinks of a statement; voting again replaces it. `code` stands for a person
    within this topic (see above), or for a sheet of paper, whose number on the desk is `sheet`.
    No moment is kept, and the id tells none."""

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="votes")
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="votes")
    code = models.CharField(max_length=64)
    value = models.SmallIntegerField()
    sheet = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "statement", "code"], name="statement_vote_once"
            ),
            models.CheckConstraint(condition=Q(value__in=[-1, 0, 1]), name="statement_vote_value"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "conversation", "code"], name="statement_vote_whose")
        ]

    def __str__(self) -> str:
        return f"{self.value}"


class HandCount(CommunityRow):
    """How many hands went up for a statement in a hall. Counts only: they stand beside the map and
    do not enter it, since nobody knows whose hands they were."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="hands")
    occasion = models.CharField(_("在哪个场合"), max_length=80)
    held_on = models.DateField(_("哪天"))
    agree = models.PositiveIntegerField(pgettext_lazy("on a statement", "同意"))
    disagree = models.PositiveIntegerField(pgettext_lazy("on a statement", "不同意"))
    passed = models.PositiveIntegerField(_("没有举手"), default=0)

    class Meta:
        ordering: ClassVar = ["held_on", "occasion"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "statement", "held_on", "occasion"], name="hand_count_once"
            ),
            models.CheckConstraint(
                condition=Q(agree__gt=0) | Q(disagree__gt=0) | Q(passed__gt=0),
                name="hand_count_of_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occasion}"


class OpinionSnapshot(CommunityRow):
    """The map as it was reckoned last, and from which version of the votes. `content` is what
    `queries/opinion_map.py` reads; `places` says for each code where it lies and in which group,
    which is told to that person alone."""

    conversation = models.OneToOneField(Conversation, models.CASCADE, related_name="snapshot")
    version = models.PositiveBigIntegerField()
    reckoned_at = models.DateTimeField()
    content = models.JSONField()
    places = models.JSONField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "conversation"], name="opinion_map_once")
        ]

    def __str__(self) -> str:
        return f"{self.version}"

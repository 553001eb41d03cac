"""What is said about a matter, where it is sent, and how its answer was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Remark(CommunityRow):
    """One thing said about a matter: a note, a question, a supplement, an answer. What was done
    stands in its steps.

    `seen_by`: `staff` (the committee), `sender` (also whoever holds the receipt), `body` (also
    the body it is with). What the public reads is a posting, never a remark.
    """

    SAID = [
        ("raised", _("提出")),
        ("note", _("内部记录")),
        ("question", _("请补充")),
        ("supplement", _("补充")),
        ("joined", _("并入的诉求")),
        ("answer", _("答复")),
        ("rating", _("评价")),
    ]
    SEEN_BY = [("staff", _("内部")), ("body", _("内部与承办方")), ("sender", _("提出人可见"))]

    matter = models.ForeignKey("matters.Matter", models.CASCADE, related_name="remarks")
    at = models.DateTimeField()
    said = models.CharField(max_length=12, choices=SAID)
    text = models.TextField(max_length=4000, blank=True)
    seen_by = models.CharField(max_length=8, choices=SEEN_BY)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, related_name="+")
    score = models.CharField(max_length=4, blank=True)

    class Meta:
        indexes = [models.Index(fields=["matter", "at", "id"], name="remark_of_matter")]

    def __str__(self) -> str:
        return self.said


class Forwarding(CommunityRow):
    """That a matter was sent on: to whom, for what purpose, and with which fields only."""

    matter = models.ForeignKey("matters.Matter", models.CASCADE, related_name="forwardings")
    body = models.ForeignKey("access.Body", models.PROTECT, related_name="+")
    purpose = models.CharField(_("目的"), max_length=200)
    fields = models.JSONField(_("提供的内容"))
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    reply = models.TextField(max_length=4000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "matter"],
                condition=models.Q(ended_at__isnull=True),
                name="forwarding_one_at_a_time",
            ),
            models.CheckConstraint(condition=~models.Q(purpose=""), name="forwarding_has_purpose"),
        ]
        indexes = [models.Index(fields=["community", "body", "-sent_at"], name="forwarding_body")]

    def __str__(self) -> str:
        return self.purpose


class Rating(CommunityRow):
    """How the sender found the answer of one round. Tied to the matter, never to a name."""

    SCORES = [("good", _("满意")), ("fair", _("基本满意")), ("poor", _("不满意"))]

    matter = models.ForeignKey("matters.Matter", models.CASCADE, related_name="ratings")
    round = models.PositiveSmallIntegerField()
    score = models.CharField(_("评价"), max_length=4, choices=SCORES)
    words = models.CharField(_("想说的话"), max_length=1000, blank=True)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "matter", "round"], name="rating_once_a_round"
            )
        ]
        indexes = [models.Index(fields=["community", "on"], name="rating_on")]

    def __str__(self) -> str:
        return self.score

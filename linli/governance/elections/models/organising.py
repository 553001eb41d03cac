"""Who runs the election, and who is near kin to whom as far as the election must know it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.elections.models.election import Election

RELATIONS = [
    ("spouse", _("配偶")),
    ("parent_child", _("父母子女")),
    ("sibling", _("兄弟姐妹")),
    ("grandparent_grandchild", _("祖父母、外祖父母与孙子女、外孙子女")),
]


class CommitteeSeat(CommunityRow):
    """A member of the residents' election committee, or a substitute in the order in which the
    assembly or the representatives' meeting placed them (`place`, from 1).

    A member who is nominated, or whose near kin is, leaves; the next substitute follows
    (art. 15). `serves` is whether the person sits on it today.
    """

    ENDS = [
        ("nominated", _("本人被提名为候选人")),
        ("kin_nominated", _("近亲属被提名为候选人")),
        ("resigned", _("本人辞去")),
        ("absent", _("无正当理由不到会，职务终止")),
        ("other", _("其他原因")),
    ]

    election = models.ForeignKey(Election, models.CASCADE, related_name="committee")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    chairs = models.BooleanField(default=False)
    serves = models.BooleanField()
    since = models.DateField(null=True)
    left_on = models.DateField(null=True)
    left_for = models.CharField(max_length=16, choices=ENDS, blank=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "election", "person"], name="committee_seat_person"
            ),
            models.UniqueConstraint(
                fields=["community", "election", "place"], name="committee_seat_place"
            ),
            models.UniqueConstraint(
                fields=["community", "election"],
                condition=Q(chairs=True, serves=True),
                name="committee_seat_one_chair",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | (Q(serves=False) & ~Q(left_for="")),
                name="committee_seat_left",
            ),
        ]
        ordering = ["place"]

    def __str__(self) -> str:
        return f"place {self.place}"


class Kinship(CommunityRow):
    """That two people are near relatives (CC 1045), declared for this election alone.

    Seen by the election committee, forgotten with the election's retention; it serves the rules
    on who must step down, sit apart or hold no proxy, and nothing else.
    """

    election = models.ForeignKey(Election, models.CASCADE, related_name="kinships")
    one = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    other = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    relation = models.CharField(_("关系"), max_length=24, choices=RELATIONS)
    declared_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="kinship_in_order"),
            models.UniqueConstraint(
                fields=["community", "election", "one", "other"], name="kinship_once"
            ),
        ]

    def __str__(self) -> str:
        return self.relation

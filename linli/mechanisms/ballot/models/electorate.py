"""Who may vote, as of one day, frozen with a hash; and who votes for whom in writing."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Electorate(CommunityRow):
    """The roll of one vote: a snapshot of its base on one day.

    Drafted at `version` 0; frozen as version 1, from when on it changes only by corrections,
    each a version of its own. `size` counts those not struck; `sha256` is that of the list as
    it is posted (`rules.roll.digest`). The law asks for six bases, which never mix; a seventh
    (`residents`) is for votes no law orders, where the place has published who may vote.
    """

    BASES: ClassVar = [
        ("electors", _("登记选民")),
        ("households", _("户的代表")),
        ("representatives", _("居民代表")),
        ("adults", _("年满十八周岁的居民")),
        ("residents", _("按公布的办法可以投票的居民")),
        ("members", _("居民代表会议组成人员")),
        ("owners", _("业主")),
    ]

    base = models.CharField(max_length=15, choices=BASES)
    title = models.CharField(max_length=120)
    as_of = models.DateField()
    version = models.PositiveIntegerField(default=0)
    frozen_at = models.DateTimeField(null=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    base__in=[
                        "electors",
                        "households",
                        "representatives",
                        "adults",
                        "residents",
                        "members",
                        "owners",
                    ]
                ),
                name="electorate_base",
            ),
            models.CheckConstraint(
                condition=Q(version=0, frozen_at__isnull=True, sha256="", size=0)
                | (Q(version__gte=1, frozen_at__isnull=False) & ~Q(sha256="")),
                name="electorate_frozen",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "as_of"], name="electorate_as_of")]

    def __str__(self) -> str:
        return f"electorate {self.pk} v{self.version}"

    @property
    def is_frozen(self) -> bool:
        return self.version > 0


class Elector(CommunityRow):
    """One line of the roll: whoever has one vote (and, where votes are weighed, its heads and
    its area in hundredths of a square metre).

    `number` is the serial printed on the list, given at the freezing and never given again;
    `name` and `group` are as posted; `ground` is a short code of the domain for why the
    line is there. A struck line stays, with the moment, so that numbers keep their meaning;
    whoever was struck wrongly comes back on a line of their own.
    """

    electorate = models.ForeignKey(Electorate, models.CASCADE, related_name="electors")
    number = models.PositiveIntegerField(null=True)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    household = models.ForeignKey("people.Household", models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=80)
    ground = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=80, blank=True)
    heads = models.PositiveIntegerField(default=1)
    area = models.PositiveBigIntegerField(default=0)
    struck_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "electorate", "person"],
                condition=Q(struck_at__isnull=True),
                name="elector_person_once",
            ),
            models.UniqueConstraint(
                fields=["community", "electorate", "household"],
                condition=Q(struck_at__isnull=True),
                name="elector_household_once",
            ),
            models.UniqueConstraint(
                fields=["community", "electorate", "number"], name="elector_number"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "electorate", "name"], name="elector_name"),
            models.Index(fields=["community", "person"], name="elector_person"),
        ]

    def __str__(self) -> str:
        # A name in a log line or an error page would be a name too many.
        return f"elector {self.pk}"


class ElectorateVersion(CommunityRow):
    """The roll as it was frozen and as each correction left it: when, by whom, why, its hash."""

    CHANGES: ClassVar = [
        ("frozen", _("确定")),
        ("added", _("补登")),
        ("struck", _("除名")),
        ("amended", _("更正")),
    ]

    electorate = models.ForeignKey(Electorate, models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    change = models.CharField(max_length=7, choices=CHANGES)
    elector = models.ForeignKey(Elector, models.CASCADE, null=True, related_name="+")
    reason = models.TextField(blank=True)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "electorate", "version"], name="electorate_version_once"
            ),
            models.CheckConstraint(
                condition=Q(version=1, change="frozen", elector__isnull=True)
                | (
                    Q(
                        version__gt=1,
                        change__in=["added", "struck", "amended"],
                        elector__isnull=False,
                    )
                    & ~Q(reason="")
                ),
                name="electorate_version_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.change}"


class Proxy(CommunityRow):
    """A mandate in writing: `holder` votes for `principal`, both of one roll.

    `slot` is the place it takes among those the holder has, `most` how many the domain lets one
    hold: so the database itself refuses one too many, whoever comes at the same moment.
    """

    electorate = models.ForeignKey(Electorate, models.CASCADE, related_name="proxies")
    principal = models.ForeignKey(Elector, models.CASCADE, related_name="given")
    holder = models.ForeignKey(Elector, models.CASCADE, related_name="held")
    slot = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField()
    written_on = models.DateField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "electorate", "principal"],
                condition=Q(revoked_at__isnull=True),
                name="proxy_principal_once",
            ),
            models.UniqueConstraint(
                fields=["community", "electorate", "holder", "slot"],
                condition=Q(revoked_at__isnull=True),
                name="proxy_slot",
            ),
            models.CheckConstraint(
                condition=Q(slot__gte=1) & Q(slot__lte=F("most")), name="proxy_limit"
            ),
            models.CheckConstraint(condition=~Q(principal=F("holder")), name="proxy_of_another"),
        ]

    def __str__(self) -> str:
        return f"proxy {self.pk}"

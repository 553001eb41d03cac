"""Accounts, bodies with a desk in the community, and who holds which post where and when."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import posts_to_choose
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.lib.identity.ids import new_id


class Accounts(BaseUserManager["Account"]):
    """Accounts are found by the blind index of what was typed; see `sign_in.account_called`."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=username)


class Account(AbstractBaseUser):
    """A way in. The phone number and e-mail it is found by are sealed; `username` is an opaque
    handle, so that no list of accounts is a list of phone numbers. There is no superuser."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=40, unique=True)
    label = models.CharField(_("称呼"), max_length=40)
    phone = SealedTextField(blank=True, default="")
    phone_index = models.BinaryField(max_length=32, null=True, unique=True, editable=False)
    email = SealedTextField(blank=True, default="")
    email_index = models.BinaryField(max_length=32, null=True, unique=True, editable=False)
    person = models.ForeignKey(
        "people.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    language = models.CharField(max_length=10, default="zh-hans")
    theme = models.CharField(max_length=8, default="auto")
    size = models.CharField(max_length=8, default="ordinary")
    wants_email = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_staff = is_superuser = False

    objects: ClassVar[Accounts] = Accounts()

    def __str__(self) -> str:
        return self.username

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Django's question; ours are asked of an `Actor` (`audit.door.may`)."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False


class Body(CommunityRow):
    """Whoever a matter can be sent to: the committee itself, a property service provider, the
    subdistrict office, a utility. `place` is where its duty lies (a compound, the community)."""

    KINDS = [
        ("residents_committee", _("居民委员会")),
        ("property_provider", _("物业服务人")),
        ("subdistrict_office", _("街道办事处")),
        ("department", _("职能部门")),
        ("utility", _("公用事业单位")),
        ("resident_unit", _("驻社区单位")),
        ("disabled_association", _("社区残疾人协会")),
    ]

    name = models.CharField(_("名称"), max_length=80)
    kind = models.CharField(_("类别"), max_length=24, choices=KINDS)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    office_phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "name"], name="body_name"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="body_term"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date | None:
        """The last day it can be sent something (`until` is the first without)."""
        return self.until - timedelta(days=1) if self.until else None


class Holding(models.Model):
    """An account holds a post, at a place, for a term; for a body where the post is one of its."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="holdings")
    post = models.CharField(max_length=40, choices=posts_to_choose)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="holdings")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "post", "place"],
                condition=Q(until__isnull=True),
                name="holding_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="holding_term"
            ),
        ]
        indexes = [models.Index(fields=["place", "post"], name="holding_place_post")]

    def __str__(self) -> str:
        return f"{self.post} {self.since}–{self.until or ''}"

    @property
    def last_day(self) -> date | None:
        """The last day with the post (`until` is the first without it)."""
        return self.until - timedelta(days=1) if self.until else None

    @property
    def community_id(self) -> Any:
        """The community the place lies in (None for a post at a street)."""
        return self.place.community_id


class Invitation(CommunityRow):
    """A slip with a QR code for one dwelling, or for one post: whoever holds it may make an
    account tied to that. Only a digest of its code is kept; it works once and expires."""

    digest = models.BinaryField(max_length=32, unique=True)
    dwelling = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        "people.Person", models.CASCADE, null=True, blank=True, related_name="+"
    )
    post = models.CharField(max_length=40, choices=posts_to_choose, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(dwelling__isnull=False) | ~Q(post=""), name="invitation_for_something"
            )
        ]
        indexes = [models.Index(fields=["community", "-issued_at"], name="invitation_issued")]

    def __str__(self) -> str:
        return f"{self.issued_at:%F}"

    @property
    def open(self) -> bool:
        """Whether it was neither used nor revoked (it may have expired)."""
        return self.used_at is None and self.revoked_at is None


class Residence(models.Model):
    """An account belongs to a dwelling (by slip, or confirmed at the desk)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="residences")
    dwelling = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "dwelling"],
                condition=Q(until__isnull=True),
                name="residence_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.since)

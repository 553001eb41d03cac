"""The person: what is needed to serve and to count, and not a field more."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField, blind_index_or_none
from linli.core.places.scope import CommunityRow

ID_PURPOSE = "people.id_number"
PHONE_PURPOSE = "people.phone"


class Person(CommunityRow):
    """A person known to one community.

    Numbers are sealed and found through their index. A row is never thrown away while something
    points at it: `merged_into` leads on to the person it turned out to be, `forgotten_at` marks
    a row whose content is gone.
    """

    SEXES = [("female", _("女")), ("male", _("男"))]
    ID_KINDS = [
        ("resident_id", _("居民身份证")),
        ("hmt_permit", _("港澳台居民居住证或通行证")),
        ("passport", _("护照或外国人永久居留证")),
        ("other", _("其他证件")),
    ]
    NEEDS = [
        ("large_print", _("大字材料")),
        ("read_aloud", _("当面读给本人听")),
        ("sign_language", _("手语")),
        ("home_visit", _("上门办理")),
        ("step_free", _("无台阶通道")),
        ("call_not_text", _("打电话，不发文字")),
    ]

    name = models.CharField(_("姓名"), max_length=80, blank=True)
    name_keys = models.CharField(max_length=400, blank=True, editable=False)
    sex = models.CharField(_("性别"), max_length=6, choices=SEXES, blank=True)
    birth_date = models.DateField(_("出生日期"), null=True, blank=True)
    id_kind = models.CharField(_("证件种类"), max_length=12, choices=ID_KINDS, blank=True)
    id_number = SealedTextField(_("证件号码"), blank=True, default="")
    id_index = models.BinaryField(max_length=32, null=True, editable=False)
    phone = SealedTextField(_("联系电话"), blank=True, default="")
    phone_index = models.BinaryField(max_length=32, null=True, editable=False)
    language = models.CharField(_("沟通语言"), max_length=40, blank=True)
    needs = models.JSONField(_("沟通与无障碍需要"), default=list, blank=True)
    died_on = models.DateField(_("去世日期"), null=True, blank=True)
    registered_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="absorbed"
    )
    forgotten_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "id_index"], name="person_id_once"),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=False) | ~Q(name=""), name="person_has_name"
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=True)
                | Q(
                    name="",
                    name_keys="",
                    id_number="",
                    phone="",
                    id_index__isnull=True,
                    phone_index__isnull=True,
                    birth_date__isnull=True,
                ),
                name="person_forgotten_is_blank",
            ),
        ]
        indexes = [
            models.Index(fields=["community", "name"], name="person_name"),
            models.Index(fields=["community", "phone_index"], name="person_phone"),
        ]

    def __str__(self) -> str:
        # A name in a log line or an error page would be a name too many.
        return f"person {self.pk}"

    def place_numbers(self, *, id_number: str | None = None, phone: str | None = None) -> Self:
        """Sets a number together with its index, so that neither is ever without the other."""
        if id_number is not None:
            self.id_number = id_number
            self.id_index = blind_index_or_none(id_number, ID_PURPOSE)
        if phone is not None:
            self.phone = phone
            self.phone_index = blind_index_or_none(phone, PHONE_PURPOSE)
        return self

    @property
    def is_forgotten(self) -> bool:
        return self.forgotten_at is not None

    def readable_needs(self) -> list[Any]:
        """The needs in words."""
        return [word for need, word in self.NEEDS if need in self.needs]


def empty_value(name: str) -> Any:
    """What a field of a person holds when it holds nothing."""
    field = Person._meta.get_field(name)
    assert isinstance(field, models.Field)
    return field.get_default()

"""What kinds of matter a community knows, and the ordered rules that send them on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.bilingual import TitledInBoth
from linli.core.places.scope import CommunityRow

HANDLING = [
    ("self_governed", _("自治解决")),
    ("assist", _("依法协助")),
    ("forward", _("转办")),
]
GROUPS = [
    ("repair", _("坏了要修")),
    ("environment", _("环境卫生")),
    ("safety", _("安全")),
    ("neighbours", pgettext_lazy("kind of matter", "邻里")),
    ("service", _("服务")),
    ("question", _("咨询与建议")),
    ("other", _("其他")),
]


class Kind(TitledInBoth, CommunityRow):
    """One kind of matter in one community's own list (seeded from `kinds.toml`).

    `promise_days` and `limit_days` are working days; where empty, the pack's number for the
    handling holds. `standard` is the sub-criterion of the six standards the kind bears on.
    """

    code = models.CharField(max_length=60)
    title = models.CharField(_("名称"), max_length=80)
    title_en = models.CharField(_("英文名称"), max_length=80, blank=True)
    group = models.CharField(_("分组"), max_length=12, choices=GROUPS, default="other")
    words = models.JSONField(_("常用词"), default=list, blank=True)
    standard = models.CharField(_("对应标准"), max_length=6, blank=True)
    field = models.CharField(max_length=12, blank=True)
    handling = models.CharField(
        _("办理方式"), max_length=14, choices=HANDLING, default="self_governed"
    )
    promise_days = models.PositiveSmallIntegerField(_("承诺（工作日）"), null=True, blank=True)
    limit_days = models.PositiveSmallIntegerField(_("时限（工作日）"), null=True, blank=True)
    offered = models.BooleanField(_("居民可选"), default=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["community", "code"], name="kind_code")]
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.title


class RoutingRule(CommunityRow):
    """One line of the routing table. Lines are tried in `order`; the first that fits decides.

    Empty conditions fit everything. A rule runs when a matter comes in, and again only when a
    person asks for it: an edit never silently sends a matter elsewhere.
    """

    order = models.PositiveSmallIntegerField(_("次序"))
    name = models.CharField(_("名称"), max_length=80)
    kinds = models.JSONField(_("类型"), default=list, blank=True)
    words = models.JSONField(_("包含的词"), default=list, blank=True)
    channels = models.JSONField(_("来源"), default=list, blank=True)
    place = models.ForeignKey(
        "places.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("位置"),
    )
    handling = models.CharField(_("办理方式"), max_length=14, choices=HANDLING)
    body = models.ForeignKey(
        "access.Body",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("转给"),
    )
    assignee = models.ForeignKey(
        "access.Account",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("交给"),
    )
    promise_days = models.PositiveSmallIntegerField(_("承诺（工作日）"), null=True, blank=True)
    active = models.BooleanField(_("启用"), default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "order"], name="routing_order"),
            models.CheckConstraint(
                condition=~Q(handling="forward") | Q(body__isnull=False),
                name="routing_forward_names_body",
            ),
        ]
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name

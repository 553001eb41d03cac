"""What is typed for time exchange."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.service.volunteering.forms.neighbours import OnceForm
from linli.service.volunteering.purposes import PURPOSES, STATUTORY

MOST_MINUTES, MOST_NUMBER, MOST_OWED = 6000, 99_999, 1_000_000
"""More than anybody types: what is above is a slip of the hand, and no column holds it."""
SIDES = [("gave", _("我帮了对方")), ("got", _("对方帮了我"))]
QUARTERS = [(str(n), _("{n} 分钟")) for n in (15, 30, 45, 60, 90, 120, 180, 240)]


def minutes() -> forms.IntegerField:
    """Minutes, in quarters of an hour."""
    box = forms.NumberInput(attrs={"step": 15, "min": 15, "inputmode": "numeric"})
    return forms.IntegerField(
        label=_("多少分钟"),
        min_value=1,
        max_value=MOST_MINUTES,
        widget=box,
        help_text=_("按一刻钟记：15、30、45、60……"),
    )


def member(label: Any) -> forms.IntegerField:
    """The number of a member."""
    return forms.IntegerField(
        label=label, min_value=1, max_value=MOST_NUMBER, help_text=_("请对方告诉您成员号。")
    )


class DecisionForm(OnceForm):
    """By which decision it is switched on or off."""

    reference = forms.CharField(
        label=_("哪次会议的哪项决议"),
        max_length=120,
        help_text=_("居民会议或者居民代表会议的；公开，不写人名。"),
    )
    decided_on = forms.DateField(label=_("哪天决定的"), widget=DayInput())


class JoinForm(OnceForm):
    """The rules, signed."""

    agrees = forms.BooleanField(label=_("我读过规则，自愿加入"), required=False)


class DeskJoinForm(JoinForm):
    """Somebody signed them on paper."""

    name = forms.CharField(label=_("姓名"), max_length=40, help_text=_("加密保存。"))
    field_order = ("name", "agrees")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agrees"].label = _("本人读过规则，在纸上签了字")


class _Purpose(forms.Form):
    on = forms.DateField(label=_("哪天"), widget=DayInput())
    purpose = forms.ChoiceField(label=_("做什么"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["purpose"]
        field.choices = [
            (_("邻里互助"), PURPOSES),
            (_("公共服务，免费，不用时间换"), STATUTORY),
        ]


class HelpForm(_Purpose, OnceForm):
    """A help, as one of the two writes it down."""

    side = forms.ChoiceField(label=_("谁帮了谁"), choices=SIDES)
    other = member(_("对方的成员号"))
    minutes = minutes()
    field_order = ("side", "other", "minutes", "on", "purpose")


class GiveForm(OnceForm):
    """Minutes for a neighbour."""

    to = member(_("给几号成员"))
    minutes = minutes()


class PotForm(OnceForm):
    """Minutes for the pot."""

    minutes = minutes()


class ChequesForm(OnceForm):
    """A cheque book."""

    slips = forms.IntegerField(label=_("印几张"), min_value=1, max_value=20, initial=10)
    minutes = forms.TypedChoiceField(label=_("每张多少分钟"), choices=(), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["minutes"]
        field.choices = [(key, str(title).format(n=key)) for key, title in QUARTERS[:6]]


class TypeChequeForm(_Purpose, OnceForm):
    """A slip that somebody brought."""

    code = forms.CharField(label=_("条子上的编码"), max_length=40)
    giver = member(_("帮忙的人的成员号"))
    field_order = ("code", "giver", "on", "purpose")


class BackForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label=_("为什么冲销"), max_length=160, help_text=_("双方都看得到，不写人名。")
    )


class PartnerLimits(forms.Form):
    """How much each may owe the other."""

    owed_to_us = forms.IntegerField(
        label=_("对方最多欠我们多少分钟"), min_value=0, max_value=MOST_OWED
    )
    owed_by_us = forms.IntegerField(
        label=_("我们最多欠对方多少分钟"), min_value=0, max_value=MOST_OWED
    )


class LimitsForm(PartnerLimits):
    """Other limits, or the end."""

    ended = forms.BooleanField(label=_("不再互通（欠的照样看得到）"), required=False)


class PartnerForm(PartnerLimits, OnceForm):
    """Another community."""

    other = forms.ChoiceField(label=_("哪个社区"))
    agreement = forms.CharField(label=_("协议或者决议"), max_length=120)
    field_order = ("other", "owed_to_us", "owed_by_us", "agreement")

    def __init__(self, *args: Any, communities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["other"]
        field.choices = communities


class ClearingForm(_Purpose, OnceForm):
    """Help that crossed over."""

    giver = member(_("我们这边帮忙的人的成员号"))
    receiver = forms.IntegerField(
        label=_("受助人在对方社区的成员号"), min_value=1, max_value=MOST_NUMBER
    )
    minutes = minutes()
    field_order = ("giver", "receiver", "minutes", "on", "purpose")

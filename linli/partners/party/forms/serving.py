"""What residents, members and the secretary write down of service, units and the council."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import StepForm, tell_at
from linli.partners.party.forms.keeping import PUBLIC, OnceForm, ToldForm, day, lines
from linli.partners.party.lists import Line, Unit
from linli.partners.party.models import UnitCheckIn
from linli.partners.party.rules import serving

SEALED = _("加密保存，只有书记看得到；不想留了随时可以删除。")


class PostForm(ToldForm, OnceForm):
    """A post of public benefit."""

    public = ("title", "about", "where")

    title = forms.CharField(label=_("岗位"), max_length=40)
    about = lines(_("做什么"), 300, help_text=PUBLIC)
    where = forms.CharField(label=_("在哪里"), max_length=80, required=False)
    wanted = forms.IntegerField(label=_("要几个人"), min_value=1, max_value=500)


class ClaimForm(OnceForm):
    """A resident claims a post."""

    contact = forms.CharField(label=_("怎么联系您"), max_length=60, help_text=SEALED)
    name = forms.CharField(label=_("怎么称呼（可以不留）"), max_length=40, required=False)


class CheckInForm(OnceForm):
    """A member checks in: nothing is asked of membership but the own word."""

    name = forms.CharField(label=_("怎么称呼"), max_length=40, help_text=SEALED)
    contact = forms.CharField(label=_("怎么联系（可以不留）"), max_length=60, required=False)
    unit = forms.ModelChoiceField(
        label=_("哪个单位（可以不选）"), queryset=None, required=False, empty_label=_("不说")
    )
    consents = forms.BooleanField(
        label=_("我自己报到，单独同意：书记知道我报到了，安排服务"),
        required=False,
        help_text=_(
            "是不是党员属于敏感个人信息。这里只凭您自己的话记下这一条；不同意不影响任何服务，"
            "以后随时可以删除。"
        ),
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["unit"]
        field.queryset = UnitCheckIn.objects.filter(
            community=community, until__isnull=True
        ).order_by("name")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        tell_at(self, "consents", serving.consented(bool(said.get("consents"))))
        return said


class ServiceForm(OnceForm):
    """What one did."""

    on = day(_("哪天"))
    minutes = forms.IntegerField(label=_("多少分钟"), min_value=1, max_value=serving.LONGEST)
    told = lines(_("做了什么"), 200, help_text=_("只有您和书记看得到；不写帮了谁。"))
    need = forms.TypedChoiceField(
        label=_("为清单上的哪一项（可以不选）"), coerce=UUID, empty_value=None, required=False
    )

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["need"]
        field.choices = [("", _("不是清单上的")), *((str(each.id), each.title) for each in lines)]


class AnswerForm(OnceForm):
    """A word back."""

    words = lines(_("反馈"), 200, help_text=_("只有本人看得到。只说这次服务，不评人。"))


class UnitForm(ToldForm, OnceForm):
    """A unit of the register checks in."""

    public = ("office",)

    unit = forms.TypedChoiceField(
        label=_("哪个单位"), coerce=UUID, help_text=_("从驻社区单位里选；没有的，先到那里登记。")
    )
    office = forms.CharField(
        label=_("联系部门"), max_length=60, help_text=_("写部门，不写人：例如机关党委办公室。")
    )
    phone = forms.CharField(
        label=_("办公电话"), max_length=30, required=False, help_text=_("不写个人手机号。")
    )
    since = day(_("报到日期"))
    living_here = forms.IntegerField(
        label=_("住在本社区的在职党员数（单位提供）"),
        min_value=0,
        required=False,
        help_text=_("只要总数，不要名单。"),
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["unit"]
        field.choices = [("", _("请选择")), *((str(each.id), each.name) for each in units)]


class UnitChangeForm(StepForm, ToldForm):
    """Another office, another number."""

    public = ("office",)

    office = forms.CharField(label=_("联系部门"), max_length=60)
    phone = forms.CharField(label=_("办公电话"), max_length=30, required=False)
    living_here = forms.IntegerField(
        label=_("住在本社区的在职党员数（单位提供）"), min_value=0, required=False
    )

    def start(self, row: UnitCheckIn) -> dict[str, Any]:
        return {"office": row.office, "phone": row.phone, "living_here": row.living_here}


class LetterForm(ToldForm, OnceForm):
    """A letter to a unit."""

    public = ("words",)

    starts = day(_("从哪天"))
    ends = day(_("到哪天"))
    words = lines(_("想对单位说的话"), 300, required=False, help_text=PUBLIC)


class CouncilForm(ToldForm, OnceForm):
    """A meeting of the council."""

    public = ("title", "venue", "agenda")

    title = forms.CharField(label=_("会议名称"), max_length=80)
    venue = forms.CharField(label=_("地点"), max_length=80)
    on = forms.DateField(label=_("哪天"), widget=DayInput())
    hour = forms.TimeField(
        label=_("几点"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    agenda = lines(_("议题（一行一个）"), 1000, rows=5)


class CallForm(OnceForm):
    """Notice is given."""

    urgent_reason = forms.CharField(
        label=_("来不及提前通知的，写明理由"), max_length=200, required=False
    )


class ChairForm(OnceForm):
    """Who chairs, in which post."""

    chair = forms.CharField(label=_("主持人（写岗位）"), max_length=40)


class WhyForm(ToldForm, OnceForm):
    """Why."""

    public = ("reason",)

    reason = forms.CharField(label=_("原因"), max_length=200, help_text=PUBLIC)

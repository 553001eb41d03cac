"""What is typed about devices, rounds and defects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.steps import tell_at
from linli.culture.facilities.actions.defects import Seen
from linli.culture.facilities.actions.devices import Installed
from linli.culture.facilities.forms.days import A_LIFE, DayField
from linli.culture.facilities.forms.told import (
    PUBLIC_WORDS,
    OnceForm,
    PhotosField,
    SeenForm,
    lines_of,
    several_lines,
)
from linli.culture.facilities.models import Device, InspectionPlan
from linli.culture.facilities.models.inspection import CHECKERS, DEVICE_KINDS
from linli.lib.law import Finding

USUAL_ITEMS = _(
    "安装牢固，没有松动\n没有断裂、锈穿、尖角\n活动部分灵活，没有异响\n地面平整，没有积水"
)


class DeviceForm(OnceForm):
    """A device of a site."""

    public = ("label",)

    kind = forms.ChoiceField(label=_("类别"), choices=DEVICE_KINDS)
    label = forms.CharField(label=_("编号或名称"), max_length=40, help_text=_("例如：漫步机 2 号"))
    installed_on = DayField(back=A_LIFE, label=_("哪天装的"), required=False)
    last_until = DayField(back=A_LIFE, ahead=A_LIFE,
        label=_("用到哪天为止"), required=False,
        help_text=_("看器材上的铭牌；到了这一天会提醒，不再使用。"),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        since, until = said.get("installed_on"), said.get("last_until")
        fine = since is None or until is None or since < until
        tell_at(self, "last_until", Finding(fine, "facilities.device_term_order"))
        return said

    @property
    def installed(self) -> Installed:
        """The device as the act takes it."""
        said = self.cleaned_data
        return Installed(said["kind"], said["label"], said["installed_on"], said["last_until"])


class PlanForm(OnceForm):
    """How often, by whom, what is looked at."""

    public = ("items",)

    every_days = forms.IntegerField(label=_("每隔多少天"), min_value=1, max_value=366, initial=30)
    checker = forms.ChoiceField(label=_("谁来看"), choices=CHECKERS)
    items = forms.CharField(
        label=_("看什么，一行一项"), max_length=1000, widget=several_lines(1000, 6),
        initial=USUAL_ITEMS,
    )  # fmt: skip
    next_on = DayField(label=_("下一次在哪天以前"))

    def planned(self) -> dict[str, Any]:
        """The plan as the act takes it."""
        said = {name: each for name, each in self.cleaned_data.items() if name != "once"}
        return {**said, "items": lines_of(said["items"])}


class RoundForm(OnceForm):
    """Every item in order or not."""

    ANSWERS = (("yes", _("合格")), ("no", _("不合格")))
    public = ("note",)

    on = DayField(label=pgettext_lazy("round", "哪天看的"))

    def __init__(self, *args: Any, plan: InspectionPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = [str(each) for each in plan.items]
        for number, item in enumerate(self.items):
            self.fields[f"item_{number}"] = forms.ChoiceField(
                label=item, choices=self.ANSWERS, widget=forms.RadioSelect
            )
        self.fields["note"] = forms.CharField(
            label=_("记录"), max_length=300, required=False, help_text=PUBLIC_WORDS
        )
        self.fields["photos"] = PhotosField()

    def looked(self) -> dict[str, Any]:
        """The round as the act takes it."""
        said = self.cleaned_data
        answers = [
            (item, said[f"item_{number}"] == "yes") for number, item in enumerate(self.items)
        ]
        return {
            "answers": answers, "on": said["on"], "note": said["note"], "photos": said["photos"],
        }  # fmt: skip


class DefectForm(OnceForm):
    """What is broken. On the desk one also says whether it can be used meanwhile."""

    public = ("what",)

    device = forms.ModelChoiceField(
        label=_("哪一件坏了"), queryset=Device.objects.none(), required=False,
        empty_label=_("整个场地"),
    )  # fmt: skip
    what = forms.CharField(label=_("哪里坏了"), max_length=200, help_text=PUBLIC_WORDS)
    danger = forms.BooleanField(label=_("有危险：会伤到人"), required=False)

    def __init__(self, *args: Any, devices: Any, at_desk: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["device"]
        field.queryset = devices
        if not devices.exists():
            del self.fields["device"]
        self.at_desk = at_desk
        if at_desk:
            self.fields["usable"] = forms.BooleanField(
                label=_("小毛病，修好以前照常用（不勾就马上停用）"), required=False
            )
        self.fields["photos"] = PhotosField(
            help_text=_("拍坏的地方，不拍人脸。只有工作人员看得到。")
        )

    def seen_there(self, **more: Any) -> Seen:
        """The defect as the act takes it."""
        said = self.cleaned_data
        return Seen(
            said["what"], said.get("device"), danger=said["danger"],
            usable=said.get("usable", False), photos=said["photos"], **more,
        )  # fmt: skip


class RepairForm(SeenForm):
    """How it was repaired."""

    public = ("repair",)

    repair = forms.CharField(label=_("怎么修的"), max_length=200, help_text=PUBLIC_WORDS)

"""What is typed about fire, the police's page, meetings, lost and found."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, MomentInput
from linli.core.pages.steps import tell_at
from linli.core.places.models import Place
from linli.core.places.queries import houses_in
from linli.safety.hazards.forms.told import PUBLIC_WORDS, OnceForm, SeenForm
from linli.safety.hazards.models import GivenToPolice, SafetyAlert
from linli.safety.hazards.rules import office_number

FOR_DESK = _("只有工作人员看得到，加密保存。")


def lines(most: int, rows: int = 4) -> forms.Textarea:
    """An input of so many rows."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


def with_office_line(form: forms.Form, said: dict[str, Any]) -> dict[str, Any]:
    """Says beside the number where it is somebody's own mobile."""
    tell_at(form, "office_phone", office_number(said.get("office_phone") or ""))
    return said


class KeeperForm(OnceForm):
    """Which office keeps fire safety."""

    public = ("office", "paper")

    office = forms.CharField(
        label=_("由哪个职务担任"), max_length=60, help_text=_("写职务，不写姓名")
    )
    office_phone = forms.CharField(label=_("办公电话"), max_length=30, required=False)
    paper = forms.CharField(label=_("确定的文件"), max_length=120)
    since = forms.DateField(label=_("从哪天起"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        return with_office_line(self, super().clean())


class CovenantForm(OnceForm):
    """The covenant as adopted."""

    public = ("text", "adopted_by")

    text = forms.CharField(label=_("公约全文"), max_length=4000, widget=lines(4000, 12))
    adopted_on = forms.DateField(label=_("哪天通过的"), widget=DayInput())
    adopted_by = forms.CharField(label=_("由谁通过"), max_length=80, help_text=_("例如：居民会议"))


class SignedForm(OnceForm):
    """How many of a building signed."""

    signed = forms.IntegerField(label=_("签了的户数"), min_value=0)
    households = forms.IntegerField(label=_("全部户数"), min_value=1)

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = forms.ModelChoiceField(label=_("楼栋"), queryset=houses_in(community))
        field.label_from_instance = lambda place: place.name_inside
        self.fields["place"] = field
        self.order_fields(["place", "signed", "households", "once"])


class ForceForm(OnceForm):
    """The volunteer fire force."""

    public = ("kit",)

    people = forms.IntegerField(label=_("多少人"), min_value=0, max_value=999)
    kit = forms.CharField(label=_("有什么器材"), max_length=200, required=False)
    on = forms.DateField(label=_("哪天的情况"), widget=DayInput())


class OfficeForm(OnceForm):
    """How the community police are reached."""

    public = ("station", "room", "hours", "offers")

    station = forms.CharField(label=_("派出所"), max_length=60)
    room = forms.CharField(label=_("社区警务室在哪里"), max_length=120)
    office_phone = forms.CharField(
        label=_("办公电话"), max_length=30, help_text=_("写办公电话，不写个人手机")
    )
    hours = forms.CharField(label=_("接待时间，一行一段"), max_length=400, widget=lines(400))
    offers = forms.CharField(
        label=_("能办什么，一行一项"), max_length=600, widget=lines(600), required=False
    )

    def clean(self) -> dict[str, Any]:
        return with_office_line(self, super().clean())


class AlertForm(OnceForm):
    """A warning for everybody."""

    public = ("title", "words", "told_by")

    kind = forms.ChoiceField(label=_("类别"), choices=SafetyAlert.KINDS)
    title = forms.CharField(label=_("标题"), max_length=60)
    words = forms.CharField(
        label=_("怎么回事，怎么防"), max_length=800, widget=lines(800, 6), help_text=PUBLIC_WORDS
    )
    told_by = forms.CharField(label=_("来源"), max_length=80, help_text=_("哪个单位说的"))
    until = forms.DateField(label=_("到哪天为止"), widget=DayInput())


class GivenForm(OnceForm):
    """What was given to the police, and why."""

    public = ("what", "paper")

    ground = forms.ChoiceField(label=_("依据"), choices=GivenToPolice.GROUNDS)
    paper = forms.CharField(label=_("文书或诉求编号"), max_length=80)
    what = forms.CharField(
        label=_("给了哪几类内容（不写具体内容）"), max_length=200, help_text=_("例如：诉求原文")
    )


class MeetingForm(OnceForm):
    """The monthly meeting."""

    public = ("title", "venue", "agenda")

    title = forms.CharField(label=_("会议名称"), max_length=120, initial=_("社区安全例会"))
    venue = forms.CharField(label=_("地点"), max_length=120)
    starts_at = forms.DateTimeField(
        label=_("时间"),
        widget=MomentInput(),
    )
    agenda = forms.CharField(label=_("议题，一行一条"), max_length=1000, widget=lines(1000))


class CancelForm(OnceForm):
    """Why it is called off."""

    public = ("reason",)

    reason = forms.CharField(label=_("取消的原因"), max_length=200, help_text=PUBLIC_WORDS)


class ChairForm(OnceForm):
    """Who leads the meeting: the post."""

    public = ("chair",)

    chair = forms.CharField(label=_("主持人（写职务）"), max_length=40)


class WantedForm(OnceForm):
    """What the meeting wants done."""

    public = ("what", "owner")

    what = forms.CharField(label=_("要做什么"), max_length=200, help_text=PUBLIC_WORDS)
    owner = forms.CharField(label=_("由谁做（单位或职务）"), max_length=60)
    due_on = forms.DateField(label=_("哪天以前"), widget=DayInput())


class OutcomeForm(OnceForm):
    """How it went."""

    public = ("outcome",)

    outcome = forms.CharField(label=_("做得怎么样"), max_length=200, help_text=PUBLIC_WORDS)


class FoundForm(OnceForm):
    """A found thing."""

    public = ("thing", "where")

    thing = forms.CharField(
        label=_("是什么"), max_length=80, help_text=_("写大概，例如：一串钥匙。细节留着核对。")
    )
    where = forms.CharField(label=_("在哪里捡到的"), max_length=120)
    found_on = forms.DateField(label=_("哪天捡到的"), widget=DayInput())
    marks = forms.CharField(
        label=_("认领时要对上的特征"), max_length=300, required=False, help_text=FOR_DESK
    )
    finder = forms.CharField(
        label=_("拾得人的联系方式"), max_length=100, required=False, help_text=FOR_DESK
    )


class GiveBackForm(SeenForm):
    """Who fetched it, and what was compared."""

    claimant = forms.CharField(label=_("领回人"), max_length=60, help_text=FOR_DESK)
    proof = forms.CharField(label=_("怎么核对的"), max_length=200, help_text=FOR_DESK)


class PassOnForm(SeenForm):
    """To the police."""

    public = ("paper",)

    paper = forms.CharField(label=_("接收回执编号"), max_length=80)


class LostForm(OnceForm):
    """A lost thing."""

    public = ("thing", "where")

    thing = forms.CharField(label=_("丢了什么"), max_length=80)
    where = forms.CharField(label=_("大概在哪里丢的"), max_length=120)
    lost_on = forms.DateField(label=_("哪天丢的"), widget=DayInput())
    contact = forms.CharField(label=_("怎么联系您"), max_length=100, help_text=FOR_DESK)

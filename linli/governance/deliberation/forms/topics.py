"""What is typed on the pages of a topic."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Body
from linli.core.access.posts import posts_to_choose
from linli.core.access.queries import bodies_of
from linli.core.pages.fields import DayInput
from linli.core.pages.steps import PublicForm
from linli.governance.deliberation.forms.statements import OnceForm
from linli.governance.deliberation.gatherings import CAPACITIES
from linli.governance.deliberation.models import Point
from linli.governance.deliberation.rules.topics import public_words
from linli.governance.deliberation.words import FORMS, SIDES, SOURCES, WHERE_SAID, WHY_STRUCK
from linli.lib.calendar import local_day
from linli.lib.law import Finding

_PUBLIC = _("会公开，请不要写电话、门牌和别人的姓名。")


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """A day, picked or typed."""
    return forms.DateField(label=label, help_text=help_text, required=required, widget=DayInput())


def lines(
    label: Any, help_text: Any = "", *, rows: int = 4, most: int = 2000, required: bool = True
) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows, "maxlength": most}),
    )


class TopicWords(PublicForm):
    """Words of a topic: nothing that looks like somebody's number, door or name."""

    def judge(self, words: str) -> Finding:
        return public_words(words)


class ProposeForm(TopicWords, OnceForm):
    """Something to be talked through."""

    public = ("title", "text", "wanted")

    title = forms.CharField(label=_("要议什么"), max_length=100, help_text=_("一句话。"))
    text = lines(_("为什么要议"), _PUBLIC, rows=5, most=4000)
    wanted = forms.CharField(
        label=_("希望议出什么"), max_length=400, required=False, help_text=_("可以不填。")
    )


class DeskProposeForm(ProposeForm):
    """The same, written down at the desk for somebody who came, or for the committee itself."""

    source = forms.ChoiceField(label=_("谁提的"), choices=SOURCES)
    on_paper = forms.BooleanField(
        label=_("替来人登记"),
        required=False,
        help_text=_("不问姓名；答复在公开的页面上看。"),
    )
    unit = forms.ModelChoiceField(
        label=_("替哪个单位提"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("不是替单位提"),
        help_text=_("单位在这里没有账号的，由居委会以单位的名义登记，页面上写单位的名称。"),
    )

    def __init__(self, *args: Any, community: Any, at: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies_to_choose(self, "unit", community, at)


class AcceptForm(forms.Form):
    """It will be talked through."""

    answer = lines(_("答复提议人"), _PUBLIC)
    form = forms.ChoiceField(label=_("怎么议"), choices=FORMS, widget=forms.RadioSelect)
    touches_all = forms.TypedChoiceField(
        label=_("是否涉及全体居民的利益"),
        choices=[("yes", _("涉及")), ("no", _("不涉及"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        help_text=_("涉及的，议完要提请居民会议或居民代表会议决定。"),
    )
    touches_why = forms.CharField(
        label=_("为什么这样认定"), max_length=400, help_text=_("会公开，居务监督委员会会抽看。")
    )


class DeclineForm(forms.Form):
    """It will not be talked through here."""

    reason = lines(_("为什么不受理"), _PUBLIC, most=1000)
    way_on = forms.CharField(
        label=_("可以怎么办"),
        max_length=400,
        help_text=_("例如找哪个部门、先办哪一步、什么情况下可以再提。"),
    )


class EndForm(forms.Form):
    """It is not talked over any further."""

    reason = lines(_("为什么不议了"), _PUBLIC, most=1000)
    way_on = forms.CharField(
        label=_("可以怎么办"),
        max_length=400,
        help_text=_("例如找哪个部门、先办哪一步、什么情况下可以再提。"),
    )


class ReasonForm(forms.Form):
    """A reason."""

    reason = lines(_("理由"), _("会公开。"), rows=3, most=400)


class SureForm(forms.Form):
    """Nothing to type; a button."""


class WayForm(forms.Form):
    """In which form it is talked over."""

    form = forms.ChoiceField(label=_("怎么议"), choices=FORMS, widget=forms.RadioSelect)


class PartyForm(forms.Form):
    """Who is concerned, or whose knowledge is needed."""

    side = forms.ChoiceField(label=_("以什么身份"), choices=SIDES, widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("请谁"),
        max_length=80,
        help_text=_("写一类人或一个单位，例如“有车的住户”“带孩子的家庭”，不写个人姓名。"),
    )
    why = forms.CharField(label=_("为什么请"), max_length=200)
    body = forms.ModelChoiceField(
        label=_("是哪个单位"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("不是单位"),
        help_text=_("选了单位，它的经办人会收到通知。"),
    )

    def __init__(self, *args: Any, community: Any, at: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies_to_choose(self, "body", community, at)


class AgreementForm(forms.Form):
    """What it came to."""

    text = lines(
        _("谈成了什么"),
        _("没有谈成的，写各方的理由。会公开，不写电话、门牌和姓名。"),
        rows=6,
        most=4000,
    )
    needs_decision = forms.BooleanField(label=_("要居民会议或居民代表会议决定"), required=False)
    decides_what = forms.CharField(
        label=_("请会议决定什么"),
        max_length=400,
        required=False,
        help_text=_("用一句能表决的话写。"),
    )


class PointForm(forms.Form):
    """One thing that was agreed."""

    title = forms.CharField(label=_("做什么"), max_length=200)
    post = forms.ChoiceField(label=_("哪个岗位做"), choices=[], required=False)
    body = forms.ModelChoiceField(
        label=_("或哪个单位做"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("不是单位"),
    )
    due_on = day(_("哪天以前"))

    def __init__(self, *args: Any, community: Any, at: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["post"].choices = [("", _("不是岗位")), *posts_to_choose()]
        bodies_to_choose(self, "body", community, at)


class ConsiderForm(forms.Form):
    """What was made of one opinion."""

    words = forms.CharField(label=_("意见"), max_length=400)
    source = forms.ChoiceField(label=_("哪里来的"), choices=WHERE_SAID)
    mark = forms.CharField(
        label=_("那里的编号"), max_length=20, required=False, help_text=_("没有就不填。")
    )
    adopted = forms.TypedChoiceField(
        label=_("采纳了吗"),
        choices=[("yes", _("采纳")), ("no", _("没有采纳"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
    )
    why = forms.CharField(label=_("怎么采纳的，或为什么没有采纳"), max_length=400)
    point = forms.ModelChoiceField(
        label=_("写进了哪一条"),
        queryset=Point.objects.none(),
        required=False,
        empty_label=_("没有写进某一条"),
    )

    def __init__(self, *args: Any, topic: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["point"].queryset = Point.objects.filter(community=topic.community_id, topic=topic)
        fields["point"].label_from_instance = lambda point: f"{point.number}. {point.title}"


class StrikeDissentForm(forms.Form):
    """Why what was written down at the desk is struck."""

    why = forms.ChoiceField(label=_("为什么划掉"), choices=WHY_STRUCK, widget=forms.RadioSelect)


class DecisionForm(forms.Form):
    """What the meeting decided."""

    adopted = forms.TypedChoiceField(
        label=_("会议通过了吗"),
        choices=[("yes", _("通过了")), ("no", _("没有通过"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        help_text=_("通过的，谈成的各条从今天开始做；没有通过的，各条不做，原因就写会议的决定。"),
    )
    words = lines(_("会议的决定"), _PUBLIC)


class DissentForm(TopicWords):
    """What somebody holds against it."""

    public = ("words",)

    words = lines(_("保留的意见"), _("一字不改写进结果，会公开，请不要写电话、门牌和别人的姓名。"))
    name = forms.CharField(
        label=_("署名"),
        max_length=40,
        required=False,
        help_text=_("愿意才填；不填只写以什么身份参加。"),
    )


class DeskDissentForm(DissentForm):
    """The same as somebody says it at the desk."""

    capacity = forms.ChoiceField(
        label=_("以什么身份参加的"), choices=[(each.code, each.title) for each in CAPACITIES]
    )


class WordsForm(forms.Form):
    """Some words everybody reads."""

    words = lines(_("说明"), _PUBLIC)


class ResultForm(forms.Form):
    """It is done."""

    result = lines(_("做成什么样"), _PUBLIC, rows=3, most=400)
    done_on = day(_("哪天做到的"), _("不填就是今天。"), required=False)


def bodies_to_choose(form: Any, name: str, community: Any, at: Any) -> None:
    """Lets a field choose among the bodies of the community of that day."""
    form.fields[name].queryset = bodies_of(community, local_day(at)).order_by("name")
    form.fields[name].label_from_instance = lambda body: body.name

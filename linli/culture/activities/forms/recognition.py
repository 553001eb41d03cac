"""Rounds of thanks, nominations, consent, questions and objections as they are typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import tell_at
from linli.culture.activities.actions.plain_words import plain_words
from linli.culture.activities.actions.recognition import Called
from linli.culture.activities.forms.learning import (
    AT_THE_DESK,
    PUBLIC_WORDS,
    OfRegisterForm,
    OnceForm,
    ToldForm,
    a_day,
    several_lines,
)
from linli.culture.activities.rules.recognition import positive_only
from linli.culture.activities.words_learning import HONOUR_KINDS, SAYS
from linli.lib.law import Finding


class ThanksForm(ToldForm):
    """Words of thanks: of nobody by name, and only of what somebody did."""

    def judge(self, words: str) -> Finding:
        found = plain_words(words)
        return found if not found else positive_only(words)


class CallForm(ThanksForm):
    """A round of thanks."""

    public = ("title", "criteria")

    kind = forms.ChoiceField(label=_("感谢什么"), choices=HONOUR_KINDS)
    title = forms.CharField(label=_("名称"), max_length=60)
    criteria = several_lines(
        _("看什么"),
        _("一行一条，只写做了什么好事。不扣分、不打分、不排名，不和任何待遇挂钩。"),
        most=1000,
    )
    opens_on = a_day(_("从哪天起提名"))
    closes_on = a_day(_("提名到哪天"))
    months = forms.IntegerField(
        label=_("荣誉有效几个月"), min_value=1, max_value=60, initial=24,
        help_text=_("到期自动撤下。"),
    )  # fmt: skip

    @property
    def called(self) -> Called:
        """The round, as the act takes one."""
        said = self.cleaned_data
        return Called(
            said["title"], said["kind"], said["criteria"].splitlines(), said["opens_on"],
            said["closes_on"], said["months"],
        )  # fmt: skip


class NominateForm(OnceForm):
    """Naming a neighbour, or one's own household."""

    own = forms.TypedChoiceField(
        label=_("提名谁"),
        choices=[("no", _("提名邻居")), ("yes", _("提名自己或自己家"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )
    name = forms.CharField(
        label=_("叫什么、住在哪栋"),
        max_length=60,
        required=False,
        help_text=_(
            "只有工作人员看得到，用来征求本人同意；同意以前不公开。提名自己的不用填，按名册上的姓名。"
        ),
    )
    deed = several_lines(_("做了什么好事"), _("写具体的事，不用夸。"), most=400)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("own") is False and not (said.get("name") or "").strip():
            self.add_error("name", _("请写提名的是谁。"))
        return said

    def clean_deed(self) -> Any:
        deed = self.cleaned_data["deed"]
        tell_at(self, "deed", positive_only(deed))
        return deed


class AgreeForm(ThanksForm):
    """Whoever is named chooses the name and the words everybody will read, and agrees."""

    public = ("told", "shown_name")

    shown_name = forms.CharField(
        label=_("公开时写什么名字"),
        max_length=40,
        help_text=_("由您定：可以写自己的全名，也可以写“3号楼的一家人”。"),
    )
    told = several_lines(_("公开的话"), PUBLIC_WORDS, most=400)


class DeskAgreeForm(AgreeForm, OfRegisterForm):
    """The same, written down at the desk for whoever signed or said it. `known`: what the
    nomination calls them."""

    named_in = "shown_name"

    def __init__(self, *args: Any, known: str = "", **kwargs: Any) -> None:
        self.known = known
        super().__init__(*args, **kwargs)

    way = forms.ChoiceField(label=_("本人怎么同意的"), choices=AT_THE_DESK[1:])
    witness = forms.CharField(
        label=_("在场作证的人"), max_length=40, required=False, help_text=_("口头同意的要写。")
    )


class VoiceForm(OnceForm):
    """What a representative says."""

    says = forms.ChoiceField(label=_("您怎么看"), choices=SAYS, widget=forms.RadioSelect)
    question = several_lines(_("想问什么"), _("只有工作人员看得到。"), required=False)


class AnswerForm(OnceForm):
    """An answer."""

    answer = several_lines(_("答复"))


class ObjectForm(OnceForm):
    """What somebody has against it."""

    words = several_lines(_("有什么不同意见"), _("只有工作人员看得到，会答复您。"))


class ObjectionForm(AnswerForm):
    """The answer to an objection, and whether it is right."""

    upheld = forms.TypedChoiceField(
        label=_("意见成立吗"),
        choices=[("no", _("不成立，继续公示")), ("yes", _("成立，撤下并清除"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
    )


class StoryForm(ThanksForm):
    """A story of neighbours."""

    public = ("title", "told")

    title = forms.CharField(label=_("题目"), max_length=60)
    told = several_lines(_("故事"), PUBLIC_WORDS, most=1000)
    of = forms.CharField(
        label=_("说的是谁"), max_length=80, help_text=_("只有工作人员看得到：是谁同意的。")
    )
    way = forms.ChoiceField(label=_("他们怎么同意的"), choices=AT_THE_DESK[1:])
    witness = forms.CharField(
        label=_("在场作证的人"), max_length=40, required=False, help_text=_("口头同意的要写。")
    )

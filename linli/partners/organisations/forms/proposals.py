"""What is typed for the proposal box."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.partners.organisations.forms.units import PUBLIC, UnitForm, lines
from linli.partners.organisations.unit_words import TO_TALK, VIAS

WHATS = [
    ("adopted", _("采纳了")),
    ("answered", _("答复（说明情况，或者为什么不能做）")),
    ("passed_on", _("转给能定的")),
    (TO_TALK, _("提成议题，请大家来议（先公布）")),
]


SHORT = 60
"""How long a suggestion in a line may be."""


class ProposeForm(UnitForm):
    """A suggestion, as it is said."""

    words = lines(
        _("您的建议"),
        600,
        rows=5,
        help_text=_("不用写姓名。只有社区工作者读到原话；公布时另写一句。"),
    )


class DeskProposeForm(ProposeForm):
    """The same, typed in from the box of paper or for somebody who came."""

    via = forms.ChoiceField(label=_("怎么来的"), choices=VIAS[1:])


class ShowForm(UnitForm):
    """As everybody reads it."""

    public: tuple[str, ...] = ("title", "about")
    title = forms.CharField(label=_("一句话的建议"), max_length=SHORT, help_text=PUBLIC)
    about = lines(_("说明"), 300, rows=2, required=False)


class AnswerForm(UnitForm):
    """The answer with its reason."""

    public: tuple[str, ...] = ("answer", "way_on")
    what = forms.ChoiceField(label=_("怎么样"), choices=WHATS, widget=forms.RadioSelect())
    answer = lines(_("答复和理由"), 400, help_text=PUBLIC)
    way_on = forms.CharField(
        label=_("接下来怎么办"), max_length=200, required=False,
        help_text=_("采纳的写谁去做、哪天以前；转出去的写转给了谁；提成议题的可以不写。"),
    )  # fmt: skip


class FindForm(forms.Form):
    """A receipt, typed in."""

    receipt = forms.CharField(label=_("回执号"), max_length=30)

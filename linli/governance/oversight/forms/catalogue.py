"""The director sets how often a line is disclosed and by whom, or adds one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.governance.oversight import words
from linli.governance.oversight.lines import Line
from linli.governance.oversight.models.disclosure import CHECKER_CHOICES, PREPARER_CHOICES

OTHER_CHANNELS = [each for each in words.CHANNELS if each[0] != "board"]


class LineForm(forms.Form):
    """How often, by whose hands, where. The board is no choice."""

    every = forms.ChoiceField(label=_("多久公布一次"), choices=words.RHYTHMS)
    day = forms.IntegerField(
        label=_("期满后的下个月几号前"),
        min_value=0,
        max_value=31,
        help_text=_("“有了就公布”的填 0。"),
    )
    ground = forms.ChoiceField(label=_("频次的依据"), choices=words.GROUNDS, initial="promise")
    source = forms.CharField(label=_("依据说明"), max_length=200, required=False)
    preparer = forms.ChoiceField(label=_("谁起草"), choices=PREPARER_CHOICES)
    checker = forms.ChoiceField(label=_("谁核对"), choices=CHECKER_CHOICES)
    channels = forms.MultipleChoiceField(
        label=_("除了公开栏，还在哪里"),
        choices=OTHER_CHANNELS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("居务公开栏是法律要求的，总是要贴。"),
    )

    @staticmethod
    def start(line: Line) -> dict[str, Any]:
        """What the form begins with."""
        names = ("every", "day", "ground", "source", "preparer", "checker")
        return {name: getattr(line, name) for name in names} | {"channels": list(line.channels)}


class OwnLineForm(LineForm):
    """A line of the community's own."""

    title = forms.CharField(label=_("公开什么"), max_length=80)
    key = forms.SlugField(
        label=_("编号"),
        max_length=40,
        help_text=_("只用小写英文字母、数字和横线，比如 parking。"),
    )
    holds = forms.CharField(
        label=_("包括哪些内容"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
    )
    field_order = ("title", "key", "holds", "every", "day", "ground", "source", "preparer",
                   "checker", "channels")  # fmt: skip

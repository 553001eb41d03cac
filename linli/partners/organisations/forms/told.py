"""What forms of this room share: words for everybody, a form sent once, days."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import PublicForm
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.partners.organisations.actions.saying import judge_words

PUBLIC_WORDS = _("大家都看得到，不写人的姓名、手机号和住址。")
RELATIONS = [
    ("", _("没有近亲属")),
    ("spouse", _("配偶")),
    ("parent", _("父母")),
    ("child", _("子女")),
    ("sibling", _("兄弟姐妹")),
    ("grandparent", _("祖父母、外祖父母")),
    ("grandchild", _("孙子女、外孙子女")),
]


class ToldForm(PublicForm):
    """Words everybody will read; carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def judge(self, words: str) -> Finding:
        return judge_words(words)


class SureForm(ToldForm):
    """Nothing to say but yes."""


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, picked by the browser's own calendar."""
    return forms.DateField(label=label, required=required, help_text=help_text, widget=DayInput())


def long_text(label: Any, most: int, help_text: Any = "") -> forms.CharField:
    """A text of several lines that may stay empty."""
    return forms.CharField(
        label=label, required=False, max_length=most, help_text=help_text,
        widget=forms.Textarea({"rows": 4, "maxlength": most}),
    )  # fmt: skip

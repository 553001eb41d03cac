"""Asking, finding one's inquiry again, answering it, and turning to the street office."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.governance.oversight import words
from linli.governance.oversight.models import Disclosure, Inquiry
from linli.governance.oversight.periods import tell_period
from linli.lib.identity.ids import new_id


class AskForm(forms.Form):
    """The question, and what it is about. Neither name nor number."""

    about = forms.ChoiceField(label=_("问的是哪方面"), choices=())
    question = forms.CharField(
        label=_("想问什么"),
        max_length=1000,
        help_text=_("用自己的话写就好。不用写姓名和电话。"),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 1000}),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, items: list[Disclosure], lines: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        field = self.fields["about"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (_("公布过的"), [(key, _name(item)) for key, item in self.items.items()]),
            (_("该公开没有看到的"), [(f"line:{each.key}", each.name) for each in lines]),
            (_("别的"), [("committee", dict(words.SUBJECTS)["committee"])]),
        ]

    @property
    def given(self) -> dict[str, Any]:
        """As the act takes it."""
        about, question = self.cleaned_data["about"], self.cleaned_data["question"]
        if about in self.items:
            return {"subject": "disclosed", "disclosure": self.items[about], "question": question}
        if about.startswith("line:"):
            line = about.removeprefix("line:")
            return {"subject": "not_disclosed", "line": line, "question": question}
        return {"subject": "committee", "question": question}


class ReceiptForm(forms.Form):
    """The receipt number, as it was written down."""

    receipt = forms.CharField(label=_("回执号"), max_length=40)


class FollowForm(forms.Form):
    """What every step of the asker carries."""

    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, inquiry: Inquiry, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen": inquiry.version, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class ComplainForm(FollowForm):
    """Why, and whether the letter is sent or carried."""

    why = forms.CharField(
        label=_("为什么不满意"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 1000}),
    )
    send = forms.BooleanField(
        label=_("请代我发给街道办事处：我同意街道看到这一件询问、答复和这封信"),
        required=False,
        help_text=_("不勾选就只生成信件，您打印后自己带去。街道平时只看到件数。"),
    )


class AnswerForm(FollowForm):
    """The answer, what it rests on, and who reads it."""

    text = forms.CharField(
        label=_("答复"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": 4000}),
    )
    rests_on = forms.ChoiceField(
        label=_("依据哪一份公开内容"),
        required=False,
        choices=(),
        help_text=_("附上以后，询问人能打开原件，核对校验值和凭证号。"),
    )
    public = forms.BooleanField(
        label=_("公开这一问一答"),
        required=False,
        help_text=_("别人也可能想知道。不公开的，只有询问人看得到。"),
    )
    title = forms.CharField(label=_("公开时的标题"), max_length=120, required=False)
    question = forms.CharField(
        label=_("公开时怎么写这个问题"),
        max_length=1000,
        required=False,
        help_text=_("去掉能认出人的内容，用工作人员的话概括。"),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 1000}),
    )

    def __init__(self, *args: Any, items: list[Disclosure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.postings = {str(each.posting_id): each.posting for each in items}
        field = self.fields["rests_on"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("没有")),
            *((str(each.posting_id), _name(each)) for each in items),
        ]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("public"):
            for name in ("title", "question"):
                if not given.get(name, "").strip():
                    self.add_error(name, _("要公开，就请写上这一项。"))
        return given

    @property
    def given(self) -> dict[str, Any]:
        """As the act takes it."""
        given = dict(self.cleaned_data)
        given["rests_on"] = self.postings.get(given["rests_on"])
        return given


class ReplyForm(forms.Form):
    """What the street office found."""

    text = forms.CharField(
        label=_("核实的结果"),
        max_length=2000,
        help_text=_("查了什么、结果怎样、要求居委会做什么、到哪天。询问人凭回执看得到。"),
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 2000}),
    )


def _name(item: Disclosure) -> str:
    return f"{item.titles_told}（{tell_period(item.since, item.until)}）"

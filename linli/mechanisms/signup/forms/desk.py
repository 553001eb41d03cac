"""What keepers type: names that came by telephone or on paper, reasons, words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.people.choosing import PersonField
from linli.lib.identity.ids import new_id
from linli.mechanisms.signup.forms.signing import NameForm
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import SignUp
from linli.mechanisms.signup.queries.reaching import audiences

TYPED = [(code, words) for code, words in SignUp.VIAS if code in ("phone", "desk", "paper")]
GUARDIAN_WAYS: list[Any] = SignUp.GUARDIAN_WAYS
NOBODY_FOUND = _("不在名册里，按姓名登记")


class TypedForm(NameForm):
    """A name that came by telephone, to the desk or on paper: somebody of the roster who was
    found, or a name with a telephone number."""

    person = PersonField(required=False)
    via = forms.ChoiceField(label=_("怎么报的"), choices=TYPED, initial="phone")
    guardian_way = forms.ChoiceField(
        label=_("监护人怎么同意的"),
        choices=[("", "—"), *GUARDIAN_WAYS],
        required=False,
    )
    field_order = (
        "person", "name", "phone", "via", "seats", "age", "guardian", "guardian_phone",
        "guardian_way", "needs", "remark", "once",
    )  # fmt: skip

    def __init__(self, *args: Any, words: str = "", on: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, minors=True, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        found = field.offer(self.sheet.community, words, on) if words else 0
        if found:
            offered: Any = field.choices
            field.choices = [*offered, ("", NOBODY_FOUND)]
        else:
            del self.fields["person"]
        for name in ("name", "phone"):
            self.fields[name].required = False
        if found:
            self.fields["name"].help_text = _("上面选了人的不用填。")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("person") is None and not said.get("name"):
            self.add_error("name", _("请在上面选人，或者写姓名。"))
        return said

    def whom(self) -> Applicant:
        """Who is put down."""
        said = self.cleaned_data
        person = said.get("person")
        known = {"person": person, "guardian_way": said.get("guardian_way") or ""}
        return self.applicant(**known, **({"name": ""} if person is not None else {}))


class ReasonForm(forms.Form):
    """Why, as the person is told."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=200,
        help_text=_("会告诉本人，例如“您来电说不参加了”。"),
    )


class WordForm(forms.Form):
    """Words for those who came, or wait."""

    whom = forms.ChoiceField(label=_("发给谁"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("要说的话"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 400}),
        help_text=_("每人只收到一次。不写别人的姓名和电话。没有账号的人列入“要打的电话”。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, about: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["whom"]
        field.choices = list(audiences(about).items())
        field.initial = field.choices[0][0]


class DrawForm(forms.Form):
    """The word said at the draw."""

    word = forms.CharField(
        label=_("当场说的一个词或一个数"),
        max_length=40,
        required=False,
        help_text=_("请在场的居民随口说一个。它和事先封存的种子一起决定顺序，谁都没法提前算好。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class PasteForm(forms.Form):
    """A chain copied out of a group."""

    text = forms.CharField(
        label=_("接龙的文字"),
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("从群里复制，整段粘贴就行；电话号码不会被读取。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id, required=False)


class LateForm(forms.Form):
    """Names that stand on the paper list and not on the sheet."""

    names = forms.CharField(
        label=_("纸质名单上多出来的人"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("一行一人：姓名，空一格，电话（没有电话可以不写）。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def clean_names(self) -> str:
        names: str = self.cleaned_data["names"]
        if not self._whom(names):
            raise forms.ValidationError(_("请至少写一个姓名。"))
        return names

    def whom(self) -> list[Applicant]:
        """One of each line that says something."""
        return self._whom(self.cleaned_data["names"])

    def _whom(self, names: str) -> list[Applicant]:
        """One of each line that says something."""
        found = []
        for line in names.splitlines():
            words = line.replace("，", " ").replace(",", " ").split()
            if not words:
                continue
            last = words[-1]
            phone = last if len(words) > 1 and last.replace("-", "").isdecimal() else ""
            name = " ".join(words[:-1] if phone else words)
            found.append(Applicant(name=name[:40], phone=phone[:20]))
        return found


class LatePersonForm(forms.Form):
    """The same, somebody of the roster."""

    person = PersonField()
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, words: str, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        self.found = field.offer(community, words, on) if words else 0

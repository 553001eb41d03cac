"""The forms of the register: what is parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.core.people.models import Agency, Consent, Person, Tie
from linli.core.people.presentation import LEAST_PURPOSE, MOST_PURPOSE
from linli.core.people.roster.addresses import AddressBook
from linli.core.people.roster.problems import ROSTER_SENTENCES
from linli.core.places.models import Place
from linli.lib.identity.ids import new_id

NO_CHOICE = ("", _("不填"))
TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
HOW = [choice for choice in Consent.WAYS if choice[0] in ("signed", "spoken", "guardian")]


COLUMN_TITLES = {
    "name": _("姓名"),
    "id_number": _("证件号码"),
    "id_kind": _("证件种类"),
    "birth_date": _("出生日期"),
    "sex": _("性别"),
    "phone": _("联系电话"),
    "address": _("住房"),
    "community": _("所属社区"),
    "compound": _("小区"),
    "building": _("楼栋"),
    "entrance": _("单元"),
    "room": _("房号"),
    "kind": _("与住房的关系"),
    "since": _("从哪天起"),
    "household": _("户号"),
    "relation": _("与户主的关系"),
}
"""What the fields of a roster are called on the page."""


class AddressField(forms.CharField):
    """A dwelling of one community, written as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        given = {
            "label": _("住房"),
            "max_length": 120,
            "help_text": _("例如 3-2-501，或 3号楼2单元501。"),
        }
        super().__init__(**{**given, **kwargs})
        self.community: Place | None = None

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        assert self.community is not None
        found = AddressBook(self.community).find(text)
        if found.dwelling is None:
            sentence = str(ROSTER_SENTENCES[found.problem or ""])
            raise forms.ValidationError(sentence.format(several=found.several), code=found.problem)
        return Place.objects.get(pk=found.dwelling)


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day picked from the browser's calendar."""
    return forms.DateField(label=label, widget=DayInput(), required=required, help_text=help_text)


def _choice(label: Any, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, **kwargs)


class SearchForm(forms.Form):
    """One field: a name, its pinyin, a whole number, or an address."""

    q = forms.CharField(
        label=_("姓名、拼音、证件号、电话或房号"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "type": "search", "data-no-draft": True}
        ),
    )


class PurposeForm(forms.Form):
    """Why a record is opened; the person reads it."""

    purpose = forms.CharField(
        label=_("查看的用途"),
        min_length=LEAST_PURPOSE,
        max_length=MOST_PURPOSE,
        help_text=_("例如“核对选民登记”。本人可以看到谁在什么时候因为什么查看过。"),
    )


class ParticularsForm(forms.Form):
    """Who somebody is, and how they like to be reached."""

    name = forms.CharField(label=_("姓名"), max_length=80)
    id_kind = _choice(_("证件种类"), [NO_CHOICE, *Person.ID_KINDS], required=False)
    id_number = forms.CharField(
        label=_("证件号码"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True}),
    )
    birth_date = day_field(
        _("出生日期"), required=False, help_text=_("填了身份证号，会从号码得出。")
    )
    sex = _choice(_("性别"), [NO_CHOICE, *Person.SEXES], required=False)
    phone = forms.CharField(
        label=_("联系电话"),
        max_length=30,
        required=False,
        help_text=_("本人同意才登记；不同意就留空，不影响办事。"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "inputmode": "tel", "data-no-draft": True}
        ),
    )
    contact = _choice(_("同意用电话联系"), [NO_CHOICE, *HOW], required=False)
    language = forms.CharField(label=_("沟通语言"), max_length=40, required=False)
    needs = forms.MultipleChoiceField(
        label=_("沟通与无障碍需要"),
        choices=Person.NEEDS,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("只记录需要什么，不问也不记原因。"),
    )
    service_needs = _choice(_("同意记录这些需要"), [NO_CHOICE, *HOW], required=False)

    def consents(self) -> dict[str, str]:
        """Purpose → how it was agreed to."""
        return {
            purpose: how
            for purpose in ("contact", "service_needs")
            if (how := self.cleaned_data[purpose])
        }


class RegisterForm(ParticularsForm):
    """Somebody new, and where they live."""

    address = AddressField()
    kind = _choice(_("与住房的关系"), Tie.KINDS, initial=Tie.RESIDENT)
    since = day_field(_("从哪天起"))
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, community)


class UploadForm(forms.Form):
    """A table as it is, and what is known of it as a whole."""

    table = forms.FileField(
        label=_("表格"),
        widget=FileDrop(
            accept=TABLES, kinds=_("CSV、XLSX、XLS、ODS，列的顺序随意"), most=LIMITS["table"]
        ),
    )
    kind = _choice(
        _("没有写关系的行，算作"),
        Tie.KINDS,
        initial=Tie.RESIDENT,
        help_text=_("表里写了的以表为准。"),
    )
    contact = _choice(
        _("表里的电话，本人同意过用来联系吗"),
        [("", _("不清楚：不导入电话")), *HOW],
        required=False,
    )
    complete = forms.BooleanField(
        label=_("这份表是全部居民：表里没有的人，按今天搬离处理"), required=False
    )


class AnswerForm(forms.Form):
    """The answer to what somebody asked about their own data."""

    granted = _choice(
        _("结果"), [("yes", _("已照办")), ("no", _("不同意"))], widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("答复"),
        max_length=1000,
        required=False,
        help_text=_("不同意的，要写明理由；本人可以向法院起诉。"),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 1000, "data-no-draft": True}),
    )


class AgentForm(forms.Form):
    """Who may act for somebody, found among those registered here."""

    agent = forms.CharField(
        label=_("由谁办理"),
        max_length=60,
        help_text=_("本社区登记的另一个人：完整的证件号、电话，或姓名。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True}),
    )
    kind = _choice(_("类别"), Agency.KINDS)
    scope = _choice(_("范围"), Agency.SCOPES)
    since = day_field(_("起"))
    until = day_field(_("止"), required=False, help_text=_("不填就是长期有效，可以随时结束。"))
    paper = forms.CharField(
        label=_("依据的材料"), max_length=80, help_text=_("例如“授权委托书，2026-03-05”。")
    )


def offer(form: forms.Form, community: Place) -> None:
    """Lets the address fields of a form know whose dwellings they are about."""
    for field in form.fields.values():
        if isinstance(field, AddressField):
            field.community = community

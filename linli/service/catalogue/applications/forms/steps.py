"""The form of each step of an application: what is parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.pages.fields import DayInput
from linli.core.pages.steps import StepForm
from linli.service.catalogue.applications import queries
from linli.service.catalogue.applications.actions import Parcel, Told
from linli.service.catalogue.applications.forms.asking import KinFields, area, colleagues
from linli.service.catalogue.applications.models import CONSENTS, HandedPaper
from linli.service.catalogue.applications.paths import papers_named

FIELDS = {
    "name": _("姓名"),
    "id_number": _("证件号"),
    "phone": _("电话"),
    "home": _("住址"),
    "household": _("一起生活的家人姓名"),
}
"""What may go to an office of the person, beside the papers."""


class TakeUpForm(StepForm):
    """Takes up what waits; a reason where others came before."""

    reason = area(_("为什么先办这一件"), most=200, required=False)


class PapersForm(StepForm):
    """Papers of the scheme's list."""

    kinds = forms.MultipleChoiceField(label=_("材料"), widget=forms.CheckboxSelectMultiple)

    def fit(self) -> None:
        """The list is the scheme's, the same for everybody."""
        keys = [*self.row.path.may_be_handed]
        if not self.row.agency_id and self.row.channel != "desk":
            keys.remove("mandate")
        offered = [(each.key, each.name) for each in papers_named(keys)]
        self.fields["kinds"].choices = offered  # type: ignore[attr-defined]


class MissingForm(PapersForm):
    """What is missing, ticked all at once."""

    def start(self, row: Any) -> dict[str, Any]:
        handed = queries.handed_kinds(row)
        return {"kinds": [key for key in row.path.papers if key not in handed]}


class PassOnForm(PapersForm):
    """What the office asked for, in writing."""

    office_paper = forms.CharField(
        label=_("单位的来文"), max_length=80, help_text=_("补正通知的编号。没有书面的不能再要。")
    )
    office_asked_on = forms.DateField(label=_("收到日期"), widget=DayInput())


class ReceiveForm(PapersForm):
    """What is handed over."""

    form = forms.ChoiceField(
        label=_("原件还是复印件"), choices=HandedPaper.KINDS, widget=forms.RadioSelect,
        initial="copy",
    )  # fmt: skip
    copies = forms.IntegerField(label=_("每种几份"), min_value=1, max_value=20, initial=1)
    by_whom = forms.ChoiceField(
        label=_("谁交来的"),
        choices=[("self", _("本人")), ("agent", _("代办人"))],
        widget=forms.RadioSelect,
        initial="self",
    )


class GiveBackForm(StepForm):
    """What is given back."""

    papers = forms.ModelMultipleChoiceField(
        label=_("退还哪些"),
        queryset=HandedPaper.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def fit(self) -> None:
        """Those that are here still."""
        here = HandedPaper.objects.filter(
            community=self.row.community_id, help=self.row, given_back_at__isnull=True
        )
        field: Any = self.fields["papers"]
        field.queryset = here.order_by("handed_at", "id")
        field.label_from_instance = lambda paper: (
            f"{paper.named.name if paper.named else paper.kind} · {paper.get_form_display()}"
        )


class KinForm(KinFields, StepForm):
    """The question about relatives, asked at the desk."""

    def start(self, row: Any) -> dict[str, Any]:
        return {"kin": row.kin, "kin_who": row.kin_who}

    def fit(self) -> None:
        """Names those who work here."""
        self.offer(self.row.community)


class ColleagueForm(StepForm):
    """A colleague, by name."""

    to = forms.ModelChoiceField(label=_("哪位同事"), queryset=Account.objects.none())

    def fit(self) -> None:
        """Everybody who may handle one, but whoever does."""
        colleagues(self.fields["to"], self.row.community, but=self.row.handler_id)


class SecondForm(ColleagueForm):
    """Who stands in; nobody takes it back."""

    def fit(self) -> None:
        super().fit()
        self.fields["to"].required = False


class ForwardForm(StepForm):
    """What goes, to whom, what for, with whose consent."""

    office = forms.CharField(label=_("转交给"), max_length=80)
    purpose = forms.CharField(label=_("目的"), max_length=200)
    fields_sent = forms.MultipleChoiceField(
        label=_("转哪些内容"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("只勾这一项用得着的。"),
    )
    papers_sent = forms.MultipleChoiceField(
        label=_("转哪些材料"), required=False, widget=forms.CheckboxSelectMultiple
    )
    consent = forms.ChoiceField(
        label=_("本人怎样同意转交的"), choices=CONSENTS, widget=forms.RadioSelect
    )
    insists = forms.BooleanField(
        label=_("材料没齐，本人要求先递交"), required=False,
        help_text=_("递交是申请人的权利，单位收不收由单位告知。"),
    )  # fmt: skip
    receipt = forms.CharField(
        label=_("单位的收件回执"), max_length=80, required=False, help_text=_("编号或收件人。")
    )

    def start(self, row: Any) -> dict[str, Any]:
        return {
            "office": row.path.taken_by,
            "purpose": _("申请{scheme}").format(scheme=row.path.name),
            "fields_sent": ["name", "home"],
            "papers_sent": sorted(queries.handed_kinds(row)),
        }

    def fit(self) -> None:
        """What this scheme may need, and what was handed over."""
        fields: Any = self.fields
        fields["fields_sent"].choices = [(key, FIELDS[key]) for key in self.row.path.fields]
        handed = papers_named(sorted(queries.handed_kinds(self.row)))
        fields["papers_sent"].choices = [(each.key, each.name) for each in handed]

    def parcel(self) -> Parcel:
        """What goes."""
        given = self.cleaned_data
        return Parcel(
            given["office"],
            given["purpose"],
            given["fields_sent"],
            given["papers_sent"],
            given["consent"],
            given["insists"],
            given["receipt"],
        )


class ToldForm(StepForm):
    """What the office told: when, who, on which paper."""

    on = forms.DateField(
        label=_("哪天告知的"), widget=DayInput(), help_text=_("单位说的日子，不是今天记的日子。")
    )
    who = forms.CharField(label=_("单位里谁告知的"), max_length=40, required=False)
    paper = forms.CharField(
        label=_("文书编号"), max_length=80, required=False,
        help_text=_("告知的人和文书，至少写一样。"),
    )  # fmt: skip

    def start(self, row: Any) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def told(self) -> Told:
        """Somebody's word."""
        given = self.cleaned_data
        return Told(given["on"], given.get("who", ""), given.get("paper", ""))


class QueueForm(ToldForm):
    """How it stands in the queue."""

    number = forms.IntegerField(
        label=_("轮候第几位"), min_value=1, max_value=1_000_000, required=False,
        help_text=_("单位没有说的，空着。"),
    )  # fmt: skip
    field_order = ("on", "number", "who", "paper")


class LeaseForm(ToldForm):
    """Until when the contract runs."""

    until = forms.DateField(label=_("合同哪天到期"), widget=DayInput())
    field_order = ("on", "until", "who", "paper")


class LongerForm(ToldForm):
    """By how much is laid down; why, the office says."""

    reason = area(_("单位说的原因"), most=200)


class DecisionForm(ToldForm):
    """A decision: the office's, on paper."""

    def fit(self) -> None:
        """No decision without a paper."""
        paper = self.fields["paper"]
        paper.required, paper.help_text = True, _("决定书的编号。没有文书的不能记成决定。")


class GrantedForm(DecisionForm):
    """It gives the aid. How much is not asked."""

    reviewed_every = forms.TypedChoiceField(
        label=_("多久核查一次"),
        coerce=int,
        empty_value=None,
        choices=[
            ("12", _("每年（情况稳定）")),
            ("6", _("每半年（收入不固定）")),
            ("", _("不核查")),
        ],
        required=False,
        initial="12",
    )

    def fit(self) -> None:
        super().fit()
        if not self.row.path.reviewed:
            del self.fields["reviewed_every"]


class RefusedForm(DecisionForm):
    """It refuses, with its reasons."""

    reasons = area(_("单位写的理由"), _("照原文记，加密保存，只有本人和经办人看得到。"), most=2000)


class NoticeForm(StepForm):
    """Which notice it is in."""

    notice = forms.ModelChoiceField(
        label=_("是哪一份公示"), queryset=None, help_text=_("公示里看不到这件申请。")
    )

    def fit(self) -> None:
        """Notices of this sort of help that were posted."""
        field: Any = self.fields["notice"]
        field.queryset = queries.posted_notices(self.row)
        field.label_from_instance = lambda row: f"{row.get_scheme_display()} · {row.paper}"


class WordsForm(StepForm):
    """A few lines in one's own words."""

    words = area(_("内容"), most=2000)

    def start(self, row: Any) -> dict[str, Any]:
        return {"words": self.kept(row)}

    def kept(self, row: Any) -> str:
        """What was written before."""
        return ""


class ObjectionForm(WordsForm):
    """Why one does not accept the decision."""

    words = area(
        _("哪里不对，希望怎样"), _("写事实就好。打印出来签字，交给受理的单位。"), most=2000
    )

    def kept(self, row: Any) -> str:
        return str(row.objection)


class ChangeForm(WordsForm):
    """What has changed at home."""

    words = area(_("家里有什么变化"), _("例如收入变了、有人搬走、孩子毕业。"), most=2000)

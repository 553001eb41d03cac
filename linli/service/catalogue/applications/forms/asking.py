"""What is asked of an applicant, or of a worker about one; and lists to choose from."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.pages.fields import DayInput
from linli.core.people.choosing import PersonField
from linli.lib.identity.ids import new_id
from linli.service.catalogue.applications import queries
from linli.service.catalogue.applications.actions import Wanted
from linli.service.catalogue.applications.models import CONSENTS
from linli.service.catalogue.applications.paths import paths


def area(label: Any, help_text: Any = "", *, most: int = 800, required: bool = True) -> Any:
    """A few lines of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=required,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": most}),
    )


def _schemes() -> list[tuple[str, str]]:
    return [(key, path.name) for key, path in paths().items()]


def colleagues(field: Any, community: Any, *, but: Any = None) -> None:
    """Offers those who may handle an application here, by name."""
    staff = queries.helpers(community, timezone.localdate())
    field.queryset = staff.exclude(pk=but) if but else staff
    field.label_from_instance = lambda account: account.label


class KinFields(forms.Form):
    """Whether the applicant is related to those who work here."""

    kin = forms.ChoiceField(
        label=_("与社区工作人员、居委会成员是近亲属吗"),
        choices=[("no", _("不是")), ("yes", _("是，请单独登记"))],
        widget=forms.RadioSelect,
        help_text=_("配偶、父母、子女、兄弟姐妹、祖孙。是的由区里上门核查，亲属不经办。"),
    )
    kin_who = forms.CharField(label=_("与谁，什么关系"), max_length=80, required=False)
    kin_staff = forms.ModelMultipleChoiceField(
        label=_("其中有在这里办事的"),
        queryset=Account.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def offer(self, community: Any) -> None:
        """Names those who could handle it."""
        colleagues(self.fields["kin_staff"], community)


class AskForm(KinFields):
    """A resident asks for help, for themselves or for whom they hold a mandate."""

    whom = forms.ChoiceField(label=_("给谁申请"), widget=forms.RadioSelect)
    wish = area(_("想说明的"), _("可以不写。只有经办人看得到。"), required=False)
    urgent = forms.BooleanField(
        label=_("遇到急难，今天就要"),
        required=False,
        help_text=_("例如突发意外、没有饭吃。先转交，材料以后补。"),
    )
    consented = forms.BooleanField(
        label=_("我同意社区为这件事看我的材料，并转交给作决定的单位"),
        help_text=_("转交前会再问您转什么。随时可以撤回。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
    field_order = ("whom", "kin", "kin_who", "kin_staff", "wish", "urgent", "consented", "once")

    def __init__(self, *args: Any, community: Any, path: Any, mandates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.path, self.mandates = path, {str(each.pk): each for each in mandates}
        self.offer(community)
        others = [(key, each.principal.name) for key, each in self.mandates.items()]
        self.fields["whom"].choices = [("self", _("我自己")), *others]  # type: ignore[attr-defined]
        self.fields["whom"].initial = "self"
        if not others:
            self.fields["whom"].widget = forms.HiddenInput()
        if not path.urgent:
            del self.fields["urgent"]

    def wanted(self) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        return Wanted(
            self.path.key,
            urgent=bool(given.get("urgent")),
            wish=given["wish"],
            kin=given["kin"],
            kin_who=given["kin_who"],
            kin_staff=list(given["kin_staff"]),
        )


class OpenForm(KinFields):
    """A worker opens one at the desk."""

    person = PersonField(label=_("给谁申请"))
    scheme = forms.ChoiceField(label=_("申请什么"), choices=_schemes)
    consent = forms.ChoiceField(
        label=_("本人怎样同意的"),
        choices=[row for row in CONSENTS if row[0] != "online"],
        widget=forms.RadioSelect,
    )
    wish = area(_("本人想说明的"), required=False)
    urgent = forms.BooleanField(label=_("急难的临时救助，先转交"), required=False)
    q = forms.CharField(widget=forms.HiddenInput())
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
    field_order = (
        "person", "scheme", "consent", "urgent", "kin", "kin_who", "kin_staff", "wish", "q", "once",
    )  # fmt: skip

    def clean(self) -> Any:
        """Only some schemes are forwarded first: a tick for another is not dropped in silence."""
        given = super().clean() or self.cleaned_data
        path = paths().get(given.get("scheme", ""))
        if given.get("urgent") and path is not None and not path.urgent:
            self.add_error("urgent", _("急难的只有临时救助可以先转交"))
        return given

    def wanted(self) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        keys = ("scheme", "urgent", "wish", "kin", "kin_who")
        return Wanted(**{key: given[key] for key in keys}, kin_staff=list(given["kin_staff"]))


class NoteForm(forms.Form):
    """A worker's own note on one person."""

    person = PersonField(label=_("关于谁"))
    scheme = forms.ChoiceField(label=_("可能可以申请"), choices=_schemes)
    ground = area(_("依据"), _("本人说过什么、见到什么。不从名册推算，不写病情。"), most=300)
    next_step = area(_("下一步"), _("例如“周三顺路告诉他可以申请”。"), most=200)
    q = forms.CharField(widget=forms.HiddenInput())


class WishForm(forms.Form):
    """What one would like to be offered."""

    schemes = forms.MultipleChoiceField(
        label=_("希望得到哪些帮助"),
        choices=_schemes,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("去掉勾，就立刻删除。不用说为什么。"),
    )
    shared = forms.BooleanField(
        label=_("让社区工作者也看到，好来告诉我"), required=False,
        help_text=_("不勾的，只有您自己看得到，用来给您推荐。"),
    )  # fmt: skip


class CountsForm(forms.Form):
    """Of which year: whole years only, so that no shorter span gives anybody away."""

    year = forms.ChoiceField(label=_("哪一年"), help_text=_("只看整年，过完才有。"))

    def offer(self, years: list[int]) -> None:
        """Names the years."""
        fields: Any = self.fields
        fields["year"].choices = [(str(year), _("{year} 年").format(year=year)) for year in years]


class ReviewRoundForm(forms.Form):
    """Which doors, on which day, with whom: two go, and both stand with their names."""

    rows = forms.MultipleChoiceField(label=_("去哪几家"), widget=forms.CheckboxSelectMultiple)
    day = forms.DateField(label=_("哪天去"), widget=DayInput())
    second = forms.ModelChoiceField(label=_("和谁一起去"), queryset=Account.objects.none())

    def offer(self, community: Any, account: Any, rows: Any) -> None:
        """Names the doors and the colleagues."""
        fields: Any = self.fields
        fields["rows"].choices = [
            (str(row.pk), f"{row.person.name if row.person else '—'} · {row.path.name}")
            for row in rows
        ]
        colleagues(fields["second"], community, but=account)

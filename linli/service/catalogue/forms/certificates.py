"""The forms of 开证明: what is parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import for_reader, in_both
from linli.core.pages.fields import DayInput
from linli.lib.identity.ids import new_id
from linli.service.catalogue.actions import Draft
from linli.service.catalogue.actions.listing import Line
from linli.service.catalogue.fields import field_titles
from linli.service.catalogue.lists import national_list, office_kinds
from linli.service.catalogue.models import Certificate, CertificateItem
from linli.service.catalogue.models.lists import BASES
from linli.service.catalogue.queries.roster import Known
from linli.service.catalogue.rules.certificates import FIELDS, KEPT, NOT_ISSUED, placeholders

MOST_COPIES = 20


def _area(label: Any, help_text: Any = "", rows: int = 3, most: int = 400) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows, "maxlength": most}),
    )


def _day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    widget = DayInput()
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)


class SearchForm(forms.Form):
    """What is to be certified, in whatever words."""

    q = forms.CharField(required=False, max_length=60)


class PersonForm(forms.Form):
    """For whom, at the counter."""

    who = forms.CharField(
        label=_("给谁开"),
        max_length=40,
        help_text=_("姓名、拼音或完整的证件号"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True}),
    )


class CodeForm(forms.Form):
    """The code beside the QR code of a paper."""

    code = forms.CharField(
        label=_("校验码"),
        max_length=40,
        help_text=_("印在证明的二维码旁边，像 K7QM-2X9D-VH4T"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class AskForm(forms.Form):
    """A resident asks for one: what for, and for whom. The rest the roster knows."""

    purpose = forms.CharField(
        label=_("做什么用"), max_length=80, help_text=_("例如“孩子入园报名”。写在证明上。")
    )
    for_office = forms.CharField(
        label=_("交给哪个单位"), max_length=60, help_text=_("只对这个单位有效，写在证明上。")
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class DraftForm(forms.Form):
    """What the holder states, field by field of the template, beside what the roster knows."""

    purpose = forms.CharField(label=_("做什么用"), max_length=80)
    for_office = forms.CharField(label=_("交给哪个单位"), max_length=60)
    witness = forms.CharField(
        label=_("见证人"), max_length=40, required=False, widget=forms.TextInput()
    )
    came = forms.CharField(
        label=_("代办人"),
        max_length=60,
        required=False,
        help_text=_("本人来的不用填；别人代办的写姓名和委托的材料。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(
        self,
        data: Any,
        *,
        item: CertificateItem,
        known: Known,
        certificate: Certificate | None = None,
    ) -> None:
        self.names = placeholders(item.template)
        super().__init__(data, initial=self._begin(known, certificate))
        titles = field_titles()
        for name in self.names:
            kind = {"type": "date"} if name == "since" else {"autocomplete": "off"}
            self.fields[f"stated_{name}"] = forms.CharField(
                label=titles[name],
                max_length=120,
                widget=forms.TextInput(attrs=kind),
                help_text="" if known[name] else _("名册里没有，请看材料后填，并写明看过什么。"),
            )
            if not known[name]:
                self.fields[f"proof_{name}"] = forms.CharField(
                    label=_("%(field)s：看过什么材料") % {"field": titles[name]},
                    max_length=80,
                    required=False,
                )
        self.fields["witness"].required = item.witness
        if not item.witness:
            del self.fields["witness"]
        self.order_fields([*(f for n in self.names for f in (f"stated_{n}", f"proof_{n}"))])

    def _begin(self, known: Known, certificate: Certificate | None) -> dict[str, Any]:
        begin: dict[str, Any] = {
            f"stated_{name}": known[name][0] if known[name] else "" for name in self.names
        }
        if certificate is not None:
            begin |= {
                "purpose": certificate.purpose,
                "for_office": certificate.for_office,
                "witness": certificate.witness,
                "came": certificate.came,
                "seen": certificate.version,
            }
        return begin

    def draft(self) -> Draft:
        """What was filled in."""
        given = self.cleaned_data
        return Draft(
            purpose=given["purpose"],
            for_office=given["for_office"],
            stated={name: given[f"stated_{name}"] for name in self.names},
            proofs={name: given.get(f"proof_{name}", "") for name in self.names},
            witness=given.get("witness", ""),
            came=given["came"],
        )


class CopiesForm(forms.Form):
    """Further copies of the same paper."""

    copies = forms.IntegerField(label=_("再盖几份"), min_value=1, max_value=MOST_COPIES, initial=1)
    reason = forms.CharField(label=_("为什么再盖"), max_length=200)


class LineForm(forms.Form):
    """What every line of a list has: its title, its basis, its days."""

    title = forms.CharField(label=_("证明名称"), max_length=60)
    title_en = forms.CharField(label=_("英文名称"), max_length=80, required=False)
    words = forms.CharField(
        label=_("居民怎么说"),
        max_length=300,
        required=False,
        help_text=_("用顿号或逗号分开，例如“我住这里、住址证明”。"),
    )
    basis = forms.ChoiceField(
        label=_("依据的种类"),
        choices=BASES,
        widget=forms.RadioSelect,
        help_text=_("本地清单不能改变国家的不出具清单；法律和国务院批准的可以。"),
    )
    basis_text = forms.CharField(label=_("依据"), max_length=200, help_text=_("文件的全名"))
    document = forms.CharField(label=_("文号或条文"), max_length=80)
    in_force_from = _day(_("从哪天起"))
    in_force_to = _day(_("到哪天止"), _("含当天；没有写期限的不填。"), required=False)

    listed = ""

    def line(self) -> Line:
        """The line as it was filled in."""
        given = dict(self.cleaned_data)
        spoken = given.pop("words").replace("，", "、").replace(",", "、").split("、")
        lines = [each.strip() for each in given["papers"].split("\n")]
        given["papers"] = "\n".join(each for each in lines if each)
        given["words"] = [word.strip() for word in spoken if word.strip()]
        return Line(listed=self.listed, **given)


class KeptForm(LineForm):
    """A line of the keep-list: what the committee issues, and what the paper says."""

    same_as = forms.ChoiceField(
        label=_("与国家不出具清单的哪一项是同一件事"), required=False, choices=()
    )
    template = forms.CharField(
        label=_("证明正文"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 2000}),
    )
    papers = forms.CharField(
        label=_("带什么材料"),
        max_length=400,
        required=False,
        help_text=_("一行一样"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    simple = forms.BooleanField(label=_("简单，当场办结"), required=False, initial=True)
    witness = forms.BooleanField(label=_("要有见证人"), required=False)
    valid_days = forms.IntegerField(
        label=_("有效多少天"), min_value=1, max_value=3660, required=False
    )

    listed = KEPT

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = [(i.key, for_reader(in_both(i.title, i.title_en))) for i in national_list().items]
        self.fields["same_as"].choices = [("", _("都不是")), *items]  # type: ignore[attr-defined]
        allowed = "、".join(f"{{{word}}}" for word in FIELDS)
        self.fields["template"].help_text = _("可以从名册取：%(allowed)s。别的取不到。") % {
            "allowed": allowed
        }


class AddedForm(LineForm):
    """A line the place adds to the list of what is not issued: which office does it."""

    office = forms.ChoiceField(label=_("应该找谁"), choices=())
    papers = forms.CharField(
        label=_("带什么材料"),
        max_length=400,
        help_text=_("一行一样"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    way_on = _area(_("怎么办"), rows=2, most=300)

    listed = NOT_ISSUED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(k.key, for_reader(in_both(k.title, k.title_en))) for k in office_kinds().values()]
        self.fields["office"].choices = kinds  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """The last day of a line."""

    last_day = _day(_("最后一天"), _("今天或以后；这一天申请的还照办。"))


class OfficeForm(forms.Form):
    """Where the office round the corner is."""

    name = forms.CharField(label=_("名称"), max_length=80)
    address = forms.CharField(label=_("地址"), max_length=120)
    phone = forms.CharField(label=_("办公电话"), max_length=30)
    hours = forms.CharField(label=_("什么时候开门"), max_length=80, required=False)

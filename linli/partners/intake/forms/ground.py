"""What a line of the list or a request stands on, and its money line, as fields of a form."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.lib.law import all_citations
from linli.partners.intake.models.ground import Grounded
from linli.partners.intake.seed import seed_lines
from linli.partners.intake.words import MONEY, PER, STATUSES

FEN = 100
OFFERED = ("rcl2025.10", "rcl2025.43")
MONEY_FIELDS = ("money", "yuan", "per", "payer")


def article_choices() -> list[tuple[str, str]]:
    """The articles that ask something of a residents' committee, in the reader's language."""
    used = {key for line in seed_lines() for key in line.cites} | set(OFFERED)
    chinese = (get_language() or "zh").startswith("zh")
    return [
        (each.key, each.reference if chinese else each.reference_en)
        for each in all_citations()
        if each.key in used
    ]


class GroundForm(forms.Form):
    """Basis and money. Amounts are typed in yuan and kept in fen."""

    first_part: Any = ""

    cites = forms.MultipleChoiceField(
        label=_("法律依据"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("按住 Ctrl 可以选几条；没有就写文件的名称、文号和日期。"),
    )
    paper = forms.CharField(label=_("文件名称"), max_length=200, required=False)
    paper_number = forms.CharField(
        label=_("文号"), max_length=60, required=False, help_text=_("例如“民发〔2015〕136号”。")
    )
    paper_date = forms.DateField(label=_("文件日期"), required=False, widget=DayInput())
    paper_status = forms.ChoiceField(
        label=_("文件核对情况"),
        choices=STATUSES,
        required=False,
        initial="to_verify",
        help_text=_("拿到原件对照过的，才选“已对照原文”。"),
    )
    money = forms.ChoiceField(
        label=_("经费"), choices=[("", _("没有说明")), *MONEY], required=False
    )
    yuan = forms.DecimalField(
        label=_("金额（元）"),
        required=False,
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
    )
    per = forms.ChoiceField(label=_("按什么算"), choices=[("", "—"), *PER], required=False)
    payer = forms.CharField(label=_("谁出钱"), max_length=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cites"].choices = article_choices()  # type: ignore[attr-defined]

    def parts(self) -> list[tuple[Any, list[Any], list[Any]]]:
        """The fields in the order in which one thinks of them: a heading, those that want the
        whole width, and those that stand beside each other."""
        basis = ("paper", "paper_number", "paper_date", "paper_status")
        known = {"cites", *basis, *MONEY_FIELDS}
        wide = {"does", "does_not", "asked"}
        rest = [field for field in self.visible_fields() if field.name not in known]
        return [
            (
                self.first_part,
                [field for field in rest if field.name in wide],
                [field for field in rest if field.name not in wide],
            ),
            (_("依据"), [self["cites"]], [self[name] for name in basis]),
            (_("经费"), [], [self[name] for name in MONEY_FIELDS]),
        ]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        yuan = given.pop("yuan", None)
        if given.get("money") == "amount" and "yuan" not in self.errors:
            if yuan is None:
                self.add_error("yuan", _("请写明金额；不知道就选“没有说明”。"))
            if not given.get("payer"):
                self.add_error("payer", _("请写明谁出这笔钱。"))
        given["fen"] = int(yuan * FEN) if yuan and given.get("money") == "amount" else None
        given["paper_status"] = given.get("paper_status") or "to_verify"
        return given


GROUND_KEYS = (
    "cites", "paper", "paper_number", "paper_date", "paper_status", "money", "fen", "per", "payer",
)  # fmt: skip


def ground_of(given: dict[str, Any]) -> dict[str, Any]:
    """Basis and money out of what a form gave, as rows keep them."""
    return {name: given[name] for name in GROUND_KEYS if name in given}


def ground_start(row: Grounded) -> dict[str, Any]:
    """What the fields begin with for a row that is there."""
    return {
        "cites": row.cites,
        "paper": row.paper,
        "paper_number": row.paper_number,
        "paper_date": row.paper_date,
        "paper_status": row.paper_status,
        "money": row.money,
        "yuan": row.yuan or None,
        "per": row.per,
        "payer": row.payer,
    }

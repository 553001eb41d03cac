"""The forms of services, contacts and the care that is needed: parsed, and nothing decided."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.service.casework.actions.arranged import Arranged
from linli.service.casework.forms.care import area, day, line
from linli.service.casework.models.arranged import (
    GRADES,
    PAYERS,
    PRICES,
    SERVICES,
    UNITS,
    WEEKDAYS,
    CareNeed,
    CareService,
)
from linli.service.casework.models.care import HOW_AGREED


def yuan(label: Any, **more: Any) -> forms.DecimalField:
    """An amount of money, in yuan."""
    return forms.DecimalField(
        label=label,
        min_value=Decimal("0.01"),
        max_digits=9,
        decimal_places=2,
        required=False,
        **more,
    )


def in_fen(amount: Decimal | None) -> int | None:
    """The same in fen; nothing for nothing."""
    return int(amount * 100) if amount else None


class WishForm(forms.Form):
    """Which service the elder would like."""

    service = forms.ChoiceField(label=_("哪项服务"), choices=SERVICES, widget=forms.RadioSelect)
    wish = area(_("老人怎么说"), required=False, most=300, rows=2)


class ArrangeForm(StepForm):
    """From whom, when, at what price, who pays, from when to when."""

    consented = forms.BooleanField(
        label=_("价钱、谁来、什么时候都和老人说清楚了，老人同意"), required=False
    )
    how = forms.ChoiceField(label=_("怎么同意的"), choices=HOW_AGREED, widget=forms.RadioSelect)
    agreed_on = day(_("哪天同意的"))
    provider = line(
        _("谁来提供"),
        required=True,
        help_text=_("先看社区的服务目录：有核实日期、价格和投诉电话。老人自己找的人也可以。"),
    )
    provider_phone = line(_("提供方的电话"))
    days = forms.TypedMultipleChoiceField(
        label=_("每周哪些天"),
        choices=WEEKDAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("紧急呼叫随时都在，不用选。"),
    )
    hour = line(_("几点"), most=40, help_text=_("例如 11:30，或“上午”。"))
    price_class = forms.ChoiceField(label=_("收费"), choices=PRICES, widget=forms.RadioSelect)
    price_yuan = yuan(_("价格（元）"), help_text=_("无偿的空着。"))
    price_unit = forms.ChoiceField(label=_("按什么算"), choices=[("", "—"), *UNITS], required=False)
    payer = forms.ChoiceField(
        label=_("谁付钱"), choices=[("", _("不用付")), *PAYERS], required=False
    )
    since = day(_("从哪天起"))
    until = day(_("到哪天止"), required=False, help_text=_("没有说好就空着。"))

    def start(self, row: CareService) -> dict[str, Any]:
        return {
            "how": row.how_agreed,
            "agreed_on": row.agreed_on,
            "provider": row.provider,
            "provider_phone": row.provider_phone,
            "days": row.days,
            "hour": row.hour,
            "price_class": row.price_class,
            "price_yuan": Decimal(row.price_fen) / 100 if row.price_fen else None,
            "price_unit": row.price_unit,
            "payer": row.payer,
            "since": row.since,
            "until": row.until,
        }

    def terms(self) -> Arranged:
        """What was arranged."""
        given = self.cleaned_data
        return Arranged(
            consented=given["consented"],
            how=given["how"],
            agreed_on=given["agreed_on"],
            provider=given["provider"],
            provider_phone=given["provider_phone"],
            days=given["days"],
            hour=given["hour"],
            price_class=given["price_class"],
            price_fen=in_fen(given["price_yuan"]),
            price_unit=given["price_unit"],
            payer=given["payer"],
            since=given["since"],
            until=given["until"],
        )


class ContactForm(forms.Form):
    """Somebody more to be called."""

    name = line(_("姓名"), required=True)
    tie = line(_("和老人的关系"))
    phone = line(_("电话"), required=True)
    on_card = forms.BooleanField(label=_("老人要把这一位印在联系卡上"), required=False)


class NeedForm(forms.Form):
    """The wish of who is in extreme hardship."""

    wanted = forms.BooleanField(
        label=_("本人要居委会的人来看看需要怎样照料"),
        help_text=_("不想要就不来，不影响特困供养。"),
        required=False,
    )
    wish = area(_("本人怎么说、想怎么照料"), required=False)


class AssessmentForm(forms.Form):
    """When the assessor came, and what the office told."""

    came_on = day(_("评估人员哪天来的"))
    told = forms.ChoiceField(
        label=_("告知的结果"),
        choices=[("", _("还没有告知")), *GRADES],
        required=False,
        help_text=_("照民政部门告知的写；居委会不评、不改。"),
    )
    told_by = line(_("哪个部门告知的"))
    told_on = day(_("哪天告知的"), required=False)

    def __init__(self, *args: Any, need: CareNeed, **kwargs: Any) -> None:
        names = ("came_on", "told", "told_by", "told_on")
        kwargs["initial"] = {name: getattr(need, name) for name in names}
        super().__init__(*args, **kwargs)

"""The forms of reminders and service cards."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.people.choosing import PersonField
from linli.lib.identity.ids import new_id
from linli.service.catalogue.reminders import rules
from linli.service.catalogue.reminders.actions import Card, Wanted
from linli.service.catalogue.reminders.kinds import Kind, kinds
from linli.service.catalogue.reminders.models import AGREED, WISHES, Reminder, ServiceCard
from linli.service.catalogue.reminders.queries import has_account

AT_DESK = [row for row in AGREED if row[0] != "online"]


def _kinds() -> list[tuple[str, str]]:
    said = gettext("{kind}（{day}）")
    return [(key, said.format(kind=kind.name, day=kind.asks_for)) for key, kind in kinds().items()]


def _once() -> Any:
    return forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class ReminderFields(forms.Form):
    """What is asked of every reminder."""

    kept_note = ""

    day = forms.DateField(label=_("哪一天"), widget=DayInput())
    call = forms.BooleanField(
        label=_("打电话提醒我"),
        required=False,
        help_text=_("勾上的，社区工作者看得到这一条，到时打电话；不勾的，只有您自己看得到。"),
    )
    phone = forms.CharField(
        label=_("打哪个电话"),
        max_length=30,
        required=False,
        help_text=_("要打电话的才填。家里的、家人的都行，只用来提醒。"),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    note = forms.CharField(
        label=_("想记住的"),
        max_length=120,
        required=False,
        help_text=_("可以不写。例如“合同在抽屉里”。"),
    )

    def clean(self) -> dict[str, Any]:
        """Who is to be rung up says where: told at the field, so that nothing typed is lost."""
        given: dict[str, Any] = super().clean() or {}
        called = rules.may_be_called(given.get("call", False), given.get("phone", ""))
        if not called and "phone" not in self.errors:
            self.add_error("phone", _("要打电话提醒的，请填一个打得通的电话。"))
        return given

    def wanted(self, kind: str) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        note = given.get("note", self.kept_note)
        return Wanted(kind, given["day"], given["call"], given["phone"], note)


def say_for_desk(form: forms.Form) -> None:
    """The same fields, as a worker reads them."""
    form.fields["call"].label = _("打电话提醒")
    form.fields["call"].help_text = _("没有账号的要勾：不打电话就提醒不到。")


class SetForm(ReminderFields):
    """A resident sets one."""

    once = _once()

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = kind.asks_for


class ChangeForm(ReminderFields):
    """Changes one."""

    def __init__(self, *args: Any, row: Reminder, desk: bool = False, **kwargs: Any) -> None:
        begin = {"day": row.day, "call": row.call, "phone": row.phone, "note": row.note}
        super().__init__(*args, **{**kwargs, "initial": begin})
        self.fields["day"].label = row.of.asks_for
        if desk:
            say_for_desk(self)
            if has_account(row.person):  # what they wrote for themselves stays theirs
                del self.fields["note"]
        self.kept_note = row.note


class SetForForm(ReminderFields):
    """A worker sets one at somebody's wish."""

    person = PersonField(label=_("给谁设"))
    kind = forms.ChoiceField(label=_("提醒什么"), choices=_kinds)
    agreed = forms.ChoiceField(label=_("本人怎样同意的"), choices=AT_DESK, widget=forms.RadioSelect)
    q = forms.CharField(widget=forms.HiddenInput())
    once = _once()
    field_order = ("person", "kind", "day", "call", "phone", "note", "agreed", "q", "once")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_for_desk(self)
        self.fields["day"].label = _("哪一天（上面括号里写的日子）")


class DoneForm(forms.Form):
    """It was done: when, and for what is asked anew, the new day."""

    done_on = forms.DateField(label=_("哪天办好的"), widget=DayInput())
    new_day = forms.DateField(
        label=_("新的到期日"),
        required=False,
        widget=DayInput(),
        help_text=_("看新的证件或合同。不填，这条提醒就结束、删除。"),
    )

    def __init__(self, *args: Any, row: Reminder, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"done_on": on}})
        if not row.of.asks_anew:
            del self.fields["new_day"]


class CardFields(forms.Form):
    """What may stand on a card; all of it can be left empty."""

    reach = forms.CharField(
        label=_("怎样联系您"),
        max_length=120,
        required=False,
        help_text=_("电话，或者“敲门就行”“找我女儿”。可以不填。"),
    )
    wishes = forms.MultipleChoiceField(
        label=_("想要哪些服务"),
        choices=list(WISHES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不勾也行，服务一样。"),
    )
    employer = forms.CharField(
        label=_("原单位"),
        max_length=80,
        required=False,
        help_text=_("想留下才填。"),
    )


class CardForm(CardFields):
    """A resident's own card."""

    source = forms.ChoiceField(
        label=_("您是"), choices=ServiceCard.SOURCES, widget=forms.RadioSelect, initial="asked"
    )
    once = _once()
    field_order: tuple[str, ...] = ("source", "reach", "wishes", "employer", "once")

    def __init__(self, *args: Any, row: ServiceCard | None = None, **kwargs: Any) -> None:
        if row is not None:
            kwargs["initial"] = {
                "source": row.source,
                "reach": row.reach,
                "wishes": row.wished,
                "employer": row.employer,
            }
        super().__init__(*args, **kwargs)

    def card(self) -> Card:
        """What was written."""
        keys = ("source", "reach", "employer", "wishes")
        return Card(**{key: self.cleaned_data[key] for key in keys})


class CardForForm(CardForm):
    """A worker makes one at somebody's wish."""

    person = PersonField(label=_("给谁填"))
    welcomed = forms.BooleanField(label=_("今天见了面，迎接过了"), required=False, initial=True)
    agreed = forms.ChoiceField(label=_("本人怎样同意的"), choices=AT_DESK, widget=forms.RadioSelect)
    q = forms.CharField(widget=forms.HiddenInput())
    field_order = (
        "person", "source", "welcomed", "reach", "wishes", "employer", "agreed", "q", "once",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].label = _("怎样来的")
        self.fields["reach"].label = _("怎样联系")


class MonthForm(forms.Form):
    """Which month's list: this one and the eleven after it."""

    month = forms.ChoiceField(label=_("哪个月"))

    def offer(self, months: list[date]) -> None:
        """Names the months."""
        fields: Any = self.fields
        fields["month"].choices = [(f"{on:%Y-%m}", f"{on:%Y-%m}") for on in months]


class NothingForm(forms.Form):
    """A step that asks nothing but that one means it."""

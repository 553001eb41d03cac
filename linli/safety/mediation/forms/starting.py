"""How a mediation comes in: the window's form, the portal's, an offer; and one party."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.people.choosing import PersonField
from linli.lib.identity.ids import new_id
from linli.safety.mediation.actions import PartyGiven, Quarrel
from linli.safety.mediation.forms.fields import day, line, tick, words
from linli.safety.mediation.kinds import CHANNELS, KINDS, SOURCES
from linli.safety.mediation.models import Party

TAKEN_DOWN = [each for each in SOURCES if each[0] != "own_motion"]
CHOOSE = ("", _("请选择"))
AT_WINDOW = [each for each in CHANNELS if each[0] != "portal"]


class QuarrelForm(forms.Form):
    """What it is about, and the two sides."""

    kind = forms.ChoiceField(label=_("纠纷类型"), choices=[CHOOSE, *KINDS])
    applicant_name = line(_("申请人"), most=60)
    applicant_address = line(_("申请人住址"), required=False)
    applicant_phone = line(_("申请人电话"), most=30, required=False)
    other_name = line(_("对方当事人"), _("不知道姓名的，写能认出是谁的称呼。"), most=60)
    other_address = line(_("对方住址"), required=False)
    other_phone = line(_("对方电话"), most=30, required=False)
    facts = words(_("是什么纠纷"), _("只写这件事，不写与它无关的。"))
    wishes = words(_("希望怎样解决"), rows=2, most=1000, required=False)
    about_status = tick(_("涉及身份、收养或者婚姻关系本身"), _("这样的协议，法院不受理司法确认。"))
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def quarrel(self, **more: Any) -> Quarrel:
        """What was filled in of the quarrel."""
        names = ("kind", "facts", "wishes", "about_status")
        return Quarrel(**{name: self.cleaned_data[name] for name in names}, **more)

    def parties(self) -> tuple[PartyGiven, ...]:
        """The two sides."""
        given = self.cleaned_data
        return tuple(
            PartyGiven(
                role,
                given[f"{role}_name"],
                address=given[f"{role}_address"],
                phone=given[f"{role}_phone"],
            )
            for role in ("applicant", "other")
        )


class RegisterForm(QuarrelForm):
    """At the window: by whom it came, and how."""

    source = forms.ChoiceField(label=_("来源"), choices=[CHOOSE, *TAKEN_DOWN])
    channel = forms.ChoiceField(label=_("怎样提出"), choices=AT_WINDOW)
    source_office = line(_("移交的单位和文号"), _("公安、法院、街道移交的才填。"), required=False)
    received_on = day(_("提出日期"), _("空着就是今天。"), required=False)
    receipt = line(
        _("从哪件诉求来"), _("有诉求回执号的填上，两件就连在一起，只有办理两件的人看得到。"),
        most=20, required=False,
    )  # fmt: skip
    field_order = ("source", "channel", "source_office", "received_on", "receipt", "kind")

    def quarrel(self, **more: Any) -> Quarrel:
        names = ("source", "channel", "source_office", "received_on", "receipt")
        return super().quarrel(**{name: self.cleaned_data[name] for name in names}, **more)


class OfferForm(QuarrelForm):
    """On own motion."""

    apart = tick(_("我不是当事人，与各方没有亲属和利害关系"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["applicant_name"].label = _("一方当事人")
        self.fields["applicant_address"].label = _("一方住址")
        self.fields["applicant_phone"].label = _("一方电话")

    def parties(self) -> tuple[PartyGiven, ...]:
        """Nobody asked: both sides are asked."""
        first, second = super().parties()
        asked = PartyGiven("other", first.name, address=first.address, phone=first.phone)
        return asked, second


class AskForm(forms.Form):
    """A resident asks for mediation: few fields, on a phone."""

    kind = forms.ChoiceField(label=_("是哪一类的事"), choices=[CHOOSE, *KINDS])
    other_name = line(_("和谁"), _("姓名；不知道的，写能认出是谁的称呼，例如“2单元301”。"), most=60)
    other_address = line(_("对方住哪里"), required=False)
    facts = words(_("是什么事"))
    wishes = words(_("您希望怎样解决"), rows=2, most=1000, required=False)
    phone = line(_("怎样联系您"), most=30, required=False)
    wanted = forms.ChoiceField(label=_("想请哪位调解员"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, data: Any, *, mediators: Any) -> None:
        super().__init__(data)
        wanted = self.fields["wanted"]
        assert isinstance(wanted, forms.ChoiceField)
        wanted.choices = [
            ("", _("都可以")),
            *((str(account.pk), account.label) for account in mediators),
        ]

    def quarrel(self) -> Quarrel:
        """What was filled in of the quarrel."""
        given = self.cleaned_data
        return Quarrel(
            given["kind"],
            given["facts"],
            given["wishes"],
            channel="portal",
            wanted=given["wanted"] or None,
        )

    def other(self) -> PartyGiven:
        """The other side, as the asker calls it."""
        given = self.cleaned_data
        return PartyGiven("other", given["other_name"], address=given["other_address"])


class PartyForm(forms.Form):
    """What is known of one party; the name last corrected by whoever it is."""

    role = forms.ChoiceField(label=_("是哪一方"), choices=Party.ROLES)
    name = line(_("姓名或者单位名称"), most=60)
    is_unit = tick(_("是单位"))
    represented_by = line(_("单位的负责人"), most=60, required=False)
    address = line(_("住址"), required=False)
    phone = line(_("电话"), most=30, required=False)
    agent = line(_("代理人"), most=60, required=False)
    mandate = line(_("委托什么事，凭什么材料"), required=False)
    identity_seen = line(
        _("核对过的身份材料"), _("例如“身份证原件”“营业执照”；不抄号码。"), most=60, required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def given(self, **more: Any) -> PartyGiven:
        """The party as entered."""
        values = {key: value for key, value in self.cleaned_data.items() if key != "seen"}
        return PartyGiven(**values, **more)


class WhoForm(forms.Form):
    """Which person of the roster a party is, or who acts for it."""

    person = PersonField()
    as_agent = tick(_("这个人是代理人"))
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, data: Any, *, community: Any, words: str, on: Any, seen: int) -> None:
        super().__init__(data, initial={"seen": seen})
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        self.found = field.offer(community, words, on)

"""What residents fill in, on the phone."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.governance.elections.forms.desk import office_choices
from linli.governance.elections.forms.registering import area, worker_said, working_since
from linli.governance.elections.models import GROUNDS, Election
from linli.governance.elections.models.roll import Objection


class TakePartForm(forms.Form):
    """I take part, on this ground."""

    ground = forms.ChoiceField(label=_("我属于"), choices=GROUNDS, widget=forms.RadioSelect)
    paper = forms.CharField(
        label=_("可以出示的材料"),
        max_length=120,
        required=False,
        help_text=_("名册里还没有您的情况时，选举委员会要核对。例如“居住证”“租赁合同”。不写号码。"),
    )
    worker_since = working_since()
    takes_part = forms.BooleanField(label=_("我愿意参加这次选举，只在本社区登记"))

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:  # the roster bears a ground out: nobody is asked for what they need not say
            fields: Any = self.fields
            fields["ground"].choices = [each for each in GROUNDS if each[0] != "worker"]
            del fields["worker_since"]

    def clean(self) -> dict[str, Any]:
        return worker_said(self)


class ObjectForm(forms.Form):
    """What is wrong with the roll."""

    kind = forms.ChoiceField(label=_("哪里不对"), choices=Objection.KINDS, widget=forms.RadioSelect)
    number = forms.CharField(
        label=_("名单上的编号或姓名"),
        max_length=80,
        required=False,
        help_text=_("自己没有列上的不用填。"),
    )
    text = area(_("事实和理由"), rows=4, most=1000)


class PutForwardForm(forms.Form):
    """Whom I put forward, for which office."""

    office = forms.ChoiceField(label=_("提名为"), widget=forms.RadioSelect)
    nominee = forms.CharField(label=_("被提名人在名单上的编号或姓名"), max_length=80)

    def __init__(self, *args: Any, election: Election, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = office_choices(election)  # type: ignore[attr-defined]


class LetVoteForm(forms.Form):
    """Who votes for me while I am away."""

    holder = forms.CharField(
        label=_("受托人在名单上的编号或姓名"),
        max_length=80,
        help_text=_("候选人不能接受委托；每人最多接受三份。"),
    )
    written_on = forms.DateField(
        label=_("委托书日期"),
        widget=DayInput(),
        help_text=_("请自己写一份委托书并签名，投票时由受托人交给工作人员。"),
    )
    away = forms.BooleanField(label=_("选举期间我外出，不能到场投票"), required=False)
    in_writing = forms.BooleanField(label=_("委托书已经写好并签名"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"written_on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

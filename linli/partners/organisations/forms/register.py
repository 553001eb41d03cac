"""The register at the desk: bodies, offices, who comes and who leaves."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.clocks.queries.sharing import desk_accounts
from linli.partners.organisations.forms.told import (
    PUBLIC_WORDS,
    RELATIONS,
    ToldForm,
    day,
    long_text,
)
from linli.partners.organisations.models import CHOSEN, ENDED, KINDS, SUBJECTS, Organisation
from linli.partners.organisations.rules.terms import APART, NAMED, WITHOUT_KIN

NO_SUBJECT = [("", _("不属于这五方面")), *SUBJECTS]


class BodyForm(ToldForm):
    """What is said of a body."""

    public = ("duties", "hours", "basis")

    name = forms.CharField(label=_("名称"), max_length=80)
    kind = forms.ChoiceField(label=_("类别"), choices=KINDS)
    subject = forms.ChoiceField(label=_("哪一方面的工作"), choices=NO_SUBJECT, required=False)
    part_of = forms.ModelChoiceField(
        label=_("属于哪个组织"), queryset=None, required=False, empty_label=_("不属于别的组织")
    )
    kept_apart_from = forms.ModelChoiceField(
        label=_("成员和近亲属不得在哪个组织任职"), queryset=None, required=False,
        empty_label=_("没有另外规定"),
        help_text=_("居务监督委员会对居委会，法律已经规定，不用填。"),
    )  # fmt: skip
    basis = forms.CharField(
        label=_("设立依据"), max_length=200, required=False, help_text=_("哪条法律、哪份文件。")
    )
    duties = long_text(_("职责"), 2000, PUBLIC_WORDS)
    credit_code = forms.CharField(label=_("统一社会信用代码"), max_length=18, required=False)
    address = forms.CharField(label=_("办公地点"), max_length=120, required=False)
    contact = forms.CharField(
        label=_("对外联系"), max_length=60, required=False, help_text=_("写窗口或岗位，不写人。")
    )
    phone = forms.CharField(label=_("办公电话"), max_length=30, required=False)
    hours = forms.CharField(label=_("办公时间"), max_length=120, required=False)
    term_months = forms.IntegerField(
        label=_("一届多少个月"), min_value=1, max_value=240, required=False
    )
    term_ends = day(_("本届到哪天"), required=False)
    since = day(_("成立日期"))
    listed = forms.BooleanField(label=_("写在公开的名单上"), required=False, initial=True)
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, community: Any, row: Organisation | None = None, **kwargs: Any):
        if row is not None:
            given = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}
            kwargs["initial"] = {**given, "seen": row.version}
        super().__init__(*args, **kwargs)
        others = Organisation.objects.filter(community=community, until__isnull=True)
        for name in ("part_of", "kept_apart_from"):
            field: Any = self.fields[name]
            field.queryset = others.exclude(pk=row.pk) if row is not None else others

    @property
    def given(self) -> dict[str, Any]:
        """What the act is given."""
        left = ("once", "seen")
        return {name: value for name, value in self.cleaned_data.items() if name not in left}


class EndBodyForm(ToldForm):
    """A body is there no longer."""

    public = ("reason",)

    until = day(_("从哪天起终止"))
    reason = forms.CharField(label=_("为什么终止"), max_length=200, help_text=PUBLIC_WORDS)


class OfficeForm(ToldForm):
    """An office of a body."""

    public = ("duties",)

    title = forms.CharField(label=_("职务"), max_length=40, help_text=_("例如治保主任。"))
    chosen = forms.ChoiceField(label=_("怎么产生"), choices=CHOSEN)
    seats = forms.IntegerField(label=_("几个名额"), min_value=1, max_value=60, initial=1)
    duties = forms.CharField(
        label=_("分工"), max_length=300, required=False, help_text=PUBLIC_WORDS
    )
    subject = forms.ChoiceField(
        label=_("分管哪一方面"), choices=NO_SUBJECT, required=False,
        help_text=_("居民少、不设下属委员会的，法律允许分工到人。"),
    )  # fmt: skip
    rank = forms.IntegerField(label=_("排第几"), min_value=0, max_value=99, initial=9)
    since = day(_("设立日期"))

    @property
    def given(self) -> dict[str, Any]:
        """What the act is given."""
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}


class WorkForm(ToldForm):
    """The division of labour of one office."""

    public = ("duties",)

    duties = forms.CharField(
        label=_("分工"), max_length=300, required=False, help_text=PUBLIC_WORDS
    )
    subject = forms.ChoiceField(label=_("分管哪一方面"), choices=NO_SUBJECT, required=False)
    seats = forms.IntegerField(label=_("几个名额"), min_value=1, max_value=60)
    seen_seats = forms.IntegerField(widget=forms.HiddenInput())


class UntilForm(ToldForm):
    """From which day on it is there no longer."""

    until = day(_("从哪天起撤销"))


class TermForm(ToldForm):
    """Somebody comes to an office."""

    name = forms.CharField(
        label=_("姓名"), max_length=40,
        help_text=_(
            "居委会和下属委员会、居务监督、居民小组、调解委员会、业主组织的任职大家都看得到；"
            "其他组织只公布职务，本人同意才公布姓名。"
        ),
    )  # fmt: skip
    account = forms.ModelChoiceField(
        label=_("在工作台的账号"), queryset=None, required=False, empty_label=_("没有账号")
    )
    since = day(_("任职日期"))
    expected = day(_("任期到哪天"), required=False)
    chosen = forms.ChoiceField(label=_("怎么产生"), choices=CHOSEN)
    paper = forms.CharField(
        label=_("依据哪份纪要或文件"), max_length=120, help_text=_("写名称和日期。")
    )
    kin_here = forms.ChoiceField(
        label=_("和同一组织里的人"), choices=RELATIONS, required=False,
        help_text=_("只用来当场判断，不保存。"),
    )  # fmt: skip
    kin_there = forms.ChoiceField(
        label=_("和应当回避的组织里的人"), choices=RELATIONS, required=False,
        help_text=_("只用来当场判断，不保存。"),
    )  # fmt: skip
    asked_kin = forms.BooleanField(label=_("近亲属的情况已经问过本人"), required=False)
    shows_name = forms.BooleanField(label=_("本人同意公布姓名"), required=False)
    shows_contact = forms.BooleanField(label=_("本人同意把办公电话和名字写在一起"), required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        account: Any = self.fields["account"]
        account.queryset = desk_accounts(community, timezone.localdate())
        account.label_from_instance = lambda each: each.label

    @property
    def given(self) -> dict[str, Any]:
        """What the act is given."""
        said = dict(self.cleaned_data)
        account: Account | None = said.pop("account")
        said.pop("once")
        return {**said, "person": account.person if account else None}


class WholeTermForm(ToldForm):
    """A body's new term as a whole, a line for each."""

    lines = forms.CharField(
        label=_("每行一人：职务 姓名 性别"),
        help_text=_("例如“主任 张某某 女”。性别只用来核对有没有女性，不保存。"),
        widget=forms.Textarea({"rows": 9, "maxlength": 2000}),
        max_length=2000,
    )
    kin = forms.CharField(
        label=_("近亲属，每行一对姓名"), required=False, max_length=400,
        help_text=_("问过每个人再填；没有就空着。只用来当场判断，不保存。"),
        widget=forms.Textarea({"rows": 2, "maxlength": 400}),
    )  # fmt: skip
    kin_there = forms.CharField(
        label=_("和应当回避的组织里的人是近亲属的，每行一个姓名"), required=False, max_length=400,
        help_text=_("问过每个人再填；没有就空着。只用来当场判断，不保存。"),
        widget=forms.Textarea({"rows": 2, "maxlength": 400}),
    )  # fmt: skip
    asked_kin = forms.BooleanField(label=_("近亲属的情况已经问过每个人"), required=False)
    shows_name = forms.BooleanField(label=_("每个人都同意公布姓名"), required=False)
    since = day(_("任职日期"))
    ends = day(_("本届到哪天"), required=False)
    chosen = forms.ChoiceField(label=_("怎么产生"), choices=CHOSEN)
    paper = forms.CharField(label=_("依据哪份纪要或文件"), max_length=120)
    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, body: Organisation, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen": body.version}
        super().__init__(*args, **kwargs)
        rows = body.offices.filter(until__isnull=True).order_by("rank", "title")
        self.offices = {office.title: office for office in rows}
        apart = body.kind in APART or body.kept_apart_from_id is not None
        for name, asked in (
            ("kin", body.kind in WITHOUT_KIN),
            ("kin_there", apart),
            ("asked_kin", apart or body.kind in WITHOUT_KIN),
            ("shows_name", body.kind not in NAMED),
        ):
            if not asked:  # what no rule judges is not asked
                del self.fields[name]

    def clean_lines(self) -> list[tuple[Any, str, bool]]:
        """The office, the name, and whether a woman, of each line."""
        found = []
        for line in self.cleaned_data["lines"].splitlines():
            words = line.split()
            if not words:
                continue
            if len(words) not in (2, 3) or words[0] not in self.offices:
                known = "、".join(self.offices)
                raise forms.ValidationError(
                    _("看不懂“%(line)s”。职务要是这里的一个：%(known)s"),
                    params={"line": line[:30], "known": known},
                )
            found.append((self.offices[words[0]], words[1], words[2:] == ["女"]))
        return found

    def clean_kin(self) -> list[tuple[str, str]]:
        """Pairs of names."""
        pairs = []
        for line in self.cleaned_data["kin"].splitlines():
            words = line.replace("、", " ").split()
            if words and len(words) != 2:
                raise forms.ValidationError(_("每行写两个姓名，中间空一格。"))
            if words:
                pairs.append((words[0], words[1]))
        return pairs

    def clean_kin_there(self) -> list[str]:
        """Names; each is one of those who come."""
        names = self.cleaned_data["kin_there"].replace("、", " ").split()
        known = {name for _office, name, _woman in self.cleaned_data.get("lines", ())}
        for name in names:
            if name not in known:
                raise forms.ValidationError(
                    _("“%(name)s”不在上面的名单里。"), params={"name": name[:30]}
                )
        return names


class LeaveOfficeForm(ToldForm):
    """Somebody leaves an office."""

    until = day(_("从哪天起不再任职"))
    ended_for = forms.ChoiceField(label=_("为什么不再任职"), choices=ENDED)


class HandoverForm(ToldForm):
    """A body is handed over."""

    on = day(_("从哪天开始交接"))
    watched_by = forms.CharField(
        label=_("谁主持或监督"), max_length=80, required=False, help_text=_("写组织，不写人。")
    )


class ItemForm(ToldForm):
    """One more thing to hand over."""

    public = ("what", "note")

    what = forms.CharField(label=_("交什么"), max_length=120)
    note = forms.CharField(
        label=_("怎么样、在哪里"), max_length=200, required=False, help_text=PUBLIC_WORDS
    )


class LineForm(ToldForm):
    """A line of the directory."""

    public = ("what", "words", "basis")

    what = forms.CharField(label=_("管什么事"), max_length=120)
    words = forms.CharField(label=_("居民会怎么说（用空格分开）"), max_length=200, required=False)
    phone = forms.CharField(label=_("这件事打哪个电话"), max_length=30, required=False)
    basis = forms.CharField(label=_("依据"), max_length=160, required=False)


class WhoForm(forms.Form):
    """Who held which office on which day."""

    office = forms.CharField(label=_("职务"), max_length=40)
    on = day(_("哪一天"))


class DayForm(forms.Form):
    """The register as it stood on a day."""

    on = day(_("哪一天的情况"), required=False)


class RegisterForm(forms.Form):
    """Which bodies of the register to see."""

    q = forms.CharField(label=_("名称里有"), max_length=40, required=False)
    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("全部类别")), *KINDS], required=False)


class FindForm(forms.Form):
    """What somebody wants to know."""

    q = forms.CharField(label=_("要办什么、要反映什么"), max_length=60, required=False)

"""What is typed for wishes and for what is lent among neighbours."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import PublicForm, tell_at
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.service.volunteering.models import NeighbourNote, Wish, WishClaim
from linli.service.volunteering.rules import lending, plain_words, wishes

SEEN = _("居委会看过以后，大家都会读到：不写姓名、电话、住址，不写病情和家境，不写钱。")
PUBLIC = _("大家都会读到：不写姓名、电话、住址，不写病情和家境，不写钱。")


def lines(label: Any, most: int, rows: int = 3, **more: Any) -> forms.CharField:
    """Some lines of text."""
    box = forms.Textarea(attrs={"rows": rows, "maxlength": most})
    return forms.CharField(label=label, max_length=most, widget=box, **more)


class OnceForm(forms.Form):
    """A form that is carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class WishForm(OnceForm):
    """A wish of one's own or of one's child. The words are read by the desk alone."""

    whose = forms.ChoiceField(label=_("谁的心愿"), choices=Wish.WHOSE)
    sort = forms.ChoiceField(label=_("是什么样的心愿"), choices=Wish.SORTS)
    words = lines(
        _("想要什么"),
        400,
        help_text=_(
            "一件小东西、有人陪一陪、搭一把手。只有社区工作者读到，公布时另写一句，不写是谁。"
        ),
    )
    consents = forms.BooleanField(label=_("我同意公布这个心愿（不公布我是谁）"), required=False)
    guardian_agrees = forms.BooleanField(
        label=_("我是孩子的监护人，同意公布（只写“一个孩子”）"),
        required=False,
        help_text=_("孩子和青少年的心愿，由监护人同意。"),
    )
    guardian_meets = forms.BooleanField(
        label=_("不是一件东西的：我同意孩子和认领的人见面，我在场"),
        required=False,
        help_text=_("只要一件东西的，居委会转交，不用见面，不用勾。"),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        tell_at(self, "words", plain_words.no_appeal(said.get("words") or ""))
        child = said.get("whose") in Wish.MINORS
        agreed = wishes.agreed(
            child=child,
            consents=bool(said.get("consents")),
            guardian=bool(said.get("guardian_agrees")),
        )
        tell_at(self, "guardian_agrees" if child else "consents", agreed)
        meets = bool(said.get("guardian_meets"))
        sort = said.get("sort") or "thing"
        found = wishes.child_meets(child=child, sort=sort, guardian_meets=meets)
        tell_at(self, "guardian_meets", found)
        return said


class DeskWishForm(WishForm):
    """A wish typed in at the desk for somebody who said it there."""

    name = forms.CharField(
        label=_("许愿人的姓名"), max_length=40, help_text=_("加密保存，只用来转交。")
    )
    phone = forms.CharField(label=_("许愿人的电话"), max_length=20, required=False)
    guardian = forms.CharField(label=_("监护人的姓名（孩子的心愿）"), max_length=40, required=False)
    field_order = ("whose", "sort", "words", "name", "phone", "guardian")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consents"].label = _("问过本人，本人同意公布（不公布是谁）")
        self.fields["guardian_agrees"].label = _("监护人在场或者签了字，同意公布")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("whose") in Wish.MINORS and not (said.get("guardian") or "").strip():
            self.add_error("guardian", _("孩子的心愿，请写监护人的姓名。"))
        return said


class _AboutWish(PublicForm):
    def judge(self, words: str) -> Finding:
        return next((found for found in wishes.fit_for_all(words) if not found), Finding(True, ""))


class PublishForm(_AboutWish):
    """The words everybody reads."""

    public = ("title", "about")

    title = forms.CharField(label=_("一句话的心愿"), max_length=60, help_text=PUBLIC)
    about = lines(
        _("说明"), 300, required=False, help_text=_("尺码、时间、怎么交都可以写；可以不填。")
    )


class MeetForm(_AboutWish):
    """How it came true."""

    public = ("told",)

    told = lines(_("怎么实现的"), 300, help_text=SEEN)


class ThankForm(_AboutWish):
    """A word of thanks."""

    public = ("thanks",)

    thanks = lines(_("想说的一句"), 200, 2, help_text=SEEN)


class WordsForm(_AboutWish):
    """What everybody may read of a wish that was met; what is left empty is taken away."""

    public = ("told", "thanks")

    told = lines(_("怎么实现的"), 300, required=False, help_text=_("留空的不公布。"))
    thanks = lines(_("许愿的人说"), 200, 2, required=False, help_text=_("留空的不公布。"))


class ChangeForm(forms.Form):
    """The wish said differently."""

    words = lines(_("想要什么"), 400)

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        found = plain_words.no_appeal(words)
        if not found:
            tell_at(self, "words", found)
        return words


class ReasonForm(forms.Form):
    """Why; only whom it concerns reads it."""

    reason = lines(_("理由"), 300, help_text=_("只有本人读到。"))


class RefuseForm(ReasonForm):
    """Why, and where it belongs."""

    way_on = lines(
        _("可以怎么办"),
        300,
        help_text=_("写清找谁、什么时候：社会救助、慈善组织、能办这件事的窗口。"),
    )


class ClaimForm(OnceForm):
    """A resident promises to meet a wish."""

    contact = forms.CharField(
        label=_("怎么联系您"), max_length=80, help_text=_("只给社区工作者，用来转交。")
    )


class DeskClaimForm(ClaimForm):
    """A unit or a group does."""

    who = forms.ChoiceField(label=_("谁来实现"), choices=WishClaim.WHO)
    name = forms.CharField(label=_("姓名或者名称"), max_length=60)
    shown_as = forms.CharField(
        label=_("公布的名称（单位或小组愿意公布的才写）"), max_length=60, required=False
    )
    field_order = ("who", "name", "contact", "shown_as")


class NoteForm(PublicForm, OnceForm):
    """A note on the neighbours' board."""

    public = ("title", "about")

    side = forms.ChoiceField(label=_("我有，还是我想要"), choices=NeighbourNote.SIDES)
    sort = forms.ChoiceField(label=_("东西，还是搭把手"), choices=NeighbourNote.SORTS)
    title = forms.CharField(
        label=_("是什么"), max_length=60, help_text=_("比如：人字梯、电钻、帮忙换灯泡。")
    )
    about = lines(
        _("说明"),
        300,
        required=False,
        help_text=_("大家都会读到：不写姓名、电话、住址；不收钱，不要押金。"),
    )
    contact = forms.CharField(
        label=_("怎么联系我"),
        max_length=80,
        help_text=_("电话、微信，或者哪天几点在哪里见，由您选。双方都答应前没有人看到。"),
    )

    def judge(self, words: str) -> Finding:
        return next((found for found in lending.fit_to_lend(words) if not found), Finding(True, ""))


class AnswerNoteForm(OnceForm):
    """Somebody asks for what is offered, or offers what is asked for."""

    words = lines(_("想跟对方说的"), 200, 2, required=False, help_text=_("只有对方读到。"))
    contact = forms.CharField(
        label=_("怎么联系我"), max_length=80, help_text=_("对方答应以后才看到。")
    )


class HandOverForm(forms.Form):
    """The thing is handed over."""

    out_on = forms.DateField(label=_("哪天交给的"), widget=DayInput())
    due_on = forms.DateField(label=_("哪天还"), widget=DayInput())
    before = forms.CharField(
        label=_("交给时的样子"),
        max_length=200,
        help_text=_("比如：八成新，少一颗螺丝。两个人都看得到。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"out_on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class BackForm(forms.Form):
    """The thing came back."""

    back_on = forms.DateField(label=pgettext_lazy("loan", "哪天还的"), widget=DayInput())
    after = forms.CharField(label=_("还回时的样子"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"back_on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class ReportForm(OnceForm):
    """Something is wrong."""

    words = lines(
        _("哪里不对"),
        400,
        help_text=_("只有社区工作者读到，对方不知道是谁说的。有危险的，请直接打 110。"),
    )


class AnswerReportForm(forms.Form):
    """What the desk did about it."""

    answer = lines(_("居委会的答复"), 400)

"""Gifts at the desk: taken in, told of, voided; donors answered."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent, sent_files, step
from linli.stewardship.funds.actions import giving as acts
from linli.stewardship.funds.forms.giving import (
    AnswerForm,
    GoodsGiftForm,
    MoneyGiftForm,
    NewsForm,
    ReasonForm,
)
from linli.stewardship.funds.queries import giving
from linli.stewardship.funds.queries.figures import source_in
from linli.stewardship.funds.views.giving import receipt_parts
from linli.stewardship.funds.views.giving_tabs import giving_tabs

SHOWS = {"all": _("全部"), "money": _("钱"), "goods": _("物品"), "void": _("作废的")}


@needs("funds.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The gifts, what donors asked, and sources whose gifts look as if a sum was named."""
    here, show = request.community, request.GET.get("show", "all")
    sources = giving.sources_with_gifts(here)
    looks = giving.amounts_look(here, timezone.localdate())
    context = {
        "tabs": giving_tabs(request, "gifts"),
        "shows": [Tab(title, f"?show={key}", key == show) for key, title in SHOWS.items()],
        "rows": giving.gifts_for(request.actor, here, show),
        "questions": giving.questions_open(request.actor, here),
        "alike": [(each, looks[each.pk]) for each in sources if not looks.get(each.pk, True)],
        "sources": sources,
        "keeps": may("funds.keep", request.actor, here),
    }
    return answer(request, "funds/giving/gifts.html", context)


@needs("funds.see_desk")
@require_safe
def show(request: Visit, gift_id: UUID) -> HttpResponse:
    """One gift with its receipt, to be printed and handed over."""
    gift = giving.gift_for(request.actor, request.community, gift_id)
    context = {
        **receipt_parts(request, gift, whole_name=True),
        "news": giving.news_of(gift),
        "questions": giving.questions_of(gift),
        "keeps": may("funds.keep", request.actor, gift),
        "may_void": may("funds.approve", request.actor, gift) and gift.voided_on is None,
    }
    return answer(request, "funds/giving/gift.html", context)


@needs("funds.keep")
def take_money(request: Visit) -> HttpResponse:
    """Takes in a gift in money."""
    start = {"fen": request.GET.get("yuan"), "on": request.GET.get("on") or timezone.localdate()}
    form = MoneyGiftForm(sent(request), community=request.community, initial=start)
    return _take(request, form, _("收下捐款"))


@needs("funds.keep")
def take_goods(request: Visit) -> HttpResponse:
    """Takes in a gift in kind."""
    form = GoodsGiftForm(sent(request), community=request.community)
    return _take(request, form, _("收下捐物"))


@needs("funds.approve")
def void(request: Visit, gift_id: UUID) -> HttpResponse:
    """Voids a receipt."""
    gift = giving.gift_for(request.actor, request.community, gift_id)
    return step(
        request,
        ReasonForm(sent(request), sealed=(gift.donor_name,)),
        lambda said: acts.void_gift(gift, **said, by=request.actor, at=timezone.now()),
        title=_("作废收据"),
        note=_("号码留着，写明原因。捐款同时在账上冲销；要由不是经手的另一个人来办。"),
        done=_("收据已作废。"),
        back=_at(request, "gift", gift.pk),
    )


@needs("funds.keep")
def tell_of_gift(request: Visit, gift_id: UUID) -> HttpResponse:
    """Tells what came of a gift in kind."""
    gift = giving.gift_for(request.actor, request.community, gift_id)
    return _tell(request, gift, _at(request, "gift", gift.pk), sealed=(gift.donor_name,))


@needs("funds.keep")
def tell_of_source(request: Visit, source_id: UUID) -> HttpResponse:
    """Tells what came of the gifts in one source."""
    source = source_in(request.community, source_id)
    return _tell(request, source, _at(request, "gifts"))


@needs("funds.keep")
def answer_donor(request: Visit, question_id: UUID) -> HttpResponse:
    """Answers what a donor asked."""
    question = giving.question_for(request.actor, request.community, question_id)
    return step(
        request,
        AnswerForm(sent(request)),
        lambda said: acts.answer_question(question, **said, by=request.actor, at=timezone.now()),
        title=_("答复捐赠人"),
        note=question.words,
        done=_("答复写在收据的页面上了。"),
        back=_at(request, "gifts"),
    )


def _take(request: Visit, form: Any, title: Any) -> HttpResponse:
    made: list[Any] = []

    def carry_out(said: dict[str, Any]) -> None:
        try:
            gift = acts.take_gift(
                request.community,
                given=form.given,
                by=request.actor,
                at=timezone.now(),
                once=said["once"],
            )
            made.append(gift.pk)
        except Replayed as replay:
            made.append(replay.subject)

    answered = step(
        request,
        form,
        carry_out,
        title=title,
        note=_("登记完就有收据，当面打印交给捐赠人；凭上面的码随时能查用到了哪里。"),
        done=_("收下了，请打印收据。"),
        back=_at(request, "gifts"),
    )
    if made:
        answered["Location"] = _at(request, "gift", made[0])
    return answered


def _tell(request: Visit, of: Any, back: str, *, sealed: tuple[str, ...] = ()) -> HttpResponse:
    return step(
        request,
        NewsForm(sent(request), sent_files(request), sealed=sealed),
        lambda said: acts.tell_news(of, **said, by=request.actor, at=timezone.now()),
        title=_("告诉大家用到了哪里"),
        note=_("捐赠人凭收据看得到，公示里也写。不写受助人是谁。"),
        done=_("写上了。"),
        back=back,
    )


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"funds:{name}", args=[request.community.code, *args])

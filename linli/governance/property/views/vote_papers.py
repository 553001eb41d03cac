"""Papers of an owners' vote at the desk: delivered, back, typed by two, printed."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import or_refusal, sent, step, version_in
from linli.governance.property.actions import papers as acts
from linli.governance.property.forms import votes as forms
from linli.governance.property.models import OwnerPaper
from linli.governance.property.queries import votes
from linli.governance.property.rules.heads import square_metres
from linli.governance.property.vote_shown import how_to_vote, needs_of, who_votes
from linli.mechanisms.ballot.forms.paper import PaperForm


@needs("property.enter_papers")
@require_safe
def list_papers(request: Visit, vote_id: UUID) -> HttpResponse:
    """Every paper by number, and where it is; no name."""
    return answer(request, "property/votes/papers.html", _listed(request, vote_id))


@needs("property.enter_papers")
@require_safe
def print_sheet(request: Visit, vote_id: UUID) -> HttpResponse:
    """The record of delivery and return, to be signed at the door."""
    return answer(request, "property/votes/sheet.html", _listed(request, vote_id))


@needs("property.enter_papers")
@require_safe
def print_papers(request: Visit, vote_id: UUID) -> HttpResponse:
    """The papers themselves, a hundred at a time."""
    context = _listed(request, vote_id)
    vote = context["vote"]
    told = {"scope": who_votes(vote), "how": how_to_vote(vote)}
    return answer(request, "property/votes/print.html", context | told)


@needs("property.enter_papers")
def deliver(request: Visit, vote_id: UUID) -> HttpResponse:
    """Writes down what was delivered."""
    vote = votes.vote_for(request.community, vote_id)
    form = forms.DeliverForm(sent(request), initial={"on": timezone.localdate()})
    counts: list[int] = []

    def carry_out(said: dict[str, Any]) -> int:
        done = acts.deliver_papers(
            vote, numbers=said["numbers"], way=said["way"], on=said["on"], by=request.actor,
            at=timezone.now(), once=said["once"],
        )  # fmt: skip
        counts.append(done)
        return done

    return step(
        request, form, carry_out,
        title=_("记送达"), done=lazy(lambda: _delivered(counts), str)(),
        back=reverse("property:vote_papers", args=[request.community.code, vote.pk]),
    )  # fmt: skip


@needs("property.enter_papers")
def take_back(request: Visit, paper_id: UUID) -> HttpResponse:
    """A paper came back; after the close, one that came in time."""
    paper, at = votes.paper_for(request.community, paper_id), timezone.now()
    closes = paper.vote.closes_at
    late = paper.vote.state == "closed" or (closes is not None and at >= closes)
    on = timezone.localdate(closes if late else at)
    form = forms.BackForm(sent(request), late=late, initial={"on": on})
    return step(
        request, form,
        lambda said: acts.take_paper_back(
            paper, on=said["on"], late_for=said.get("late_for", ""), seen=paper.version,
            by=request.actor, at=at, once=said["once"],
        ),
        title=_("收回第 {number} 号票").format(number=paper.number), done=_("收到了，请录入。"),
        back=_papers(request, paper),
        leads_to=lambda row: reverse("property:type_paper", args=[request.community.code, row.pk]),
    )  # fmt: skip


@needs("property.enter_papers")
@never_cache
def type_in(request: Visit, paper_id: UUID) -> HttpResponse:
    """Types what a paper says; the second sees nothing of the first."""
    paper = votes.paper_for(request.community, paper_id)
    posted = sent(request)
    form = PaperForm(posted, poll=paper.vote.poll) if paper.vote.poll else None
    refused = None
    seen = version_in(request.POST.get("seen", ""))
    if posted is not None and form is not None and form.is_valid() and seen is not None:
        made, refused = or_refusal(
            request, form, lambda said: acts.type_paper(
                paper, pattern=form.pattern(), void_for=request.POST.get("void_for", ""),
                seen=seen, by=request.actor, at=timezone.now(),
            ),
        )  # fmt: skip
        if refused is None:
            following = votes.next_to_type(paper.vote, request.actor.account)
            told = {"paper": made, "following": following}
            return answer(request, "property/votes/typed.html", told)
    context = {
        "paper": paper, "form": form, "refused": refused, "voids": OwnerPaper.VOIDS,
        "back": _papers(request, paper),
        "own_first": paper.waits and paper.first_by_id is not None
        and paper.first_by_id == request.actor.account,
    }  # fmt: skip
    return answer(request, "property/votes/type.html", context, status=409 if refused else 200)


@needs("property.enter_papers")
def correct(request: Visit, paper_id: UUID) -> HttpResponse:
    """A paper was typed wrongly."""
    paper = votes.paper_for(request.community, paper_id)
    return step(
        request, forms.ReasonForm(sent(request)),
        lambda said: acts.correct_paper(
            paper, reason=said["reason"], seen=paper.version, by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("第 {number} 号票重新录入").format(number=paper.number),
        done=_("请两个人重新录入。"), back=_papers(request, paper),
    )  # fmt: skip


@needs("property.run_votes")
def amend(request: Visit, paper_id: UUID) -> HttpResponse:
    """The area on a line of the roll was wrong, by the register."""
    paper = votes.paper_for(request.community, paper_id)
    held = paper.elector.area
    form = forms.AreaReasonForm(sent(request), initial={"area": f"{held // 100}.{held % 100:02}"})
    return step(
        request, form,
        lambda said: acts.amend_roll(
            paper, area=said["area"], reason=said["reason"], seen=paper.version,
            by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("更正第 {number} 号的面积").format(number=paper.number), done=_("改好了。"),
        note=_("名册每改一次都留着原来的；截止以后不能再改。"), back=_papers(request, paper),
    )  # fmt: skip


def _listed(request: Visit, vote_id: UUID) -> dict[str, Any]:
    """Once the result is told, or the vote is void, who returned a paper is no page's business."""
    vote = votes.vote_for(request.community, vote_id)
    if vote.state in ("published", "void"):
        raise Http404
    after = request.GET.get("after", "")
    show, words = request.GET.get("show", ""), request.GET.get("q", "")
    number = int(after) if after.isdecimal() and len(after) < 9 else 0
    rows = votes.papers_of(vote, show, number, words)
    more = len(rows) > votes.PAPERS
    shown = rows[: votes.PAPERS]
    return {
        "vote": vote, "show": show, "words": words,
        "rows": [(each, square_metres(each.elector.area)) for each in shown],
        "after": str(shown[-1].number) if more else "",
        "asked": [(each, needs_of(each.kind)) for each in votes.matters_of(vote)],
        "runs": may("property.run_votes", request.actor, vote),
        "me": request.actor.account,
    }  # fmt: skip


def _delivered(counts: list[int]) -> str:
    """How many were written down just now; a form sent again writes none."""
    return _("记下送达 {count} 张；没有这个票号的、以前记过的不算。").format(count=sum(counts))


def _papers(request: Visit, paper: OwnerPaper) -> str:
    return reverse("property:vote_papers", args=[request.community.code, paper.vote_id])

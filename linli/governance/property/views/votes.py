"""Owners' votes for everybody, and what each owner sees of their own."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import sent, step
from linli.governance.property.actions import rosters as acts
from linli.governance.property.forms.votes import WordsForm
from linli.governance.property.queries import rosters, vote_law, votes
from linli.governance.property.queries.scopes import own_cases
from linli.governance.property.vote_named import names_told, options_of, titles_told
from linli.governance.property.vote_shown import (
    challenge_until,
    judged,
    needs_of,
    silence_of,
    too_few,
    who_votes,
)
from linli.mechanisms.ballot.face import in_words
from linli.mechanisms.ballot.queries.polls import paper_form


@public
@require_safe
def list_votes(request: Visit) -> HttpResponse:
    """What owners vote on and what they decided."""
    rows = votes.votes_told(request.community)
    page = page_of(rows, "noticed_on", request.GET.get("after", ""), newest=True)
    on = timezone.localdate()
    shares = vote_law.shares(request.community, on)
    context = {
        "page": page,
        "desk": may("property.see_votes_desk", request.actor, request.community),
        "days": vote_law.notice_days(request.community, on),
        "part": shares.takes_part,
        "half": shares.ordinary,
        "three": shares.special,
    }
    return answer(request, "property/votes/list.html", context)


@public
@never_cache
@require_safe
def show(request: Visit, vote_id: UUID) -> HttpResponse:
    """One vote: notice, or result in totals; whoever is an owner sees their own paper, nobody
    another's."""
    vote = votes.vote_told(request.community, vote_id)
    told = vote.state == "published"
    own = votes.own_papers(vote, request.actor).first()
    content = votes.own_content(own) if own is not None else None
    named = names_told(vote, timezone.now())
    context = {
        "vote": vote,
        "scope": who_votes(vote),
        "matters": [
            (each, needs_of(each.kind), options_of(each, named=named))
            for each in votes.matters_of(vote)
        ],
        "results": titles_told(judged(vote), named=named) if told else [],
        "few": too_few(vote),
        "silence": silence_of(vote) if told else None,
        "until": challenge_until(vote),
        "own": own,
        "said": in_words(vote.poll, paper_form(vote.poll), content.content)
        if vote.poll is not None and content is not None and "void" not in content.content
        else None,
        "votes_now": vote.poll is not None and vote.poll.takes_papers(timezone.now()),
        "desk": may("property.see_votes_desk", request.actor, vote),
    }
    return answer(request, "property/votes/show.html", context)


@signed_in
@never_cache
@require_safe
def own_units(request: Visit) -> HttpResponse:
    """One's own units, and what is kept of oneself as an owner."""
    rows = rosters.own_owners(request.community, request.actor)
    asked = own_cases(request.actor, request.community)
    return answer(request, "property/votes/own.html", {"rows": rows, "asked": asked})


@signed_in
def object_to(request: Visit, owner_id: UUID) -> HttpResponse:
    """Says that something kept of oneself is wrong."""
    owner = rosters.owner_for(request.community, owner_id)
    if not may("property.own_owner", request.actor, owner):
        raise Http404
    return step(
        request, WordsForm(sent(request)),
        lambda said: acts.object_to_roster(
            owner, words=said["words"], by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("名册里有不对的"), note=_("只有管名册的工作人员看得到，会答复您。"),
        done=_("收到了，答复会写在这一页。"), frame="portal.html",
        back=reverse("property:own_units", args=[request.community.code]),
    )  # fmt: skip

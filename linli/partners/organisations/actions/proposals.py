"""The proposal box: said, looked at, seconded, answered."""

import secrets
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from linli.core.audit.door import Act, action, may
from linli.core.pages.bilingual import SOURCE, in_both
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.partners.organisations.flows_proposals import PROPOSAL
from linli.partners.organisations.models import Proposal, Seconding
from linli.partners.organisations.rules import units as rules
from linli.partners.organisations.unit_words import GOES_ON, TO_TALK

RECEIPT_BYTES, TRIES = 16, 20
ANSWERS = {
    "answered": "answer", "adopted": "adopt", "passed_on": "pass_on", TO_TALK: "pass_on",
}  # fmt: skip


@action("organisations.propose", needs="organisations.propose")
def propose(act: Act, community: Place, *, words: str, via: str = "web") -> Proposal:
    """Puts a suggestion in the box: with or without an account, or typed in by the desk from the
    box of paper or for somebody who came. Gives a receipt, and the clock of the answer runs. Who
    said it stands in no book."""
    act.leave_out_who()
    require(rules.said(words))
    desk = may("organisations.answer_proposal", act.by, community)
    given: dict[str, Any] = {
        "words": words.strip(),
        "via": via if desk else "web",
        "account_id": None if desk else act.by.account,
    }
    proposal = _numbered(act, community, given)
    act.note(number=proposal.number)
    act.tell("organisations.proposed", post="worker", number=proposal.number)
    return proposal


@action("organisations.show_proposal", needs="organisations.answer_proposal")
def show_proposal(
    act: Act, proposal: Proposal, *, title: str, about: str = "", seen: int | None = None
) -> Proposal:
    """After a look everybody reads it, in words that name nobody."""
    require(rules.said(title))
    require(rules.public_words(title, about))
    take(act, PROPOSAL, proposal, "show", seen=seen)
    proposal.title, proposal.about = title.strip(), about.strip()
    proposal.shown_on = proposal.shown_on or local_day(act.at)
    proposal.save(update_fields=["title", "about", "shown_on"])
    act.note(number=proposal.number)
    return proposal


@action("organisations.hide_proposal", needs="organisations.answer_proposal")
def hide_proposal(act: Act, proposal: Proposal, *, seen: int | None = None) -> Proposal:
    """Everybody no longer reads it; whoever said it still does."""
    take(act, PROPOSAL, proposal, "hide", seen=seen)
    proposal.shown_on = None
    proposal.save(update_fields=["shown_on"])
    act.note(number=proposal.number)
    return proposal


@action("organisations.answer_proposal", needs="organisations.answer_proposal")
def answer_proposal(
    act: Act,
    proposal: Proposal,
    *,
    what: str,
    answer: str,
    way_on: str = "",
    seen: int | None = None,
) -> Proposal:
    """Answers it with reasons: `answered` (explained, or not taken up), `adopted` (who does what
    by when stands in `way_on`), `passed_on` (to whoever can decide it), `to_talk`: it becomes a
    topic that everybody talks over, in the words everybody reads. Where the suggestion is public,
    so is the answer."""
    require(rules.said(answer))
    if what == TO_TALK:
        require(Finding(proposal.shown_on is not None, "organisations.proposal_shown"))
        way_on = way_on.strip() or in_both(GOES_ON)[SOURCE]
        proposal.becomes_topic = True
    require(Finding(what == "answered" or bool(way_on.strip()), "organisations.proposal_way_on"))
    require(rules.public_words(answer, way_on))
    given: dict[str, Any] = {"reason": answer.strip()}
    if what != "answered":
        given["way_on"] = way_on.strip()
    proposal.answer, proposal.way_on = answer.strip(), way_on.strip()
    proposal.answered_on = local_day(act.at)
    # Before the state: the database sees to it that nothing is answered without an answer.
    with transaction.atomic():
        proposal.save(update_fields=["answer", "way_on", "answered_on"])
        take(act, PROPOSAL, proposal, ANSWERS[what], seen=seen, **given)
    act.note(number=proposal.number)
    if proposal.account_id is not None:
        act.tell("organisations.proposal_told", account=proposal.account_id, number=proposal.number)
    return proposal


@action("organisations.withdraw_proposal", needs="organisations.own_proposal")
def withdraw_proposal(act: Act, proposal: Proposal, *, seen: int | None = None) -> Proposal:
    """Whoever said it takes it back before it is answered; its words are gone."""
    act.leave_out_who()
    take(act, PROPOSAL, proposal, "withdraw", seen=seen)
    proposal.words, proposal.shown_on = "", None
    proposal.save(update_fields=["words", "shown_on"])
    act.note(number=proposal.number)
    return proposal


@action("organisations.second_proposal", needs="organisations.second_proposal")
def second_proposal(act: Act, proposal: Proposal) -> Proposal:
    """Thinks so too. The book does not say who."""
    act.leave_out_who()
    require(Finding(proposal.shown_on is not None, "organisations.proposal_shown"))
    # Who seconded it is deleted with it, so who does it twice could no longer be known.
    require(Finding(proposal.forgotten_on is None, "organisations.proposal_over"))
    own = proposal.account_id is not None and proposal.account_id == act.by.account
    require(Finding(not own, "organisations.seconded_by_others"))
    assert act.by.account is not None  # whoever lives here has signed in
    try:
        with transaction.atomic():
            Seconding.objects.create(
                community_id=proposal.community_id, proposal=proposal, account_id=act.by.account
            )
    except IntegrityError:
        raise Refused(Finding(False, "organisations.seconded_once")) from None
    rows = Proposal.objects.filter(community=proposal.community_id, pk=proposal.pk)
    rows.update(seconders=F("seconders") + 1)
    act.note(number=proposal.number)
    return proposal


@action("organisations.forget_proposal", needs="organisations.forget_proposal")
def forget_proposal(act: Act, proposal: Proposal) -> Proposal:
    """Long answered, or its writer is forgotten: how it was said, and whose account, are deleted;
    what everybody reads stays."""
    proposal.words, proposal.account = "", None
    proposal.forgotten_on = local_day(act.at)
    proposal.save(update_fields=["words", "account", "forgotten_on"])
    Seconding.objects.filter(community=proposal.community_id, proposal=proposal).delete()
    act.note(number=proposal.number)
    return proposal


def _numbered(act: Act, community: Place, given: dict[str, Any]) -> Proposal:
    year = local_day(act.at).year
    for attempt in range(TRIES):
        rows = Proposal.objects.filter(community=community, year=year)
        last = rows.aggregate(last=Max("serial"))["last"] or 0
        proposal = Proposal(
            community=community, year=year, serial=last + 1,
            receipt=receipt_from(secrets.token_bytes(RECEIPT_BYTES)), **given,
        )  # fmt: skip
        try:
            with transaction.atomic():
                begin(act, PROPOSAL, proposal, "propose", of=jurisdictions_of(community))
        except IntegrityError:
            if attempt + 1 == TRIES:
                raise
            continue
        break
    return proposal

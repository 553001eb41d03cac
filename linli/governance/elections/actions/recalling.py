"""A recall, from the demand to the vote on it: asked, signed, checked, answered (art. 20).

The outcome of the vote is in `actions/recall_votes.py`.
"""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action, permit
from linli.core.people.models import Person
from linli.core.places.queries import jurisdictions_of
from linli.governance.elections.actions.wording import in_chinese
from linli.governance.elections.flows import RECALL
from linli.governance.elections.models import Membership, Recall, RecallSignature
from linli.governance.elections.postings import RECALL as NOTICE
from linli.governance.elections.queries import recalls as asked
from linli.governance.elections.rules import recall as law_rules, signing as rules
from linli.governance.elections.rules.law import ElectionLaw, election_law
from linli.governance.elections.rules.sitting import still_sits
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.lib.law.keeping import keep
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication import actions as publication
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of


@action("elections.ask_recall", needs="elections.ask_recall")
def ask_recall(
    act: Act,
    seat: Membership,
    *,
    reasons: str,
    base: str,
    person: Person | None = None,
) -> Recall:
    """Asks for a member's recall, with reasons. Whoever asks is the first to sign; where the desk
    writes down a demand on paper, `person` is who brought it."""
    on = local_day(act.at)
    law = law_of(seat, on)
    who = _signer(act, _whom(act, seat, person))
    require(still_sits(seat.until))
    require(law_rules.recall_reasoned(reasons=bool(reasons.strip())))
    failed_on = _last_failed(seat)
    require(law_rules.recall_may_be_asked_again(failed_on, on, law=law))
    recall = Recall(
        community_id=seat.community_id,
        membership=seat,
        reasons=reasons.strip(),
        asked_by=who,
        asked_on=on,
        base=base,
        mode=seat.round.election.mode if seat.round is not None else "electors",
    )
    if who is not None:
        require(_may_sign(recall, who, on, law))
    try:
        with transaction.atomic():
            begin(act, RECALL, recall, "ask")
    except IntegrityError:
        raise Refused(rules.one_recall_at_a_time(True)) from None
    if who is not None:
        _add(recall, who, on)
    act.note(office=in_chinese(seat.get_office_display()))
    return recall


@action("elections.sign_recall", needs="elections.sign_recall")
def sign_recall(act: Act, recall: Recall, *, person: Person | None = None) -> Recall:
    """Joins in a demand: for oneself, or at the desk for somebody who signed on paper."""
    on = local_day(act.at)
    require(rules.is_collecting(recall.state == "collecting"))
    who = _signer(act, _whom(act, recall, person))
    require(_belongs(who))
    assert who is not None
    require(_may_sign(recall, who, on, law_of(recall.membership, on)))
    require(rules.signs_once(asked.signed(recall, who)))
    _add(recall, who, on)
    return recall


@action("elections.unsign_recall", needs="elections.sign_recall")
def unsign_recall(act: Act, recall: Recall, *, person: Person | None = None) -> Recall:
    """Takes a signature back, while they are still collected."""
    require(rules.is_collecting(recall.state == "collecting"))
    who = _signer(act, _whom(act, recall, person))
    require(_belongs(who))
    asked.signatures_of(recall).filter(person=who).update(
        withdrawn_on=local_day(act.at), household=None
    )
    return recall


@action("elections.submit_recall", needs="elections.follow_recall")
def submit_recall(act: Act, recall: Recall, *, seen: int | None = None) -> Recall:
    """Hands the demand in. Signatures end here; whoever is not asked to leave judges it."""
    _signer(act, recall.asked_by)
    take(act, RECALL, recall, "submit", seen=seen)
    for post in ("director", "supervisor"):
        act.tell("elections.recall_submitted", post=post)
    act.note(signers=asked.signatures_of(recall).count())
    return recall


@action("elections.accept_recall", needs="elections.judge_recall")
def accept_recall(
    act: Act,
    recall: Recall,
    *,
    base_count: int,
    base_source: str,
    public_reasons: str,
    mode: str = "",
    seen: int | None = None,
) -> Recall:
    """Finds that enough have signed and accepts the demand: it is posted, and the member may
    answer. `public_reasons` are the reasons as everybody will read them, looked over for what is
    nobody's business."""
    petition = _weigh(act, recall, base_count, base_source, mode)
    take(act, RECALL, recall, "accept", seen=seen, conditions=(petition,))
    recall.save(update_fields=["base_count", "base_source", "mode", "outcome"])
    fields = notice_fields(recall, reasons=public_reasons)
    laws = jurisdictions_of(recall.community)
    publication.post(act, NOTICE, recall, fields, local_day(act.at), of=laws)
    seat = recall.membership
    act.tell("elections.recall_accepted", person=seat.person_id)
    return recall


@action("elections.refuse_recall", needs="elections.judge_recall")
def refuse_recall(
    act: Act,
    recall: Recall,
    *,
    base_count: int,
    base_source: str,
    reason: str,
    seen: int | None = None,
) -> Recall:
    """Turns away a demand that too few have signed. One with enough is accepted, whatever anybody
    thinks of its reasons: the vote decides on those."""
    petition = _weigh(act, recall, base_count, base_source, "")
    enough = rules.must_be_accepted(petition.holds)
    take(act, RECALL, recall, "refuse", seen=seen, conditions=(enough,), reason=reason)
    recall.save(update_fields=["base_count", "base_source", "outcome"])
    if recall.asked_by_id:
        act.tell("elections.recall_refused", person=recall.asked_by_id)
    return recall


@action("elections.defend", needs="elections.defend")
def defend(act: Act, recall: Recall, *, text: str, seen: int | None = None) -> Recall:
    """The member answers, in their own words, which are posted beside the reasons."""
    require(Finding(bool(text.strip()), "elections.defence_said", cites=("rcl2025.20",)))
    take(act, RECALL, recall, "defend", seen=seen)
    recall.defence = text.strip()
    recall.save(update_fields=["defence"])
    amend_notice(act, recall, "本人提出了申辩", defence=recall.defence)
    return recall


@action("elections.withdraw_recall", needs="elections.follow_recall")
def withdraw_recall(act: Act, recall: Recall, *, seen: int | None = None) -> Recall:
    """Takes the demand back before it was judged."""
    _signer(act, recall.asked_by)
    take(act, RECALL, recall, "withdraw", seen=seen)
    return recall


def law_of(seat: Membership, on: date) -> ElectionLaw:
    """What the law of the day asks in this community."""
    return election_law(on, jurisdictions_of(seat.community))


def notice_of(recall: Recall) -> Posting | None:
    """The notice of the demand that is up, if one is."""
    found: Posting | None = postings_of(recall).filter(state__in=Posting.SHOWN).first()
    return found


def notice_fields(recall: Recall, *, reasons: str) -> dict[str, Any]:
    """What is posted when a demand has been accepted."""
    return {
        "office": in_chinese(recall.membership.get_office_display()),
        "name": recall.membership.name,
        "asked_on": recall.asked_on.isoformat(),
        "reasons": reasons.strip(),
        "signers": asked.signatures_of(recall).count(),
        "base": recall.base_count or 0,
    }


def amend_notice(act: Act, recall: Recall, why: str, **more: Any) -> None:
    """Adds to the notice what has come about; where it has come down meanwhile, nothing is up."""
    posting = notice_of(recall)
    if posting is not None:
        publication.correct(act, posting, {**posting.fields, **more}, why)


def _weigh(act: Act, recall: Recall, base_count: int, base_source: str, mode: str) -> Finding:
    """The signatures against their base, and where that was found; kept with the demand."""
    on = local_day(act.at)
    signers = asked.signatures_of(recall).count()
    require(Finding(base_count > 0 and bool(base_source.strip()), "elections.base_found"))
    petition = law_rules.recall_petitioned(
        recall.base, signers, base_count, law=law_of(recall.membership, on)
    )
    recall.base_count, recall.base_source = base_count, base_source.strip()
    recall.mode = mode if mode and recall.membership.round_id is None else recall.mode
    recall.outcome = {**recall.outcome, "petition": keep(petition)}
    act.note(signers=signers, base=base_count)
    return petition


def _whom(act: Act, row: Any, person: Person | None) -> Person | None:
    """Who asks or signs: the one who acts, or whoever the desk has on paper before it."""
    if person is None or person.pk == act.by.person:
        return asked.resident(act.by, row.community_id)
    permit("elections.enter_for_others", act.by, row)
    return person


def _signer(act: Act, who: Person | None) -> Person | None:
    """Who asks or signs for themselves is not named in the book of acts, which outlives the
    signatures; what the desk writes down for others stays the desk's."""
    if who is not None and who.pk == act.by.person:
        act.leave_out_who()
    return who


def _belongs(person: Person | None) -> Finding:
    return Finding(person is not None, "elections.known_resident", cites=("rcl2025.20",))


def _may_sign(recall: Recall, person: Person, on: date, law: ElectionLaw) -> Finding:
    represents = {
        "electors": lambda: False,
        "households": lambda: asked.household_of(person, on) is not None,
        "representatives": lambda: asked.represents_residents(person, on),
    }[recall.base]()
    return rules.may_sign(
        recall.base,
        # A representative's group has chosen them: that they belong here is not asked again.
        here=recall.base == "representatives" or asked.lives_here(person, on),
        age=asked.age_of(person, on),
        represents=represents,
        least=law.age,
    )


def _add(recall: Recall, person: Person, on: date) -> None:
    household = asked.household_of(person, on) if recall.base == "households" else None
    try:
        with transaction.atomic():
            RecallSignature.objects.update_or_create(
                community_id=recall.community_id,
                recall=recall,
                person=person,
                defaults={"signed_on": on, "withdrawn_on": None, "household": household},
            )
    except IntegrityError:  # another of the household signed a moment ago
        raise Refused(rules.signs_once(True)) from None


def _last_failed(seat: Membership) -> date | None:
    failed = asked.recalls_of(seat).filter(state="failed").order_by("-decided_at").first()
    return local_day(failed.decided_at) if failed and failed.decided_at else None

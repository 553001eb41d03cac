"""An idea comes in, is put on the list or not, merged, vetted by those named, and answered."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.access.queries import account_of
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.queries import jurisdictions_of
from linli.governance.budgeting.actions.rounds import fit_for_everybody
from linli.governance.budgeting.flows import IDEA
from linli.governance.budgeting.models import ASPECTS, Idea, Round, Vetting
from linli.governance.budgeting.queries.ideas import found_of, sent_by
from linli.governance.budgeting.queries.rounds import vetters_of
from linli.governance.budgeting.rules import rounds as rules, vetting
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take


@action("budgeting.send_idea", needs="budgeting.send_idea")
def send_idea(act: Act, round_: Round, **given: Any) -> Idea:
    """A resident sends an idea. The book says that one came, not from whom. `given`: `title`,
    `text`, `need`, and where wanted `guess_fen` and the place (`spot`, or `lon` and `lat`)."""
    act.leave_out_who()
    return _send(
        act, round_, "send", way="web", account_id=act.by.account, person_id=act.by.person, **given
    )


@action("budgeting.type_in_idea", needs="budgeting.tend")
def type_in_idea(act: Act, round_: Round, *, person: Person, **given: Any) -> Idea:
    """A worker types in what somebody of the register wrote on paper or said at the counter."""
    return _send(act, round_, "type_in", way="paper", person_id=person.pk, **given)


def _send(act: Act, round_: Round, move: str, **given: Any) -> Idea:
    rows = Round.objects.select_for_update().filter(community=round_.community_id)
    held = rows.get(pk=round_.pk)
    on = local_day(act.at)
    require(rules.still_sending(on, held.ideas_until, open_=held.state == "ideas"))
    sent = sent_by(held, account=given.get("account_id"), person=given.get("person_id"))
    require(rules.within_limit(sent, held.ideas_each))
    words = {name: given.pop(name).strip() for name in ("title", "text", "need")}
    fit_for_everybody(*words.values())
    ideas = Idea.objects.filter(community=held.community_id, round=held)
    idea = Idea(
        community=round_.community,
        round=held,
        serial=(ideas.aggregate(last=Max("serial"))["last"] or 0) + 1,
        sent_at=act.at,
        **words,
        **given,
    )
    try:
        with transaction.atomic():
            begin(act, IDEA, idea, move, of=jurisdictions_of(round_.community))
    except IntegrityError:  # two at once took one number
        raise Refused(Finding(False, "budgeting.sent_at_once")) from None
    act.note(number=idea.serial)
    return idea


@action("budgeting.list_idea", needs="budgeting.tend")
def list_idea(act: Act, idea: Idea, *, seen: int | None = None) -> Idea:
    """Puts an idea on the list, as its author wrote it."""
    act.note(number=idea.serial)
    take(act, IDEA, idea, "list", seen=seen)
    _tell(act, idea, "budgeting.idea_listed")
    return idea


@action("budgeting.hide_idea", needs="budgeting.tend")
def hide_idea(act: Act, idea: Idea, *, reason: str, seen: int | None = None) -> Idea:
    """Keeps an idea off the list, and tells its author why. How many were kept off, everybody
    reads."""
    _answer(act, idea, reason)
    take(act, IDEA, idea, "hide", seen=seen, reason=reason)
    _tell(act, idea, "budgeting.idea_hidden")
    return idea


@action("budgeting.merge_idea", needs="budgeting.tend")
def merge_idea(act: Act, idea: Idea, *, into: Idea, reason: str, seen: int | None = None) -> Idea:
    """Merges an idea into another that wants the same; both authors are told, with why."""
    require(
        Finding(
            into.community_id == idea.community_id
            and into.round_id == idea.round_id
            and into.pk != idea.pk
            and into.state == "listed",
            "budgeting.may_merge",
        )
    )
    idea.merged_into = into
    idea.save(update_fields=["merged_into"])
    _answer(act, idea, reason)
    Idea.objects.filter(community=idea.community_id, merged_into=idea).update(merged_into=into)
    take(act, IDEA, idea, "merge", seen=seen, public_note=reason)
    act.note(into=into.serial)
    _tell(act, idea, "budgeting.idea_merged", into=into.serial)
    _tell(act, into, "budgeting.idea_merged_with", other=idea.serial)
    return idea


@action("budgeting.withdraw_idea", needs="budgeting.withdraw")
def withdraw_idea(act: Act, idea: Idea, *, seen: int | None = None) -> Idea:
    """The author takes an idea back, while it has no answer yet."""
    act.leave_out_who()
    act.note(number=idea.serial)
    return take(act, IDEA, idea, "withdraw", seen=seen)


@action("budgeting.vet_idea", needs="budgeting.vet")
def vet_idea(
    act: Act,
    idea: Idea,
    *,
    aspect: str,
    holds: bool,
    reason: str,
    fen: int | None = None,
    by_whom: str = "",
) -> Idea:
    """What was found of an idea in one respect, by whoever was named for it, with the reason that
    everybody reads. Once all four hold it stands on the ballot; as soon as one does not, it is
    refused with that reason. Until the rules are published it can be looked at again."""
    round_ = Round.objects.select_for_update().get(community=idea.community_id, pk=idea.round_id)
    require(Finding(round_.state == "vetting", "budgeting.vetting_now"))
    vetter = vetters_of(round_).get(aspect)
    mine = vetter is not None and vetter.account_id == act.by.account
    require(Finding(mine, "budgeting.named_for_it", numbers={"aspect": str(dict(ASPECTS)[aspect])}))
    assert vetter is not None
    fit_for_everybody(reason, by_whom)
    idea = Idea.objects.select_for_update().get(community=idea.community_id, pk=idea.pk)
    idea.round = round_
    require(Finding(idea.state in ("listed", "passed", "refused"), "budgeting.may_be_vetted"))
    if aspect == "cost" and holds:
        require(Finding(bool(fen), "budgeting.cost_known"))
        require(vetting.within_budget(fen or 0, round_.fen))
    if aspect == "upkeep" and holds:
        require(Finding(fen is not None and bool(by_whom.strip()), "budgeting.upkeep_known"))
    figured = aspect in ("cost", "upkeep")
    Vetting.objects.update_or_create(
        community_id=idea.community_id,
        idea=idea,
        aspect=aspect,
        defaults={
            "holds": holds,
            "reason": reason.strip(),
            "fen": fen if figured else None,
            "by_whom": by_whom.strip() if aspect == "upkeep" else "",
            "account_id": act.by.account,
            "name": account_of(act.by.account).label,
            "post": vetter.post,
            "on": local_day(act.at),
        },
    )
    act.note(number=idea.serial, aspect=str(dict(ASPECTS)[aspect]), holds=holds)
    _settle(act, idea)
    return idea


def _settle(act: Act, idea: Idea) -> None:
    """The state follows from what was found."""
    found = found_of(idea)
    came_to = vetting.outcome(found)
    reasons = vetting.reasons(found)
    with translation.override("zh-hans"):
        said = [f"{dict(ASPECTS)[aspect]}：{reason}" for aspect, reason in reasons]
        idea.outcome = "\n".join(said) if came_to == "refused" else ""
        if came_to == "passed":
            idea.outcome = _("合法、做得成、费用和维护都核过，上选票。")
    idea.answered_at = None if came_to == "listed" else act.at
    moves = {"passed": "pass", "refused": "refuse", "listed": "vet_again"}
    # A refusal never stands without its reason: it comes first, and goes last.
    if came_to == "refused":
        idea.save(update_fields=["outcome", "answered_at"])
    if came_to != idea.state:
        take(act, IDEA, idea, moves[came_to], public_note=idea.outcome)
        if came_to != "listed":
            _tell(act, idea, f"budgeting.idea_{came_to}")
    if came_to != "refused":
        idea.save(update_fields=["outcome", "answered_at"])


def _answer(act: Act, idea: Idea, reason: str) -> None:
    fit_for_everybody(reason)
    idea.outcome, idea.answered_at = reason.strip(), act.at
    idea.save(update_fields=["outcome", "answered_at"])
    act.note(number=idea.serial)


def _tell(act: Act, idea: Idea, kind: str, **values: Any) -> None:
    """Tells the author: by their account, or the person who wrote it on paper."""
    if idea.account_id is not None:
        act.tell(kind, account=idea.account_id, number=idea.serial, **values)
    elif idea.person_id is not None:
        act.tell(kind, person=idea.person_id, number=idea.serial, **values)

"""Who must mend it by when, that it is mended, and another hand that looks again."""

from linli.core.access.models import Body
from linli.core.audit.door import Act, action, may
from linli.core.files.intake import Purpose, take_in
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.safety.hazards import rules
from linli.safety.hazards.actions.finding import Shots, tell_owner
from linli.safety.hazards.actions.telling import looked_over, noted
from linli.safety.hazards.flows import HAZARD
from linli.safety.hazards.kinds import AUTHORITY_TITLES
from linli.safety.hazards.law import limit_for
from linli.safety.hazards.models import Handing, Hazard, Mending
from linli.safety.hazards.words import told

OWED = ("hazards.owed", "hazards.owed_by_body")
"""What is told of what must be mended: to a post, and to who acts for a body."""


@action("hazards.assign", needs="hazards.sort")
def assign(
    act: Act,
    hazard: Hazard,
    *,
    body: Body | None = None,
    post: str = "",
    tell: bool = False,
    seen: int | None = None,
) -> Hazard:
    """Says who must mend it: a body or a post. The limit runs from today, by the kind; what was
    late before an authority gave it back stays late. `tell`: the words can be read by all."""
    on = local_day(act.at)
    _owned(hazard, body, post)
    limit = limit_for(hazard.kind, hazard.serious, hazard.community, on)
    hazard.due_on = rules.last_day_set(hazard.due_on, on, int(limit.value))
    hazard.save(update_fields=["owner_body", "owner_post", "due_on"])
    take(act, HAZARD, hazard, "assign", seen=seen, limits={"limit": limit})
    looked_over(act, hazard, tell)
    return _told_owner(act, hazard)


@action("hazards.hand_over", needs="hazards.sort")
def hand_over(
    act: Act,
    hazard: Hazard,
    *,
    reason: str,
    body: Body | None = None,
    post: str = "",
    seen: int | None = None,
) -> Hazard:
    """Somebody else must mend it; the last day stays what it was."""
    _owned(hazard, body, post)
    words = told(reason, hazard.community_id)
    hazard.save(update_fields=["owner_body", "owner_post"])
    take(act, HAZARD, hazard, "hand_over", seen=seen, reason=words)
    return _told_owner(act, hazard)


@action("hazards.forward", needs="hazards.sort")
def forward(
    act: Act, hazard: Hazard, *, authority: str, words: str, tell: bool = False,
    seen: int | None = None,
) -> Handing:  # fmt: skip
    """What the community cannot mend goes to the competent authority: the place, the kind, what
    it is. Who told of it does not go along. `tell`: the words can be read by all."""
    on = local_day(act.at)
    take(act, HAZARD, hazard, "forward", seen=seen)  # first: what is owed must have an owner
    if hazard.due_on is not None and hazard.due_on >= on:
        hazard.due_on = None  # what was late already stays late
    hazard.owner_body, hazard.owner_post = None, ""
    hazard.save(update_fields=["owner_body", "owner_post", "due_on"])
    looked_over(act, hazard, tell)
    act.note(number=hazard.number, authority=str(AUTHORITY_TITLES[authority]))
    return Handing.objects.create(
        community_id=hazard.community_id, hazard=hazard, authority=authority,
        words=told(words, hazard.community_id), on=on, account_id=act.by.account,
    )  # fmt: skip


@action("hazards.take_back", needs="hazards.sort")
def take_back(act: Act, hazard: Hazard, *, reason: str, seen: int | None = None) -> Hazard:
    """The authority says that it is not its own; somebody here has to mend it after all."""
    words = told(reason, hazard.community_id)
    take(act, HAZARD, hazard, "take_back", seen=seen, reason=words)
    _replied(act, hazard, words)
    return noted(act, hazard)


@action("hazards.mend", needs="hazards.mend")
def mend(act: Act, hazard: Hazard, *, how: str, shots: Shots, seen: int | None = None) -> Mending:
    """It is mended, with a photograph from after; another hand looks whether it is."""
    require(rules.evidence(len(shots.photos), shots.none_for))
    on, was_forwarded = local_day(act.at), hazard.state == "forwarded"
    words = told(how, hazard.community_id)
    take(act, HAZARD, hazard, "mend", seen=seen)
    hazard.mended_on = on
    hazard.save(update_fields=["mended_on"])
    if was_forwarded:
        _replied(act, hazard, words)
    mending = Mending.objects.create(
        community_id=hazard.community_id, hazard=hazard, how=words, on=on,
        no_photo=told(shots.none_for, hazard.community_id), mended_by_id=act.by.account,
    )  # fmt: skip
    who = "public" if shots.clear and may("hazards.sort", act.by, hazard) else "staff"
    for photo in shots.photos:
        take_in(act, hazard.community_id, photo, Purpose(mending, "photo", who))
    act.tell("hazards.to_look_again", post="worker", place=hazard.told_place)
    noted(act, hazard)
    return mending


@action("hazards.look_again", needs="hazards.sort")
def look_again(
    act: Act, hazard: Hazard, *, good: bool, reason: str = "", seen: int | None = None
) -> Hazard:
    """Another than who mended it looks: good, and it is closed; or not, and it is to be mended
    again by the same last day."""
    mending = hazard.mendings.order_by("-id").first()
    require(rules.another_hand(mending.mended_by_id if mending else None, act.by.account))
    assert mending is not None, "what is mended has a mending"
    on = local_day(act.at)
    words = told(reason, hazard.community_id)
    if good:
        hazard.closed_on = on
        hazard.save(update_fields=["closed_on"])
        take(act, HAZARD, hazard, "pass", seen=seen)
    else:
        move = "fail" if hazard.owner_title else "fail_there"
        take(act, HAZARD, hazard, move, seen=seen, reason=words)
    mending.good, mending.seen_on, mending.reason = good, on, words
    mending.seen_by_id = act.by.account
    mending.save(update_fields=["good", "seen_on", "reason", "seen_by"])
    if not good and hazard.owner_title:
        _told_owner(act, hazard)
    return noted(act, hazard)


def _owned(hazard: Hazard, body: Body | None, post: str) -> None:
    require(rules.one_owner(body is not None, bool(post)))
    here = body is None or body.community_id == hazard.community_id
    require(Finding(here, "hazards.owner_here"))
    hazard.owner_body, hazard.owner_post = body, post


def _told_owner(act: Act, hazard: Hazard) -> Hazard:
    tell_owner(act, hazard, OWED, hazard.owner_body_id, hazard.owner_post, until=hazard.due_on)
    return noted(act, hazard)


def _replied(act: Act, hazard: Hazard, words: str) -> None:
    last = hazard.handings.filter(replied_on__isnull=True).order_by("-id").first()
    if last is not None:
        last.reply, last.replied_on = words, local_day(act.at)
        last.save(update_fields=["reply", "replied_on"])

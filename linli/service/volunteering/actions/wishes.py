"""A small wish is made, looked at, published without the person, claimed, met and thanked for."""

from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action, may
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin, take
from linli.service.volunteering.flows import OPEN_WISHES, WISH
from linli.service.volunteering.models import Wish, WishClaim
from linli.service.volunteering.queries.wishes import is_own, last_wish, open_wishes_of
from linli.service.volunteering.rules import plain_words, wishes as rules

TRIES = 20
FORGOTTEN = ("words", "name", "phone", "guardian", "answer", "way_on", "told", "thanks", "title",
             "about", "account")  # fmt: skip


@action("volunteering.make_wish", needs="volunteering.make_wish")
def make_wish(
    act: Act,
    community: Place,
    *,
    whose: str,
    sort: str,
    words: str,
    consents: bool = False,
    guardian_agrees: bool = False,
    guardian_meets: bool = False,
    name: str = "",
    phone: str = "",
    guardian: str = "",
    at_desk: bool = False,
) -> Wish:
    """Makes a wish: of one's own, of one's child, or typed in at the desk with the person's
    consent. An appeal for money is refused here, with where it belongs."""
    require(plain_words.said(words))
    require(plain_words.no_appeal(words))
    child = whose in Wish.MINORS
    require(rules.agreed(child=child, consents=consents, guardian=guardian_agrees))
    require(rules.child_meets(child=child, sort=sort, guardian_meets=guardian_meets))
    if not at_desk:
        most = number_laid_down("volunteering.wishes_open", community, local_day(act.at))
        require(rules.not_too_many(open_wishes_of(act.by.account, community), most))
    given: dict[str, Any] = {
        "whose": whose,
        "sort": sort,
        "words": words.strip(),
        "consents": consents and not child,
        "guardian_agrees": guardian_agrees and child,
        "guardian_meets": guardian_meets and child,
        "name": name.strip(),
        "phone": phone.strip(),
        "guardian": guardian.strip() if child else "",
        "account_id": None if at_desk else act.by.account,
        "at_desk": at_desk,
    }
    wish = _numbered(act, community, given)
    act.tell("volunteering.wish_made", post="worker", number=wish.number)
    return wish


@action("volunteering.give_wish_back", needs="volunteering.look_at_wish")
def give_wish_back(act: Act, wish: Wish, *, reason: str, seen: int | None = None) -> Wish:
    """Asks the person to say it differently, and how."""
    require(plain_words.said(reason))
    wish.answer = reason.strip()
    take(act, WISH, wish, "give_back", seen=seen, reason=wish.answer)
    _save(wish, "answer")
    _tell_wisher(act, wish, "volunteering.wish_returned")
    return wish


@action("volunteering.change_wish", needs="volunteering.own_wish")
def change_wish(act: Act, wish: Wish, *, words: str, seen: int | None = None) -> Wish:
    """The person says it differently; it is looked at again."""
    require(plain_words.said(words))
    require(plain_words.no_appeal(words))
    wish.words = words.strip()
    take(act, WISH, wish, "change", seen=seen, of=jurisdictions_of(wish.community))
    _save(wish, "words")
    act.note(number=wish.number)
    act.tell("volunteering.wish_made", post="worker", number=wish.number)
    return wish


@action("volunteering.publish_wish", needs="volunteering.look_at_wish")
def publish_wish(
    act: Act, wish: Wish, *, title: str, about: str = "", seen: int | None = None
) -> Wish:
    """Publishes it in words that name nobody, tell of no illness and no means, and ask for no
    money; of the person everybody learns the age group at most."""
    require(plain_words.said(title))
    fit = rules.fit_for_all(title, about)
    wish.title, wish.about = title.strip(), about.strip()
    wish.published_on, wish.answer = local_day(act.at), ""
    _save(wish, "title", "about", "published_on", "answer")
    take(act, WISH, wish, "publish", seen=seen, conditions=fit)
    _tell_wisher(act, wish, "volunteering.wish_published")
    return wish


@action("volunteering.refuse_wish", needs="volunteering.look_at_wish")
def refuse_wish(act: Act, wish: Wish, *, reason: str, way_on: str, seen: int | None = None) -> Wish:
    """It is nothing for a wish: why, and who can really help. Only the person reads it."""
    for words in (reason, way_on):
        require(plain_words.said(words))
    wish.answer, wish.way_on = reason.strip(), way_on.strip()
    _save(wish, "answer", "way_on")
    take(act, WISH, wish, "refuse", seen=seen, reason=wish.answer, way_on=wish.way_on)
    _tell_wisher(act, wish, "volunteering.wish_refused")
    return wish


@action("volunteering.claim_wish", needs="volunteering.claim_wish")
def claim_wish(
    act: Act,
    wish: Wish,
    *,
    who: str,
    contact: str,
    name: str = "",
    shown_as: str = "",
    at_desk: bool = False,
    seen: int | None = None,
) -> Wish:
    """Promises to meet it. The first claim keeps others away for some days, then it lapses. How
    to reach them, only the desk reads; a unit or group may be named where it wishes. The book says
    that it was claimed, not by whom: a claim that is let go leaves no trace of whose it was."""
    act.leave_out_who()
    on = local_day(act.at)
    require(plain_words.said(contact))
    require(rules.free_to_claim(claimed=wish.state == "claimed", own=is_own(act.by, wish)))
    require(plain_words.names_nobody(shown_as))
    take(act, WISH, wish, "claim", seen=seen)
    days = number_laid_down("volunteering.wish_claim_days", wish.community, on)
    claim = WishClaim(
        community_id=wish.community_id,
        wish=wish,
        who=who,
        account_id=None if at_desk else act.by.account,
        name=name.strip(),
        contact=contact.strip(),
        shown_as="" if who == "resident" else shown_as.strip(),
        claimed_at=act.at,
        holds_until=rules.holds_until(on, days),
    )
    claim.save(force_insert=True)
    act.note(number=wish.number, until=f"{claim.holds_until:%F}")
    _tell_wisher(act, wish, "volunteering.wish_claimed")
    act.tell("volunteering.wish_claimed_desk", post="worker", number=wish.number)
    return wish


@action("volunteering.release_wish", needs="volunteering.held_wish")
def release_wish(act: Act, wish: Wish, *, seen: int | None = None) -> Wish:
    """The promise is taken back, or ran out; nobody reads whose it was, and the next may claim."""
    claimer = wish.claim.account_id if wish.state == "claimed" else None
    act.leave_out_who()
    take(act, WISH, wish, "release", seen=seen)
    WishClaim.objects.filter(community=wish.community_id, wish=wish).delete()
    wish._state.fields_cache.pop("claim", None)
    wish.steps.filter(move__in=("claim", "release")).update(account=None, post="")
    act.note(number=wish.number)
    if act.by.is_clock and claimer is not None:
        act.tell("volunteering.claim_lapsed", account=claimer, number=wish.number)
    return wish


@action("volunteering.meet_wish", needs="volunteering.held_wish")
def meet_wish(act: Act, wish: Wish, *, told: str, seen: int | None = None) -> Wish:
    """It came true: how, in words for everybody that name nobody, once the desk has seen them."""
    require(plain_words.said(told))
    claim = WishClaim.objects.filter(community=wish.community_id, wish=wish).first()
    wish.told, wish.met_on = told.strip(), local_day(act.at)
    wish.told_shown = _desk_says_yes(act, wish, claim.account_id if claim else None)
    _save(wish, "told", "told_shown", "met_on")
    take(act, WISH, wish, "meet", seen=seen, conditions=rules.fit_for_all(told))
    _to_look_at(act, wish, shown=wish.told_shown)
    _tell_wisher(act, wish, "volunteering.wish_met")
    return wish


@action("volunteering.thank_wish", needs="volunteering.own_wish")
def thank_wish(act: Act, wish: Wish, *, thanks: str, seen: int | None = None) -> Wish:
    """A word of thanks, if one likes: read by everybody, naming nobody, once the desk has seen it;
    then whoever met it hears."""
    require(plain_words.said(thanks))
    wish.thanks = thanks.strip()
    wish.thanks_shown = _desk_says_yes(act, wish, wish.account_id)
    _save(wish, "thanks", "thanks_shown")
    take(act, WISH, wish, "thank", seen=seen, conditions=rules.fit_for_all(thanks))
    act.note(number=wish.number)
    _to_look_at(act, wish, shown=wish.thanks_shown)
    if wish.thanks_shown:
        _tell_claimer(act, wish, "volunteering.wish_thanked")
    return wish


@action("volunteering.show_wish_words", needs="volunteering.look_at_wish")
def show_wish_words(
    act: Act, wish: Wish, *, told: str = "", thanks: str = "", seen: int | None = None
) -> Wish:
    """The desk has seen how it came true and the thanks: so everybody reads them. What it leaves
    empty is taken away, also later."""
    thanked = bool(thanks.strip()) and not wish.thanks_shown
    wish.told, wish.thanks = told.strip(), thanks.strip()
    wish.told_shown, wish.thanks_shown = bool(wish.told), bool(wish.thanks)
    _save(wish, "told", "thanks", "told_shown", "thanks_shown")
    take(act, WISH, wish, "show_words", seen=seen, conditions=rules.fit_for_all(told, thanks))
    act.note(number=wish.number)
    if thanked:
        _tell_claimer(act, wish, "volunteering.wish_thanked")
    return wish


@action("volunteering.withdraw_wish", needs="volunteering.own_wish")
def withdraw_wish(act: Act, wish: Wish, *, seen: int | None = None) -> Wish:
    """The person takes it back at any time, also when it was met, and gives no reason: nobody else
    reads it from now on."""
    met = wish.state not in OPEN_WISHES
    claim = WishClaim.objects.filter(community=wish.community_id, wish=wish).first()
    take(act, WISH, wish, "withdraw", seen=seen)
    act.note(number=wish.number)
    if claim is not None:
        if claim.account_id is not None and not met:
            act.tell("volunteering.wish_withdrawn", account=claim.account_id, number=wish.number)
        claim.delete()
    return wish


@action("volunteering.end_wish", needs="volunteering.look_at_wish")
def end_wish(act: Act, wish: Wish, *, reason: str, seen: int | None = None) -> Wish:
    """Nobody came, it is long ago, or its words do not belong there: the desk puts it away and says
    so to the person."""
    require(plain_words.said(reason))
    wish.answer = reason.strip()
    _save(wish, "answer")
    take(act, WISH, wish, "end", seen=seen, reason=wish.answer)
    _tell_wisher(act, wish, "volunteering.wish_ended")
    return wish


@action("volunteering.run_out_wish", needs="volunteering.forget")
def run_out_wish(act: Act, wish: Wish) -> Wish:
    """Nobody took it up for as long as it is shown, or whose it is was forgotten."""
    take(act, WISH, wish, "run_out")
    _tell_wisher(act, wish, "volunteering.wish_ran_out")
    _tell_claimer(act, wish, "volunteering.wish_withdrawn")
    WishClaim.objects.filter(community=wish.community_id, wish=wish).delete()
    return wish


@action("volunteering.forget_wish", needs="volunteering.forget")
def forget_wish(act: Act, wish: Wish) -> Wish:
    """What was said in confidence, whose it is, and how to reach the two, is deleted, and who took
    which step; the published words stay as long as the wish is shown. One that was met and waits
    for thanks that nobody owes is closed with it."""
    if wish.state == "met":
        take(act, WISH, wish, "close")
    wish.words = wish.name = wish.phone = wish.guardian = wish.answer = wish.way_on = ""
    wish.told, wish.thanks = wish.public_told, wish.public_thanks
    if not wish.is_shown:
        wish.title = wish.about = wish.told = wish.thanks = ""
    wish.account = None
    wish.forgotten_on = local_day(act.at)
    _save(wish, *FORGOTTEN, "forgotten_on")
    wish.steps.update(account=None, reason="", given={}, post="")
    for claim in WishClaim.objects.filter(community=wish.community_id, wish=wish):
        claim.name = claim.contact = ""
        claim.account = None
        claim.save(update_fields=["name", "contact", "account"])
    act.note(number=wish.number)
    return wish


def _desk_says_yes(act: Act, wish: Wish, whose: Any) -> bool:
    """Whether the desk typed it in, for another: its own yes to it."""
    return may("volunteering.look_at_wish", act.by, wish) and act.by.account != whose


def _to_look_at(act: Act, wish: Wish, *, shown: bool) -> None:
    if not shown:
        act.tell("volunteering.wish_words_wait", post="worker", number=wish.number)


def _tell_claimer(act: Act, wish: Wish, kind: str) -> None:
    claim = WishClaim.objects.filter(community=wish.community_id, wish=wish).first()
    if claim is not None and claim.account_id is not None:
        act.tell(kind, account=claim.account_id, number=wish.number)


def _tell_wisher(act: Act, wish: Wish, kind: str) -> None:
    act.note(number=wish.number)
    if wish.account_id is not None:
        act.tell(kind, account=wish.account_id, number=wish.number)


def _save(wish: Wish, *fields: str) -> None:
    wish.save(update_fields=fields)


def _numbered(act: Act, community: Place, given: dict[str, Any]) -> Wish:
    year = local_day(act.at).year
    for attempt in range(TRIES):
        wish = Wish(community=community, year=year, serial=last_wish(community, year) + 1, **given)
        try:
            with transaction.atomic():
                begin(act, WISH, wish, "make", of=jurisdictions_of(community))
        except IntegrityError:
            if attempt + 1 == TRIES:
                raise
            continue
        break
    act.note(number=wish.number)
    return wish

"""Posts are claimed, members check in by themselves, what was done is written down and answered.

The book says that it was done and never by whom: who claims, and above all who checks in, is
nobody's business but theirs and the secretary's."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.partners.party.actions.holding import held, saved, told_to_all
from linli.partners.party.lists import need_listed
from linli.partners.party.models import (
    CheckIn,
    PostClaim,
    Service,
    ServicePost,
    UnitCheckIn,
)
from linli.partners.party.rules import serving
from linli.partners.party.rules.periods import not_ahead


@action("party.open_post", needs="party.keep")
def open_post(
    act: Act, community: Place, *, title: str, about: str, wanted: int, where: str = ""
) -> ServicePost:
    """Lists a post of public benefit that anybody who lives here may claim."""
    words = {"title": title, "about": about, "where": where}
    post = ServicePost(
        community=community,
        wanted=wanted,
        opened_on=local_day(act.at),
        **{name: told_to_all(each) for name, each in words.items()},
    )
    post.save(force_insert=True)
    act.note(post=post.title)
    return post


@action("party.close_post", needs="party.keep")
def close_post(act: Act, post: ServicePost, *, seen: int | None = None) -> ServicePost:
    """Looks for nobody any more; who claimed it keeps it until they step back or it lapses."""
    row = held(post, seen)
    require(Finding(row.closed_on is None, "party.row_open"))
    act.note(post=row.title)
    return saved(row, closed_on=local_day(act.at))


@action("party.claim_post", needs="party.take_part")
def claim_post(act: Act, post: ServicePost, *, contact: str, name: str = "") -> PostClaim:
    """A resident claims a post, of their own will and with the own account. How they are reached
    only the secretary reads."""
    act.leave_out_who()
    row = held(post)
    claims = PostClaim.objects.filter(community=row.community_id, post=row)
    require(serving.place_free(claims.count(), row.wanted, closed=row.closed_on is not None))
    require(Finding(bool(contact.strip()), "party.words_given"))
    require(Finding(not claims.filter(account=act.by.account).exists(), "party.claimed_once"))
    on = local_day(act.at)
    days = number_laid_down("party.claim_kept_days", row.community, on)
    assert act.by.account is not None  # who lives here has signed in
    claim = PostClaim(
        community_id=row.community_id,
        post=row,
        account_id=act.by.account,
        name=name.strip(),
        contact=contact.strip(),
        claimed_on=on,
        lapses_on=serving.lapses(on, days),
    )
    claim.save(force_insert=True)
    act.note(post=row.title)
    act.tell("party.post_claimed", post="party_secretary", title=row.title)
    return claim


@action("party.leave_post", needs="party.end_row")
def leave_post(act: Act, claim: PostClaim) -> None:
    """Steps back, without a reason; the row and what was written in it are deleted."""
    act.leave_out_who()
    act.note(post=claim.post.title)
    PostClaim.objects.filter(community=claim.community_id, pk=claim.pk).delete()


@action("party.check_in", needs="party.take_part")
def check_in(
    act: Act,
    community: Place,
    *,
    name: str,
    consents: bool,
    contact: str = "",
    unit: UnitCheckIn | None = None,
) -> CheckIn:
    """A member checks in by themselves, with a consent of its own and the own account. Nobody can
    check in another."""
    act.leave_out_who()
    require(serving.consented(consents))
    require(Finding(bool(name.strip()), "party.words_given"))
    require(Finding(unit is None or unit.community_id == community.pk, "party.unit_here"))
    on = local_day(act.at)
    days = number_laid_down("party.checkin_kept_days", community, on)
    assert act.by.account is not None  # who lives here has signed in
    row = CheckIn(
        community=community,
        account_id=act.by.account,
        name=name.strip(),
        contact=contact.strip(),
        unit=unit,
        consented_at=act.at,
        lapses_on=serving.lapses(on, days),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "party.checked_in_once")) from None
    act.tell("party.checked_in", post="party_secretary")
    return row


@action("party.stay", needs="party.own_row")
def stay(act: Act, row: CheckIn | PostClaim) -> CheckIn | PostClaim:
    """Says again that they stay: the day on which the row is deleted moves on."""
    act.leave_out_who()
    kept = held(row)
    on = local_day(act.at)
    rule = "party.checkin_kept_days" if isinstance(row, CheckIn) else "party.claim_kept_days"
    return saved(kept, lapses_on=serving.lapses(on, number_laid_down(rule, row.community, on)))


@action("party.leave", needs="party.end_row")
def leave(act: Act, checkin: CheckIn) -> None:
    """The check-in is deleted with everything in it: at a word, or by time."""
    act.leave_out_who()
    CheckIn.objects.filter(community=checkin.community_id, pk=checkin.pk).delete()


@action("party.record_service", needs="party.own_row")
def record_service(
    act: Act,
    row: CheckIn | PostClaim,
    *,
    on: date,
    minutes: int,
    told: str,
    need: UUID | None = None,
) -> Service:
    """Writes down what one did, by one's own word."""
    act.leave_out_who()
    require(not_ahead(on, local_day(act.at)))
    require(serving.minutes_fit(minutes))
    require(Finding(bool(told.strip()), "party.words_given"))
    line = need_listed(row.community, need, local_day(act.at)) if need else None
    require(Finding(need is None or line is not None, "party.need_listed"))
    whose: dict[str, Any] = {"checkin" if isinstance(row, CheckIn) else "claim": row}
    service = Service(
        community_id=row.community_id,
        need=line.id if line else None,
        need_title=line.title if line else "",
        on=on,
        minutes=minutes,
        told=told.strip(),
        **whose,
    )
    service.save(force_insert=True)
    return service


@action("party.strike_service", needs="party.own_row")
def strike_service(act: Act, service: Service) -> None:
    """Takes back what one wrote."""
    act.leave_out_who()
    Service.objects.filter(community=service.community_id, pk=service.pk).delete()


@action("party.answer_service", needs="party.answer")
def answer_service(act: Act, service: Service, *, words: str) -> Service:
    """A word back to whoever served; they alone read it."""
    row = held(service)
    said = words.strip()
    require(Finding(bool(said), "party.words_given"))
    owner = row.checkin or row.claim
    assert owner is not None  # the database sees to it
    act.tell("party.service_answered", account=owner.account_id)
    return saved(row, answer=said, answered_at=act.at)


@action("party.look_at_checkin", needs="party.see_checkins")
def look_at_checkin(act: Act, row: CheckIn | PostClaim) -> CheckIn | PostClaim:
    """The secretary opens a row with the name in it; each look is an entry."""
    return row

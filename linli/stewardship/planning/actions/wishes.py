"""A wish comes in, is put on the list, and is answered, taken up, merged or declined."""

from typing import Any

from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.core.places.serials import take_next_serial
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.stewardship.planning.actions.wording import fit_for_everybody
from linli.stewardship.planning.flows import WISH
from linli.stewardship.planning.models import AnnualPlan, Wish


@action("planning.send_wish", needs="planning.wish")
def send_wish(
    act: Act,
    community: Place,
    *,
    title: str,
    text: str = "",
    source: str = "web",
    situation: str = "all",
    place: Place | None = None,
    about_plan: AnnualPlan | None = None,
) -> Wish:
    """Somebody wishes for something, or says what they think of a draft. Nobody is asked who they
    are, and the book does not say who it was."""
    act.leave_out_who()
    on = local_day(act.at)
    if about_plan is not None:
        require(takes_comments(about_plan, on))

    def make(serial: int) -> Wish:
        wish = Wish(
            community=community,
            year=on.year,
            serial=serial,
            title=title.strip(),
            text=text.strip(),
            source="plan" if about_plan is not None else source,
            situation=situation,
            place=place,
            about_plan=about_plan,
            sent_at=act.at,
        )
        return begin(act, WISH, wish, "record", of=jurisdictions_of(community))

    made = take_next_serial(Wish, community, on.year, make)
    act.note(number=made.number)
    act.tell("planning.wish_sent", post="worker", number=made.number)
    return made


def takes_comments(plan: AnnualPlan, on: Any) -> Finding:
    """A draft that was put to residents takes comments until the day named (with it)."""
    until = plan.comments_until
    holds = plan.state == "consulting" and (until is None or on <= until)
    return Finding(holds, "planning.takes_comments", numbers={"until": until})


@action("planning.list_wish", needs="planning.tend_wishes")
def list_wish(
    act: Act,
    wish: Wish,
    *,
    public_title: str,
    public_text: str = "",
    standard: str = "",
    situation: str = "",
    seen: int | None = None,
) -> Wish:
    """Puts it on the list, in words everybody may read."""
    fit_for_everybody(public_title, public_text)
    wish.public_title, wish.public_text = public_title.strip(), public_text.strip()
    wish.standard, wish.situation = standard, situation or wish.situation
    wish.save(update_fields=["public_title", "public_text", "standard", "situation"])
    act.note(number=wish.number)
    return take(act, WISH, wish, "list", seen=seen)


@action("planning.answer_wish", needs="planning.tend_wishes")
def answer_wish(
    act: Act, wish: Wish, *, reply: str, public_title: str = "", seen: int | None = None
) -> Wish:
    """Answers it without a plan: it is there already, or somebody else has it in hand."""
    _reply(wish, reply, public_title)
    act.note(number=wish.number)
    return take(act, WISH, wish, "answer", seen=seen, public_note=wish.reply)


@action("planning.decline_wish", needs="planning.tend_wishes")
def decline_wish(
    act: Act, wish: Wish, *, reason: str, public_title: str = "", seen: int | None = None
) -> Wish:
    """Says no, and why; everybody reads the reason."""
    _reply(wish, reason, public_title)
    act.note(number=wish.number)
    return take(act, WISH, wish, "decline", seen=seen, public_note=wish.reply, reason=wish.reply)


@action("planning.merge_wish", needs="planning.tend_wishes")
def merge_wish(act: Act, wish: Wish, *, into: Wish, seen: int | None = None) -> Wish:
    """The same was wished before: its voices count there."""
    require(
        Finding(
            into.community_id == wish.community_id
            and into.pk != wish.pk
            and into.state in ("listed", "taken_up"),
            "planning.may_merge",
        )
    )
    wish.merged_into = into
    wish.save(update_fields=["merged_into"])
    Wish.objects.filter(community=wish.community_id, pk=into.pk).update(
        voices=F("voices") + wish.voices
    )
    act.note(number=wish.number, into=into.number)
    return take(act, WISH, wish, "merge", seen=seen)


@action("planning.take_up_wish", needs="planning.tend_wishes")
def take_up_wish(act: Act, wish: Wish, *, reply: str, seen: int | None = None) -> Wish:
    """A plan has taken it up, says `reply`: which year, which task."""
    mark_taken_up(act, wish, reply, seen=seen)
    act.note(number=wish.number)
    return wish


def mark_taken_up(act: Act, wish: Wish, reply: str, *, seen: int | None = None) -> None:
    """The same, as a step of another act."""
    _reply(wish, reply, "")
    take(act, WISH, wish, "take_up", seen=seen, public_note=wish.reply)


def _reply(wish: Wish, reply: str, public_title: str) -> None:
    title = public_title.strip() or wish.public_title
    fit_for_everybody(reply, title)
    wish.reply, wish.public_title = reply.strip(), title
    wish.save(update_fields=["reply", "public_title"])

"""Days of listening are announced and held; what residents say goes upward and its answer back."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from linli.core.access.models import Body
from linli.core.access.posts import POSTS
from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.deliberation.flows import CARRIED
from linli.governance.deliberation.models import Carried, ListeningDay
from linli.governance.deliberation.postings import LISTENING
from linli.governance.deliberation.rules.agreements import done_by_now
from linli.governance.deliberation.rules.topics import public_words, stands_alone
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication.actions import post, take_down
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of

TRIES = 20
UNDONE = "announced"


@action("deliberation.announce_day", needs="deliberation.keep")
def announce_day(
    act: Act,
    community: Place,
    *,
    on: date,
    hours: str,
    venue: str,
    post_of: str,
) -> ListeningDay:
    """Says when and where somebody in office listens to whoever comes; the notice hangs."""
    today = local_day(act.at)
    require(Finding(on >= today, "deliberation.day_ahead", numbers={"day": on}))
    require(public_words(hours, venue))
    try:
        with transaction.atomic():
            day = ListeningDay.objects.create(
                community=community, on=on, hours=hours.strip(), venue=venue.strip(), post=post_of
            )
    except IntegrityError:
        raise Refused(Finding(False, "deliberation.day_once")) from None
    fields = {
        "venue": day.venue,
        "on": day.on,
        "hours": day.hours,
        "who": str(POSTS[post_of].title),
        "how": _("想说什么都可以来，不用预约，不登记姓名。不方便出门的，打个电话，我们上门听。"),
    }
    of = jurisdictions_of(community)
    post(act, LISTENING, day, fields, on=today, days=max((on - today).days, 1), of=of)
    act.note(day=on.isoformat(), who=in_both(POSTS[post_of].title))
    return day


@action("deliberation.hold_day", needs="deliberation.keep")
def hold_day(act: Act, day: ListeningDay, *, came: int, heard: int) -> ListeningDay:
    """It was held: how many came and how many things were said; nobody's name."""
    require(done_by_now(day.on, local_day(act.at)))
    _settle(day, state="held", came=came, heard=heard)
    act.note(day=day.on.isoformat(), came=came, heard=heard)
    return day


@action("deliberation.call_off_day", needs="deliberation.keep")
def call_off_day(act: Act, day: ListeningDay, *, reason: str) -> ListeningDay:
    """It is not held, and why."""
    require(stands_alone(reason))
    require(public_words(reason))
    _settle(day, state="called_off", reason=" ".join(reason.split()))
    for posting in postings_of(day).filter(template=LISTENING.name, state__in=Posting.SHOWN):
        take_down(act, posting, "withdrawn")
    act.note(day=day.on.isoformat())
    return day


@action("deliberation.note", needs="deliberation.keep")
def note(
    act: Act, community: Place, *, title: str, text: str, heard_at: str, times: int = 1
) -> Carried:
    """Writes down what residents say that others must settle; where it was heard, never by whom."""
    for words in (title, text):
        require(stands_alone(words))
    require(public_words(title, text))
    year = local_day(act.at).year
    for _try in range(TRIES):
        rows = Carried.objects.filter(community=community, year=year)
        carried = Carried(
            community=community,
            year=year,
            serial=(rows.aggregate(last=Max("serial"))["last"] or 0) + 1,
            title=" ".join(title.split()),
            text=text.strip(),
            heard_at=heard_at,
            times=times,
        )
        try:
            with transaction.atomic():
                begin(act, CARRIED, carried, "note")
        except IntegrityError:
            continue
        act.note(number=carried.number)
        return carried
    raise RuntimeError("no number could be had")


@action("deliberation.send", needs="deliberation.publish")
def send(act: Act, carried: Carried, *, to: Body, seen: int | None = None) -> Carried:
    """Sends it to the office that can settle it; everybody reads to whom, since when."""
    carried.to, carried.sent_on = to, local_day(act.at)
    carried.save(update_fields=["to", "sent_on"])
    act.note(number=carried.number, to=to.name)
    act.tell("deliberation.carried", post="department_officer", body=to.pk, number=carried.number)
    return take(act, CARRIED, carried, "send", seen=seen, public_note=to.name)


@action("deliberation.chase", needs="deliberation.keep")
def chase(act: Act, carried: Carried, *, words: str, seen: int | None = None) -> Carried:
    """Asks again; that it was asked again, everybody reads."""
    require(public_words(words))
    act.note(number=carried.number)
    return take(act, CARRIED, carried, "chase", seen=seen, public_note=words.strip())


@action("deliberation.answer", needs="deliberation.keep")
def answer(act: Act, carried: Carried, *, words: str, seen: int | None = None) -> Carried:
    """What the office answered, for everybody to read."""
    require(stands_alone(words))
    require(public_words(words))
    carried.answer, carried.answered_on = words.strip(), local_day(act.at)
    carried.save(update_fields=["answer", "answered_on"])
    act.note(number=carried.number)
    return take(act, CARRIED, carried, "answer", seen=seen, public_note=carried.answer[:400])


@action("deliberation.drop", needs="deliberation.publish")
def drop(act: Act, carried: Carried, *, reason: str, seen: int | None = None) -> Carried:
    """It is not sent after all, and why: everybody reads it."""
    require(stands_alone(reason))
    require(public_words(reason))
    act.note(number=carried.number)
    why = reason.strip()
    return take(act, CARRIED, carried, "drop", seen=seen, reason=why, public_note=why)


def _settle(day: ListeningDay, **values: object) -> None:
    rows = ListeningDay.objects.filter(community=day.community_id, pk=day.pk, state=UNDONE)
    require(Finding(bool(rows.update(**values)), "deliberation.day_open"))
    day.refresh_from_db()

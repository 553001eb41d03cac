"""A talk is planned, called, held and minuted; a topic may also be talked over on the screen."""

from collections.abc import Sequence
from datetime import datetime

from linli.core.access.queries import bodies_of, labels_of
from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.deliberation.actions.posting import (
    post_minutes,
    post_notice,
    take_notice_down,
)
from linli.governance.deliberation.actions.topics import tell_bodies
from linli.governance.deliberation.flows import TOPIC
from linli.governance.deliberation.gatherings import DRAWN, KIND_OF, PARTY, PROFESSIONAL, PROPOSER
from linli.governance.deliberation.models import Drawn, Talk, Topic
from linli.governance.deliberation.queries.taking_part import drawn_who_come
from linli.governance.deliberation.rules.topics import notice_in_time, parties_known, public_words
from linli.governance.deliberation.words import FORMS
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.mechanisms.gathering import actions as gathering_steps
from linli.mechanisms.gathering.actions import Business, Member

LONGEST_ITEM = 120
PLANNED_IN = ("accepted", "talking")


@action("deliberation.plan_talk", needs="deliberation.keep")
def plan_talk(
    act: Act,
    topic: Topic,
    *,
    form: str,
    venue: str,
    starts_at: datetime,
    agenda: Sequence[str],
) -> Talk:
    """Begins to prepare a talk; nobody is told yet. `agenda`: in which order it is talked over."""
    require(Finding(topic.state in PLANNED_IN, "deliberation.can_be_talked_over"))
    require(public_words(venue, *agenda))
    gathering = gathering_steps.prepare(
        act,
        topic.community,
        kind=KIND_OF[form],
        title=topic.title,
        called_by=_caller(topic.community, act.at),
        venue=venue.strip(),
        starts_at=starts_at,
        agenda=[Business(each.strip()[:LONGEST_ITEM]) for each in agenda if each.strip()],
    )
    act.note(number=topic.number, form=in_both(dict(FORMS)[form]))
    return Talk.objects.create(
        community_id=topic.community_id, topic=topic, gathering=gathering, form=form
    )


@action("deliberation.change_talk", needs="deliberation.keep")
def change_talk(
    act: Act, talk: Talk, *, form: str, venue: str, starts_at: datetime, agenda: Sequence[str]
) -> Talk:
    """Changes time, place, form or order before the notice goes out."""
    require(public_words(venue, *agenda))
    gathering_steps.set_meeting(act, talk.gathering, venue=venue.strip(), starts_at=starts_at)
    gathering = talk.gathering
    gathering.kind, talk.form = KIND_OF[form], form
    gathering.save(update_fields=["kind"])
    talk.save(update_fields=["form"])
    items = [Business(each.strip()[:LONGEST_ITEM]) for each in agenda if each.strip()]
    gathering_steps.set_agenda(act, gathering, items)
    return talk


@action("deliberation.call_talk", needs="deliberation.keep")
def call_talk(act: Act, talk: Talk, *, urgent_reason: str = "", seen: int | None = None) -> Talk:
    """Gives notice: those concerned, the professionals, whoever the lot met and says yes, and the
    proposer are expected; everybody else may walk in. Refused where nobody concerned is named, or
    it is later than promised without a reason."""
    topic, gathering = talk.topic, talk.gathering
    parties = list(topic.parties.select_related("body"))
    require(parties_known(sum(each.side == "party" for each in parties)))
    gathering_steps.expect(act, gathering, _members(talk))
    today = local_day(act.at)
    days = number_laid_down("deliberation.notice_days", talk.community, today)
    notice = notice_in_time(today, talk.meets_on, days=days)
    gathering_steps.call(act, gathering, notice=notice, urgent_reason=urgent_reason)
    take(act, TOPIC, topic, "begin", seen=seen, of=jurisdictions_of(topic.community))
    agenda = list(gathering.items.order_by("order").values_list("title", flat=True))
    post_notice(act, talk, agenda)
    _tell(act, talk, "deliberation.called")
    return talk


@action("deliberation.cancel_talk", needs="deliberation.keep")
def cancel_talk(act: Act, talk: Talk, *, reason: str) -> Talk:
    """Calls it off; those asked hear why. The topic stays where it is."""
    was_called = talk.gathering.state == "called"
    gathering_steps.cancel(act, talk.gathering, reason=reason)
    if was_called:
        take_notice_down(act, talk)
        _tell(act, talk, "deliberation.cancelled")
    return talk


@action("deliberation.open_talk", needs="deliberation.keep")
def open_talk(act: Act, talk: Talk, *, chair: str) -> Talk:
    """Begins the talk. There is no quorum: whoever came talks."""
    gathering_steps.open_gathering(act, talk.gathering, chair=chair)
    return talk


@action("deliberation.close_talk", needs="deliberation.keep")
def close_talk(act: Act, talk: Talk) -> Talk:
    """Ends it."""
    gathering_steps.close_gathering(act, talk.gathering)
    return talk


@action("deliberation.publish_minutes", needs="deliberation.publish")
def publish_minutes(act: Act, talk: Talk) -> Talk:
    """Everybody reads the minutes, once both have signed them. Once."""
    require(Finding(talk.gathering.state == "minuted", "deliberation.minutes_signed"))
    today = local_day(act.at)
    rows = Talk.objects.filter(community=talk.community_id, pk=talk.pk, minutes_on__isnull=True)
    require(Finding(bool(rows.update(minutes_on=today)), "deliberation.minutes_once"))
    talk.minutes_on = today
    post_minutes(act, talk)
    act.note(number=talk.topic.number)
    return talk


@action("deliberation.begin_online", needs="deliberation.keep")
def begin_online(act: Act, topic: Topic, *, seen: int | None = None) -> Topic:
    """Begins to talk a topic over on the screen and on paper, without a hall. Refused where nobody
    concerned is named: they are asked here as well."""
    require(Finding(topic.is_online, "deliberation.online_form"))
    require(parties_known(topic.parties.filter(side="party").count()))
    act.note(number=topic.number)
    return take(act, TOPIC, topic, "begin", seen=seen)


def expect_drawn(act: Act, drawn: Drawn) -> None:
    """Somebody the lot met says yes after the notice went out: they are expected at the talks that
    are coming, and hear when and where; a step of acts."""
    topic = drawn.draw.topic
    coming = Talk.objects.filter(
        community=topic.community_id,
        topic=topic,
        gathering__state="called",
        gathering__starts_at__gt=act.at,
    )
    for talk in coming.select_related("gathering"):
        member = Member(drawn.person.name, DRAWN.code, person=drawn.person_id)
        gathering_steps.expect_another(act, talk.gathering, member)
        when = {"starts_at": talk.gathering.starts_at, "venue": talk.gathering.venue}
        act.tell("deliberation.called", person=drawn.person_id, number=topic.number, **when)


def _members(talk: Talk) -> list[Member]:
    topic = talk.topic
    members = [
        Member(each.title, PARTY.code if each.side == "party" else PROFESSIONAL.code)
        for each in topic.parties.all()
    ]
    drawn = [each.person for each in drawn_who_come(topic)]
    members += [Member(one.name, DRAWN.code, person=one.pk) for one in drawn]
    if topic.proposer_id is not None:
        label = labels_of([topic.proposer_id]).get(topic.proposer_id, "")
        members.append(Member(label, PROPOSER.code, account=topic.proposer_id))
    return members


def _tell(act: Act, talk: Talk, kind: str) -> None:
    topic, gathering = talk.topic, talk.gathering
    when = {"starts_at": gathering.starts_at, "venue": gathering.venue}
    if topic.proposer_id is not None:
        act.tell(kind, account=topic.proposer_id, number=topic.number, **when)
    for each in drawn_who_come(topic):
        act.tell(kind, person=each.person_id, number=topic.number, **when)
    tell_bodies(act, topic, list(topic.parties.all()), kind, **when)


def _caller(community: Place, at: datetime) -> str:
    committee = bodies_of(community, local_day(at)).filter(kind="residents_committee").first()
    return committee.name if committee else community.name

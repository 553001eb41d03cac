"""Planning a meeting, what it takes up, and calling it: by right, or because enough asked."""

from datetime import date, datetime
from typing import Any

from django.db.models import Max

from linli.core.access.queries import bodies_of
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.governance.assemblies import rules
from linli.governance.assemblies.actions.membership import freeze_members
from linli.governance.assemblies.actions.posting import post_notice, take_notice_down
from linli.governance.assemblies.flows import PETITION
from linli.governance.assemblies.gatherings import KIND_OF
from linli.governance.assemblies.laws import jurisdictions_of, law_of
from linli.governance.assemblies.models import Assembly, Petition, Study, Topic
from linli.governance.assemblies.queries import authorisations_in_force, topics_of
from linli.governance.assemblies.words import BODIES, MATTERS
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.mechanisms.gathering import actions as gathering_steps
from linli.mechanisms.gathering.actions import Business


@action("assemblies.plan", needs="assemblies.convene")
def plan_assembly(
    act: Act,
    community: Place,
    *,
    body: str,
    counted_by: str,
    title: str,
    venue: str,
    starts_at: datetime,
    petition: Petition | None = None,
) -> Assembly:
    """Begins to prepare a meeting; nobody is told yet. `petition`: the one it answers."""
    gathering = gathering_steps.prepare(
        act,
        community,
        kind=KIND_OF[body],
        title=title,
        called_by=_caller(community, local_day(act.at)),
        venue=venue,
        starts_at=starts_at,
    )
    act.note(body=str(dict(BODIES)[body]))
    assembly = Assembly.objects.create(
        community=community,
        gathering=gathering,
        body=body,
        counted_by="representatives" if body == rules.MEETING else counted_by,
        petition=petition,
    )
    if petition is not None:
        Topic.objects.create(
            community=community,
            assembly=assembly,
            order=1,
            title=petition.title,
            text=petition.text,
        )
    return assembly


@action("assemblies.change_plan", needs="assemblies.convene")
def change_plan(
    act: Act, assembly: Assembly, *, title: str, venue: str, starts_at: datetime
) -> Assembly:
    """Changes the plan before the notice goes out."""
    gathering_steps.set_meeting(
        act, assembly.gathering, title=title, venue=venue, starts_at=starts_at
    )
    return assembly


@action("assemblies.add_topic", needs="assemblies.convene")
def add_topic(act: Act, assembly: Assembly, **given: Any) -> Topic:
    """Puts something on the agenda."""
    _still_planned(assembly)
    last = Topic.objects.filter(community=assembly.community_id, assembly=assembly).aggregate(
        last=Max("order")
    )["last"]
    topic = Topic(community_id=assembly.community_id, assembly=assembly, order=(last or 0) + 1)
    return _fill(act, topic, given)


@action("assemblies.change_topic", needs="assemblies.convene")
def change_topic(act: Act, topic: Topic, **given: Any) -> Topic:
    """Changes what is on the agenda, before the notice goes out."""
    _still_planned(topic.assembly)
    return _fill(act, topic, given)


@action("assemblies.drop_topic", needs="assemblies.convene")
def drop_topic(act: Act, topic: Topic) -> Assembly:
    """Takes something off the agenda, before the notice goes out."""
    _still_planned(topic.assembly)
    topic.delete()
    return topic.assembly


@action("assemblies.record_study", needs="assemblies.study")
def record_study(act: Act, topic: Topic, *, on: date, by_whom: str, opinion: str) -> Study:
    """That the Party organisation studied the matter, on which day, with what opinion. A step
    of its own: it neither votes nor fills in a vote."""
    _still_planned(topic.assembly)
    require(Finding(on <= local_day(act.at), "assemblies.studied_first", numbers={}))
    Study.objects.filter(community=topic.community_id, topic=topic).delete()
    act.note(order=topic.order)
    return Study.objects.create(
        community_id=topic.community_id,
        topic=topic,
        on=on,
        by=by_whom.strip(),
        opinion=opinion.strip(),
        at=act.at,
    )


@action("assemblies.call", needs="assemblies.call")
def call_assembly(act: Act, assembly: Assembly, *, urgent_reason: str = "") -> Assembly:
    """Gives notice: figure and members are frozen, the agenda is set, the notice is posted,
    those expected hear of it. Fewer than ten days before only with a reason of urgency."""
    gathering, meets_on = assembly.gathering, assembly.meets_on
    law = law_of(assembly.community, meets_on)
    topics = topics_of(assembly)
    for topic in topics:
        for finding in conditions_of(topic, meets_on):
            require(finding)
    freeze_members(act, assembly, law)
    items = gathering_steps.set_agenda(
        act,
        gathering,
        [Business(each.title, each.text, each.presenter, each.decides) for each in topics],
    )
    notice = rules.notice_given(local_day(act.at), meets_on, law=law)
    gathering_steps.call(act, gathering, notice=notice, urgent_reason=urgent_reason)
    for topic, item in zip(topics, items, strict=True):
        topic.item = item
        topic.save(update_fields=["item"])
    if assembly.petition is not None:
        take(act, PETITION, assembly.petition, "call")
        if assembly.petition.started_by_id:
            act.tell("assemblies.petition_called", account=assembly.petition.started_by_id)
    post_notice(act, assembly, topics)
    _tell(act, assembly, "assemblies.called")
    return assembly


@action("assemblies.cancel", needs="assemblies.call")
def cancel_assembly(act: Act, assembly: Assembly, *, reason: str) -> Assembly:
    """Calls it off. A petition it answered runs again."""
    was_called = assembly.gathering.state == "called"
    gathering_steps.cancel(act, assembly.gathering, reason=reason)
    if assembly.petition is not None and was_called:
        laws = jurisdictions_of(assembly.community)
        take(act, PETITION, assembly.petition, "call_again", of=laws)
    if was_called:
        take_notice_down(act, assembly)
        _tell(act, assembly, "assemblies.cancelled")
    return assembly


def conditions_of(topic: Topic, meets_on: date) -> list[Finding]:
    """What the law asks of a topic before it may be put to the vote: whether this body may
    decide it, that it was studied first, that it may change what it would change, and that the
    text to be adopted is settled."""
    if not topic.decides:
        return []
    body = topic.assembly.body
    study = getattr(topic, "study", None)
    found = [
        rules.may_decide(body, topic.matter, authorised=_authorised(topic, meets_on)),
        rules.studied_first(topic.matter, study.on if study else None, meets_on),
    ]
    if topic.alters is not None:
        found.append(rules.may_change(body, topic.alters.body))
    if topic.matter in ("charter", "covenant"):
        version = topic.version
        fits = (
            version is not None
            and version.document.kind == topic.matter
            and version.state == "settled"
        )
        found.append(Finding(fits, "assemblies.document_settled"))
    return found


def _authorised(topic: Topic, on: date) -> bool:
    if topic.authorisation is None or topic.authorisation.matter != topic.matter:
        return False
    in_force = authorisations_in_force(topic.community_id, on)
    return in_force.filter(pk=topic.authorisation.pk).exists()


def _fill(act: Act, topic: Topic, given: dict[str, Any]) -> Topic:
    for name, value in given.items():
        setattr(topic, name, value)
    if topic.alters is None:
        topic.alters_how = ""
    topic.save()
    act.note(matter=str(dict(MATTERS)[topic.matter]))
    return topic


def _still_planned(assembly: Assembly) -> None:
    require(Finding(assembly.gathering.state == "prepared", "assemblies.topic_planned"))


def _caller(community: Place, on: date) -> str:
    committee = bodies_of(community, on).filter(kind="residents_committee").first()
    return committee.name if committee else community.name


def _tell(act: Act, assembly: Assembly, kind: str) -> None:
    gathering = assembly.gathering
    accounts = gathering.expected.filter(account__isnull=False).values_list("account_id", flat=True)
    for account in accounts:
        act.tell(
            kind,
            account=account,
            title=gathering.title,
            starts_at=gathering.starts_at,
            venue=gathering.venue,
        )

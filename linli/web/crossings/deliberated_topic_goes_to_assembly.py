"""What was talked through and must be decided goes to the residents' meeting, and comes back.

The deliberation room knows what was agreed, which opinions were used and who disagrees; the
assemblies room knows which meeting is being prepared, and what it decided. What stands on the
agenda *follows from* the topic, and so does the resolution.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from linli.core.audit.door import Act, crosses, may
from linli.core.links.linking import link
from linli.core.links.queries import links_of
from linli.governance.assemblies.actions import add_topic
from linli.governance.assemblies.models import Assembly, Topic as AgendaTopic
from linli.governance.assemblies.queries import assemblies_of, topics_of
from linli.governance.deliberation.actions import record_decision
from linli.governance.deliberation.models import Topic
from linli.governance.deliberation.queries.topics import considered_in, dissents_in, points_of

KIND, AGENDA = "deliberation.Topic", "assemblies.Topic"
LONGEST_TITLE, LONGEST_TEXT, LONGEST_DECISION = 120, 4000, 2000


@crosses("deliberation.take_to_assembly")
def deliberated_topic_goes_to_assembly(act: Act, topic: Topic) -> None:
    """Puts it on the agenda of the next meeting that is being prepared; where there is none, it
    waits for one."""
    planned = assemblies_of(topic.community).filter(
        gathering__state="prepared", gathering__starts_at__gt=act.at
    )
    meeting = planned.order_by("gathering__starts_at").first()
    if meeting is not None:
        _put_on_agenda(act, meeting, [topic])


@crosses("assemblies.plan")
def planned_meeting_takes_waiting_topics(act: Act, assembly: Assembly) -> None:
    """A meeting that begins to be prepared takes up what waits for one."""
    rows = Topic.objects.filter(community=assembly.community_id, state="at_assembly")
    waiting = rows.select_related("community", "agreement").order_by("to_assembly_on", "serial")
    _put_on_agenda(act, assembly, [each for each in waiting if not _is_on_an_agenda(each)])


@crosses("assemblies.close")
def decided_topic_comes_back(act: Act, assembly: Assembly) -> None:
    """Once the meeting is over, whoever talked a topic over reads what it decided. What was put
    off waits for the next meeting."""
    for item in topics_of(assembly):
        decision = getattr(item.item, "decision", None) if item.item else None
        for topic in _topics_behind(item):
            if decision is None or topic.state != "at_assembly":
                continue
            if not may("deliberation.keep", act.by, topic):
                continue
            votes = _("赞成 %(a)d，反对 %(b)d，弃权 %(c)d") % {
                "a": decision.votes_for,
                "b": decision.votes_against,
                "c": decision.abstained,
            }
            outcome = _("通过") if decision.adopted else _("没有通过")
            resolution = getattr(item, "resolution", None)
            if resolution is not None:
                link(act, resolution, "follows_from", topic)
            words = f"{outcome}（{votes}）。{decision.text}"[:LONGEST_DECISION]
            record_decision(topic, words=words, adopted=decision.adopted, by=act.by, at=act.at)


def cited(topic: Topic) -> str:
    """What was talked through, as those who decide read it: what was agreed, which opinions were
    used and which not and why, and what somebody holds against it, in their own words (B23)."""
    agreement = topic.agreement
    parts = [
        _("协商议题 %(number)s。%(text)s") % {"number": topic.number, "text": agreement.text},
        *(f"{each.number}. {each.title}" for each in points_of(topic)),
    ]
    for each in considered_in(topic):
        said = _("采纳的意见") if each.adopted else _("没有采纳的意见")
        parts.append(f"{said}：{each.words}（{each.why}）")
    parts += [f"{_('保留的意见')}：{each.words}" for each in dissents_in(topic)]
    return "\n".join(parts)[:LONGEST_TEXT]


def _put_on_agenda(act: Act, meeting: Assembly, topics: Iterable[Topic]) -> None:
    for topic in topics:
        if not may("assemblies.convene", act.by, meeting):
            continue
        agreement = topic.agreement
        item = add_topic(
            meeting,
            title=(agreement.decides_what or topic.title)[:LONGEST_TITLE],
            text=cited(topic),
            decides=True,
            matter="major" if topic.touches_all else "other",
            by=act.by,
            at=act.at,
        )
        link(act, item, "follows_from", topic)


def _is_on_an_agenda(topic: Topic) -> bool:
    ids = [each.id for each in links_of(topic, "follows_from") if each.kind == AGENDA]
    rows = AgendaTopic.objects.filter(community=topic.community_id, pk__in=ids)
    undecided = rows.filter(item__decision__isnull=True).exclude(item__put_off__gt="")
    return undecided.exclude(assembly__gathering__state="cancelled").exists()


def _topics_behind(item: AgendaTopic) -> list[Topic]:
    ids = [each.id for each in links_of(item, "follows_from") if each.kind == KIND]
    rows = Topic.objects.filter(community=item.community_id, pk__in=ids)
    return list(rows.select_related("community", "agreement"))

"""What hangs on the board of a meeting: its notice, its resolutions, charter and covenant."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.audit.door import Act
from linli.core.pages.wording import tell_moment
from linli.governance.assemblies.laws import jurisdictions_of
from linli.governance.assemblies.models import Assembly, Resolution, Topic, Version
from linli.governance.assemblies.postings import DOCUMENT, NOTICE, RESOLUTION
from linli.governance.assemblies.rules import ASSEMBLY
from linli.lib.calendar import local_day
from linli.mechanisms.publication.actions import post, take_down
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of


def post_notice(act: Act, assembly: Assembly, topics: Sequence[Topic]) -> Posting:
    """The notice, up until the day after the meeting."""
    gathering, today = assembly.gathering, local_day(act.at)
    who = (
        _("全体十八周岁以上居民，或者每户一名代表。")
        if assembly.body == ASSEMBLY
        else _("居委会成员和居民代表。其他居民可以列席，也可以发言。")
    )
    # Whoever is called must be able to take part (Barrier-Free Law 48).
    who += _("行动不便、听不清或看不清的，可以提前说一声，安排座位、接送、读材料、手语或代写。")
    agenda = [
        {
            "order": number,
            "title": each.title,
            "way": str(each.get_way_display()) if each.decides else _("听取意见"),
        }
        for number, each in enumerate(topics, 1)
    ]
    return post(
        act,
        NOTICE,
        assembly,
        {
            "title": gathering.title,
            "starts_at": tell_moment(timezone.localtime(gathering.starts_at)),
            "venue": gathering.venue,
            "called_by": gathering.called_by,
            "agenda": agenda,
            "who": who,
            "urgent": gathering.urgent_reason,
        },
        on=today,
        days=max((assembly.meets_on - today).days, 1),
        of=jurisdictions_of(assembly.community),
    )


def take_notice_down(act: Act, assembly: Assembly) -> None:
    """The notice of a meeting that was called off comes down."""
    for posting in postings_of(assembly).filter(template=NOTICE.name, state__in=Posting.SHOWN):
        take_down(act, posting, "withdrawn")


def post_resolution(act: Act, resolution: Resolution) -> Posting:
    """What was decided, with its votes."""
    topic = resolution.topic
    assert topic is not None
    assert topic.item is not None
    decision = topic.item.decision
    votes = _("在场 %(p)d 人：赞成 %(a)d，反对 %(b)d，弃权 %(c)d") % {
        "p": decision.present,
        "a": decision.votes_for,
        "b": decision.votes_against,
        "c": decision.abstained,
    }
    return post(
        act,
        RESOLUTION,
        resolution,
        {
            "title": resolution.title,
            "number": resolution.number,
            "body": str(resolution.get_body_display()),
            "adopted_on": resolution.adopted_on,
            "votes": votes,
            "text": resolution.text,
            "owner": resolution.owner.name if resolution.owner else "",
            "due_on": resolution.due_on,
        },
        on=local_day(act.at),
        of=jurisdictions_of(resolution.community),
    )


def post_document(act: Act, version: Version) -> Posting:
    """The charter or covenant in force; the version it replaces comes down."""
    earlier = Version.objects.filter(
        community=version.community_id, document=version.document, state="superseded"
    )
    for each in earlier:
        for posting in postings_of(each).filter(state__in=Posting.SHOWN):
            take_down(act, posting, "replaced")
    return post(
        act,
        DOCUMENT,
        version,
        {
            "title": str(version.document.get_kind_display()),
            "adopted_on": version.adopted_on,
            "filed_on": version.filed_on,
            "filed_with": version.filed_with,
            "text": version.text,
        },
        on=local_day(act.at),
        of=jurisdictions_of(version.community),
    )

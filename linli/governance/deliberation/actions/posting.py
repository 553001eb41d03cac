"""What hangs on the board of deliberation: notice, draw, minutes, agreement, outcome."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.audit.door import Act
from linli.core.pages.wording import tell_moment
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.queries import jurisdictions_of
from linli.governance.deliberation.gatherings import TITLES
from linli.governance.deliberation.models import Dissent, Draw, Point, Talk, Topic
from linli.governance.deliberation.postings import AGREEMENT, DRAW, MINUTES, NOTICE, OUTCOME
from linli.governance.deliberation.queries.frame import told
from linli.governance.deliberation.queries.opinion_map import agreed_on
from linli.governance.deliberation.queries.talks import minutes_of
from linli.governance.deliberation.queries.topics import considered_in, dissents_in, points_of
from linli.governance.deliberation.words import FORMS, STRATA, TALK_RULES
from linli.lib.calendar import local_day
from linli.mechanisms.publication.actions import correct, post, take_down
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of

MOST_OPINIONS = 400


def post_notice(act: Act, talk: Talk, agenda: list[str]) -> Posting:
    """The notice of a talk, up until the day after it."""
    gathering, topic, today = talk.gathering, talk.topic, local_day(act.at)
    invited = [f"{each.title}：{each.why}" for each in topic.parties.all()]
    fields = {
        "topic": topic.title,
        "form": str(dict(FORMS)[talk.form]),
        "starts_at": tell_moment(timezone.localtime(gathering.starts_at)),
        "venue": gathering.venue,
        "agenda": "\n".join(f"{number}. {each}" for number, each in enumerate(agenda, 1)),
        "invited": "\n".join(invited),
        # Whoever is called must be able to take part (Barrier-Free Law 48).
        "who": _("住在这里的都可以来听、来说。")
        + _("行动不便、听不清或看不清的，可以提前说一声，安排座位、接送、读材料、手语或代写。"),
        "talk_rules": "\n".join(f"{number}. {each}" for number, each in enumerate(TALK_RULES, 1)),
    }
    days = max((talk.meets_on - today).days, 1)
    return post(act, NOTICE, talk, fields, on=today, days=days, of=_of(talk))


def take_notice_down(act: Act, talk: Talk) -> None:
    """The notice of a talk that was called off comes down."""
    for posting in postings_of(talk).filter(template=NOTICE.name, state__in=Posting.SHOWN):
        take_down(act, posting, "withdrawn")


def post_draw(act: Act, draw: Draw) -> Posting:
    """The seed before anybody is drawn, and afterwards the counts; never who was drawn."""
    by = [str(words) for code, words in STRATA if code in draw.by]
    sizes = told([each["size"] for each in draw.strata])
    few = _("人少，不写")
    fields: dict[str, Any] = {
        "topic": draw.topic.title,
        "number": draw.number,
        "wanted": draw.wanted,
        "seed": draw.seed,
        "seed_from": draw.seed_from,
        "strata": "、".join(by) or _("不分层"),
        "frame_on": draw.frame_on,
        "frame_size": draw.frame_size,
        "mark": draw.frame_hash,
        "counts": [
            {
                "title": each["title"],
                "size": few if size is None else str(size),
                "wanted": few if size is None else str(each["wanted"]),
            }
            for each, size in zip(draw.strata, sizes, strict=True)
        ],
        "how": _(
            "种子先公布，后抽。每一层里，把“种子/层/名册编号”用 SHA-256 算一遍，按算出的数从小到大请，"
            "有人不来，请后一位。大家可以核对的：种子先于抽取公布、抽了几次、名册的核对码没有改过。主任和"
            "居务监督委员会的成员可以让系统按当天的名册再抽一遍，只看一致不一致和各层人数。抽到了谁不公布。"
        ),
    }
    return _hang(act, DRAW, draw, fields, _("抽过了，写上各层的人数"))


def post_minutes(act: Act, talk: Talk) -> Posting:
    """The minutes: who came by capacity and how many, what was said in short."""
    gathering, minutes = talk.gathering, minutes_of(talk)
    fields = {
        "topic": talk.topic.title,
        "form": str(dict(FORMS)[talk.form]),
        "held": f"{tell_moment(timezone.localtime(gathering.starts_at))} {gathering.venue}",
        "came": "，".join(_("%(who)s %(n)d 人") % {"who": w, "n": n} for w, n in minutes["came"])
        or _("没有人到会"),
        "said": minutes["said"],
        "remarks": minutes["remarks"],
    }
    return post(act, MINUTES, talk, fields, on=local_day(act.at), of=_of(talk))


def post_agreement(act: Act, topic: Topic, *, agreed: bool) -> Posting:
    """What was agreed or not, opinions with what was made of them, and dissent in its own words."""
    agreement = topic.agreement
    fields = {
        "topic": topic.title,
        "number": topic.number,
        "outcome": _("谈成了") if agreed else _("没有谈成"),
        "text": agreement.text,
        "points": [
            {"title": each.title, "owner": owner_of(each), "due_on": each.due_on}
            for each in points_of(topic)
        ],
        "considered": [
            {
                "words": each.words,
                "adopted": _("采纳") if each.adopted else _("没有采纳"),
                "why": each.why,
            }
            for each in considered_in(topic)
        ],
        "opinions": agreed_in_opinions(topic, floor_laid_down(topic.community, local_day(act.at))),
        "dissents": [{"words": each.words, "who": signed_as(each)} for each in dissents_in(topic)],
        "decides": agreement.decides_what,
    }
    return post(act, AGREEMENT, topic, fields, on=local_day(act.at), of=_of(topic))


def post_outcome(act: Act, topic: Topic) -> Posting:
    """How far the points are, each with its result; anew each time one is settled."""
    going_on = _("还在做")
    fields = {
        "topic": topic.title,
        "number": topic.number,
        "points": [
            {
                "title": each.title,
                "owner": owner_of(each),
                "due_on": each.due_on,
                "state": each.state_label,
                "result": each.result or going_on,
            }
            for each in points_of(topic)
        ],
        "decision": topic.decision,
        "words": topic.looked_words,
    }
    return _hang(act, OUTCOME, topic, fields, _("有新的结果"))


def owner_of(point: Point) -> str:
    """Whose a point is, as everybody reads it."""
    return point.body.name if point.body else str(point.get_post_display())


def signed_as(dissent: Dissent) -> str:
    """Under which name a dissent stands: their own where they wish it, else as what they came."""
    return dissent.name or str(TITLES.get(dissent.capacity, _("居民")))


def agreed_in_opinions(topic: Topic, floor: int) -> list[dict[str, str]]:
    """What every group agreed to, with its counts; nothing where too few voted."""
    told = agreed_on(topic, floor=floor)
    if told is None:
        return []
    words = _("同意 %(yes)d，不同意 %(no)d，跳过 %(passed)d")
    words = words if told.is_final else words + _("（取到整十）")
    return [
        {
            "words": each.statement.text,
            "counts": words
            % {"yes": each.all.agree, "no": each.all.disagree, "passed": each.all.passed},
        }
        for each in told.agreed[:MOST_OPINIONS]
    ]


def _hang(act: Act, template: Template, row: Any, fields: dict[str, Any], changed: str) -> Posting:
    """Puts it up; what hangs already is put right, its period begins anew, and why is told."""
    standing = postings_of(row).filter(template=template.name, state__in=Posting.SHOWN).first()
    if standing is not None:
        return correct(act, standing, fields, changed, restart=True, of=_of(row))
    return post(act, template, row, fields, on=local_day(act.at), of=_of(row))


def _of(row: Any) -> tuple[str, ...]:
    return tuple(jurisdictions_of(row.community))

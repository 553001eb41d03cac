"""The desk: a secret vote among those present, from its opening to what it came to."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.stepping import sent, step
from linli.governance.assemblies import actions
from linli.governance.assemblies.forms.meetings import SureForm
from linli.governance.assemblies.forms.secret import (
    CloseVoteForm,
    GivePaperForm,
    OpenVoteForm,
    OutcomeForm,
)
from linli.governance.assemblies.gatherings import quorum_now
from linli.governance.assemblies.models import Topic
from linli.governance.assemblies.queries import topic_in
from linli.governance.assemblies.queries.secret import present_voters, votes_of
from linli.mechanisms.ballot.queries.polls import papers_handed_out
from linli.mechanisms.gathering.queries import present_by_capacity


@needs("assemblies.decide")
def open_vote(request: Visit, topic_id: UUID) -> HttpResponse:
    """Takes the roll of those present and opens the vote."""
    topic = topic_in(request.community, topic_id)
    gathering = topic.assembly.gathering
    voters = present_voters(gathering)
    quorum = quorum_now(gathering, present_by_capacity(gathering))
    phones = sum(each.by_phone for each in voters)
    return step(
        request,
        OpenVoteForm(sent(request), voters=voters),
        lambda given: actions.open_vote(topic, by=request.actor, at=timezone.now(), **given),
        title=_("开始无记名投票：%(title)s") % {"title": topic.title},
        note=_(
            "现在在场有表决权的 %(n)d 人列入名单，其中 %(phones)d 人可以用手机投票，其余发纸票。"
            "以后到的人不在名单上，用纸票。只有一两张纸票（或一两个人用手机）容易猜出是谁投的，"
            "请多请几位一起用。"
        )
        % {"n": len(voters), "phones": phones},
        done=_("投票开始。请在场的人打开会议页面，点“现在投票”。"),
        back=_here(topic),
        findings=[quorum] if quorum else [],
        says=_("开始投票"),
    )


@needs("assemblies.decide")
def give_paper(request: Visit, topic_id: UUID) -> HttpResponse:
    """A paper for who came later, or cannot vote on their phone after all."""
    topic = topic_in(request.community, topic_id)
    return step(
        request,
        GivePaperForm(sent(request), voters=present_voters(topic.assembly.gathering)),
        lambda given: actions.give_paper(topic, by=request.actor, at=timezone.now(), **given),
        title=_("发一张纸票：%(title)s") % {"title": topic.title},
        note=_("给投票开始以后到会的人，或者手机投不了的人。领了纸票就不能再用手机投。"),
        done=_("已登记发票，请把纸票交给本人。"),
        back=_here(topic),
        says=_("发纸票"),
    )


@needs("assemblies.decide")
def close_vote(request: Visit, topic_id: UUID) -> HttpResponse:
    """Counts the papers into the box and ends the vote."""
    topic = topic_in(request.community, topic_id)
    given_out = papers_handed_out(topic.poll) if topic.poll is not None else 0
    note = _("结束以后不能再投，也不能再开。结束以前谁也看不到结果。")
    if given_out:
        note = _(
            "%(note)s发出纸票 %(n)d 张：请当众收齐、唱票，填入张数，与手机票一起进票箱，不分开公布。"
        ) % {"note": note, "n": given_out}
    return step(
        request,
        CloseVoteForm(sent(request), handed_out=given_out),
        lambda given: actions.close_vote(topic, by=request.actor, at=timezone.now(), **given),
        title=_("结束投票：%(title)s") % {"title": topic.title},
        note=note,
        done=_("投票结束，结果在下面。"),
        back=_here(topic),
        says=_("结束投票"),
    )


@needs("assemblies.decide")
def void_vote(request: Visit, topic_id: UUID) -> HttpResponse:
    """Breaks off a vote nobody knows anything of yet."""
    topic = topic_in(request.community, topic_id)
    return step(
        request,
        SureForm(sent(request)),
        lambda _given: actions.void_vote(topic, by=request.actor, at=timezone.now()),
        title=_("停止投票，重新来：%(title)s") % {"title": topic.title},
        note=_("已投的票全部不算，可以重新开始投票，或改用纸票。投票结束以后就不能这样做了。"),
        done=_("这次投票作废，票都不算。"),
        back=_here(topic),
        says=_("作废这次投票"),
    )


@needs("assemblies.decide")
def decide_by_vote(request: Visit, topic_id: UUID) -> HttpResponse:
    """What the box says, beside those present, and what was decided with it."""
    topic = topic_in(request.community, topic_id)
    votes = votes_of(topic)
    if votes is None:
        raise Http404
    return step(
        request,
        OutcomeForm(sent(request), community=request.community),
        lambda given: actions.decide_by_vote(topic, by=request.actor, at=timezone.now(), **given),
        title=_("登记表决结果：%(title)s") % {"title": topic.title},
        note=_(
            "票箱里：赞成 %(yes)d，反对 %(no)d，弃权 %(abstained)d，空白或无效 %(void)d。"
            "投票时在场有表决权的 %(n)d 人，赞成超过一半才通过；弃权和没有投票的不算赞成。"
        )
        % {
            "yes": votes.votes_for,
            "no": votes.votes_against,
            "abstained": votes.abstained,
            "void": votes.void,
            "n": votes.present,
        },
        done=_("表决结果已登记。"),
        back=_here(topic),
        says=_("登记表决结果"),
    )


def _here(topic: Topic) -> str:
    here = reverse("assemblies:meeting", args=[topic.community.code, topic.assembly_id])
    return f"{here}#topic-{topic.order}"

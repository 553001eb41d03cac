"""Small grants for the demo's organisations on record: an autumn call that was decided, its first
stage paid and reported, and a winter call that is open."""

from datetime import date, datetime, timedelta

from linli.lib.calendar import local_day
from linli.partners.organisations.models.social import SocialOrganisation
from linli.stewardship.funds import actions
from linli.stewardship.funds.actions import Opened, Paper, grants, staging
from linli.stewardship.funds.models import Bid, GrantCall, Source
from linli.web.demo.cast import Setting
from linli.web.demo.money import GRANTS, draw_paper, source_of

SCORERS = ("representative", "supervisor", "worker")
CRITERIA = (("多少邻里受益", 50), ("做得成、花得省", 30), ("居民自己动手", 20))
PROJECTS = (
    ("重阳百人唱", 180_050, (41, 22, 15), "来的人多，老人尤其盼着"),
    ("缝补进楼道", 190_000, (36, 22, 15), "常年用得上，机器归公用"),
    ("花坛换新", 230_000, (24, 10, 12), "草花过季就没了，请改成宿根的，冬季再申请"),
)  # fmt: skip
"""What each of three asks for, the points of the first scorer, and the reason it is given."""


def decide_autumn(setting: Setting, groups: list[SocialOrganisation], at: datetime) -> None:
    """Three asked; two were granted, the third was told why not; one has reported its first
    stage. It lies in months that are still open: the books are closed after it."""
    began, on = at - timedelta(days=70), local_day(at)
    call = _call(setting, "秋季社区社会组织小额资助", _source(setting, began), began, on)
    tenant, director = setting.actor("tenant", on), setting.actor("director", on)
    bids: list[Bid] = []
    for group, (title, fen, _points, _why) in zip(groups, PROJECTS, strict=False):
        plan = "两个月做完，做之前贴通知，做之后把花费贴在公告栏。"
        said = grants.Said(title, plan, fen, near=False, registered=group.pk)
        when = began + timedelta(days=10)
        bids.append(grants.hand_in_bid(call, said=said, by=tenant, at=when))
    judged = began + timedelta(days=23)
    grants.judge_call(call, by=director, at=judged)
    for bid, project in zip(bids, PROJECTS, strict=True):
        bid.call = call
        for n, key in enumerate(SCORERS):
            first, *rest = project[2]
            points = {str(order): each for order, each in enumerate((first + n, *rest), 1)}
            grants.score_bid(bid, points=points, by=setting.actor(key, on), at=judged)
    decided = began + timedelta(days=26)
    reasons = {bid.pk: project[3] for bid, project in zip(bids, PROJECTS, strict=True)}
    grants.decide_call(call, reasons=reasons, by=director, at=decided)
    _pay(setting, bids[0], decided, on)


def open_winter(setting: Setting, at: datetime) -> None:
    """A call that takes bids today."""
    source = source_of(setting, GRANTS)
    _call(setting, "冬季社区社会组织小额资助", source, at, local_day(at))


def _source(setting: Setting, at: datetime) -> Source:
    given = Opened(
        "project", GRANTS, "other", "社区社会组织为邻里办的小项目", opening=1_400_000,
    )  # fmt: skip
    by = setting.actor("director", local_day(at))
    return actions.open_source(setting.community, given=given, by=by, at=at)


def _call(setting: Setting, title: str, source: Source, at: datetime, on: date) -> GrantCall:
    director, opens = setting.actor("director", on), local_day(at)
    called = grants.Called(
        title=title,
        about="让邻里动起来的小项目：人人能来，花钱不多，年内做完。",
        source=source,
        fen=600_000,
        most_fen=250_000,
        opens_on=opens,
        closes_on=opens + timedelta(days=21),
        criteria=CRITERIA,
        scorers=[(setting.accounts[key].pk, key) for key in SCORERS],
        filed_only=True,
    )
    row = grants.draft_call(setting.community, called=called, by=director, at=at)
    return grants.publish_call(row, by=director, at=at)


def _pay(setting: Setting, bid: Bid, at: datetime, today: date) -> None:
    """The worker asks, the director agrees, the choir reports, the director reads it."""
    worker, director = setting.actor("worker", today), setting.actor("director", today)
    bid = Bid.objects.select_related("call__source__book").get(
        community=setting.community, pk=bid.pk
    )
    stages = [(120_000, "排练和音响"), (60_050, "演出以后")]
    staging.plan_stages(bid, stages=stages, by=worker, at=at)
    first = bid.stages.select_related("bid__call__source__book").get(number=1)
    row = staging.ask_stage(first, by=worker, at=at).request
    assert row is not None
    actions.approve(row, fits=True, by=director, at=at)
    paper = Paper("receipt", local_day(at), "小额资助第一期收据", files=[draw_paper()])
    actions.pay(row, fen=first.fen, on=local_day(at), paper=paper, by=worker, at=at)
    staging.report_stage(
        first, report="排练八次，每次三十多人；音响租了四次。", spent_fen=120_000, served=260,
        by=setting.actor("tenant", today), at=at + timedelta(days=20),
    )  # fmt: skip
    staging.accept_report(first, by=director, at=at + timedelta(days=21))

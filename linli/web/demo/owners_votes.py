"""The owners of one building of the old compound: their roster brought as a table, a vote that is
counted and told, in which one question carries and one fails by a head, and a vote that is open, in
which residents of the cast may cast on a screen and papers lie at the desk."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.places.models import Place
from linli.core.places.queries import dwellings_under
from linli.governance.property.actions import papers, roster_tables, rosters, vote_results, votes
from linli.governance.property.models import Estate, Owner, OwnerPaper, OwnersVote
from linli.governance.property.queries.roster_table import read_roster
from linli.lib.calendar import local_day
from linli.mechanisms.ballot.actions import cast
from linli.web.demo.cast import Setting
from linli.web.demo.property import play_lift

OWNERS = ("representative", "supervisor", "elder")
"""Those of the cast who own their home here and may vote on a screen."""
INVESTOR, UNSOLD = 4, 2
"""So many homes of one firm, and so many the builder never sold: one head each."""
AREAS = ("58.40", "62.15", "71.80")
"""By entrance, in square metres."""
SURNAMES = "林何高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
GIVEN = ("桂芳", "志强", "丽华", "建平", "秀英", "国庆", "玉兰", "永康", "晓梅")
ON_PAPER = 22
FIRST = (
    ("other", "单元门换成可视对讲门",
     "三个单元各换一樘，钥匙改成门卡，老人可以继续用钥匙。每户出 180 元，旧门折价抵工钱。"),
    ("common_use", "楼顶租给通信公司装天线",
     "租期三年，每年租金 2.4 万元，归本楼业主，优先补充维修资金。装以前请有资质的单位测一次辐射。"),
)  # fmt: skip
AGAINST = ((4, 9, 15, 20), (2, 5, 8, 11, 14, 17, 20))
"""Which of those who take part say no to each question: of 24, four and seven."""
SECOND = (
    ("use_fund", "用维修资金修屋面和落水管",
     "预算 6.2 万元，从本楼维修资金里支出，按面积分摊。三家报价和施工单位的资质在公告栏。"),
    ("raise_fund", "续筹本楼的维修资金", "余额不到首期的三成，每平方米续交 20 元，可以分两年交。"),
)  # fmt: skip


def play_owners_votes(setting: Setting, at: datetime) -> None:
    """The roster of a building, a vote that is over and one that is open."""
    building = setting.stair.parent
    assert building is not None
    estate = Estate.objects.get(community=setting.community, place=setting.old, until__isnull=True)
    _roster(setting, estate, building, _days(at, 75))
    _over(setting, estate, building, at)
    _open(setting, estate, building, at)
    play_lift(setting, estate, at)


def _roster(setting: Setting, estate: Estate, building: Place, at: datetime) -> None:
    """The worker brings the table; one of the owners is tied to the register by hand."""
    by = _by(setting, "worker", at)
    content = _table(setting, building).encode()
    table = roster_tables.keep_table(
        estate,
        table=read_roster(estate, content, "一号楼名册.csv"),
        filename="一号楼名册.csv",
        **by,
    )
    roster_tables.take_in(table, since=date(local_day(at).year - 3, 6, 1), **by)
    persons = {key: setting.accounts[key].person for key in OWNERS}
    tied = Owner.objects.filter(community=setting.community, estate=estate, person__isnull=False)
    known = set(tied.values_list("person", flat=True))
    named = {each.name: each for each in Owner.objects.filter(
        community=setting.community, estate=estate, person__isnull=True
    )}  # fmt: skip
    for person in persons.values():
        if person is not None and person.pk not in known:
            rosters.tie_owner(named[person.name], person=person, **by)


def _table(setting: Setting, building: Place) -> str:
    """What the old building has: homes of the cast, of a firm, of the builder, and of many."""
    own = {
        setting.accounts[key].residences.get().dwelling_id: setting.accounts[key].label
        for key in OWNERS
    }
    lines = ["房号,业主,业主编号,登记面积,业主类别"]
    stairs = sorted({str(home.parent and home.parent.name) for home in dwellings_under(building)})
    homes = sorted(
        (str(home.parent and home.parent.name), home.name, home.pk)
        for home in dwellings_under(building)
    )
    for number, (stair, room, home) in enumerate(homes):
        if home in own:
            who, code, kind = own[home], f"C{number}", "个人"
        elif number < INVESTOR:
            who, code, kind = "湖滨租赁有限公司", "F1", "单位"
        elif number >= len(homes) - UNSOLD:
            who, code, kind = "示范纺织厂", "", "建设单位"
        else:
            who = SURNAMES[number % len(SURNAMES)] + GIVEN[number * 4 % len(GIVEN)]
            code, kind = f"C{number}", "个人"
        area = AREAS[stairs.index(stair) % len(AREAS)]
        lines.append(f"{building.name}{stair}{room},{who},{code},{area},{kind}")
    return "\n".join(lines) + "\n"


def _over(setting: Setting, estate: Estate, building: Place, at: datetime) -> None:
    """Noticed, voted on in a week, counted the same evening and told the day after."""
    vote = _noticed(
        setting, estate, _days(at, 62), _days(at, 44), building, FIRST,
        title="1 号楼：单元门和楼顶", scope="building",
        about="三个单元的门坏得多；通信公司来谈过两次。征求意见的记录在居委会可以看。",
    )  # fmt: skip
    vote = _begun(setting, vote)
    rows = _takers(vote)
    said = [_pattern(len(FIRST), AGAINST, place) for place in range(len(rows) + 2)]
    back = _days(at, 41)
    for place, row in enumerate(rows):
        _typed(setting, row, said[place], back)
    for place, key in enumerate(("representative", "supervisor"), len(rows)):
        cast(vote.poll, pattern=said[place], **_by(setting, key, _days(at, 40)))
    assert vote.closes_at is not None
    evening = vote.closes_at + timedelta(hours=2)
    vote = votes.close_vote(_now(vote), **_by(setting, "director", evening))
    vote = vote_results.count_vote(_now(vote), **_by(setting, "director", evening))
    vote_results.publish_vote(_now(vote), **_by(setting, "director", evening + timedelta(hours=15)))


def _open(setting: Setting, estate: Estate, building: Place, at: datetime) -> None:
    """Open since three days: five papers are typed, two lie at the desk, one of them typed by the
    first."""
    vote = _noticed(
        setting, estate, _days(at, 20), _days(at, 3), building, SECOND,
        title="1 号楼：屋面大修的钱", scope="sharing",
        about="五楼、六楼去年漏了三回。大修的钱先从维修资金里出，再把它补上。",
    )  # fmt: skip
    vote = _begun(setting, vote)
    here = _days(at, 1)
    for place, row in enumerate(_takers(vote)[:7]):
        pattern = _pattern(len(SECOND), ((3,), (1, 4)), place)
        if place < 5:
            _typed(setting, row, pattern, here)
            continue
        _back(setting, row, here)
        if place == 5:
            row.refresh_from_db()
            papers.type_paper(
                row, pattern=pattern, seen=row.version, **_by(setting, "worker", here)
            )


def _noticed(
    setting: Setting, estate: Estate, at: datetime, opens: datetime, place: Place,
    asked: Sequence[tuple[str, str, str]], **given: Any,
) -> OwnersVote:  # fmt: skip
    by = _by(setting, "worker", at)
    vote = votes.draft_vote(estate, given={"place": place, **given}, **by)
    for kind, title, text in asked:
        votes.ask_owners(vote, kind=kind, title=title, text=text, **by)
    return votes.notice_vote(
        _now(vote), opens_at=opens, closes_at=opens + timedelta(days=9, hours=9), **by
    )


def _begun(setting: Setting, vote: OwnersVote) -> OwnersVote:
    """Opened at its moment, every paper taken round."""
    assert vote.opens_at is not None
    opened = votes.open_vote(_now(vote), **_by(setting, "director", vote.opens_at))
    papers.deliver_papers(
        opened, numbers=range(1, opened.heads + 1), way="hand", on=local_day(vote.opens_at),
        **_by(setting, "worker", vote.opens_at),
    )  # fmt: skip
    return _now(opened)


def _takers(vote: OwnersVote) -> list[OwnerPaper]:
    """Who hands in a paper: not the builder, and nobody who has a screen."""
    rows = vote.papers.filter(elector__person__isnull=True).exclude(owner__kind="developer")
    return list(rows.order_by("number")[:ON_PAPER])


def _typed(setting: Setting, paper: OwnerPaper, pattern: Mapping[str, Any], at: datetime) -> None:
    _back(setting, paper, at)
    for key in ("worker", "director"):
        paper.refresh_from_db()
        papers.type_paper(paper, pattern=pattern, seen=paper.version, **_by(setting, key, at))


def _back(setting: Setting, paper: OwnerPaper, at: datetime) -> None:
    papers.take_paper_back(
        paper, on=local_day(at), seen=paper.version, **_by(setting, "worker", at)
    )


def _pattern(
    questions: int, against: Sequence[Sequence[int]], place: int
) -> dict[str, dict[str, dict[str, str]]]:
    return {
        str(number): {"marks": {"0": "against" if place in against[number - 1] else "for"}}
        for number in range(1, questions + 1)
    }


def _now(vote: OwnersVote) -> OwnersVote:
    found: OwnersVote = OwnersVote.objects.select_related("poll", "estate", "community").get(
        community=vote.community_id, pk=vote.pk
    )
    return found


def _days(at: datetime, days: int) -> datetime:
    """Nine in the morning, so many days ago."""
    then = timezone.localtime(at) - timedelta(days=days)
    return then.replace(hour=9, minute=0, second=0, microsecond=0)


def _by(setting: Setting, who: str, at: datetime) -> dict[str, Any]:
    return {"by": setting.actor(who, local_day(at)), "at": at}

"""A small round of the residents' budget, from the call to a bench that stands and is rated."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import Actor
from linli.core.people.models import Person, Tie
from linli.governance.budgeting import actions
from linli.governance.budgeting.models import Idea, Round
from linli.governance.budgeting.queries.projects import won_in
from linli.lib.calendar import local_day
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Elector
from linli.web.demo.cast import Setting
from linli.web.demo.money import PEOPLES, pay_project, source_of

IDEAS = (
    ("三号楼前装两把带扶手的长椅", "上下楼歇脚的老人，现在只能坐花坛边。", 960_000, ""),
    ("东门修一段无障碍坡道", "轮椅和婴儿车过台阶要人抬。", 2_400_000, ""),
    ("活动室添一套投影和音响", "开会、上课、放电影都用得上。", 1_800_000, ""),
    ("花园里种一片香草和果树", "孩子认植物，大家一起照看。", 700_000, ""),
    ("楼道换声控灯", "晚上回家看得见台阶。", 1_500_000, ""),
    ("给每户发一袋米", "过节高兴。", None, "发东西不在这笔钱的范围里，只能做公共地方的小改造。"),
)
TASTES = ((1, 2), (1, 4, 5), (2, 3, 5), (1, 2, 4), (3, 5))
VOTERS = 40
BEGAN = 148


def play_budgeting(setting: Setting, at: datetime) -> None:
    """Six ideas, one refused with its reason, some forty ballots, and what came of them."""
    _Round(setting, at).play()


class _Round:
    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now, self.place = setting, at, setting.community

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def by(self, key: str, days: int) -> Any:
        return self.setting.actor(key, local_day(self.ago(days)))

    def day(self, days: int) -> date:
        return local_day(self.ago(days))

    def play(self) -> None:
        round_ = self._called()
        ideas = self._sent(round_)
        actions.close_ideas(round_, by=self.by("director", 136), at=self.ago(136))
        for idea, (_title, _need, fen, why) in zip(ideas, IDEAS, strict=True):
            self._vet(idea, fen, why)
        actions.fix_rules(
            round_, form="approval", method="equal_shares", completion="add1",
            stop="exhaustive", step_fen=100, least=0, threshold=False, compared=False,
            lot="4 1 6 3", voter_age=16, roll_on=self.day(118), left_to="留到下一轮",
            by=self.by("director", 126), at=self.ago(126),
        )  # fmt: skip
        round_ = actions.open_vote(round_, by=self.by("director", 118), at=self.ago(118))
        self._vote(round_)
        by, evening = self.by("director", 114), self.ago(114, 20)
        round_ = actions.count_votes(
            actions.close_vote(round_, by=by, at=evening), by=by, at=evening
        )
        actions.publish_result(round_, by=self.by("director", 113), at=self.ago(113))
        self._carry_out(round_)

    def _called(self) -> Round:
        round_ = actions.plan_round(
            self.place,
            title="大家定的四万元",
            fen=4_000_000,
            source="街道拨付的惠民项目资金，只能用在公共地方",
            paid_from=source_of(self.setting, PEOPLES).pk,
            asks="公共地方的小改造、大家共用的东西。不能发钱发东西，不能只给一家用。",
            ideas_each=3,
            ideas_until=self.day(137),
            vetting_until=self.day(127),
            vote_from=self.day(118),
            vote_until=self.day(114),
            area=None,
            by=self.by("worker", BEGAN),
            at=self.ago(BEGAN),
        )
        accounts = self.setting.accounts
        named = {
            "lawful": accounts["director"],
            "possible": accounts["worker"],
            "cost": accounts["worker"],
            "upkeep": accounts["director"],
        }
        by, at = self.by("director", BEGAN), self.ago(BEGAN, 11)
        actions.name_vetters(round_, named=named, by=by, at=at)
        return actions.open_ideas(round_, by=by, at=at)

    def _sent(self, round_: Round) -> list[Idea]:
        people = self._people(len(IDEAS))
        made = []
        for number, (title, need, _fen, _why) in enumerate(IDEAS):
            person = people[number % len(people)]
            days = 146 - number
            idea = actions.type_in_idea(
                round_, person=person, title=title, text=f"{title}，请核一核要多少钱。", need=need,
                by=self.by("worker", days), at=self.ago(days),
            )  # fmt: skip
            made.append(actions.list_idea(idea, by=self.by("worker", days), at=self.ago(days, 15)))
        return made

    def _vet(self, idea: Idea, fen: int | None, why: str) -> None:
        director, worker = self.by("director", 130), self.by("worker", 130)
        at = self.ago(130)
        found: tuple[tuple[str, Any, dict[str, Any]], ...] = (
            ("lawful", director, {"reason": why or "公共地方的公共用途，没有不合规定的。"}),
            ("possible", worker, {"reason": "看过地方，做得下。"}),
            ("cost", worker, {"reason": "问了两家价。", "fen": fen}),
            ("upkeep", director, {"reason": "物业公司答应管。", "fen": 20_000,
                                  "by_whom": "物业公司"}),
        )  # fmt: skip
        for aspect, by, given in found[:1] if why else found:
            actions.vet_idea(idea, aspect=aspect, holds=not why, **given, by=by, at=at)

    def _vote(self, round_: Round) -> None:
        assert round_.poll is not None
        lines = Elector.objects.filter(
            community=self.place, electorate=round_.poll.electorate_id, person__isnull=False
        ).order_by("number")[:VOTERS]
        for number, line in enumerate(lines):
            marks = {str(each): "for" for each in TASTES[number % len(TASTES)]}
            voter = Actor(account=line.person_id, person=line.person_id)
            cast(round_.poll, pattern={"1": {"marks": marks}}, by=voter, at=self.ago(116))

    def _carry_out(self, round_: Round) -> None:
        bench = won_in(round_).filter(position=1).first()
        if bench is None:
            return
        bench.community, bench.round = (
            self.place,
            Round.objects.get(community=self.place, pk=round_.pk),
        )
        people = self._people(3)
        worker = {days: self.by("worker", days) for days in (110, 90, 80, 70)}
        bench = actions.begin_project(bench, due_on=self.day(75), by=worker[110], at=self.ago(110))
        actions.add_purchase(
            bench, what="带扶手的长椅两把，含安装", supplier="湖滨木器厂", fen=930_000,
            on=self.day(90), by=worker[90], at=self.ago(90),
        )  # fmt: skip
        pay_project(
            self.setting, key=f"budgeting:{bench.pk}", fen=930_000,
            what="三号楼前带扶手的长椅两把，含安装", name="湖滨木器厂", at=self.ago(89),
        )  # fmt: skip
        actions.name_acceptors(bench, persons=people, by=worker[90], at=self.ago(90))
        bench.refresh_from_db()
        bench = actions.build_project(
            bench, result="三号楼前装好两把长椅，都带扶手。", by=worker[80], at=self.ago(80)
        )
        for acceptor in bench.acceptors.filter(community=self.place):
            actions.enter_acceptance(
                bench, acceptor=acceptor, says=True, words="坐着稳当。", by=worker[70],
                at=self.ago(70),
            )  # fmt: skip
        actions.settle_acceptance(bench, by=worker[70], at=self.ago(70, 15))

    def _people(self, number: int) -> list[Person]:
        ties = Tie.objects.filter(community=self.place, until__isnull=True)
        found = Person.objects.filter(
            community=self.place, pk__in=ties.values("person"), forgotten_at__isnull=True,
            merged_into__isnull=True, died_on__isnull=True,
        )  # fmt: skip
        return list(found.order_by("pk")[:number])

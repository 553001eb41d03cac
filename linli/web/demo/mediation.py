"""The mediators' year: the committee, three rounds, a leak settled and kept, noise that goes on,
one who did not want to, and one just asked for. Everybody here is invented."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.access.models import Account
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.safety.mediation import actions
from linli.safety.mediation.actions import Agreed, Due, Happened, PartyGiven, Quarrel
from linli.safety.mediation.models import Mediation
from linli.web.demo.cast import Setting

LEAK = "楼上卫生间防水坏了，漏到楼下，顶棚发霉。"


def play_mediation(setting: Setting, at: datetime) -> None:
    """Plays the year up to `at`, through the acts."""
    desk = _Desk(setting, at)
    desk.enter_committee()
    for ago, found in ((75, {"neighbour": 2, "noise": 1}), (45, {"pets": 1}), (14, {"noise": 2})):
        desk.look_around(ago, found)
    desk.settle_a_leak()
    desk.dissuade_from_noise()
    desk.is_refused()
    desk.is_asked()


class _Desk:
    """The hands of the mediator and the parties, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.at = setting, at
        self.place = setting.community

    def when(self, ago: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.at - timedelta(days=ago))
        return min(day.replace(hour=hour, minute=0, second=0, microsecond=0), self.at)

    def by(self, key: str, ago: int, hour: int = 10) -> dict[str, Any]:
        at = self.when(ago, hour)
        return {"by": self.setting.actor(key, local_day(at)), "at": at}

    def party(self, key: str, role: str) -> PartyGiven:
        ours = Person.objects.filter(community=self.place)
        person = ours.get(pk=self.setting.accounts[key].person_id or "")
        return PartyGiven(role, person.name, person=person, address="翠湖新村1号楼2单元")

    def enter_committee(self) -> None:
        chair = Account.objects.get(pk=self.setting.accounts["mediator"].pk)
        on = local_day(self.when(300))
        term = actions.enter_term(
            self.place,
            chair=chair, members=5, women=3, chosen_on=on, **self.by("director", 300),
        )  # fmt: skip
        actions.say_listed(term, on=on, **self.by("director", 299))

    def look_around(self, ago: int, found: dict[str, int]) -> None:
        on = local_day(self.when(ago))
        actions.screen(
            self.place, on=on, found=found, place=self.setting.old, **self.by("mediator", ago)
        )

    def settle_a_leak(self) -> None:
        """From the window to the whole file, thirteen papers and all."""
        quarrel = Quarrel("neighbour", LEAK, "修好，赔粉刷的钱", channel="desk")
        sides = (self.party("tenant", "applicant"), self.party("elder", "other"))
        made = actions.register(self.place, quarrel=quarrel, parties=sides, **self.by("worker", 60))
        case = self.begin(made, 59)
        self.talk(case, 57, "看了现场，双方各说了情况，同意先修防水。")
        above, on = case.sides[1], local_day(self.when(55))
        agreed = Agreed(
            on,
            "楼上十日内请人修好防水；付楼下粉刷费八百元。",
            facts=LEAK,
            issue="谁来修，粉刷的钱谁出",
            responsibility="楼上防水层年久失修，由楼上负责。",
            manner="自行请人维修；当面付款。",
            limit="十日内。",
            points=[Due(above, "修好防水，付粉刷费八百元", on + timedelta(days=10))],
        )
        mine = self.by("mediator", 55, 15)
        actions.agree(case, agreed=agreed, **mine)
        signed = {side.pk: on for side in case.sides}
        actions.sign(case, signed=signed, mediator_on=on, sealed_on=on, **mine)
        for side in case.sides:
            known = PartyGiven(
                side.role, side.name, address=side.address, identity_seen="身份证原件"
            )
            actions.change_party(case, party=side, given=known, **mine)
        for paper in ("application", "rights", "record"):
            actions.mark_paper(case, paper=paper, signed_on=on, **mine)
        [point] = case.agreement.points.filter(community=self.place)
        done = local_day(self.when(48))
        visit = self.by("mediator", 40)
        actions.note_point(case, point=point, state="done", on=done, **visit)
        seen = Happened("visit", visit["at"], "翠湖新村", "双方", "不漏了，钱付了。", "done")
        actions.write_record(case, happened=seen, **visit)
        actions.perform(case, **visit)
        actions.close_file(case, **visit)

    def dissuade_from_noise(self) -> None:
        """Offered after a round; dissuaded twice, and still going on."""
        sides = (
            PartyGiven("other", "跳舞队的领队", address="中心花园"),
            self.party("representative", "other"),
        )
        case = actions.offer(
            self.place,
            quarrel=Quarrel("noise", "晚上九点后在中心花园放音响。", source="own_motion"),
            parties=sides,
            apart=True,
            **self.by("mediator", 12, 21),
        )
        for ago, result in ((12, "promised"), (8, "continued")):
            mine = self.by("mediator", ago, 21)
            told = Happened(
                "persuasion", mine["at"], "中心花园", "领队", "请她九点后不放。", result
            )
            actions.write_record(case, happened=told, **mine)

    def is_refused(self) -> None:
        sides = (self.party("tenant", "applicant"), PartyGiven("other", "三楼住户"))
        made = actions.register(
            self.place, quarrel=Quarrel("pets", "狗叫。"), parties=sides, **self.by("worker", 30)
        )
        mine = self.by("mediator", 29)
        case = actions.take_on(made, apart=True, **mine)
        actions.refuse(case, party=case.sides[1], **self.by("mediator", 28))

    def is_asked(self) -> None:
        actions.apply_for(
            self.place,
            quarrel=Quarrel("property", "楼道灯修了三次又坏，物业不理。", channel="portal"),
            own=self.party("tenant", "applicant"),
            other=PartyGiven("other", "东湖花园物业", is_unit=True),
            **self.by("tenant", 0, 8),
        )

    def begin(self, case: Mediation, ago: int) -> Mediation:
        """Taken on; both sides are asked, told their rights, and willing."""
        mine = self.by("mediator", ago)
        actions.take_on(case, apart=True, **mine)
        for side in case.sides:
            actions.tell_side(case, party=side, others_agreed=False, **mine)
            actions.tell_rights(case, party=side, **mine)
        return actions.begin(case, **self.by("mediator", ago, 11))

    def talk(self, case: Mediation, ago: int, text: str) -> None:
        mine = self.by("mediator", ago, 15)
        record = actions.fix_session(case, when=self.when(ago, 14), where="调解室", **mine)
        mine |= {"present": "双方、调解员", "text": text, "result": "agreed"}
        actions.write_session(case, record=record, **mine)

"""Work in the demo: employers somebody rang, openings in every state, a course; a card its owner
wrote on her phone and one written at the counter, and what two employers were let hear."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_clock, the_operator
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.models import Employer, JobOpening
from linli.web.demo.cast import Setting

EMPLOYERS = (
    ("湖滨早餐店", "employer", "92990101MA00DEM01N", "0990-5550051", "湖滨路 3 号"),
    ("湖滨街道公益性岗位办公室", "public_body", "11990101MB00DEM02P", "0990-5550052", "街道办事处"),
    ("湖滨职业培训学校", "school", "52990101MJ00DEM03Q", "0990-5550053", "湖滨路 40 号"),
)
_OPENING: dict[str, Any] = {
    "kind": "job", "title_en": "", "asks": "", "place": None, "pay_most_fen": None,
    "pay_per": "month", "nothing_asked": True, "agreed_on": None, "wanted": 1,
}  # fmt: skip
BREAKFAST = {
    "title": "早餐店帮工", "title_en": "Help at a breakfast shop", "duties": "包包子、煮粥、收拾桌子",
    "asks": "能早起，手脚干净", "where": "翠湖新村南门", "times": "part",
    "hours": "每天 5:00—9:00，每周休一天", "pay_fen": 180_000, "pay_most_fen": 220_000, "wanted": 2,
    "phone": "0990-5550051",
}  # fmt: skip
STAIRS = {
    "kind": "public", "title": "楼道保洁", "title_en": "Cleaning staircases",
    "duties": "打扫六个门洞的楼道，看到灯坏了报给社区", "where": "东湖花园", "times": "day",
    "hours": "工作日 8:00—12:00、14:00—17:00", "pay_fen": 210_000, "phone": "0990-5550052",
}  # fmt: skip
COURSE = {
    "kind": "training", "title": "养老护理员培训", "title_en": "Training for care of the elderly",
    "duties": "一个月，学完考证，学校推荐上岗", "asks": "身体吃得消", "where": "湖滨路 40 号",
    "times": "weekend", "hours": "周六、周日 9:00—16:00", "pay_fen": 0, "pay_per": "course",
    "wanted": 30, "phone": "0990-5550053",
}  # fmt: skip

NIGHT = {"title": "夜宵摊帮工", "title_en": "Help at a night stall", "times": "shift"}
BOOKS = {"title": "图书角管理", "title_en": "Keeping the reading corner"}
TILL = {"title": "收银", "title_en": "Cashier", "asks": "女士优先"}


def play_work(setting: Setting, at: datetime) -> None:
    """Plays the work desk up to `at`, through the acts."""
    desk = _Desk(setting, at)
    appoint(
        setting.community,
        account=setting.accounts["worker"],
        post="employment",
        since=local_day(desk.ago(300)),
        by=the_operator(),
        at=desk.ago(300),
    )
    shop, office, school = (desk.enter(*line) for line in EMPLOYERS)
    over = desk.put_up(shop, {**BREAKFAST, **NIGHT}, 80, 30)
    actions.expire_opening(over, by=the_clock(), at=desk.ago(50, 0))
    filled = desk.put_up(office, {**STAIRS, **BOOKS}, 45, 40)
    desk.ring(filled, "filled", 20)
    breakfast = desk.put_up(shop, BREAKFAST, 20, 40)
    desk.put_up(office, STAIRS, 9, 30)
    desk.put_up(school, COURSE, 26, 30)
    desk.draft(shop, {**BREAKFAST, **TILL}, 1)
    desk.cards(breakfast)


class _Desk:
    """The worker's hands, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now = setting, at
        self.community = setting.community

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return min(day.replace(hour=hour, minute=0, second=0, microsecond=0), self.now)

    def by(self, days: int, key: str = "worker") -> dict[str, Any]:
        at = self.ago(days)
        return {"by": self.setting.actor(key, local_day(at)), "at": at}

    def enter(self, title: str, kind: str, code: str, phone: str, where: str) -> Employer:
        given = {
            "title": title, "title_en": "", "kind": kind, "credit_code": code, "phone": phone,
            "agreed_on": None, "where": where,
        }  # fmt: skip
        return actions.enter_employer(
            self.community, given=given, how="phone", number=phone, **self.by(100)
        )

    def draft(self, employer: Employer, said: dict[str, Any], days: int) -> JobOpening:
        given = {**_OPENING, **said, "employer": employer}
        return actions.draft_opening(self.community, given=given, **self.by(days))

    def put_up(
        self, employer: Employer, said: dict[str, Any], days: int, length: int
    ) -> JobOpening:
        row = self.draft(employer, said, days)
        ends = local_day(self.ago(days)) + timedelta(days=length)
        given: dict[str, Any] = {"expires_on": ends, "looked": False, "seen": row.version}
        return actions.publish_opening(row, **given, **self.by(days))

    def ring(self, row: JobOpening, said: str, days: int) -> None:
        given: dict[str, Any] = {"answer": said, "expires_on": None, "seen": row.version}
        actions.ring_about_opening(row, **given, **self.by(days))

    def cards(self, opening: JobOpening) -> None:
        """One on the phone, of which an employer was told; one at the counter, which waits."""
        wishes = {
            "reach": "phone", "phone": "19900000007", "wish": "做饭、收拾屋子", "hours": ["part"],
            "near": "翠湖新村", "can": "食堂帮过工", "learn": "护理", "pay": "",
        }  # fmt: skip
        own = actions.write_card(self.community, given=wishes, **self.by(15, "tenant"))
        fields = ["name", "phone", "can"]
        told = actions.release_fields(own, opening=opening, fields=fields, **self.by(12, "tenant"))
        actions.tell_employer(told, **self.by(11))
        account = self.setting.accounts["representative"]
        assert account.person_id is not None, "only who stands on the roster"
        person = Person.objects.get(community=self.community, pk=account.person_id)
        wishes = {**wishes, "reach": "community", "phone": "", "wish": "看店", "can": "做过仓库"}
        here = actions.write_card(
            self.community, given=wishes, person=person, consent="spoken", **self.by(6)
        )
        actions.release_fields(
            here, opening=opening, fields=["hours", "can"], consent="spoken", **self.by(2)
        )

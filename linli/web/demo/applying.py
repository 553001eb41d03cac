"""Help to apply in the demo: one on its way at the office, one that waits for papers, one refused
with its remedy, one granted, an emergency, one that waits for somebody; a wish, a note."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.service.catalogue.applications import actions
from linli.service.catalogue.applications.actions import Parcel, Told, Wanted
from linli.web.demo.cast import Setting


def play_applying(setting: Setting, at: datetime) -> None:
    """Plays what the worker helped with up to `at`, through the acts."""
    desk = _Desk(setting, at)
    accepted = desk.forward(desk.open("elder", "minimum_living", 24), 22)
    actions.record_accepted(accepted, told=desk.told(21, who="窗口小何"), **desk.by(20))
    waiting = desk.forward(desk.open("tenant", "public_rental", 30), 28)
    actions.record_accepted(waiting, told=desk.told(27, who="住房保障科"), **desk.by(26))
    actions.pass_on_missing(
        waiting,
        kinds=["lease"],
        office_paper="补正通知第 6 号",
        office_asked_on=local_day(desk.ago(12)),
        **desk.by(11),
    )
    refused = desk.forward(desk.open("representative", "medical_aid", 80), 78)
    actions.record_accepted(refused, told=desk.told(77, who="医保窗口"), **desk.by(76))
    actions.record_refused(
        refused,
        told=desk.told(40, paper="不予救助告知书第 3 号"),
        reasons="申报的医疗费用未达到起付标准。",
        **desk.by(39),
    )
    granted = desk.forward(desk.open("elder", "elder_allowance", 345), 344)
    actions.record_accepted(granted, told=desk.told(343, who="街道民政窗口"), **desk.by(343))
    actions.record_granted(
        granted, told=desk.told(340, paper="高龄津贴审核表第 18 号"), reviewed_every=12,
        **desk.by(340),
    )  # fmt: skip
    urgent = Wanted("temporary_aid", urgent=True, wish="出租屋进水，今晚没有住处。")
    made = actions.ask_for_help(
        setting.community, wanted=urgent, consented=True, by=desk.actor("tenant", 6),
        at=desk.ago(6, 9),
    )  # fmt: skip
    made = actions.take_up(made, **desk.by(6, 9, 10))
    parcel = Parcel("湖滨街道办事处", "急难救助", ["name", "phone"], [], "spoken")
    actions.forward_application(made, parcel=parcel, **desk.by(6, 9, 30))
    missing = desk.open("elder", "disabled_allowances", 4)
    actions.list_missing(missing, kinds=["bank_card"], **desk.by(4, 11))
    asked = Wanted("legal_aid", kin="no", wish="和原来的单位有工资纠纷。")
    actions.ask_for_help(
        setting.community, wanted=asked, consented=True, by=desk.actor("tenant", 1),
        at=desk.ago(1, 15),
    )  # fmt: skip
    actions.wish_for_help(
        setting.community, scheme="employment_aid", shared=True, by=desk.actor("tenant", 9),
        at=desk.ago(9),
    )  # fmt: skip
    actions.note_privately(
        setting.community, person=desk.person("elder"), scheme="medical_aid",
        ground="本人说过这个月药费比养老金多", next_step="周四上门时告诉她可以申请", **desk.by(3),
    )  # fmt: skip


class _Desk:
    """The worker's hands, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now = setting, at

    def ago(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        moment = day.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return min(moment, self.now)

    def actor(self, key: str, days: int) -> Actor:
        return self.setting.actor(key, local_day(self.ago(days)))

    def by(self, days: int, hour: int = 10, minute: int = 0) -> dict[str, Any]:
        return {"by": self.actor("worker", days), "at": self.ago(days, hour, minute)}

    def told(self, days: int, *, who: str = "", paper: str = "") -> Told:
        return Told(local_day(self.ago(days)), who, paper)

    def person(self, key: str) -> Person:
        account = self.setting.accounts[key]
        assert account.person_id is not None, "only who stands on the roster"
        return Person.objects.get(community=self.setting.community, pk=account.person_id)

    def open(self, key: str, scheme: str, days: int) -> Any:
        wanted = Wanted(scheme, kin="no")
        return actions.open_application(
            self.setting.community, wanted=wanted, person=self.person(key), consent="signed",
            **self.by(days),
        )  # fmt: skip

    def forward(self, row: Any, days: int) -> Any:
        actions.receive_papers(row, kinds=row.path.papers, **self.by(days))
        parcel = Parcel(
            row.path.office, f"申请{row.path.title}", ["name", "home"], row.path.papers, "signed"
        )
        return actions.forward_application(row, parcel=parcel, **self.by(days, 11))

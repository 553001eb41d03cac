"""Who watches over the committee: supervisors, two sheets that differ, an appraisal."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.places.queries import dwellings_under
from linli.governance.assemblies.models import Representative
from linli.governance.oversight.actions import appraisal, committee, inspections
from linli.governance.oversight.queries import sheets
from linli.lib.calendar import local_day
from linli.mechanisms.publication.models import Posting
from linli.web.demo.cast import Setting
from linli.web.demo.election import VOTED, has_year

OTHERS = (("曹文英", "female", date(1964, 9, 2)), ("田国强", "male", date(1970, 2, 18)))
MARKED = ((9, 22, 5, 2), (6, 25, 5, 2), (4, 27, 6, 1))
"""What the papers said of a member, in turn: the best grade first."""


def play_supervision(setting: Setting, at: datetime) -> None:
    """Plays the supervisors' part of the year; nothing happens before the law was there."""
    if has_year(at):
        _Watch(setting, at).play()


class _Watch:
    """The hands of the supervisors, the director and the worker."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now, self.place = setting, at, setting.community

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def on(self, days: int) -> date:
        return local_day(self.ago(days))

    def by(self, key: str, days: int, hour: int = 10) -> dict[str, Any]:
        at = self.ago(days, hour)
        return {"by": self.setting.actor(key, local_day(at)), "at": at}

    def play(self) -> None:
        self._seat()
        self._sit_in()
        self._inspect()
        self._compare()
        self._appraise()

    def _seat(self) -> None:
        days = VOTED - 12
        people = []
        if self.setting.accounts["supervisor"].person is not None:
            people.append(self.setting.accounts["supervisor"].person)
        homes = list(dwellings_under(self.setting.old))
        for number, (name, sex, born) in enumerate(OTHERS):
            given: dict[str, Any] = {"by": the_operator(), "at": self.ago(days)}
            person = register_person(self.place, name=name, sex=sex, birth_date=born, **given)
            move_in(
                person, dwelling=homes[-1 - number], kind="hukou_here", since=self.on(340), **given
            )
            people.append(person)
        for number, person in enumerate(people):
            committee.seat_supervisor(
                self.place,
                person=person,
                source="resident",
                body="representatives_meeting",
                decision="换届后的第一次居民代表会议",
                present=39,
                votes_for=36 - number,
                since=self.on(days),
                chairs=not number,
                **self.by("director", days),
            )
        committee.state_contact(
            self.place,
            phone="0990-5550009",
            where="社区服务中心门口的监督意见箱",
            hours="每周二下午在社区服务中心一楼",
            **self.by("director", days),
        )

    def _sit_in(self) -> None:
        sitting = committee.announce_meeting(
            self.place,
            title="居委会三季度工作会议",
            starts_at=self.ago(58, 14),
            venue="社区服务中心二楼",
            **self.by("worker", 60),
        )
        committee.record_sitting_in(
            sitting,
            sat_in=True,
            remark="逐项讨论了三季度的安排，表决符合章程。",
            **self.by("supervisor", 58, 17),
        )

    def _inspect(self) -> None:
        done = inspections.plan_inspection(
            self.place,
            looked_at="board",
            title="三季度公开栏检查",
            planned_for=self.on(50),
            **self.by("supervisor", 70),
        )
        inspections.record_inspection(
            done,
            looked_on=self.on(50),
            result="两处公开栏都看了。张贴的内容齐全，一处玻璃破损，已请居委会更换。",
            **self.by("supervisor", 50),
        )
        inspections.plan_inspection(
            self.place,
            looked_at="ledger",
            title="年底账目和公开表核对",
            planned_for=local_day(self.now) + timedelta(days=14),
            **self.by("supervisor", 5),
        )

    def _compare(self) -> None:
        """A resolution as the web says it, and as it stands on the board with another day."""
        posting = Posting.objects.filter(
            community=self.place, template="assemblies.resolution", listed_at__lte=self.ago(40)
        ).first()
        if posting is None:
            return
        posting, template = sheets.posting_in(self.place, posting.pk)
        version = sheets.versions_in(posting).last()
        assert version is not None
        web = sheets.sheet_of(posting, template, version)
        said = {f.key: sheets.spell(f, web.fields.get(f.key)) for f in template.fields}
        board = sheets.read_off(posting, template, {**said, "number": "第 1 号（打印稿）"})
        found = inspections.raise_shortcoming(
            self.place,
            found=inspections.Found(
                looked_at="board",
                title="公开栏贴的决议与网上不一致",
                grounds="十一号楼旁公开栏贴的是打印稿，编号与网上公布的不一样。",
                found_on=self.on(30),
                sides=[web.kept(), board.kept()],
                differs=sheets.compare(template, web, board),
            ),
            **self.by("supervisor", 30),
        )
        inspections.ask_correction(
            found, reason="请换成与网上一致的正式稿。", **self.by("supervisor", 30)
        )
        inspections.answer_shortcoming(
            found, answer="已换成正式稿，并核对了另一处公开栏。", **self.by("worker", 27)
        )
        inspections.settle(found, reason="两处都看过，已一致。", **self.by("supervisor", 26))
        inspections.publish_shortcoming(found, **self.by("supervisor", 26))
        late = inspections.raise_shortcoming(
            self.place,
            found=inspections.Found(
                looked_at="facility",
                title="活动室开放时间没有张贴",
                grounds="活动室门口没有开放时间，居民会议决定过要张贴。",
                found_on=self.on(3),
            ),
            **self.by("supervisor", 3),
        )
        inspections.ask_correction(late, reason="请张贴开放时间。", **self.by("supervisor", 3))

    def _appraise(self) -> None:
        names = Representative.objects.filter(community=self.place, until__isnull=True)
        present = list(names.order_by("since", "id").values_list("name", flat=True)[:38])
        present = [f"{name}（{number}）" for number, name in enumerate(present, 1)]
        held = self._plan(kind="members", title=f"{self.on(20).year} 年度居委会成员民主评议")
        appraisal.open_appraisal(held, on_paper=present, **self.by("supervisor", 20, 9))
        number = held.appraised.count()
        counts = [MARKED[place % len(MARKED)] for place in range(number)]
        appraisal.close_appraisal(held, counts=counts, returned=38, **self.by("supervisor", 20, 11))
        appraisal.publish_appraisal(held, **self.by("supervisor", 19))
        self._plan(
            kind="providers",
            title=f"{self.on(20).year} 年度服务单位评议",
            bodies=[self.setting.bodies["property"], self.setting.bodies["repair"]],
        )

    def _plan(self, **given: Any) -> Any:
        return appraisal.plan_appraisal(
            self.place,
            year=self.on(20).year,
            base=42,
            base_source="本届居民代表名册",
            **given,
            **self.by("supervisor", 24),
        )

"""The year's meetings: representatives chosen, two meetings, a covenant, resolutions followed."""

import tomllib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from importlib import resources
from typing import Any

from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.core.people.actions import register_person
from linli.core.people.models import Person
from linli.core.places.queries import areas_of
from linli.governance.assemblies import actions, due
from linli.governance.assemblies.models import Assembly, Topic
from linli.governance.assemblies.queries import representing, topics_of
from linli.governance.elections.models import Membership
from linli.lib.calendar import local_day
from linli.mechanisms.gathering import actions as gathering
from linli.web.demo.cast import PASSWORD, Setting

LAW_OF_2025 = date(2026, 1, 1)
SHARE_OF_GROUP = {"翠湖新村居民小组": 14, "东湖花园居民小组": 28}
STORY_DAYS = 245


def play_meetings(setting: Setting, at: datetime) -> None:
    """Plays the meetings of the months before `at`. Before the law of 2025 had been in force for
    so long there is no such year to play, and nothing happens."""
    if local_day(at - timedelta(days=STORY_DAYS)) < LAW_OF_2025:
        return
    _Year(setting, at).play()


class _Year:
    """The hands of director and worker, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now = setting, at
        self.place = setting.community
        text = resources.files("linli.web.demo").joinpath("meetings.toml").read_text("utf-8")
        self.said: dict[str, Any] = tomllib.loads(text)

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def by(self, key: str, days: int) -> Any:
        return self.setting.actor(key, local_day(self.ago(days)))

    def play(self) -> None:
        self._seat_committee()
        self._choose_representatives()
        self._state_figures()
        due.run(self.ago(240))
        covenant = self._draft_covenant()
        self._first_meeting(covenant)
        due.run(self.ago(100))
        self._second_meeting()
        self._what_is_coming()

    def _seat_committee(self) -> None:
        at, on = self.ago(244), local_day(self.ago(244))
        for number, name in enumerate(self.said["committee"]):
            account = open_account(
                label=name, login=f"+8619900001{number:03}", password=PASSWORD, at=at
            )
            account.person = self._elected(name)
            account.save(update_fields=["person"])
            post = "committee_member" if number else "deputy_director"
            appoint(self.place, account=account, post=post, since=on, by=the_operator(), at=at)

    def _elected(self, name: str) -> Person | None:
        """Whom of the roster the name means, where the term change was played."""
        seats = Membership.objects.filter(community=self.place, name=name, until__isnull=True)
        seat = seats.select_related("person").first()
        return seat.person if seat else None

    def _choose_representatives(self) -> None:
        at, by = self.ago(242), self.by("director", 242)
        names = iter(_names(self.said["surnames"], self.said["given"]))
        for area in areas_of(self.place, local_day(at), "residents_group"):
            number = SHARE_OF_GROUP[area.name]
            for place in range(number):
                ours = area.name == "翠湖新村居民小组" and place == 0
                name = "李建国" if ours else next(names)
                account = self.setting.accounts["representative"] if ours else None
                person = None
                if not ours:
                    person = register_person(self.place, name=name, by=by, at=at)
                actions.choose_representative(
                    self.place,
                    group=area,
                    name=name,
                    account=account,
                    person=person,
                    since=local_day(at),
                    voters=26 + place % 5,
                    votes_for=20 + place % 5,
                    leads=place == 0,
                    by=by,
                    at=at,
                )

    def _state_figures(self) -> None:
        for kind, number, source in (
            ("residents", 2610, "湖滨派出所年初统计"),
            ("households", 1260, "社区基本情况登记"),
            ("representatives", None, ""),
        ):
            actions.state_figure(
                self.place,
                kind=kind,
                number=number,
                source=source,
                on=local_day(self.ago(241)),
                by=self.by("worker", 241),
                at=self.ago(241),
            )

    def _draft_covenant(self) -> Any:
        said, worker = self.said["covenant"], self.by("worker", 236)
        version = actions.draft_version(
            self.place,
            kind="covenant",
            text=said["text"],
            plain=said["plain"],
            by=worker,
            at=self.ago(236),
        )
        until = local_day(self.ago(219))
        actions.consult(version, until=until, by=worker, at=self.ago(235))
        for opinion in said["opinion"]:
            row = actions.say_opinion(
                version,
                text=opinion["text"],
                clause=opinion["clause"],
                by=self.by(opinion["by"], 230),
                at=self.ago(230),
            )
            given = {"taken": opinion["taken"], "answer": opinion["answer"]}
            actions.answer_opinion(row, by=worker, at=self.ago(218), **given)
        return actions.settle_version(version, by=worker, at=self.ago(218))

    def _first_meeting(self, covenant: Any) -> None:
        director = self.by("director", 217)
        given = actions.authorise(
            self.place,
            matter="covenant",
            source="年初居民会议决议第 2 号（纸质档案）",
            since=local_day(self.ago(240)),
            by=director,
            at=self.ago(217),
        )
        lights = self.said["lights"]
        assembly = self._plan(
            "上半年居民代表会议",
            planned=216,
            held=200,
            topics=(
                {"title": lights["title"], "text": lights["text"], "presenter": "周明华"},
                {
                    "title": "居民公约",
                    "matter": "covenant",
                    "version": covenant,
                    "authorisation": given,
                },
                {"title": "听取物业服务情况", "decides": False},
                {"title": "社区发展规划"},
                {"title": "本年度工作计划"},
            ),
        )
        first, second, _third, course, work = self._meet(assembly, 200, absent=4)
        self._decide(
            first,
            200,
            (43, 1, 1),
            lights["decided"],
            owner=self.setting.bodies["repair"],
            due_on=local_day(self.ago(140)),
        )
        self._decide(second, 200, (41, 2, 2), "通过《居民公约》，报街道备案后施行。")
        self._decide(course, 200, (42, 0, 3), "通过社区发展规划，每年的计划照着它编。")
        self._decide(work, 200, (44, 0, 1), "批准本年度工作计划，半年报告一次完成情况。")
        self._close(assembly, 200)
        self._report_back(assembly, 195)
        covenant.refresh_from_db()
        actions.file_version(
            covenant,
            filed_on=local_day(self.ago(194)),
            filed_with="湖滨街道办事处",
            by=self.by("worker", 193),
            at=self.ago(193),
        )
        resolution = Topic.objects.get(community=self.place, pk=first.pk).resolution
        actions.begin(resolution, by=self.by("worker", 190), at=self.ago(190))
        actions.report_progress(
            resolution, words=lights["progress"], by=self.by("worker", 170), at=self.ago(170)
        )
        actions.carry_out(
            resolution, words=lights["done"], by=self.by("worker", 150), at=self.ago(150)
        )

    def _second_meeting(self) -> None:
        sunday, sheds = self.said["sunday"], self.said["sheds"]
        ours = actions.decide_in_committee(
            self.place,
            title=sunday["committee_title"],
            text=sunday["committee_text"],
            by=self.by("director", 100),
            at=self.ago(100),
        )
        assembly = self._plan(
            "下半年居民代表会议",
            planned=75,
            held=60,
            topics=(
                {"title": sheds["title"], "text": sheds["text"]},
                {"title": sunday["title"], "alters": ours, "alters_how": "revoke"},
                {"title": "明年活动安排"},
            ),
        )
        first, second, third = self._meet(assembly, 60, absent=6)
        self._decide(
            first,
            60,
            (38, 3, 2),
            sheds["decided"],
            owner=self.setting.bodies["property"],
            due_on=local_day(self.now + timedelta(days=20)),
        )
        self._decide(second, 60, (40, 1, 2), sunday["decided"])
        actions.put_off_topic(
            third,
            reason="各小组的意见还没有收齐，下次会议再定。",
            by=self.by("worker", 60),
            at=self.ago(60, 20),
        )
        self._close(assembly, 60)
        self._report_back(assembly, 55)
        resolution = Topic.objects.get(community=self.place, pk=first.pk).resolution
        actions.begin(resolution, by=self.by("worker", 50), at=self.ago(50))
        actions.report_progress(
            resolution, words=sheds["progress"], by=self.by("worker", 12), at=self.ago(12)
        )

    def _what_is_coming(self) -> None:
        petition = actions.start_petition(
            self.place,
            body="assembly",
            signed_by="residents",
            by=self.by("tenant", 9),
            at=self.ago(9),
            **self.said["parking"],
        )
        for key in ("tenant", "elder"):
            actions.sign(petition, by=self.by(key, 8), at=self.ago(8))
        self._plan("年终居民代表会议", planned=4, held=-12, topics=({"title": "明年活动安排"},))

    def _plan(
        self, title: str, *, planned: int, held: int, topics: Sequence[dict[str, Any]]
    ) -> Assembly:
        worker, at = self.by("worker", planned), self.ago(planned)
        assembly = actions.plan_assembly(
            self.place,
            body="representatives_meeting",
            counted_by="representatives",
            title=title,
            venue="社区服务中心二楼会议室",
            starts_at=self.ago(held, 19),
            by=worker,
            at=at,
        )
        for given in topics:
            topic = actions.add_topic(assembly, by=worker, at=at, **given)
            if topic.matter != "other":
                actions.record_study(
                    topic,
                    on=local_day(at),
                    by_whom="东湖社区党委",
                    opinion="同意提交居民代表会议。",
                    by=worker,
                    at=at,
                )
        calling = self.by("director", planned - 1)
        actions.call_assembly(assembly, by=calling, at=self.ago(planned - 1))
        return assembly

    def _meet(self, assembly: Assembly, held: int, *, absent: int) -> list[Topic]:
        worker = self.by("worker", held)
        expected = list(assembly.gathering.expected.order_by("capacity", "group", "name"))
        for one in expected[: len(expected) - absent]:
            gathering.check_in(assembly.gathering, expected=one, by=worker, at=self.ago(held, 18))
        listening = gathering.check_in(
            assembly.gathering, name="刘洋", capacity="observer", by=worker, at=self.ago(held, 18)
        )
        director = self.by("director", held)
        actions.open_assembly(assembly, chair="周明华", by=director, at=self.ago(held, 19))
        speech = gathering.ask_to_speak(
            assembly.gathering, attendance=listening, by=worker, at=self.ago(held, 19)
        )
        gathering.record_speech(
            speech,
            gist="租房的住户也愿意参加，请把通知贴到单元门口。",
            by=worker,
            at=self.ago(held, 20),
        )
        return topics_of(assembly)

    def _decide(
        self, topic: Topic, held: int, votes: tuple[int, int, int], text: str, **more: Any
    ) -> None:
        topic.refresh_from_db()
        votes_for, votes_against, abstained = votes
        actions.decide_topic(
            topic,
            votes_for=votes_for,
            votes_against=votes_against,
            abstained=abstained,
            text=text,
            by=self.by("worker", held),
            at=self.ago(held, 20),
            **more,
        )

    def _close(self, assembly: Assembly, held: int) -> None:
        actions.close_assembly(assembly, by=self.by("worker", held), at=self.ago(held, 21))
        meeting = assembly.gathering
        gathering.sign_as_recorder(meeting, by=self.by("worker", held - 1), at=self.ago(held - 1))
        gathering.sign_as_chair(
            meeting, by=self.by("director", held - 1), at=self.ago(held - 1, 11)
        )

    def _report_back(self, assembly: Assembly, days: int) -> None:
        at, by = self.ago(days, 19), self.by("representative", days)
        mine = representing(self.place, by, local_day(at))
        if mine is None:
            return
        actions.set_channel(
            mine, shown_as="李老师", channel="每周三晚七点，6 号楼下凉亭", by=by, at=at
        )
        actions.report_back(
            mine,
            assembly=assembly,
            on=local_day(at),
            heard=18,
            said="大家赞成，希望早点动工，也希望夜里施工轻一点。",
            by=by,
            at=at,
        )


def _names(surnames: str, given: Sequence[str]) -> list[str]:
    """Invented names, each once, none like its neighbour."""
    return [
        f"{surnames[n % len(surnames)]}{given[n * 5 % len(given)]}"
        for n in range(3 * len(surnames))
    ]

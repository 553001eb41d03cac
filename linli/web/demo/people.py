"""The register of residents over the year: a roster brought in with its faults and once more
mended, rows that were one person and rows that were two, people who moved, were born, changed
their number; and who looked at whom."""

import csv
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

from linli.core.access.queries import account_of
from linli.core.audit.actor import Actor
from linli.core.people import actions
from linli.core.people.asked import BY_DWELLING, Asked
from linli.core.people.models import Declaration, Person, Tie
from linli.core.people.presentation import note_look, open_person
from linli.core.people.queries import resemblances, resembling_in
from linli.core.people.roster.preview import Options, preview_roster
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.web.demo.cast import OLD, Setting

HEADING = ("姓名", "性别", "出生日期", "住址", "居住类型", "与户主关系", "宗教信仰")
ROSTER = (
    ("高秀珍", "女", "1944.5.6", "2-1-101", "户籍、常住", "户主", ""),
    ("高秀珍", "女", "1944年5月6日", "同上", "户籍、常住", "户主", ""),
    ("罗志强", "男", "1947-11-02", "2-1-102", "自住", "户主", ""),
    ("罗桂兰", "女", "1950.1.20", "2-1-102", "常住", "配偶", ""),
    ("彭建业", "男", "1939-03-15", "2-1-201", "户籍、常住", "户主", ""),
    ("曹淑英", "女", "1941-08-09", "2-1-301", "户籍、常住", "户主", ""),
    ("邓伟", "男", "1978-06-30", "2-1-302", "自住", "户主", ""),
    ("邓一鸣", "男", "2009-02-11", "2-1-302", "常住", "子", ""),
    ("邓一铭", "男", "2009-02-11", "2-1-302", "常住", "子", ""),
    ("谢海燕", "女", "1985-12-01", "2-1-401", "租户", "", ""),
    ("唐文华", "男", "1966-04-18", "2-1-402", "业主", "户主", ""),
    ("韩玉梅", "女", "1952-30-07", "2-1-501", "户籍、常住", "户主", ""),
    ("冯立新", "男", "1990-10-10", "2-1-909", "租户", "", ""),
)
MENDED = {11: ("出生日期", "1952-07-30"), 12: ("住址", "2-1-502")}
"""Which rows were put right in the marked workbook, and how."""


def play_people(setting: Setting, at: datetime) -> None:
    """The year that ends at `at`, through the real acts."""
    life = _Life(setting, at)
    life.bring_in_the_roster(ago=320)
    life.find_doubles(ago=300)
    life.move(ago=150)
    life.tell(ago=20)
    life.ask_and_look(ago=6)


class _Life:
    """Who does what, some days before the day of the demo."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self._setting, self._now = setting, at
        self._community = setting.community

    def bring_in_the_roster(self, ago: int) -> None:
        """Building 2 of the old compound: read with its faults, then mended and whole."""
        rows = [dict(zip(HEADING, row, strict=True)) for row in ROSTER]
        for row in rows:
            row["住址"] = row["住址"] if row["住址"] == "同上" else f"{OLD}{row['住址']}"
        self._take_in(rows, ago)
        for number, (heading, right) in MENDED.items():
            rows[number][heading] = f"{OLD}{right}" if heading == "住址" else right
        self._take_in(rows, ago - 2)

    def _take_in(self, rows: list[dict[str, str]], ago: int) -> None:
        given = self._given("worker", ago)
        text = StringIO()
        csv.writer(text).writerows([HEADING, *(row.values() for row in rows)])
        options = Options()
        on = local_day(given["at"])
        content = text.getvalue().encode()
        preview = preview_roster(
            self._community, content, "翠湖新村2号楼.csv", options=options, on=on
        )
        batch = actions.keep_preview(self._community, preview=preview, options=options, **given)
        actions.commit_roster(batch, **given)

    def find_doubles(self, ago: int) -> None:
        """Somebody typed in at the window whom the roster had; two brothers who look like one; and
        a pair that nobody has decided on yet."""
        known, twin = self._called("曹淑英"), self._called("邓一鸣")
        typed = self._register("曹淑瑛", date(1941, 8, 9), self._home("2号楼", "301"), ago)
        self._register("罗志祥", date(1947, 11, 2), self._home("3号楼", "201"), ago - 3)
        director = self._given("director", ago - 5)
        actions.note_resemblances(self._community, pairs=resembling_in(self._community), **director)
        actions.merge_persons(known, absorbed=typed, **director)
        actions.mark_not_same(twin, other=self._called("邓一铭"), **director)
        assert resemblances(self._community).exists()

    def move(self, ago: int) -> None:
        """A tenant leaves and another comes; a birth; what each told of, and the paper seen."""
        leaves, father = self._called("谢海燕"), self._called("邓伟")
        self._confirmed("moved_out", ago, about=leaves, paper="退租协议")
        self._confirmed(
            "moved_in",
            ago - 4,
            dwelling=self._home("2号楼", "401"),
            said={"name": "苏晓彤", "sex": "female", "birth_date": "1996-03-22", "tie": "tenant"},
            paper="租赁合同、身份证",
        )
        self._confirmed(
            "born",
            ago - 40,
            dwelling=self._home("2号楼", "302"),
            said={"name": "邓一诺", "sex": "female"},
            paper="出生医学证明",
        )
        self._confirmed("name", ago - 60, about=father, said={"name": "邓炜"}, paper="身份证")

    def tell(self, ago: int) -> None:
        """Residents tell of changes themselves: one confirmed, one refused, one that waits."""
        tenant, elder = self._person("tenant"), self._person("elder")
        home = Tie.objects.filter(community=self._community, person=tenant).latest("since").dwelling
        said = {"name": "林可", "sex": "female", "birth_date": "1995-07-07"}
        came = self._told("tenant", "moved_in", ago, dwelling=home, said=said)
        actions.confirm_declaration(came, paper="租赁合同", **self._given("worker", ago - 2))
        wrong = self._told("elder", "name", ago - 5, about=elder, said={"name": "王秀岚"})
        actions.refuse_declaration(
            wrong,
            reason="身份证上是“兰”字，名册没有写错；如果证件改过，请带新证件来。",
            **self._given("worker", ago - 6),
        )
        friend = {"name": "何佳", "sex": "female", "birth_date": "1997-01-30"}
        self._told("tenant", "moved_in", 1, dwelling=home, said=friend, on=self._day(-7))
        actions.correct(elder, phone="19900000013", **self._given("elder", ago - 8))

    def ask_and_look(self, ago: int) -> None:
        """A question kept for the whole desk, a staircase walked, a record opened for a reason."""
        asked = Asked(age_from=80, alone=BY_DWELLING, place=self._place(OLD).pk)
        actions.save_question(
            self._community,
            name="翠湖新村八十岁以上独居",
            asked=asked,
            **self._given("worker", ago),
        )
        stair = self._home("2号楼", "101").parent
        assert stair is not None
        elder = self._person("elder")
        for place in (stair, self._setting.stair):
            note_look(place, self._actor("worker", ago), on=self._day(ago), at=self._moment(ago))
        open_person(
            elder, self._actor("worker", ago), purpose="联系本人，上门量血压", at=self._moment(ago)
        )

    def _confirmed(self, kind: str, ago: int, *, paper: str, **told: Any) -> None:
        given = self._given("worker", ago)
        told = {"on": self._day(ago + 3), **told}
        if kind == Declaration.NAME:
            told["on"] = None
        declaration = actions.declare(self._community, kind=kind, **told, **given)
        actions.confirm_declaration(declaration, paper=paper, **given)

    def _told(self, key: str, kind: str, ago: int, **told: Any) -> Declaration:
        told = {"on": None if kind == Declaration.NAME else self._day(ago + 2), **told}
        return actions.declare(self._person(key), kind=kind, **told, **self._given(key, ago))

    def _register(self, name: str, born: date, home: Place, ago: int) -> Person:
        given = self._given("worker", ago)
        person = actions.register_person(self._community, name=name, birth_date=born, **given)
        actions.move_in(person, dwelling=home, kind=Tie.OWNER, since=self._day(ago), **given)
        return person

    def _person(self, key: str) -> Person:
        account = account_of(self._setting.accounts[key].pk)
        assert account.person_id
        return Person.objects.get(community=self._community, pk=account.person_id)

    def _called(self, name: str) -> Person:
        return Person.objects.get(community=self._community, name=name)

    def _place(self, name: str) -> Place:
        return Place.objects.get(community=self._community, name=name, kind="compound")

    def _home(self, building: str, door: str, compound: str = OLD) -> Place:
        return Place.objects.get(
            community=self._community,
            name=door,
            parent__name="1单元",
            parent__parent__name=building,
            parent__parent__parent__name=compound,
        )

    def _moment(self, ago: int) -> datetime:
        return self._now - timedelta(days=ago)

    def _day(self, ago: int) -> date:
        return local_day(self._moment(ago))

    def _actor(self, key: str, ago: int) -> Actor:
        return self._setting.actor(key, self._day(ago))

    def _given(self, key: str, ago: int) -> dict[str, Any]:
        return {"by": self._actor(key, ago), "at": self._moment(ago)}

"""The rest of the register: who lives in the homes nobody of the cast lives in, brought in as one
roster at the beginning of the year, so that shares of residents have something to be shares of."""

import csv
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

from django.db import connection

from linli.core.access.queries import account_of
from linli.core.people import actions
from linli.core.people.models import Household, Person, Tie
from linli.core.people.roster.preview import Options, preview_roster
from linli.core.places.models import Place
from linli.core.places.queries import dwellings_under
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

HEADING = ("姓名", "性别", "出生日期", "住址", "居住类型", "与户主关系")
AT_HOME = ("elder", "representative", "supervisor")
"""Of the cast, those whose registration or ownership alone does not say they live here."""

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = {
    "男": "建国 志明 文斌 俊杰 海涛 立新 永强 少华 振宇 国栋 子轩 浩然 一凡 宏伟 德胜",
    "女": "桂英 秀珍 丽华 晓燕 雅琴 淑芬 美玲 思雨 佳怡 梦瑶 慧敏 静文 玉兰 春梅 若溪",
}
SEED = 20260101
LEFT_EMPTY = 0.06
"""Homes nobody lives in."""


def play_register(setting: Setting, at: datetime) -> None:
    """One import by the worker, 350 days ago, of every home that has nobody yet."""
    given: dict[str, Any] = {
        "by": setting.actor("worker", local_day(at - timedelta(days=350))),
        "at": at - timedelta(days=350),
    }
    _say_who_lives_here(setting, given)
    text = StringIO()
    csv.writer(text).writerows([HEADING, *_rows(setting, at)])
    options = Options()
    content = text.getvalue().encode()
    on = local_day(given["at"])
    preview = preview_roster(setting.community, content, "居民名册.csv", options=options, on=on)
    batch = actions.keep_preview(setting.community, preview=preview, options=options, **given)
    actions.commit_roster(batch, **given)
    _count()


def _count() -> None:
    """PostgreSQL learns how many they are. The whole year is one transaction: nobody else sees
    these rows before it is over, and questions about them would be answered as if there were none.
    """
    if connection.vendor == "postgresql":
        names = ", ".join(
            connection.ops.quote_name(model._meta.db_table) for model in (Person, Tie, Household)
        )
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {names}")


def _say_who_lives_here(setting: Setting, given: dict[str, Any]) -> None:
    for key in AT_HOME:
        account = account_of(setting.accounts[key].pk)
        assert account.person_id is not None
        person = Person.objects.get(community=setting.community, pk=account.person_id)
        tie = Tie.objects.filter(community=setting.community, person=person).latest("since")
        actions.move_in(
            person,
            dwelling=tie.dwelling,
            kind=Tie.RESIDENT,
            since=tie.since,
            **given,
        )


def _rows(setting: Setting, at: datetime) -> Iterator[tuple[str, ...]]:
    chance, year = random.Random(SEED), at.year
    taken = set(
        Tie.objects.filter(community=setting.community).values_list("dwelling_id", flat=True)
    )
    for compound in (setting.old, setting.new):
        for home in dwellings_under(compound).select_related("parent__parent"):
            if home.pk in taken or chance.random() < LEFT_EMPTY:
                continue
            address = _address(home, compound)
            for sex, born, relation in _household(chance, year):
                kind = (
                    "户籍、常住"
                    if chance.random() < 0.7
                    else "租户"
                    if relation == "户主"
                    else "常住"
                )
                yield _name(chance, sex), sex, born.isoformat(), address, kind, relation


def _household(chance: random.Random, year: int) -> list[tuple[str, date, str]]:
    """Two old people, parents with a child, three generations, or one person."""

    def born(age: int) -> date:
        return date(year - age, chance.randint(1, 12), chance.randint(1, 28))

    kind = chance.choices(("old", "young", "three", "one"), (28, 40, 12, 20))[0]
    if kind == "old":
        age = chance.randint(62, 88)
        return [("男", born(age), "户主"), ("女", born(age - chance.randint(0, 4)), "配偶")]
    if kind == "one":
        return [(chance.choice("男女"), born(chance.randint(24, 86)), "户主")]
    age = chance.randint(30, 48)
    family = [("男", born(age), "户主"), ("女", born(age - 2), "配偶")]
    family.append((chance.choice("男女"), born(max(0, age - chance.randint(26, 31))), "子女"))
    if kind == "three":
        family.append(("女", born(age + chance.randint(24, 30)), "父母"))
    return family


def _name(chance: random.Random, sex: str) -> str:
    return chance.choice(SURNAMES) + chance.choice(GIVEN[sex].split())


def _address(home: Place, compound: Place) -> str:
    entrance = home.parent
    assert entrance is not None
    building = entrance.parent
    assert building is not None
    return f"{compound.name}{building.name}{entrance.name}{home.name}"

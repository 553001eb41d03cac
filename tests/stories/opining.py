"""Opinions on one yard: 61 statements, 214 people, two camps, and four things everybody wants.

`begin` and `everybody_votes` are done away from the browser, through the real acts; `say_it` is
what is seen and pressed.
"""

import random
from uuid import uuid4

from linli.core.audit.actor import Actor
from linli.governance.deliberation.actions import opining, statements as actions
from linli.governance.deliberation.queries.statements import conversation_on, shown
from tests.stories.steps import send

PLAYERS, PARKERS, ON_PAPER = 118, 94, 30
"""With one on the phone and one sheet typed in the browser they are 214."""

WANTED = (
    "消防通道任何时候都不能停车。",
    "晚上十点以后院子里不鸣笛、不拍球。",
    "院子里的路灯要修亮。",
    "定下来的办法要贴出来，半年后再看一次。",
)
FOR_PLAY = (
    "院子中间留给孩子，一辆车也不停。",
    "放学到天黑，车不能开进院子。",
    "宁可少十个车位，也要有一块能跑的地方。",
    "外来的车一律不进院子。",
    "一家两辆车的，第二辆停到外面去。",
    "地上画格子、跳房子，不要再画车位。",
    "周末院子只给人用。",
    "秋千和沙坑放在现在停车的地方。",
    "车停在外面多走几步不算什么。",
    "孩子没地方玩，比没地方停车更要紧。",
    "院子里限速不够，应该禁车。",
    "树底下的车位要退出来。",
)
FOR_PARKING = (
    "每户至少要有一个车位。",
    "院子小，孩子可以去街对面的公园玩。",
    "沿墙再划一排车位。",
    "花坛改成车位。",
    "晚上回来没处停，是最大的难处。",
    "球类活动应该到运动场去。",
    "老人小孩上下车，车要能开到楼门口。",
    "先解决停车，再说别的。",
    "车位可以交钱，但是要保证有。",
    "健身器材用的人少，可以挪走停车。",
    "装立体车架，哪怕占地方。",
    "车停外面被刮，谁来赔。",
)
OTHERS = tuple(
    f"{what}{how}"
    for what in ("门口的快递柜", "晾衣杆", "垃圾投放点", "自行车棚", "宠物活动的地方", "石桌石凳",
                 "电动车充电桩", "东墙的爬藤", "公告栏", "活动室门前的空地", "小菜地")
    for how in ("要往里挪。", "保持现在这样。", "由楼组长商量着定。")
)  # fmt: skip
STATEMENTS = (*WANTED, *FOR_PLAY, *FOR_PARKING, *OTHERS)
assert len(STATEMENTS) == 61


def begin(topic, worker, at):
    """The desk begins to gather opinions; statements stand in no order of theirs."""
    texts = random.Random(61).sample(STATEMENTS, 61)
    given = {"mode": "after", "limit": 3, "texts": texts}
    return actions.open_opinions(topic, **given, by=worker, at=at)


def everybody_votes(conversation, worker, at, dwelling):
    """All but the two of the browser, each on about nine statements in ten."""
    rows = [each for each in shown(conversation) if each.text in STATEMENTS]
    chance = random.Random(214)
    for number in range(PLAYERS + PARKERS):
        likes = FOR_PLAY if number < PLAYERS else FOR_PARKING
        choices = {row.pk: _think(row.text, likes, chance) for row in rows if chance.random() < 0.9}
        if number % 7 == 0 and number // 7 < ON_PAPER:
            opining.enter_sheet(conversation, number=number + 2, choices=choices, by=worker, at=at)
        else:
            who = Actor(account=uuid4(), dwellings=(dwelling,))
            opining.vote(conversation, choices=choices, by=who, at=at)


def _think(text, likes, chance):
    if text in WANTED:
        return chance.choices([1, 0, -1], [90, 7, 3])[0]
    if text in OTHERS:
        return chance.choices([1, 0, -1], [36, 30, 34])[0]
    return chance.choices([1, 0, -1], [82, 10, 8] if text in likes else [12, 14, 74])[0]


def say_it(house, look, topic, seen):
    """A resident votes and adds a statement on a phone, the desk types a sheet of paper, everybody
    reads what came of it. `seen(page, house, look, name)` looks at a page."""
    here = f"deliberation/{topic.pk}/opinions/"
    with house.visit(look, "elder") as page:
        page.goto(house.at(here))
        seen(page, house, look, "opinions-turn")
        page.goto(house.at(here))
        for choice in ("1", "-1", "0"):
            told = page.inner_text(".opine-words")
            page.locator(f"button[name=value][value='{choice}']").click()
            page.wait_for_function(
                "told => document.querySelector('.opine-words').innerText !== told", arg=told
            ) if look.scripts else page.wait_for_load_state()
        page.goto(house.at(f"{here}say/"))
        page.fill("textarea[name=text]", "给推婴儿车的人留一条路。")
        send(page, "main form button[type=submit]")
        assert "给推婴儿车的人留一条路。" in page.inner_text("main")
        seen(page, house, look, "opinions-mine")
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/{here}sheet/"))
        for number in range(1, 9):
            page.select_option(f"select[name=s{number}]", "1")
        send(page, "main form button[type=submit]")
        page.goto(house.at(f"desk/{here}"))
        seen(page, house, look, "opinions-desk")
    conversation = conversation_on(topic)
    with house.visit(look) as page:
        page.goto(house.at(f"{here}map/"))
        agreed = page.locator(".opine-said").first.locator("li .opine-text").all_inner_texts()
        assert set(agreed) == set(WANTED), agreed
        assert "214" in page.inner_text(".tallies")
        assert page.locator(".opine-label").count() == 2
        seen(page, house, look, "opinions-map")
    return conversation

"""What was given to the demo's community: money for one purpose with its receipt, rice on a slip
two have signed, a call for small grants with two bids, and a bank file tied to the books."""

import hashlib
from datetime import date, datetime, timedelta

from linli.core.audit.actor import NOBODY
from linli.lib.calendar import local_day
from linli.stewardship.funds import actions
from linli.stewardship.funds.actions import Opened, appeals, bank, giving, grants, stock
from linli.stewardship.funds.bank_files import read_statement
from linli.stewardship.funds.models import Source
from linli.stewardship.funds.queries.bank import proposals
from linli.web.demo.cast import Setting

GIVEN = ((30_000, "王秀英", True), (8_800, "", False), (120_000, "李建国", False))
CRITERIA = (("多少邻里受益", 50), ("做得成、花得省", 30), ("居民自己动手", 20))
SCORERS = ("representative", "supervisor", "worker")


def play_gifts(setting: Setting, at: datetime) -> None:
    """All of it on the day of the demo: months that lie behind are closed."""
    source = _give_money(setting, at)
    _give_rice(setting, at)
    _call(setting, at)
    _work_with_a_charity(setting, at)
    _read_the_bank(setting, source, at)


def _give_money(setting: Setting, at: datetime) -> Source:
    on = local_day(at)
    worker = setting.actor("worker", on)
    source = actions.open_source(
        setting.community,
        given=Opened(
            "donation", "老年活动室捐款", "elders", "给老年活动室添置座椅", restricted=True
        ),
        by=worker,
        at=at,
    )
    for fen, name, consents in GIVEN:
        gift = giving.take_gift(
            setting.community,
            given=giving.Given(
                "老年活动室捐款", on, name=name, consents=consents, voluntary=True, fen=fen,
                source=source,
            ),
            by=worker,
            at=at,
        )  # fmt: skip
    donor = NOBODY.bearing(gift.pk)
    giving.ask_about_gift(gift, words="座椅什么时候能用上？", by=donor, at=at)
    giving.tell_news(source, words="看了三家，居民代表选了带扶手的一种。", on=on, by=worker, at=at)
    return source


def _give_rice(setting: Setting, at: datetime) -> None:
    on = local_day(at)
    worker, director = setting.actor("worker", on), setting.actor("director", on)
    rice = stock.open_good(
        setting.community, title="大米 10 公斤装", measure="袋", purpose="relief",
        purpose_told="慰问有困难的家庭", by=worker, at=at,
    )  # fmt: skip
    gift = giving.take_gift(
        setting.community,
        given=giving.Given(
            "大米", on, donor="unit", name="示范粮油店", consents=True, voluntary=True,
            good=rice, amount=40, fen=240_000,
        ),
        by=worker,
        at=at,
    )  # fmt: skip
    stock.sign_slip(gift.slips.get(), by=director, at=at)
    out = stock.draw_slip(
        rice, way="out", amount=12, served=12, on=on, what="入冬走访慰问", by=worker, at=at
    )
    stock.sign_slip(out, by=director, at=at)
    stock.draw_slip(
        rice, way="count", amount=27, on=on, what="一袋包装破损，不能发", by=worker, at=at
    )


def _call(setting: Setting, at: datetime) -> None:
    on = local_day(at)
    director = setting.actor("director", on)
    source = actions.open_source(
        setting.community,
        given=Opened("contribution", "邻里小资助", "culture", opening=1_000_000),
        by=director,
        at=at,
    )
    call = grants.draft_call(
        setting.community,
        called=grants.Called(
            title=f"{on.year} 年邻里小资助",
            about="支持居民小组办自己的活动：手工、种植、合唱、邻里节",
            source=source,
            fen=600_000,
            most_fen=200_000,
            opens_on=on,
            closes_on=on + timedelta(days=15),
            criteria=CRITERIA,
            scorers=[(setting.accounts[key].pk, key) for key in SCORERS],
        ),
        by=director,
        at=at,
    )
    grants.publish_call(call, by=director, at=at)
    for key, group, title, fen in (
        ("tenant", "邻里编织小组", "给独居老人织围巾", 120_000),
        ("elder", "阳台种植小组", "单元门口的花箱", 180_000),
    ):
        plan = "每周一次，三个月，材料费用清单张贴在活动室。"
        said = grants.Said(title, plan, fen, near=False, group=group)
        grants.hand_in_bid(call, said=said, by=setting.actor(key, on), at=at)


def _work_with_a_charity(setting: Setting, at: datetime) -> None:
    on = local_day(at)
    director = setting.actor("director", on)
    charity = appeals.keep_charity(
        setting.community, name="示范区慈善会", qualification="示慈募〔2025〕3号",
        agreement="示合〔2026〕12号", agreed_since=on, agreed_until=date(on.year + 1, on.month, 1),
        account_holder="示范区慈善会", account_bank="示范农商行", account_tail="0188",
        by=director, at=at,
    )  # fmt: skip
    appeal = appeals.draft_appeal(
        setting.community, charity=charity, filing="示备〔2026〕45号", title="温暖冬衣",
        about="为有困难的家庭募集冬衣，按协议在本社区发放", since=on,
        until=on + timedelta(days=60), by=setting.actor("worker", on), at=at,
    )  # fmt: skip
    appeals.open_appeal(appeal, by=director, at=at)


def _read_the_bank(setting: Setting, source: Source, at: datetime) -> None:
    on = local_day(at)
    worker = setting.actor("worker", on)
    account = bank.open_bank_account(
        setting.community, title="基本户（示范农商行）", kind="bank", tail="0156", by=worker, at=at
    )
    rows = ["交易日期,摘要,借贷标志,发生额,余额,对方户名"]
    rows += [f"{on},捐款,贷,{fen / 100:.2f},,{name or '无'}" for fen, name, _consents in GIVEN[:2]]
    rows.append(f"{on},账户管理费,借,10.00,,")
    content = "\n".join([*rows, ""]).encode("gb18030")
    file = bank.read_bank_file(
        account,
        statement=read_statement(content, "demo.csv"),
        digest=hashlib.sha256(content).hexdigest(),
        by=worker,
        at=at,
    )
    first = file.lines.filter(fen=GIVEN[0][0]).select_related("community", "account").get()
    ((entry, _found),) = proposals([first], on)[first.pk]
    bank.tie_line(first, entry=entry, by=worker, at=at)

"""What words that everybody will read may hold: nobody's name or number, nobody's illness or
means, no money. Patterns find what is written plainly; a person still looks."""

import re

from linli.lib.identity.redact import redact
from linli.lib.law import Finding

AMOUNT = re.compile(
    r"[0-9０-９][0-9０-９,，.]*\s*(?:元|块钱|块|万元|万块|万|千元|千块|百元|百块|￥|¥|人民币|rmb)"
    r"|[一二两三四五六七八九十百千万几]+\s*(?:元钱|块钱|万元|千元|百元)|[￥¥]\s*[0-9]",
    re.IGNORECASE,
)
ACCOUNTS = (
    "收款码", "付款码", "转账", "打款", "汇款", "银行卡", "卡号", "账号", "支付宝", "微信红包", "发红包",
    "众筹", "筹款", "水滴筹", "轻松筹", "募捐", "求捐", "捐款", "捐钱", "借钱", "借款", "现金",
)  # fmt: skip
PAY = ("收费", "付费", "有偿", "报酬", "酬劳", "工钱", "租金", "押金", "出租", "出售", "卖给", "便宜卖",
       "辛苦费", "红包")  # fmt: skip
ILLNESS = (
    "癌", "肿瘤", "白血病", "尿毒症", "艾滋", "抑郁", "精神病", "精神分裂", "自闭症", "残疾", "瘫痪", "中风",
    "住院", "化疗", "透析", "确诊", "病情", "患病", "重病", "大病", "糖尿病", "高血压", "心脏病",
)  # fmt: skip
MEANS = (
    "低保", "特困", "低收入", "贫困", "困难户", "吃不起", "穷", "欠债", "负债", "收入只有", "没有收入",
    "工资只有", "下岗", "失业", "单亲", "孤儿", "留守", "服刑", "戒毒",
)  # fmt: skip
SAID_OF_PAY = re.compile(r"不要钱|不收费|不收钱|免费|无偿|不用给钱")


def names_nobody(*words: str) -> Finding:
    """Whether everybody may read it: nothing in it names, reaches or finds somebody."""
    clean = True
    for each in words:
        found = redact(each)
        clean = clean and found.text == each
        clean = clean and not any(span.kind == "name" for span in found.doubtful)
    return Finding(clean, "volunteering.names_nobody", cites=("pipl.25",))


def no_appeal(*words: str) -> Finding:
    """No amount of money, no account, no collection: an appeal for money is a charity's alone, a
    person's own plea belongs on the platforms named for it."""
    money = _first(AMOUNT, ACCOUNTS, *words)
    return Finding(
        not money, "volunteering.no_appeal", cites=("charity.22", "charity.124"),
        numbers={"word": money},
    )  # fmt: skip


def nothing_private(*words: str) -> Finding:
    """Nothing of illness or of means: nobody has to show need to be wished well."""
    found = next((word for word in (*ILLNESS, *MEANS) if any(word in each for each in words)), "")
    return Finding(
        not found, "volunteering.nothing_private", cites=("pipl.28",), numbers={"word": found}
    )


def no_pay(*words: str) -> Finding:
    """Among neighbours things and small help go for nothing: no price, rent, deposit or wage."""
    found = _first(AMOUNT, (*ACCOUNTS, *PAY), *(SAID_OF_PAY.sub("", each) for each in words))
    return Finding(not found, "volunteering.no_pay", numbers={"word": found})


def said(words: str, rule: str = "volunteering.words_given") -> Finding:
    """Whether anything was written."""
    return Finding(bool(words.strip()), rule)


def _first(pattern: re.Pattern[str], listed: tuple[str, ...], *words: str) -> str:
    """The first thing found, so that the page can say which."""
    for each in words:
        if found := pattern.search(each):
            return found.group()
        for word in listed:
            if word in each:
                return word
    return ""

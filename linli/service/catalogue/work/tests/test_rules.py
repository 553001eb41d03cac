"""The rules of openings and cards at their boundaries, without a database."""

from datetime import date, timedelta

import pytest

from linli.service.catalogue.work import rules
from linli.service.catalogue.work.rules import Standing

DAY = date(2026, 11, 2)


def plus(days):
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("kind", "fen", "most", "basis", "unmet"),
    [
        ("job", None, None, "month", "catalogue.pay_stated"),
        ("job", 1, None, "", "catalogue.pay_stated"),
        ("job", 0, None, "month", "catalogue.pay_above_nothing"),
        ("public", 0, 100, "month", "catalogue.pay_above_nothing"),
        ("job", 1, None, "month", None),
        ("job", 100, 100, "hour", None),
        ("job", 100, 99, "hour", "catalogue.pay_range"),
        ("training", None, None, "course", "catalogue.pay_stated"),
        ("training", 0, None, "course", None),
    ],
)
def test_pay_is_stated_and_above_nothing(kind, fen, most, basis, unmet):
    first = rules.pay_stated(kind, fen, most, basis).first_unmet
    assert (first.rule if first is not None else None) == unmet


def test_on_its_expiry_day_an_opening_is_hidden_and_its_days_are_bounded():
    assert rules.is_shown(DAY, plus(-1))
    assert not rules.is_shown(DAY, DAY)
    for days, fits in ((0, False), (1, True), (60, True), (61, False)):
        assert bool(rules.expiry_set(plus(days), DAY, most_days=60)) is fits
    assert not rules.expiry_set(None, DAY, most_days=60)
    assert rules.employer_fresh(DAY, plus(180), within_days=180)
    assert not rules.employer_fresh(DAY, plus(181), within_days=180)
    said = dict.fromkeys(rules.NEEDED, "有")
    titles = {**{name: name for name in rules.NEEDED}, "pay": "pay"}
    assert rules.opening_whole(said, titles, paid=False)
    lacks = {**said, "hours": " "}
    for paid, missing in ((True, ("hours",)), (False, ("hours", "pay"))):
        assert rules.opening_whole(lacks, titles, paid=paid).numbers["missing"] == missing


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("只招女性", "sex"), ("限男", "sex"), ("男士优先", "sex"), ("已婚已育", "sex"),
        ("男女不限", None), ("不限性别", None), ("限时两小时", None), ("女装店导购", None),
        ("只招汉族", "ethnicity"), ("不要少数民族", "ethnicity"), ("会少数民族语言的更好", None),
        ("不要信教的", "belief"), ("无宗教信仰", "belief"),
        ("不招残疾人", "disability"), ("五官端正", "disability"), ("残疾人可以来", None),
        ("体检查乙肝", "infection"), ("乙肝两对半阴性", "infection"), ("不查乙肝", None),
        ("可打乙肝疫苗", None),
        ("限本地户口", "rural"), ("不要外地人", "rural"), ("本地户籍优先", "rural"),
        ("户口不限", None), ("会和外地客人说话", None), ("手脚干净，能早起", None),
    ],
)  # fmt: skip
def test_sentences_that_shut_somebody_out_are_seen_and_their_denial_is_not(words, ground):
    seen = rules.wording([words])
    assert [step.rule for step in seen] == ([f"catalogue.wording_{ground}"] if ground else [])
    assert all(step.cites and step.numbers["found"] in words for step in seen)
    assert bool(rules.wording_looked_at(seen, looked=False)) is (ground is None)
    assert rules.wording_looked_at(seen, looked=True)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("先交押金 200 元", "catalogue.no_charge_in_words"),
        ("服装费自理", "catalogue.no_charge_in_words"),
        ("上岗前扣身份证", "catalogue.no_charge_in_words"),
        ("带身份证复印件", None),
        ("不收押金，不收服装费", None),
        ("培训费由单位承担", None),
    ],
)
def test_nothing_is_charged_in_any_sentence(words, rule):
    finding = rules.nothing_charged(True, ["做饭", words])
    assert (None if finding else finding.rule) == rule
    assert "labour_contract.9" in finding.cites
    assert rules.nothing_charged(False, ["做饭"]).rule == "catalogue.nothing_charged"


def test_a_release_contains_what_was_ticked_and_nothing_else():
    said = {"name": "某", "phone": "1", "wish": "做饭", "can": "", "pay": "2000"}
    filled = [key for key, value in said.items() if value]
    assert rules.may_release(["phone"], filled)
    assert not rules.may_release([], filled)
    assert rules.may_release(["phone", "can"], filled).numbers["more"] == 1
    assert rules.told(said, ["phone", "wish"]) == {"phone": "1", "wish": "做饭"}
    assert rules.told(said, ["can", "near"]) == {}
    assert rules.reachable("community", "")
    assert not rules.reachable("phone", " ")
    cases = [(True, False, "online"), (False, True, "spoken"), (False, True, "online"),
             (True, False, "spoken"), (False, False, "online")]  # fmt: skip
    assert [bool(rules.on_ones_wish(*each)) for each in cases] == [True, True, False, False, False]


def test_a_card_is_asked_about_on_its_day_and_over_after_the_last_to_answer():
    terms = {"ask_after": 90, "answer_within": 30}
    held = [rules.card_standing(DAY, None, plus(days), **terms) for days in (89, 90, 400)]
    assert held == [Standing.HOLDS, Standing.ASK, Standing.ASK]
    asked = [rules.card_standing(DAY, plus(90), plus(days), **terms) for days in (90, 120, 121)]
    assert asked == [Standing.ASKED, Standing.ASKED, Standing.OVER]


def test_a_wish_meets_an_opening_in_what_its_owner_would_see():
    opening = {"what": "早餐店帮工 做饭、打扫", "hours": "part", "where": "翠湖新村南门"}
    wishes = {"wish": "想做饭或者看店", "learn": "", "near": "离翠湖新村近"}
    assert rules.fits(wishes, ["part"], opening) == ("wish", "hours", "near")
    assert rules.fits({"learn": "做饭"}, [], opening) == ("learn",)
    assert rules.fits({"wish": "开车", "near": "东湖"}, ["day"], opening) == ()
    assert rules.fits({}, [], {**opening, "hours": "flexible"}) == ()
    assert rules.fits({}, ["day"], {**opening, "hours": "flexible"}) == ("hours",)

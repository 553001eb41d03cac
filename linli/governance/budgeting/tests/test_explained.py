"""A count in words: what a neighbour reads, and what is never told of a few."""

from fractions import Fraction

from django.template.loader import render_to_string
from django.utils import translation

from linli.governance.budgeting.explained import chart_of, explain, lay_beside, tell_fen
from linli.governance.budgeting.rules.count import CountRules, Method, Profile, count
from linli.governance.budgeting.tests.voted import TOY_NAMES, approved, toy


def test_each_project_says_who_paid_and_what_stood_in_the_way():
    told = explain(count(toy(), CountRules(lot="签")), TOY_NAMES, floor=0)
    assert told.summary[0] == (
        "10 张票。2 个项目入选，共 ¥2,000.00；预算 ¥2,500.00，还剩 ¥500.00。"
    )
    assert told.summary[2] == "加了 17 次，最后按每张票 ¥267.00 计算。"
    first, second = told.winners
    assert first.words == ("支持它的 6 人每人出 ¥233.33，正好 ¥1,400.00。",)
    assert second.words == (
        "支持它的 4 人里，2 人每人出 ¥266.33。",
        "另外 2 人的钱不够这个数，把剩下的都出了，合计 ¥67.33。",
    )
    assert told.summary[3].endswith("真正花的只有入选项目的费用 ¥2,000.00。")
    flowers = told.losers[0]
    assert (flowers.name, flowers.place) == ("种花", 0)
    assert flowers.words[0] == "要 ¥1,000.00。支持它的 5 人最后一共还有 ¥635.00，差 ¥365.00。"
    assert flowers.words[1].endswith("预算里真正还剩 ¥500.00，付不了 ¥1,000.00。")
    assert [(each.name, each.amount) for each in flowers.spent] == [("装扶手", "¥700.00")]
    assert "抽签用字：签。" in told.rules
    assert [stage.came for stage in told.stages] == [("装扶手",), ("修凉亭",)]
    # ten is the house's floor, and none of these has ten supporters
    masked = explain(count(toy(), CountRules(lot="签")), TOY_NAMES)
    assert masked.winners[1].words == (
        "支持它的 4 人一起出了 ¥600.00：钱够的每人出 ¥266.33，不够的把剩下的都出了。",
    )
    assert masked.losers[0].words == (
        "要 ¥1,000.00，支持它的 5 人一起也不够。人太少，不公布他们还剩多少。",
    )
    assert not any(loser.spent for loser in masked.losers)
    assert tell_fen(Fraction(1, 2)) == "¥0.01"


def test_what_only_a_few_paid_is_told_together_or_not_at_all():
    costs = {"big": 12_000, "one": 500, "two": 500, "lost": 9_000}
    profile = approved(
        14_000, costs, ("big", 20), ("big lost", 12), ("one lost", 6), ("two lost", 6)
    )
    rules = CountRules(lot="签")
    (loser,) = explain(count(profile, rules), {}).losers
    assert [each.name for each in loser.spent] == ["big", "two、one"]
    shut = explain(count(profile, CountRules(least=25, threshold=True)), {}).losers
    assert [loser.words[0] for loser in shut] == [
        "得 24 票，规则要求至少 25 票才参加计算。",
        "得 6 票，规则要求至少 25 票才参加计算。",
        "得 6 票，规则要求至少 25 票才参加计算。",
    ]
    points = Profile.of_points(300, {"a": 100, "b": 300}, [({"a": 1, "b": 2}, 12), ({"a": 2}, 11)])
    told = explain(count(points, rules), {}, floor=10)
    assert told.winners[0].words[0] == "支持它的 23 人一共给了 34 分，每一分出 ¥0.03。"
    assert explain(count(points, CountRules(Method.GREEDY)), {}).winners[0].words == (
        "得 34 分，第 1 个入选，预算还放得下。",
    )


def test_the_pages_parts_say_it_in_both_languages_with_a_table_for_the_chart():
    profile, rules = toy(), CountRules(lot="签")
    outcome, greedy = count(profile, rules), count(profile, CountRules(Method.GREEDY))
    for language, words in (("zh-hans", "没有入选的项目，和为什么"), ("en", "and why")):
        with translation.override(language):
            told = explain(outcome, TOY_NAMES, floor=0)
            chart = chart_of(outcome, TOY_NAMES, floor=0)
            page = render_to_string("budgeting/count/_outcome.html", {"told": told, "chart": chart})
            beside = lay_beside(profile, outcome, greedy, TOY_NAMES, floor=0)
            table = render_to_string("budgeting/count/_side_by_side.html", {"beside": beside})
        assert words in page
        assert page.count("修凉亭") >= 3
        assert "¥233.33" in page
        assert table.count("<tr>") == 7
    assert chart.rows[0] == ("装扶手", 1400, 0)
    assert ("种花", 635, 365) in chart.rows
    assert chart_of(greedy, TOY_NAMES).rows[0] == ("装扶手", 6)
    assert not lay_beside(profile, outcome, greedy, TOY_NAMES).words
    assert lay_beside(profile, outcome, outcome, TOY_NAMES).words == "两种算法结果完全一样。"
    alike = approved(300, {"a": 100, "b": 200}, ("a b", 12))
    (tie,) = explain(count(alike, CountRules(lot="签")), {}).ties
    assert tie == "a、b：支持这 2 个项目的人一样多（12 人）。按投票前定的“费用少的先”，先取a。"

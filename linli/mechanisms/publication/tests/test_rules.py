from datetime import date, datetime

import pytest

from linli.lib.calendar import SHANGHAI, national
from linli.mechanisms.publication.declaration import (
    Category,
    FlawedTemplate,
    PublicField,
    Template,
)
from linli.mechanisms.publication.rules import (
    UnlistedField,
    canonical,
    clean_fields,
    comes_down,
    complete,
    digest,
    explained,
    long_enough,
    not_backdated,
    objections_end,
    seen_by_two,
    short_enough,
    stood_long_enough,
    without_private_numbers,
)

NEWS = Category("news", "社区事务")


def _template(**more):
    given = {
        "name": "demo.notice",
        "category": NEWS,
        "title": "公告",
        "fields": (
            PublicField("title", "标题"),
            PublicField("body", "正文", kind="prose"),
            PublicField("on", "日期", kind="day", required=False),
            PublicField("cost", "费用", kind="money", required=False),
            PublicField("office", "联系方式", kind="contact", required=False),
            PublicField(
                "lines",
                "明细",
                kind="rows",
                required=False,
                longest=3,
                columns=(PublicField("item", "项目"), PublicField("count", "数量", kind="number")),
            ),
        ),
        "period_days": 15,
        "minimum_days": 15,
        "cites": ("rcl2025.34",),
        "heading": "title",
    }
    return Template(**{**given, **more})


TEMPLATE = _template()


def _at(*parts):
    return datetime(*parts, tzinfo=SHANGHAI)


def test_fifteen_days_from_the_first_of_march_come_down_when_the_seventeenth_begins():
    assert comes_down(date(2026, 3, 1), 15, None) == _at(2026, 3, 17)
    assert comes_down(date(2026, 3, 1), None, None) is None


def test_a_period_of_display_is_not_carried_over_a_holiday():
    # 15 days from 16 September end on 1 October, in the middle of the National Day break.
    assert comes_down(date(2026, 9, 16), 15, None) == _at(2026, 10, 2)


def test_a_period_of_objection_is_and_the_notice_stays_while_it_lasts():
    aid = _template(period_days=7, minimum_days=7, objection_days=7)
    until = objections_end(aid, date(2026, 9, 26), national(), weekend_rolls=True)
    assert until == _at(2026, 10, 9)  # the last day, 3 October, is carried to the 8th
    assert comes_down(date(2026, 9, 26), 7, until) == until
    assert objections_end(TEMPLATE, date(2026, 9, 26), national(), weekend_rolls=True) is None


def test_a_period_below_the_least_is_refused_with_the_article():
    assert long_enough(TEMPLATE, 15)
    assert long_enough(TEMPLATE, None)
    finding = long_enough(TEMPLATE, 14)
    assert not finding
    assert finding.cites == ("rcl2025.34",)
    assert finding.numbers == {"days": 14, "minimum": 15}
    assert not long_enough(_template(minimum_days=0), 0)


def test_a_notice_stands_its_least_time_unless_it_should_never_have_been_up():
    up = date(2026, 3, 1)
    assert not stood_long_enough(TEMPLATE, up, date(2026, 3, 16), "withdrawn")
    assert stood_long_enough(TEMPLATE, up, date(2026, 3, 17), "withdrawn")
    assert stood_long_enough(TEMPLATE, up, up, "privacy")
    assert stood_long_enough(TEMPLATE, up, up, "wrong")
    assert stood_long_enough(_template(minimum_days=0), up, up, "withdrawn")


def test_a_notice_is_posted_today_or_later():
    assert not_backdated(date(2026, 3, 1), date(2026, 3, 1))
    assert not not_backdated(date(2026, 2, 28), date(2026, 3, 1))


def test_whoever_prepared_what_names_persons_may_not_post_it():
    assert seen_by_two("a", "b")
    assert not seen_by_two("a", "a")
    assert not seen_by_two(None, "b")
    assert not seen_by_two("a", None)


def test_a_key_the_template_does_not_list_raises_and_names_no_value():
    with pytest.raises(UnlistedField) as caught:
        clean_fields(TEMPLATE, {"title": "公告", "illness": "尿毒症"})
    assert "illness" in str(caught.value)
    assert "尿毒症" not in str(caught.value)
    with pytest.raises(UnlistedField):
        clean_fields(TEMPLATE, {"lines": [{"item": "路灯", "count": 1, "payer": "甲"}]})


def test_values_are_kept_in_plain_form():
    assert clean_fields(
        TEMPLATE,
        {
            "title": "  楼道灯\n修好了 ",
            "body": "一。  \n\n二。",
            "on": date(2026, 3, 1),
            "cost": 12_00,
            "office": "",
            "lines": [{"item": "灯", "count": 2}],
        },
    ) == {
        "title": "楼道灯 修好了",
        "body": "一。\n\n二。",
        "on": "2026-03-01",
        "cost": 1200,
        "lines": [{"item": "灯", "count": 2}],
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": 3},
        {"on": datetime(2026, 3, 1, tzinfo=SHANGHAI)},
        {"on": "明天"},
        {"cost": 12.5},
        {"cost": True},
        {"lines": "灯"},
    ],
)
def test_a_value_of_the_wrong_kind_is_a_programming_error(wrong):
    with pytest.raises((TypeError, ValueError)):
        clean_fields(TEMPLATE, wrong)


def test_what_is_missing_is_named_once_also_inside_a_table():
    finding = complete(TEMPLATE, {"body": "甲", "lines": [{"item": "灯"}, {"item": "门"}]})
    assert finding.numbers["missing"] == ("标题", "数量")
    assert complete(TEMPLATE, {"title": "甲", "body": "乙"})


def test_what_is_too_long_is_named_with_the_limit():
    assert short_enough(TEMPLATE, {"title": "灯" * 200})
    assert short_enough(TEMPLATE, {"title": "灯" * 201}).numbers == {
        "fields": ("标题",),
        "most": 200,
    }
    row = {"item": "灯", "count": 1}
    assert not short_enough(TEMPLATE, {"lines": [row] * 4})


@pytest.mark.parametrize(
    "text",
    [
        "请联系 13812341234",
        "身份证 11010519491231002X",
        "3号楼2单元501室漏水已修好",
        "微信号 lilei_1988",
    ],
)
def test_private_numbers_and_doors_are_refused_in_texts(text):
    finding = without_private_numbers(TEMPLATE, {"title": "公告", "body": text})
    assert not finding
    assert finding.numbers == {"fields": ("正文",)}
    assert without_private_numbers(TEMPLATE, {"title": "公告", "body": "3号楼楼道灯修好了"})


def test_private_numbers_are_found_inside_tables_too():
    rows = {"lines": [{"item": "13812341234", "count": 1}]}
    assert without_private_numbers(TEMPLATE, rows).numbers == {"fields": ("项目",)}


def test_an_office_may_be_reached_but_an_identity_number_is_no_contact():
    assert without_private_numbers(TEMPLATE, {"office": "社区服务中心101室 0531-88881234"})
    assert not without_private_numbers(TEMPLATE, {"office": "11010519491231002X"})


def test_a_correction_says_why_without_telling_of_a_person():
    assert explained(TEMPLATE, "原文把日期写错了")
    assert not explained(TEMPLATE, " ")
    assert not explained(TEMPLATE, "误登了 13812341234")


def test_the_archive_form_does_not_depend_on_the_order_of_keys():
    one = {"编号": "2026-0001", "fields": [{"key": "title", "value": "灯"}]}
    other = {"fields": [{"value": "灯", "key": "title"}], "编号": "2026-0001"}
    assert canonical(one) == canonical(other)
    assert digest(one) == digest(other) != digest({**one, "编号": "2026-0002"})
    assert len(digest(one)) == 64


@pytest.mark.parametrize(
    ("flaw", "more"),
    [
        ("domain.noun", {"name": "notice"}),
        ("lets nothing be public", {"fields": (), "heading": ""}),
        ("two fields have one key", {"fields": (PublicField("a", "甲"),) * 2, "heading": ""}),
        ("unknown kind", {"fields": (PublicField("a", "甲", kind="html"),), "heading": ""}),
        ("rows have columns", {"fields": (PublicField("a", "甲", kind="rows"),), "heading": ""}),
        ("shorter than the least", {"period_days": 7}),
        ("must come down", {"period_days": None, "names_persons": True, "heading": ""}),
        ("lists must not show", {"names_persons": True}),
        ("its heading", {"heading": "body"}),
        ("objections cannot", {"objection_days": 16}),
    ],
)
def test_a_template_that_cannot_work_is_refused_where_it_is_written(flaw, more):
    with pytest.raises(FlawedTemplate, match=flaw):
        _template(**more)


def test_what_names_persons_is_hidden_from_search():
    assert not TEMPLATE.hidden_from_search
    assert _template(names_persons=True, heading="").hidden_from_search
    assert _template(noindex=True).hidden_from_search

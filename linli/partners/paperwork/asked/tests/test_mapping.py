"""Which column is which: the ten public templates, ten forms of our own, and what must never be."""

from datetime import date

import pytest

from linli.lib.tables.blanks import Fill, fill_blank, read_filled
from linli.lib.tables.blanks.tests.making import xlsx
from linli.partners.paperwork.asked import FACTS, entity_of, propose, read_form
from linli.partners.paperwork.asked.tests.forms import OWN_FORMS, said
from linli.partners.paperwork.asked.tests.strangers import missed, strangers
from linli.partners.paperwork.asked.tests.templates import (
    TEMPLATES,
    headings_of_templates,
    truth_of,
)

NINETY_FIVE = 95


def mapped(content, filename):
    """The form's places by heading, without the lines around it, and what it is about."""
    blank = read_form(content, filename)
    mapping = propose(blank)
    around = {each.key for each in blank.around}
    places = [each for key, each in mapping.places.items() if key not in around]
    return {each.heading: each for each in places}, mapping.entity


def test_the_ten_templates_map_unaided():
    right, total, wrong = 0, 0, []
    for template, headings in headings_of_templates().items():
        found, entity = mapped(xlsx([headings], title=template), f"{template}.xlsx")
        assert entity == TEMPLATES[template][0], template
        for heading in headings:
            total += 1
            right += said(found[heading]) == truth_of(template, heading)
            if found[heading].verdict == "known" and said(found[heading]) != truth_of(
                template, heading
            ):
                wrong.append((template, heading, said(found[heading])))
    assert (len(TEMPLATES), total) == (10, 150)
    assert right * 100 >= NINETY_FIVE * total
    assert wrong == []  # a wrong fact is worse than none


def test_the_templates_are_told_apart_without_their_names():
    for template, headings in headings_of_templates().items():
        _found, entity = mapped(xlsx([headings]), "表.xlsx")
        assert entity == TEMPLATES[template][0], template


@pytest.mark.parametrize("form", OWN_FORMS, ids=lambda form: form.filename)
def test_a_form_of_our_own_has_no_wrong_fact_and_the_right_subject(form):
    found, entity = mapped(form.make(), form.filename)
    assert entity == form.entity
    wrong = {
        heading: said(place)
        for heading, place in found.items()
        if place.verdict == "known" and said(place) != form.truth.get(heading)
    }
    assert wrong == {}


def test_of_our_own_ten_nearly_all_headings_are_right():
    right = total = 0
    for form in OWN_FORMS:
        found, _entity = mapped(form.make(), form.filename)
        total += len(form.truth)
        right += sum(
            heading in found and said(found[heading]) == true
            for heading, true in form.truth.items()
        )
    assert right * 100 >= NINETY_FIVE * total


def test_of_ten_forms_by_a_stranger_nearly_all_headings_are_right_and_no_fact_is_wrong():
    forms = strangers()
    found = [missed(form) for form in forms]
    total = sum(len(form.truth) for form in forms)
    assert (len(forms), total) == (10, 154)
    assert (total - sum(map(len, found))) * 100 >= NINETY_FIVE * total, found
    wrong = [each for form in found for each in form.values() if each[0] in FACTS]
    assert wrong == []
    for form in forms:
        if form.entity:
            assert propose(read_form(form.make(), form.filename)).entity == form.entity


def test_of_ten_harder_ones_most_headings_are_right_and_still_no_fact_is_wrong():
    forms = strangers("strangers_again")
    found = [missed(form) for form in forms]
    total = sum(len(form.truth) for form in forms)
    assert (len(forms), total) == (10, 144)
    assert (total - sum(map(len, found))) * 100 >= 75 * total, found
    assert [each for form in found for each in form.values() if each[0] in FACTS] == []


def test_a_card_with_boxes_beside_its_labels_is_no_list():
    (card,) = [form for form in strangers() if "调查卡" in form.filename]
    blank = read_form(card.make(), card.filename)
    assert not blank.tables
    assert len(blank.cards) == len(card.truth)


def test_twelve_columns_for_sixteen_households_leave_one_to_type():
    """U1: of twelve compulsory columns only 近期动态 is nothing we know."""
    form = OWN_FORMS[0]
    content = form.make()
    blank = read_form(content, form.filename)
    mapping = propose(blank)
    table = blank.table(1)
    assert (len(table.columns), table.drawn) == (12, 16)
    columns = {each.key for each in table.columns}
    unknown = [each for each in mapping.of("unknown") if each.key in columns]
    assert [each.heading for each in unknown] == ["*近期动态"]
    facts = {
        each.index: mapping.places[each.key].fact
        for each in table.columns
        if mapping.places[each.key].verdict == "known"
    }
    rows = [{index: f"{fact} {number}" for index, fact in facts.items()} for number in range(16)]
    (back,) = read_filled(
        fill_blank(content, form.filename, blank, [Fill(1, rows)]), form.filename, blank
    )
    told = [{index: row[index] for index in facts} for row in back.rows]
    assert told == rows
    assert all(11 not in row for row in back.rows)


@pytest.mark.parametrize(
    ("heading", "fact"),
    [
        ("户主姓名", "head_name"),
        ("房主姓名", "owner_name"),
        ("姓名", "-"),
        ("监护人姓名", "-"),
        ("所属社区", "community"),
        ("所属网格", "grid"),
        ("户籍地址", "-"),
    ],
)
def test_one_letter_more_is_another_person_or_place(heading, fact):
    found, entity = mapped(xlsx([["房屋编号", "门牌号", "房屋类型", heading]]), "房屋.xlsx")
    assert entity == "dwelling"
    assert said(found[heading]) == fact


def test_what_has_no_ground_says_why_in_both_languages():
    found, _entity = mapped(xlsx([["姓名", "宗教信仰", "监护人政治面貌", "健康状况"]]), "表.xlsx")
    assert all(found["宗教信仰"].reason)
    assert found["健康状况"].verdict == "no_ground"
    assert found["姓名"].reason == ("", "")


def test_a_second_column_for_one_fact_is_left_to_a_person():
    found, _entity = mapped(xlsx([["姓名", "联系电话", "手机号", "住址"]]), "表.xlsx")
    assert [found[each].verdict for each in ("联系电话", "手机号")] == ["known", "unknown"]


def test_what_a_post_is_to_a_committee_is_work_of_a_resident():
    post, _entity = mapped(xlsx([["姓名", "职务", "任职时间", "届次"]]), "委员名册.xlsx")
    resident, _entity = mapped(xlsx([["姓名", "性别", "住址", "职务"]]), "居民.xlsx")
    assert said(post["职务"]) == "post"
    assert said(resident["职务"]) == "!work"


def test_a_card_is_about_a_person_also_where_it_asks_for_the_building():
    headings = ["姓名", "楼栋", "单元", "门牌号", "性别"]
    assert entity_of(headings) == "person"


def test_values_of_every_kind_of_fact_can_be_read_back():
    kinds = {fact.field.kind for fact in FACTS.values()}
    assert kinds == {"text", "code", "date", "integer"}
    content = xlsx([["姓名", "身份证号", "出生日期", "家庭人口"]])
    blank = read_form(content, "表.xlsx")
    row = {0: "甲", 1: "110101195307081234", 2: date(1953, 7, 8), 3: 4}
    (back,) = read_filled(fill_blank(content, "表.xlsx", blank, [Fill(1, [row])]), "表.xlsx", blank)
    assert back.rows == ({0: "甲", 1: "110101195307081234", 2: "1953-07-08", 3: 4},)

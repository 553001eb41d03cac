"""What may be certified, day by day and list by list."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from linli.service.catalogue.rules import certificates as rules
from linli.service.catalogue.rules.certificates import Checked, Entry

DAY = timedelta(days=1)
SINCE, LAST = date(2026, 3, 1), date(2026, 8, 31)
BAN = Entry(
    rules.NOT_ISSUED, "无犯罪记录证明", "民发〔2020〕20号", rules.LOCAL, date(2020, 4, 28), number=5
)
TITLES = {
    "name": "姓名",
    "address": "住址",
    "tie": "与住房的关系",
    "since": "起始日期",
    "household": "户号",
}


def kept(basis=rules.LOCAL, since=SINCE, last_day=LAST):
    return Entry(rules.KEPT, "居住情况证明", "某政发〔2026〕1号", basis, since, last_day)


def asked(entries, on):
    return rules.may_be_issued("居住情况证明", entries, on)


def test_without_a_basis_and_on_no_list_it_is_not_issued():
    found = asked([], SINCE)
    assert not found
    assert found.rule == "catalogue.has_a_basis"
    assert found.cites == ("rcl2025.43",)


def test_the_keep_list_holds_on_its_first_and_last_day_and_not_beside_them():
    assert not asked([kept()], SINCE - DAY)
    assert asked([kept()], SINCE)
    assert asked([kept()], LAST)
    assert not asked([kept()], LAST + DAY)


def test_before_its_day_it_says_from_when_and_after_its_day_until_when():
    early, late = asked([kept()], SINCE - DAY), asked([kept()], LAST + DAY)
    assert early.rule == "catalogue.list_begun"
    assert early.numbers["since"] == SINCE
    assert late.rule == "catalogue.list_not_ended"
    assert late.numbers["last_day"] == LAST


def test_what_is_on_the_list_of_not_issued_names_its_number_there():
    found = asked([BAN], SINCE)
    assert not found
    assert found.rule == "catalogue.not_issued_here"
    assert found.numbers["number"] == 5
    assert found.numbers["document"] == "民发〔2020〕20号"


def test_on_both_lists_a_local_keep_list_yields():
    found = asked([kept(), BAN], SINCE)
    assert not found
    assert found.rule == "catalogue.local_list_yields"
    assert found.numbers["local_document"] == "某政发〔2026〕1号"


@pytest.mark.parametrize("basis", rules.ABOVE_THE_BAN)
def test_on_both_lists_a_statute_or_the_state_council_decides(basis):
    assert asked([kept(basis), BAN], SINCE)
    assert not asked([kept(basis), BAN], LAST + DAY)


def test_a_list_changed_after_the_request_changes_nothing_for_it():
    """The day it was asked for decides: ended the next day, or banned the next day."""
    assert asked([kept(last_day=SINCE)], SINCE)
    later = Entry(rules.NOT_ISSUED, "居住情况证明", "某令", rules.LOCAL, SINCE + DAY)
    assert asked([kept(), later], SINCE)
    assert not asked([kept(), later], SINCE + DAY)


def test_two_lines_of_one_title_share_no_day():
    first = kept()
    assert not rules.apart(LAST, None, [first], "居住情况 证明")
    assert not rules.apart(SINCE - DAY, None, [first], "居住情况")
    assert rules.apart(LAST + DAY, None, [first], "居住情况证明")
    assert rules.apart(SINCE - DAY, SINCE - DAY, [first], "居住情况证明")
    assert rules.apart(SINCE, None, [first], "另一种证明")


def test_a_template_takes_only_what_is_on_the_whitelist_and_names_the_holder():
    assert rules.template_allowed("兹证明{姓名}住在｛住址｝，自{起始日期}起。")
    found = rules.template_allowed("兹证明{姓名}（{身份证号}），电话{电话}。")
    assert not found
    assert found.numbers["unknown"] == ("身份证号", "电话")
    assert not rules.template_allowed("住在{住址}的人。")
    assert rules.placeholders("{住址}{姓名}{住址}{身份证号}") == ("name", "address")


def test_a_template_is_filled_and_what_looks_like_code_stays_text():
    assert (
        rules.filled("{姓名}住{住址}", {"name": "王秀兰", "address": "{姓名}"}) == "王秀兰住{姓名}"
    )
    assert rules.filled("{姓名.__class__}", {"name": "王"}) == "{姓名.__class__}"


def test_the_roster_agrees_disagrees_or_does_not_know():
    assert rules.compare("翠湖新村 1号楼２单元", ["翠湖新村1号楼 2单元", "别处"]) == rules.AGREES
    assert rules.compare("翠湖新村2号楼", ["翠湖新村1号楼"]) == rules.DISAGREES
    assert rules.compare("翠湖新村2号楼", []) == rules.NOT_KNOWN


def test_nothing_is_certified_against_the_roster_and_the_unknown_needs_a_proof():
    against = [Checked("name", "王", rules.AGREES), Checked("address", "x", rules.DISAGREES)]
    found = rules.statements_true(against, TITLES)
    assert not found
    assert found.numbers["fields"] == ("住址",)
    unknown = [Checked("since", "2020年", rules.NOT_KNOWN)]
    assert rules.statements_true(unknown, TITLES)
    assert not rules.statements_proved(unknown, TITLES)
    assert rules.statements_proved(
        [Checked("since", "2020年", rules.NOT_KNOWN, "租房合同")], TITLES
    )


def test_four_eyes_and_nobody_for_themselves():
    one, other = UUID(int=1), UUID(int=2)
    assert rules.sealed_by_another(one, other)
    assert not rules.sealed_by_another(one, one)
    assert not rules.sealed_by_another(None, one)
    assert not rules.not_for_oneself(one, one)
    assert rules.not_for_oneself(one, other)
    assert not rules.witnessed(True, " ")
    assert rules.witnessed(True, "李建国")
    assert rules.witnessed(False, "")


def test_a_paper_holds_up_to_and_with_its_last_day_and_not_once_withdrawn():
    assert rules.valid_on(LAST, last_day=LAST, withdrawn=False)
    assert not rules.valid_on(LAST + DAY, last_day=LAST, withdrawn=False)
    assert rules.valid_on(LAST, last_day=None, withdrawn=False)
    assert not rules.valid_on(SINCE, last_day=LAST, withdrawn=True)


def test_the_check_page_shows_of_a_name_its_first_letter_only():
    assert rules.shown_name("王秀兰") == "王**"
    assert rules.shown_name("李明") == "李*"
    assert rules.shown_name("John Smith") == "J***"


def test_what_is_sealed_is_what_was_looked_at():
    digest = rules.fingerprint("兹证明")
    assert rules.unchanged("兹证明", digest)
    assert not rules.unchanged("兹证明。", digest)

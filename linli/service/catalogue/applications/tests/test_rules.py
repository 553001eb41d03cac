"""What is asked when somebody is helped to apply: boundaries, place by place, day by day."""

from datetime import date, datetime, timedelta

import pytest

from linli.lib.calendar import SHANGHAI, national
from linli.lib.law.packs import in_force
from linli.mechanisms.flow.declaration import Flow
from linli.service.catalogue.applications import flows, rules
from linli.service.catalogue.applications.paths import days_of_notice, evidence, paths
from linli.service.catalogue.models.assistance import SCHEMES as POSTED
from linli.service.catalogue.schemes import shelf

# Accepted on Thursday 5 February 2026: Saturday 14 is worked, the Spring Festival lasts from the
# 15th to the 23rd, Saturday 28 is worked.
ACCEPTED = date(2026, 2, 5)
ZHONGYUAN = ("cn-410102", "cn-4101", "cn-41")
QINGDAO = ("cn-370202", "cn-3702", "cn-37")
WUHAN = ("cn-420102", "cn-4201", "cn-42")
ANQING = ("cn-340802", "cn-3408", "cn-34")
YANDU = ("cn-320903", "cn-3209", "cn-32")
ELSEWHERE = ("cn-990101", "cn-9901", "cn-99")


def limit(name, place):
    return in_force(f"assistance.{name}", ACCEPTED, place)


@pytest.mark.parametrize(
    ("place", "days", "last", "longest"),
    [
        (WUHAN, 18, date(2026, 3, 9), None),
        (QINGDAO, 20, date(2026, 3, 11), date(2026, 3, 25)),
        (ZHONGYUAN, 25, date(2026, 3, 18), date(2026, 4, 9)),
        (ANQING, 20, date(2026, 3, 11), None),
        (YANDU, 30, date(2026, 3, 25), date(2026, 4, 16)),
        (ELSEWHERE, 30, date(2026, 3, 25), date(2026, 4, 16)),
    ],
)
def test_every_place_has_its_own_last_day_over_the_spring_festival(place, days, last, longest):
    normal, special = limit("decide_within", place), limit("decide_within_special", place)
    assert normal.value == days
    assert rules.decided_by(ACCEPTED, days, national()) == last
    longer = rules.longer_by(normal, special)
    if longest is None:
        assert longer == 0, "another place's longer limit is not this one's"
    else:
        assert rules.decided_by(ACCEPTED, days, national(), extended_by=longer) == longest


@pytest.mark.parametrize(
    ("place", "opinion", "refusal", "outside"),
    [
        (ZHONGYUAN, None, 3, False),
        (ANQING, 10, 3, True),
        (YANDU, 15, 5, False),
        (ELSEWHERE, None, 3, False),
    ],
)
def test_opinion_refusal_and_notice_differ_by_place(place, opinion, refusal, outside):
    found = limit("opinion_within", place)
    assert (found.value if found else None) == opinion
    assert limit("refusal_within", place).value == refusal
    assert limit("notice_outside_count", place).value is outside
    assert all(row.status == "to_verify" for row in (limit("refusal_within", place),))


@pytest.mark.parametrize(
    ("outside", "last"), [(True, date(2026, 3, 20)), (False, date(2026, 3, 11))]
)
def test_in_anqing_the_seven_days_of_the_notice_stand_outside_the_count(outside, last):
    # Up on Friday 27 February: down after Friday 6 March, counted again from the 7th.
    given = {"notice_up": date(2026, 2, 27), "notice_days": 7, "outside": outside}
    assert rules.decided_by(ACCEPTED, 20, national(), **given) == last


def test_fifteen_days_to_the_opinion_end_on_a_day_after_the_festival():
    assert rules.decided_by(ACCEPTED, 15, national()) == date(2026, 3, 4)
    assert rules.decided_by(ACCEPTED, 10, national()) == date(2026, 2, 26)


def test_a_limit_is_prolonged_once_and_only_where_the_place_says_so():
    assert rules.prolonged_once(0, 15, True)
    for used, longer, named in ((15, 15, True), (0, 0, True), (0, 15, False)):
        assert not rules.prolonged_once(used, longer, named)


@pytest.mark.parametrize(
    ("on", "over"), [(date(2026, 3, 6), False), (date(2026, 3, 7), True), (date(2026, 3, 8), True)]
)
def test_the_last_day_of_the_notice_still_belongs_to_it(on, over):
    assert bool(rules.notice_over(date(2026, 2, 27), 7, on)) is over


@pytest.mark.parametrize(
    ("told", "further", "paper", "asked_on", "allowed"),
    [
        (False, ["lease"], "", None, True),
        (True, ["lease"], "", None, False),
        (True, ["id_card"], "", None, False),
        (True, ["lease"], "补正通知3号", None, False),
        (True, ["lease"], " ", date(2026, 3, 2), False),
        (True, ["lease"], "补正通知3号", date(2026, 3, 3), False),
        (True, ["lease"], "补正通知3号", date(2026, 3, 2), True),
    ],
)
def test_missing_papers_are_told_once(told, further, paper, asked_on, allowed):
    today = date(2026, 3, 2)
    found = rules.told_at_once(told, {"id_card"}, further, paper, asked_on, today)
    assert bool(found) is allowed
    assert found.numbers["further"] == len([each for each in further if each != "id_card"])


def test_nobody_is_asked_for_what_the_checking_system_finds():
    for path in paths().values():
        kinds = evidence()
        assert path.papers, path.key
        assert not any(kinds[key].found for key in path.papers), path.key
        assert rules.may_be_asked(path.papers, path.papers, path.found), path.key
        for key in path.found:
            refused = rules.may_be_asked([key], path.papers, path.found)
            assert not refused, key
            assert refused.numbers["found"] == 1
    assert not rules.may_be_asked([], ("id_card",), ())


def test_every_scheme_says_who_decides_and_what_to_do_after_a_refusal():
    assert len(paths()) == 12
    posted = {key for key, _title in POSTED}
    for path in paths().values():
        assert all((path.office, path.office_en, path.title_en)), path.key
        assert not path.notice or path.notice in posted, path.key
        for rule in path.limits.values():
            in_force(rule, ACCEPTED, ELSEWHERE)  # KeyError for a rule nobody has laid down


@pytest.mark.parametrize(
    ("missing", "urgent", "insists", "goes"),
    [(0, False, False, True), (1, False, False, False), (1, True, False, True),
     (1, False, True, True)],
)  # fmt: skip
def test_a_missing_paper_bars_neither_an_emergency_nor_who_insists(missing, urgent, insists, goes):
    papers = rules.complete(["id_card"], [] if missing else ["id_card"])
    assert papers.numbers["missing"] == missing
    assert bool(rules.may_forward(papers, urgent=urgent, insists=insists)) is goes


def test_what_goes_is_needed_wanted_and_for_a_purpose():
    allowed = {"name", "home"}
    assert rules.only_needed(["name"], allowed, "申请低保", "signed")
    for fields, purpose, consent in (
        (["phone"], "申请低保", "signed"), (["name"], " ", "signed"), (["name"], "申请低保", ""),
    ):  # fmt: skip
        assert not rules.only_needed(fields, allowed, purpose, consent)


def test_first_come_first_served_but_for_an_emergency_or_a_reason():
    assert rules.in_turn(0, False, "")
    assert not rules.in_turn(1, False, " ")
    assert rules.in_turn(1, True, "")
    assert rules.in_turn(1, False, "前一位约了明天")


def test_kin_are_asked_about_registered_and_visited_and_never_handle():
    assert not rules.kin_asked("")
    assert rules.kin_asked("yes")
    assert not rules.county_visited("yes", None)
    assert rules.county_visited("yes", ACCEPTED)
    assert rules.county_visited("no", None)
    assert not rules.not_kin("a", {"a"}, False)
    assert not rules.not_kin("a", set(), True)
    assert rules.not_kin("a", {"b"}, False)


@pytest.mark.parametrize(
    ("office", "who", "paper", "decides", "holds"),
    [
        ("民政局", "小李", "", False, True),
        ("民政局", "", "12号", False, True),
        ("民政局", "", "", False, False),
        ("", "小李", "12号", False, False),
        ("民政局", "小李", "", True, False),
        ("民政局", "", "12号", True, True),
    ],
)
def test_a_decision_is_a_paper_and_a_status_somebodys_word(office, who, paper, decides, holds):
    assert bool(rules.told_by_office(office, who, paper, decides=decides)) is holds


def test_what_was_told_later_is_not_dated_earlier():
    first, today = date(2026, 3, 2), date(2026, 3, 9)
    assert rules.told_in_order(first, first, today)
    assert rules.told_in_order(today, first, today)
    assert not rules.told_in_order(first - timedelta(days=1), first, today)
    assert not rules.told_in_order(today + timedelta(days=1), first, today)


def test_an_emergency_has_one_hour_the_last_minute_included():
    opened = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
    assert rules.within_the_hour(opened, opened + timedelta(hours=1), 1)
    assert not rules.within_the_hour(opened, opened + timedelta(hours=1, seconds=1), 1)


def test_a_renewal_is_asked_for_three_months_before_the_contract_ends():
    assert rules.renewal_by(date(2027, 5, 31), 3) == date(2027, 2, 28)
    assert rules.lease_ahead(ACCEPTED, ACCEPTED + timedelta(days=1))
    assert not rules.lease_ahead(ACCEPTED, ACCEPTED)


def test_the_notice_of_temporary_aid_is_up_for_days_of_its_own():
    assert paths()["temporary_aid"].notice_days == days_of_notice("temporary_relief")
    assert limit("temporary_notice_days", ELSEWHERE).value == 5
    assert limit("notice_days", ELSEWHERE).value == 7
    assert days_of_notice("minimum_living") == days_of_notice("") == "assistance.notice_days"


def test_the_papers_are_those_the_navigator_tells():
    schemes = shelf().schemes
    for path in paths().values():
        same = [each for each in schemes.values() if each.guide == path.key]
        kept = shelf().papers
        told = {key for each in same for key in each.papers if not kept[key].found}
        assert told <= {*path.papers, *path.more}, path.key
        assert {key for each in same for key in each.papers if kept[key].found} == {*path.found}
        assert not {*path.papers} & {*path.more}
    found = paths()["minimum_living"].found
    assert "household_register" in found
    assert "enrolment" in paths()["education_aid"].found
    assert paths()["marginal_household"].more == ("bank_card", "diagnosis")


def test_reviews_are_due_on_the_corresponding_day():
    assert rules.review_due(date(2026, 3, 2), 12) == date(2027, 3, 2)
    assert rules.review_due(date(2026, 8, 31), 6) == date(2027, 2, 28)


def test_the_person_is_heard_before_anything_is_reduced():
    assert rules.heard_before(ACCEPTED, ACCEPTED)
    assert not rules.heard_before(None, ACCEPTED)
    assert not rules.heard_before(ACCEPTED + timedelta(days=1), ACCEPTED)


def test_somebody_else_needs_a_mandate_and_everybody_agrees():
    for given, holds in (
        ((True, False, False, True), True), ((False, True, False, True), True),
        ((False, False, True, True), True), ((False, False, False, True), False),
        ((True, True, True, False), False),
    ):  # fmt: skip
        assert bool(rules.may_help(*given)) is holds


def test_a_note_has_a_ground_and_a_next_step():
    assert rules.noted_with_ground("他说停发了工资", "去说一声")
    assert not rules.noted_with_ground(" ", "去说一声")
    assert not rules.noted_with_ground("他说停发了工资", "")


def test_no_state_of_ours_decides():
    flow: Flow = flows.APPLICATION
    ours = {state for state in flows.OURS for move in flow.moves_from(state) if move.to in
            ("granted", "refused", "lowered")}  # fmt: skip
    assert not ours
    for state in ("granted", "refused", "lowered"):
        assert "告知" in str(flow.states[state].label)

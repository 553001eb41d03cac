"""From the records to the board: prepared, checked by another, posted; nothing in silence."""

import hashlib
import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.core.clocks.queries import clocks_of
from linli.core.places.models import Place
from linli.governance.oversight import due
from linli.governance.oversight.actions import catalogue as keeping, disclosure as actions
from linli.governance.oversight.actions.disclosure import Content
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.queries.disclosure import catalogue, composed_rows, lines_on
from linli.governance.oversight.tests.opening import GIFTS, disclosed, draft, last_month, line_of
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.rules import canonical

pytestmark = pytest.mark.django_db


def refused(act, *given, **more):
    with pytest.raises(Refused) as told:
        act(*given, **more)
    return told.value.finding


def test_fourteen_days_are_refused_with_the_article_and_fifteen_are_posted(setting, actor, at):
    item = actions.check_item(draft(setting, actor, at), by=actor("supervisor"), at=at)
    finding = refused(actions.publish_item, item, days=14, by=actor("director"), at=at)
    assert finding.rule == "oversight.shown_long_enough"
    assert "rcl2025.34" in finding.cites
    assert finding.numbers["least"] == 15
    item = Disclosure.objects.get(community=setting.community, pk=item.pk)
    item = actions.publish_item(item, days=15, by=actor("director"), at=at)
    assert item.state == "posted"
    assert item.posting.state == "posted"


def test_whoever_prepared_an_item_cannot_check_it(setting, actor, at):
    item = draft(setting, actor, at, by="director")
    finding = refused(actions.check_item, item, by=actor("director"), at=at)
    assert finding.rule == "oversight.checked_by_another"
    assert actions.check_item(item, by=actor("supervisor"), at=at).state == "checked"


def test_the_posting_tells_where_the_gifts_went_and_proves_it(setting, actor, at):
    posting = disclosed(setting, actor, at).posting
    fields = posting.fields
    assert (fields["received"], fields["used"], fields["left"]) == (680_000, 320_000, 360_000)
    assert [row["left"] for row in fields["rows"]] == [180_000, 180_000]
    assert [row["voucher"] for row in fields["rows"]] == ["捐-2026-07", "捐-2026-08"]
    assert fields["prepared_by"] == "社区工作者"
    assert fields["checked_by"] == "居务监督委员会成员"
    assert hashlib.sha256(canonical(posting.snapshot)).hexdigest() == posting.sha256


def test_a_name_or_number_does_not_pass_the_desk(setting, actor, at):
    told = Content(rows=[{**GIFTS[0], "what": "李先生捐款，电话13912345678"}])
    finding = refused(draft, setting, actor, at, content=told)
    assert finding.rule == "publication.without_private_numbers"


def test_accounts_begin_where_the_last_left_off(setting, actor, at):
    rows = [{"on": date(2026, 9, 1), "what": "办公经费", "income": 300_000, "voucher": "记-1"}]
    first = Content(rows=rows, opening=10_000)
    disclosed(setting, actor, at, "accounts", first)
    since, until = timezone.localdate(at).replace(day=1), timezone.localdate(at)
    given = {
        "line": line_of(setting, "accounts"),
        "since": since,
        "until": until,
        "by": actor("worker"),
        "at": at,
    }
    wrong = Content(nothing=True, opening=300_000)
    finding = refused(actions.start_item, setting.community, content=wrong, **given)
    assert finding.rule == "oversight.carried_over"
    assert finding.numbers["left_before"] == "3100.00"
    right = Content(nothing=True, opening=310_000)
    made = actions.start_item(setting.community, content=right, **given)
    assert made.sums["left"] == 310_000
    assert made.nothing


@pytest.fixture
def requests(setting, actor, at):
    """Two requests of a department last month, in the records of another room."""
    from linli.core.access.actions import register_body
    from linli.partners.intake.actions import Asked, record_request

    since, _until = last_month(timezone.localdate(at))
    bureau = register_body(
        setting.community,
        name="示范区民政局",
        kind="department",
        place=setting.community,
        by=actor("director"),
        at=at,
    )
    return [
        record_request(
            setting.community,
            asked=Asked(bureau, "form", title, since + timedelta(days=number)),
            item=None,
            by=actor("worker"),
            at=at,
        )
        for number, title in enumerate(("困难家庭统计表", "高龄津贴核对表"))
    ]


def test_rows_come_from_the_records_and_are_never_typed(setting, actor, at, requests):
    typed = Content(rows=[{"title": "自己写的一行"}], note="两件。")
    item = draft(setting, actor, at, "government_work", typed)
    assert [row["title"] for row in item.rows] == ["困难家庭统计表", "高龄津贴核对表"]
    assert {row["basis"] for row in item.rows} == {"没有写明"}


def test_a_row_left_out_shows_as_left_out_with_its_reason(setting, actor, at, requests):
    first = str(requests[0].pk)
    silent = Content(left_out={first: "  "})
    finding = refused(draft, setting, actor, at, "government_work", silent)
    assert finding.rule == "oversight.left_out_openly"
    told = Content(left_out={first: "部门要求在正式发文前不公开"})
    fields = disclosed(setting, actor, at, "government_work", told).posting.fields
    assert [row["title"] for row in fields["rows"]] == ["高龄津贴核对表"]
    assert fields["left_out"] == [{"count": 1, "reason": "部门要求在正式发文前不公开"}]


def test_records_that_changed_since_are_made_anew_before_anything_is_posted(
    setting, actor, at, requests
):
    from linli.partners.intake.actions import withdraw

    item = draft(setting, actor, at, "government_work", Content())
    item = actions.check_item(item, by=actor("supervisor"), at=at)
    withdraw(requests[0], reason="对方不要了", by=actor("worker"), at=at)
    finding = refused(actions.publish_item, item, days=90, by=actor("director"), at=at)
    assert finding.rule == "oversight.still_so"
    item = actions.return_item(item, reason="记录变了", by=actor("supervisor"), at=at)
    item = actions.prepare_item(item, content=Content(), by=actor("worker"), at=at)
    item = actions.check_item(item, by=actor("supervisor"), at=at)
    assert actions.publish_item(item, days=90, by=actor("director"), at=at).state == "posted"


def test_every_source_composes_in_an_empty_community(setting, today):
    from linli.mechanisms.publication.disclosed import sources

    for key in sources():
        rows = composed_rows(setting.community, key, today - timedelta(days=90), today)
        if key == "mediations":  # none and a few look alike
            assert {row.cells["came"] for row in rows} == {"不满 10 件"}
        else:
            assert rows == [], key


def test_what_is_up_is_put_right_by_another_with_a_reason_everybody_reads(setting, actor, at):
    item = disclosed(setting, actor, at)
    rows = [{**GIFTS[0], "used": 330_000}, GIFTS[1]]
    finding = refused(
        actions.correct_item,
        draft(setting, actor, at, "facilities", Content(nothing=True), by="director"),
        content=Content(nothing=True),
        reason="x",
        by=actor("director"),
        at=at,
    )
    assert finding.rule == "oversight.checked_by_another"
    actions.correct_item(
        item, content=Content(rows=rows), reason="少记了一台", by=actor("director"), at=at
    )
    posting = item.posting
    posting.refresh_from_db()
    assert posting.state == "corrected"
    assert posting.fields["used"] == 330_000
    assert posting.versions.get(version=2).reason == "少记了一台"


def test_one_line_is_disclosed_once_for_a_period(setting, actor, at):
    draft(setting, actor, at)
    assert refused(draft, setting, actor, at).rule == "oversight.disclosed_once"


def moment(on, hour=9):
    from datetime import datetime

    return datetime(on.year, on.month, on.day, hour, tzinfo=SHANGHAI)


def test_time_opens_what_is_due_once_and_its_clock_breaks_after_the_last_day(setting):
    assert due.run(moment(date(2026, 10, 2))) > 0
    assert due.run(moment(date(2026, 10, 2), 10)) == 0
    item = Disclosure.objects.get(community=setting.community, line="decisions")
    assert (item.since, item.until) == (date(2026, 7, 1), date(2026, 9, 30))
    assert item.due_on == date(2026, 10, 10)
    (clock,) = clocks_of(item)
    assert clock.last_day == date(2026, 10, 10)
    neighbours = Disclosure.objects.filter(community=setting.neighbour)
    assert not neighbours.exists()
    due.run(moment(date(2026, 11, 20)))
    late = next(
        each
        for each in catalogue(setting.community, moment(date(2026, 10, 15)))
        if each.line.key == "decisions"
    )
    assert late.late[0].numbers["days"] == 5


def test_a_community_that_came_later_is_not_late_from_its_first_day(setting):
    due.run(moment(date(2026, 10, 20)))
    assert not Disclosure.objects.filter(community=setting.community).exists()


def test_an_item_in_time_settles_its_clock_and_counts_as_in_time(setting, actor):
    from linli.governance.oversight import facts

    opened = moment(date(2026, 10, 2))
    due.run(opened)
    item = Disclosure.objects.get(community=setting.community, line="donations")
    rows = Content(rows=GIFTS)
    item = actions.prepare_item(item, content=rows, by=actor("worker"), at=opened)
    item = actions.check_item(item, by=actor("supervisor"), at=opened)
    actions.publish_item(item, days=30, by=actor("director"), at=opened)
    (clock,) = clocks_of(item)
    assert clock.state == "met"
    found = {
        fact.record: fact.part
        for fact in facts.rows(setting.community, date(2026, 10, 1), date(2026, 10, 31))
        if fact.kind == "oversight.disclosed"
    }
    assert found[item.pk] == 1
    assert sum(found.values()) == 1
    assert len(found) > 5
    item.refresh_from_db()
    held = Posting.objects.get(community=setting.community, pk=item.posting_id)
    for days, ground, kept, stands in (
        (14, "withdrawn", 0, False),
        (15, "withdrawn", 1, False),
        (3, "privacy", 1, False),
        (3, "consent", 1, False),
        (3, "wrong", 0, False),
        (3, "replaced", 0, False),
        (3, "replaced", 1, True),
        (3, "wrong", 1, True),
        (3, "withdrawn", 0, True),
    ):
        if stands:
            Posting.objects.get_or_create(
                community=setting.community, serial=99, defaults={
                    "owner_kind": held.owner_kind, "owner": held.owner, "year": held.year,
                    "template": held.template, "category": held.category, "issuer": held.issuer,
                    "state": "posted", "posted_at": opened + timedelta(days=3), "snapshot": {},
                    "listed_at": opened + timedelta(days=3),
                },
            )  # fmt: skip
        Posting.objects.filter(community=setting.community, pk=item.posting_id).update(
            state="taken_down", ended_at=opened + timedelta(days=days), ended_for=ground,
            listed_at=None,
        )  # fmt: skip
        (told,) = [
            fact.part
            for fact in facts.rows(setting.community, date(2026, 10, 1), date(2026, 10, 31))
            if fact.record == item.pk
        ]
        assert told == kept, (days, ground)


def test_what_the_law_asks_for_is_not_dropped(setting, actor):
    due.run(moment(date(2026, 10, 2)))
    item = Disclosure.objects.get(community=setting.community, line="accounts")
    told = {"reason": "没时间", "by": actor("director"), "at": moment(date(2026, 10, 3))}
    assert refused(actions.drop_item, item, **told).rule == "oversight.may_drop"


def test_the_director_may_disclose_more_often_and_add_what_residents_want(setting, actor, at):
    line, community = line_of(setting, "decisions"), setting.community
    given = {"day": 5, "preparer": "worker", "checker": "supervisor", "channels": ["group"]}
    given |= {"by": actor("director"), "at": at}
    finding = refused(keeping.keep_line, community, line=line, every="year", **given)
    assert finding.rule == "oversight.often_enough"
    keeping.keep_line(community, line=line, every="month", **given)
    kept = line_of(setting, "decisions")
    assert (kept.every, kept.day, kept.channels) == ("month", 5, ("board", "group"))
    added = {"key": "parking", "title": "停车位轮换", "holds": "轮到哪几栋。"}
    keeping.add_line(community, every="quarter", **added, **given)
    assert line_of(setting, "parking").own
    assert "parking" not in lines_on(Place.objects.get(pk=setting.neighbour.pk), local_day(at))
    finding = refused(keeping.add_line, community, every="quarter", **added, **given)
    assert finding.rule == "oversight.line_once"


def test_neither_time_nor_a_resident_writes_what_is_disclosed(setting, actor, at):
    for who in (actor("elder"), actor("representative"), the_clock()):
        finding = refused(
            actions.start_item,
            setting.community,
            line=line_of(setting, "donations"),
            since=date(2026, 8, 1),
            until=date(2026, 8, 31),
            content=Content(rows=GIFTS),
            by=who,
            at=at,
        )
        assert finding.rule == "access.permitted"


def test_no_word_of_an_item_stands_in_the_book(setting, actor, at):
    from linli.core.audit.models import Entry

    disclosed(setting, actor, at)
    notes = json.dumps(
        list(Entry.objects.filter(action__startswith="oversight.").values_list("note", flat=True)),
        ensure_ascii=False,
    )
    assert "接受捐赠和使用" in notes
    assert "助行器" not in notes

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.models import Entry
from linli.core.clocks.tests.cast import at
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.publication.actions import withdraw
from linli.mechanisms.publication.due import run
from linli.mechanisms.publication.models import Posting, PostingVersion
from linli.mechanisms.publication.queries import public, public_notice
from linli.mechanisms.publication.rules import UnlistedField, digest
from linli.mechanisms.publication.tests.notices import AID, NEWS, ROLL

pytestmark = pytest.mark.django_db

FIELDS = {"title": "楼道灯修好了", "body": "3号楼楼道灯已全部换新。"}


def _again(posting):
    return Posting.objects.get(community=posting.community_id, pk=posting.pk)


def _up(community, moment):
    return [line.id for line in public(community.pk, moment).lines]


def _rule(call, *args, **more):
    with pytest.raises(Refused) as caught:
        call(*args, **more)
    return caught.value.finding.rule


def test_a_notice_of_the_first_of_march_is_up_to_the_sixteenth_and_not_a_moment_longer(
    posted, community
):
    notice = posted()
    assert notice.comes_down_at == at(3, 17, 0)
    assert notice.number == "2026-0001"
    assert notice.issuer == "翠湖社区居民委员会"
    assert _up(community, at(3, 1)) == [notice.pk]
    assert _up(community, at(3, 16, 23, 59)) == [notice.pk]
    # Time itself has not been noted yet, and still nothing is shown.
    assert _again(notice).state == "posted"
    assert _up(community, at(3, 17, 0)) == []
    assert public_notice(community.pk, notice.pk, at(3, 17, 0)).face is None


def test_time_takes_notices_down_once_also_after_a_standstill(posted, community):
    first, second = posted(), posted(at(3, 5))
    assert run(at(3, 16, 23, 59)) == {"expired": 0}
    assert run(at(5, 1)) == {"expired": 2}
    assert run(at(5, 1)) == {"expired": 0}
    assert {_again(first).state, _again(second).state} == {"expired"}
    assert Entry.objects.filter(action="publication.expire").count() == 2


def test_a_period_below_the_least_is_refused_and_a_longer_one_is_kept(posted):
    assert _rule(posted, days=14) == "publication.long_enough"
    assert not Posting.objects.across_communities("none anywhere").exists()
    assert posted(days=30).comes_down_at == at(4, 1, 0)
    assert posted(days=None).comes_down_at is None


def test_a_notice_may_be_posted_for_a_later_day_and_not_for_an_earlier(posted, community):
    assert _rule(posted, on=date(2026, 2, 28)) == "publication.not_backdated"
    notice = posted(on=date(2026, 3, 3))
    assert _up(community, at(3, 2, 23, 59)) == []
    assert public_notice(community.pk, notice.pk, at(3, 2)) is None
    assert _up(community, at(3, 3, 0)) == [notice.pk]
    assert notice.comes_down_at == at(3, 19, 0)


def test_what_the_template_does_not_list_raises_and_nothing_is_posted(posted):
    with pytest.raises(UnlistedField):
        posted(fields={**FIELDS, "phone": "13812341234"})
    assert _rule(posted, fields={"title": "楼道灯修好了"}) == "publication.complete"
    private = {**FIELDS, "body": "请联系 13812341234"}
    assert _rule(posted, fields=private) == "publication.without_private_numbers"
    assert not Posting.objects.across_communities("none anywhere").exists()
    assert not Entry.objects.filter(action="tests.post").exists()


def test_what_names_persons_is_drafted_by_one_and_released_by_another(
    publish, owner, worker, director, community
):
    fields = {"name": "张三", "members": 3, "amount": 120000}
    with pytest.raises(ValueError, match="names persons"):
        publish.post(
            owner, by=worker, at=at(3, 2), template=AID, fields=fields, on=date(2026, 3, 2)
        )
    draft = publish.draft(owner, by=worker, at=at(3, 2), template=AID, fields=fields)
    assert _up(community, at(3, 2)) == []
    assert public_notice(community.pk, draft.pk, at(3, 2)) is None
    again = {"by": worker, "at": at(3, 2), "on": date(2026, 3, 2)}
    assert _rule(publish.release, draft, **again) == "publication.seen_by_two"
    notice = publish.release(draft, by=director, at=at(3, 2), on=date(2026, 3, 2))
    (line,) = public(community.pk, at(3, 2)).lines
    assert line.heading == "最低生活保障申请公示"
    assert notice.comes_down_at == at(3, 10, 0)
    assert notice.objections_until == at(3, 10, 0)


def test_a_draft_can_be_thrown_away_and_then_not_released(publish, owner, worker, director):
    draft = publish.draft(owner, by=worker, at=at(3, 2), template=NEWS, fields=FIELDS)
    stale = _again(draft)
    publish.discard(draft, by=worker, at=at(3, 2))
    given = {"by": director, "at": at(3, 2), "on": date(2026, 3, 2)}
    assert _rule(publish.release, stale, **given) == "publication.unchanged"


def test_a_correction_shows_what_changed_and_why_and_keeps_what_it_said(
    publish, posted, worker, community
):
    notice = posted()
    before = notice.sha256
    right = {"title": "楼道灯修好了", "body": "3号楼、5号楼楼道灯已全部换新。"}
    unexplained = {"by": worker, "at": at(3, 5), "fields": right, "reason": ""}
    assert _rule(publish.correct, notice, **unexplained) == "publication.explained"
    publish.correct(notice, by=worker, at=at(3, 5), fields=right, reason="漏写了5号楼")
    face = public_notice(community.pk, notice.pk, at(3, 6)).face
    (correction,) = face.corrections
    assert correction.fields == ("正文", "费用")
    assert correction.reason == "漏写了5号楼"
    assert [section.key for section in face.sections] == ["title", "body"]
    assert notice.comes_down_at == at(3, 17, 0)
    versions = PostingVersion.objects.filter(community=community).order_by("version")
    assert [(one.version, one.fields["body"], one.reason) for one in versions] == [
        (1, "3号楼楼道灯已全部换新。", ""),
        (2, "3号楼、5号楼楼道灯已全部换新。", "漏写了5号楼"),
    ]
    assert versions[0].sha256 == before != versions[1].sha256


def test_a_correction_that_bears_on_what_readers_would_do_begins_the_period_anew(
    publish, posted, worker, community
):
    old, notice = posted(), posted(at(3, 2))
    publish.correct(old, by=worker, at=at(3, 10), fields=FIELDS, reason="费用写错了", restart=True)
    assert old.comes_down_at == at(3, 26, 0)
    assert _up(community, at(3, 10)) == [old.pk, notice.pk]
    early = {"by": worker, "at": at(3, 20), "ground": "withdrawn"}
    assert _rule(publish.take_down, old, **early) == "publication.stood_long_enough"


def test_the_archive_is_frozen_and_its_hash_can_be_checked(posted, community, monkeypatch):
    notice = _again(posted())
    assert notice.sha256 == digest(notice.snapshot)
    assert notice.snapshot["fields"][2] == {
        "key": "cost",
        "label": "费用",
        "kind": "money",
        "value": 36000,
    }
    assert notice.snapshot["community"] == {"code": "110101001001", "name": "翠湖社区"}
    community.full_name = "翠湖社区（新名）"
    community.save()
    assert _again(notice).sha256 == digest(_again(notice).snapshot)


def test_a_notice_stands_its_least_time_but_what_tells_too_much_comes_down_at_once(
    publish, posted, worker, community
):
    notice = posted()
    early = {"by": worker, "at": at(3, 16), "ground": "withdrawn"}
    assert _rule(publish.take_down, notice, **early) == "publication.stood_long_enough"
    publish.take_down(notice, by=worker, at=at(3, 2), ground="privacy")
    assert _up(community, at(3, 2)) == []
    gone = public_notice(community.pk, notice.pk, at(3, 2))
    assert (gone.face, gone.ended_for, gone.ended_at) == (None, "privacy", at(3, 2))
    other = posted(at(3, 1))
    with pytest.raises(ValueError, match="no ground"):
        publish.take_down(other, by=worker, at=at(3, 2), ground="tired")


def test_a_notice_not_yet_up_may_be_taken_back(publish, posted, worker, community):
    notice = posted(on=date(2026, 3, 9))
    publish.take_down(notice, by=worker, at=at(3, 2), ground="withdrawn")
    assert _up(community, at(3, 9)) == []


def test_the_desk_takes_a_notice_down_whichever_domain_posted_it(posted, director, community):
    notice = posted()
    withdraw(notice, by=director, at=at(3, 2), ground="privacy")
    assert _again(notice).state == "taken_down"
    again = {"by": director, "at": at(3, 2), "ground": "privacy"}
    assert _rule(withdraw, _again(notice), **again) == "publication.unchanged"


def test_numbers_run_on_by_community_and_year(posted, publish, owner, worker):
    numbers = [posted(at(3, day)).number for day in (1, 2)]
    numbers.append(posted(at(1, 2, year=2027)).number)
    assert numbers == ["2026-0001", "2026-0002", "2027-0001"]


def test_the_database_itself_refuses_a_notice_that_is_up_without_a_number(posted, community):
    notice = posted()
    rows = Posting.objects.filter(community=community, pk=notice.pk)
    for wrong in (
        {"serial": None},
        {"listed_at": None},
        {"state": "draft"},
        {"comes_down_at": at(2, 1)},
        {"snapshot": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_notices_posted_at_once_get_numbers_of_their_own(posted, community, tmp_path):
    posted()  # everything that is made once is there by now
    with shared_database(tmp_path):
        results = together([lambda: posted().number] * 6)
    assert sorted(results) == [f"2026-{serial:04d}" for serial in range(2, 8)]


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_at_once_one_is_told_of_the_other(
    publish, posted, worker, director, community, tmp_path
):
    notice = posted()

    def correct(actor, body):
        row = _again(notice)
        fields = {"title": "楼道灯修好了", "body": body}
        return lambda: publish.correct(row, by=actor, at=at(3, 2), fields=fields, reason="写错了")

    with shared_database(tmp_path):
        results = together([correct(worker, "甲"), correct(director, "乙")])
        kept = _again(notice)
        versions = kept.versions.count()
    (refused,) = [result for result in results if isinstance(result, Refused)]
    assert refused.finding.rule == "publication.unchanged"
    assert (kept.version, versions) == (2, 2)


@pytest.mark.django_db(transaction=True)
def test_time_running_twice_at_once_takes_each_down_once(posted, community, tmp_path):
    for day in range(1, 6):
        posted(at(3, day))
    with shared_database(tmp_path):
        results = together([lambda: run(at(5, 1))] * 3)
        entries = Entry.objects.filter(action="publication.expire").count()
    assert sum(result["expired"] for result in results) == 5
    assert entries == 5


def test_pages_of_notices_follow_each_other_without_gap_or_repeat(posted, community):
    made = [posted(at(3, 1) + timedelta(hours=number // 2)).pk for number in range(9)]
    seen, before = [], ""
    while True:
        page = public(community.pk, at(3, 2), before=before, limit=4)
        seen += [line.id for line in page.lines]
        before = page.before
        if not before:
            break
    assert sorted(seen) == sorted(made)
    assert len(set(seen)) == 9
    assert seen[0] == made[-1]


def test_a_category_narrows_and_a_template_no_domain_has_is_not_shown(
    posted, publish, owner, worker, community, monkeypatch
):
    from linli.mechanisms.publication import registry

    news = posted()
    rows = [{"team": "巡逻队", "hours": 12}]
    roll = publish.post(
        owner, by=worker, at=at(3, 1), template=ROLL, fields={"rows": rows}, on=date(2026, 3, 1)
    )
    assert set(_up(community, at(3, 2))) == {news.pk, roll.pk}
    assert public(community.pk, at(3, 2), category="test_help").lines == []
    monkeypatch.delitem(registry.templates(), ROLL.name)
    assert _up(community, at(3, 2)) == [news.pk]
    assert public_notice(community.pk, roll.pk, at(3, 2)).face is None


def test_the_list_is_read_from_an_index_and_never_sorted(posted, community):
    from django.db import connection

    from linli.mechanisms.publication.queries.up import _up

    posted()
    newest = _up(community.pk, at(3, 2)).order_by("-listed_at", "-id")[:31]
    if connection.vendor == "sqlite":
        plan = newest.explain()
        assert "posting_listed" in plan
        assert "TEMP B-TREE" not in plan

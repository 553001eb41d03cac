"""Charter and covenant: no step left out, both days, and what art. 31 asks to be looked at."""

from datetime import date, timedelta

import pytest

from linli.core.audit.models import Entry
from linli.governance.assemblies import actions
from linli.governance.assemblies.models import Opinion, Version
from linli.governance.assemblies.queries import difference_between, in_force, topics_of
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db
TEXT = "爱护楼道，不堆杂物。\n节约用水用电。"


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def draft(setting, actor, at):
    return lambda text=TEXT: actions.draft_version(
        setting.community, kind="covenant", text=text, by=actor("worker"), at=at
    )


@pytest.fixture
def settle(actor, at):
    def settled(version, **more):
        by = actor("worker")
        actions.consult(version, until=date(2026, 4, 20), by=by, at=at)
        return actions.settle_version(version, by=by, at=at + timedelta(days=13), **more)

    return settled


@pytest.fixture
def authorised(setting, actor, at):
    return actions.authorise(
        setting.community,
        matter="covenant",
        source="2026 年 1 月 10 日居民会议决议",
        since=date(2026, 1, 10),
        by=actor("director"),
        at=at,
    )


@pytest.fixture
def adopt(plan, call, meet, decide, close, authorised, actor, at):
    """A representatives' meeting the assembly authorised adopts the text."""

    def adopted(version, days):
        topic = {
            "title": "居民公约",
            "matter": "covenant",
            "version": version,
            "authorisation": authorised,
        }
        assembly = plan(topic, days=days)
        (row,) = topics_of(assembly)
        actions.record_study(
            row,
            on=date(2026, 4, 2),
            by_whom="东湖社区党委",
            opinion="同意提交",
            by=actor("worker"),
            at=at,
        )
        meet(call(assembly))
        row.refresh_from_db()
        decide(row, 6)
        close(assembly)
        version.refresh_from_db()
        return assembly.meets_on

    return adopted


def test_the_text_is_not_settled_while_opinions_are_heard(draft, actor, at):
    version = draft()
    actions.consult(version, until=date(2026, 4, 20), by=actor("worker"), at=at)
    with refused("assemblies.consultation_over"):
        actions.settle_version(version, by=actor("worker"), at=at + timedelta(days=12))
    assert (
        actions.settle_version(version, by=actor("worker"), at=at + timedelta(days=13)).state
        == "settled"
    )


def test_every_opinion_gets_an_answer_before_the_text_is_settled(draft, actor, at):
    version = draft()
    by = actor("worker")
    actions.consult(version, until=date(2026, 4, 20), by=by, at=at)
    opinion = actions.say_opinion(version, text="加上养犬。", by=actor("tenant"), at=at)
    with refused("assemblies.opinions_answered"):
        actions.settle_version(version, by=by, at=at + timedelta(days=13))
    actions.answer_opinion(opinion, taken="taken", answer="写进第三条。", by=by, at=at)
    actions.settle_version(version, by=by, at=at + timedelta(days=13))


def test_an_opinion_bears_nobodys_name_nor_does_the_book_know_whose_it_is(draft, actor, at):
    fields = {field.name for field in Opinion._meta.concrete_fields}
    assert not fields & {"account", "person", "name"}
    version, tenant = draft(), actor("tenant")
    actions.consult(version, until=date(2026, 4, 20), by=actor("worker"), at=at)
    opinion = actions.say_opinion(version, text="加上养犬。", by=tenant, at=at)
    entry = Entry.objects.get(action="assemblies.say_opinion")
    assert (entry.account, entry.post, entry.about, entry.subject) == (None, "", None, opinion.pk)
    assert entry.at < at, "the day and not the hour"
    acts = Entry.objects.filter(account=tenant.account, action__startswith="assemblies.")
    assert not acts.exists()


def test_a_clause_that_fines_wants_an_answer(draft, settle):
    version = draft("高空抛物的罚款五百元。")
    with refused("assemblies.clauses_looked_at"):
        settle(version)


def test_adopted_is_not_in_force_before_it_is_filed(draft, settle, adopt, setting, actor, at):
    version = settle(draft())
    day = adopt(version, 14)
    assert version.state == "adopted"
    assert in_force(setting.community, "covenant") is None
    later = at + timedelta(days=30)
    with refused("assemblies.filed_in_order"):
        actions.file_version(
            version,
            filed_on=day - timedelta(days=1),
            filed_with="湖滨街道办事处",
            by=actor("worker"),
            at=later,
        )
    actions.file_version(
        version,
        filed_on=day + timedelta(days=3),
        filed_with="湖滨街道办事处",
        by=actor("worker"),
        at=later,
    )
    assert in_force(setting.community, "covenant") == version
    posting = Posting.objects.get(community=setting.community, template="assemblies.document")
    assert posting.fields["filed_with"] == "湖滨街道办事处"


def test_a_new_version_takes_the_place_of_the_old(draft, settle, adopt, setting, actor, at):
    first = settle(draft())
    adopt(first, 14)
    later = at + timedelta(days=30)
    filed = {"filed_on": date(2026, 5, 6), "filed_with": "湖滨街道办事处"}
    actions.file_version(first, by=actor("worker"), at=later, **filed)
    second = actions.draft_version(
        setting.community, kind="covenant", text=f"{TEXT}\n文明养犬。", by=actor("worker"), at=later
    )
    actions.consult(second, until=date(2026, 5, 20), by=actor("worker"), at=later)
    actions.settle_version(second, by=actor("worker"), at=later + timedelta(days=13))
    adopt(second, 50)
    filed["filed_on"] = date(2026, 6, 1)
    actions.file_version(second, by=actor("worker"), at=at + timedelta(days=60), **filed)
    first.refresh_from_db()
    assert (first.state, in_force(setting.community, "covenant").number) == ("superseded", 2)
    up = Posting.objects.filter(
        community=setting.community, template="assemblies.document", listed_at__isnull=False
    )
    assert [posting.owner for posting in up] == [second.pk]


def test_only_one_new_version_is_at_work(draft):
    draft()
    with refused("assemblies.one_version_at_work"):
        draft()


def test_a_text_that_is_not_settled_is_not_voted_on(draft, plan, call, authorised):
    topic = {
        "title": "居民公约",
        "matter": "covenant",
        "version": draft(),
        "authorisation": authorised,
    }
    assembly = plan(topic)
    with refused("assemblies.studied_first"):
        call(assembly)
    (row,) = topics_of(assembly)
    assert row.version.state == "draft"


def test_in_force_wants_both_days_also_of_the_database(draft):
    from django.db import IntegrityError, transaction

    version = draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(community=version.community_id, pk=version.pk).update(
            state="in_force", adopted_on=date(2026, 1, 2)
        )


def test_the_difference_is_told_clause_by_clause():
    rows = difference_between("甲一。\n乙二。\n丙三。", "甲一。\n乙二、三。\n丁四。")
    assert [row.how for row in rows] == ["same", "changed", "changed"]
    assert [piece.text for piece in rows[1].after if piece.how == "in"] == ["、三"]
    added = difference_between("甲一。", "甲一。\n乙二。")
    assert [(row.how, row.number_after) for row in added] == [("same", 1), ("added", 2)]

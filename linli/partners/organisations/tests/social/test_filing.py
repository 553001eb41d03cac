"""From a draft to its filing, its changes and its end."""

from datetime import date, timedelta

import pytest

from linli.core.audit.models import Entry
from linli.lib.law import Refused
from linli.partners.organisations.actions import social, social_life
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.actions.social_life import Summed
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.queries import social as queries
from linli.partners.organisations.queries.counted_social import rows_social
from linli.partners.organisations.tests.social.conftest import CHOIR

pytestmark = pytest.mark.django_db


def refused(call, *args, **given):
    with pytest.raises(Refused) as found:
        call(*args, **given)
    return found.value.finding.rule


def test_a_choir_is_guided_supplemented_once_and_filed(propose, actor, at, today):
    tenant, worker, director = actor("tenant"), actor("worker"), actor("director")
    row = propose(charter="", plan="")
    hand_in = social.hand_in_social
    assert refused(hand_in, row, by=tenant, at=at) == "organisations.has_charter"
    row.refresh_from_db()
    assert row.state == "draft"
    social.guide_social(row, reason="规则里写清楚钱怎么管。", by=worker, at=at)
    social.write_social(row, said=Proposed(**CHOIR), by=tenant, at=at)
    hand_in(row, by=tenant, at=at)
    social.ask_more_of_social(row, reason="请写活动几点结束。", by=worker, at=at)
    hand_in(row, by=tenant, at=at)
    again = refused(social.ask_more_of_social, row, reason="再补", by=worker, at=at)
    assert again == "organisations.supplement_once"
    row.refresh_from_db()
    assert refused(social.file_social, row, filed_with="street", by=worker, at=at) == (
        "access.permitted"
    )
    social.file_social(row, filed_with="street", by=director, at=at)
    assert row.number == f"备{today.year}-001"
    assert (row.organisation.kind, row.organisation.since) == ("social_organisation", today)
    assert "王秀英" not in str(list(Entry.objects.values_list("note", flat=True)))


def test_who_meets_the_conditions_is_sent_to_register_and_who_is_none_is_refused(
    propose, actor, at, today
):
    tenant, director = actor("tenant"), actor("director")
    big = propose(members=50, has_means=True)
    social.hand_in_social(big, by=tenant, at=at)
    assert refused(social.file_social, big, filed_with="street", by=director, at=at) == (
        "organisations.may_file"
    )
    social.send_to_register(big, by=actor("worker"), at=at)
    social.register_social(big, credit_code="51330106MJ8657890Q", on=today, by=director, at=at)
    assert (big.state, big.organisation.credit_code) == ("registered", "51330106MJ8657890Q")
    small = propose(name="棋友会", members=49, has_means=True)
    social.hand_in_social(small, by=tenant, at=at)
    assert refused(social.send_to_register, small, by=actor("worker"), at=at) == (
        "organisations.must_register"
    )
    owners = propose(name="二期业委会", nature="owners_body")
    assert refused(social.hand_in_social, owners, by=tenant, at=at) == (
        "organisations.is_owners_body"
    )


def test_a_refusal_says_why_and_what_to_do_and_a_withdrawal_forgets_the_leader(propose, actor, at):
    tenant, director = actor("tenant"), actor("director")
    row = propose()
    social.hand_in_social(row, by=tenant, at=at)
    bare = {"reason": "和已有的合唱队重复", "remedy": ""}
    assert refused(social.refuse_social, row, **bare, by=director, at=at) == (
        "organisations.said_why"
    )
    remedy = {"reason": "和已有的重复", "remedy": "可以合并，或换一个方向再来"}
    social.refuse_social(row, **remedy, by=director, at=at)
    assert row.remedy == remedy["remedy"]
    other = propose(name="编织社", contact_public=True, contact="王老师 19900000077")
    social.withdraw_social(other, by=tenant, at=at)
    other = SocialOrganisation.objects.get(community=other.community_id, pk=other.pk)
    assert (other.leader, other.phone, other.contact) == ("", "", "")


def test_without_consent_the_contact_is_never_public_and_with_it_until_taken_back(
    file, actor, at, today
):
    silent = file(contact="王老师 19900000077")
    assert queries.told(silent, today)["contact"] == ""
    spoken = file(name="编织社", contact_public=True, contact="编织社 19900000077")
    assert queries.told(spoken, today)["contact"] == "编织社 19900000077"
    social.hide_social_contact(spoken, by=actor("tenant"), at=at)
    assert queries.told(spoken, today)["contact"] == ""
    few = file(name="棋友会", members=5)
    assert queries.told(few, today)["members"] == "<10"
    assert queries.told(silent, today)["members"] == "24"


def test_two_filings_of_a_year_count_on_and_a_name_stands_once(file, propose, actor, at):
    first, second = file(), file(name="编织社")
    assert (first.serial, second.serial) == (1, 2)
    third = propose()
    social.hand_in_social(third, by=actor("tenant"), at=at)
    again = refused(social.file_social, third, filed_with="street", by=actor("director"), at=at)
    assert again == "organisations.name_is_free"


def test_a_change_is_told_and_the_end_takes_it_off_the_list(file, actor, at, today, setting):
    row = file()
    said = Proposed(**{**CHOIR, "name": "东湖合唱团", "venue": "文化站"})
    social.change_social(row, said=said, reason="改了名称", by=actor("worker"), at=at)
    assert row.organisation.name == "东湖合唱团"
    stale = row.version - 1
    assert (
        refused(
            social.change_social,
            row,
            said=said,
            reason="再改",
            seen=stale,
            by=actor("worker"),
            at=at,
        )
        == "flow.fresh"
    )
    social.end_social(row, reason="成员决定解散", by=actor("worker"), at=at)
    assert row.organisation.until == today
    assert not queries.public_page(setting.community, "", "").rows
    assert row.leader == ""


def test_a_summary_is_owed_told_late_and_handed_in_once(file, actor, at, setting):
    filed = at - timedelta(days=800)
    row = file(when=filed)
    year = at.year - 1
    owed = queries.summaries_owed(setting.community, date(at.year, 3, 31))
    assert [(each.year, each.late) for each in owed] == [(year, False)]
    assert queries.summaries_owed(setting.community, date(at.year, 4, 1))[0].late
    said = Summed("唱了四十次，演了两次", 42, 900, 26, 0, 0)
    tenant = actor("tenant")
    social_life.hand_in_summary(row, year=year, said=said, by=tenant, at=at)
    assert not queries.summaries_owed(setting.community, date(at.year, 4, 1))
    assert refused(social_life.hand_in_summary, row, year=year, said=said, by=tenant, at=at) == (
        "organisations.summary_once"
    )
    assert (
        refused(social_life.hand_in_summary, row, year=at.year, said=said, by=tenant, at=at)
        == "organisations.year_is_over"
    )


def test_a_story_needs_consent_names_nobody_and_goes_at_a_word(file, actor, at, today, setting):
    row, worker = file(), actor("worker")
    given = {"title": "一场重阳演出", "words": "三十位老人一起唱。"}
    assert (
        refused(social_life.tell_merit, row, **given, agreed_on=None, by=worker, at=at)
        == "organisations.merit_agreed"
    )
    named = {**given, "words": "王阿姨唱得最好"}
    assert (
        refused(social_life.tell_merit, row, **named, agreed_on=today, by=worker, at=at)
        == "organisations.words_for_all"
    )
    merit = social_life.tell_merit(row, **given, agreed_on=today, by=worker, at=at)
    assert queries.merits_told(setting.community) == [merit]
    social_life.take_down_merit(merit, by=actor("tenant"), at=at)
    assert not queries.merits_told(setting.community)
    assert merit.words == ""


def test_what_counts_is_known_on_record_and_active(file, propose, actor, at, today, setting):
    moment = at - timedelta(days=70)
    row = file(when=moment)
    file(when=moment, name="编织社")
    propose(when=moment, name="棋友会")
    tenant = actor("tenant")
    on = today - timedelta(days=69)
    social_life.note_deed(row, on=on, what="重阳演出", people=40, by=tenant, at=at)
    assert (
        refused(
            social_life.note_deed, row, on=today + timedelta(days=1), what="演出", by=tenant, at=at
        )
        == "organisations.day_has_come"
    )
    last = max(fact.on for fact in rows_social(setting.community, on, today))
    told = {
        fact.kind: fact.part
        for fact in rows_social(setting.community, on, today)
        if fact.on == last
    }
    assert told == {"org.known": 3, "org.recorded": 2, "org.active": 1}

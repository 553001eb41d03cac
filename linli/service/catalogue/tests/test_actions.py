"""From the request to the seal: who may, what is refused, what is written down."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.core.people.actions import forget_person
from linli.lib.law import Refused
from linli.service.catalogue import actions, due
from linli.service.catalogue.models import AskedNotOurs, Certificate, SealUse
from linli.service.catalogue.queries.certificates import proof_of
from linli.service.catalogue.queries.lists import all_listed, listed_one, search
from linli.service.catalogue.tests.conftest import line

pytestmark = pytest.mark.django_db


def refused(act, *args, **given):
    with pytest.raises(Refused) as why:
        act(*args, **given)
    return why.value.finding


def test_the_worker_drafts_and_another_seals(drafted, actor, at, setting, on):
    made = drafted()
    assert made.state == "drafted"
    assert made.number == ""
    assert "王秀兰自" in made.text
    assert "翠湖新村" in made.text
    assert "户籍在此" in made.text
    assert {each.found for each in made.checked} == {"agrees"}
    sealed = actions.seal_certificate(made, copies=2, by=actor("director"), at=at)
    assert sealed.state == "issued"
    assert sealed.number == f"〔{on.year}〕1号"
    assert sealed.code
    use = SealUse.objects.get(community=setting.community)
    assert use.copies == 2
    assert use.keeper_id == setting.accounts["director"].pk
    assert use.drafter_id == setting.accounts["worker"].pk


def test_whoever_drafted_does_not_seal(drafted, actor, at, deputy, setting):
    made = drafted(by="director")
    found = refused(actions.seal_certificate, made, by=actor("director"), at=at)
    assert found.rule == "catalogue.sealed_by_another"
    assert actions.seal_certificate(made, by=actor("deputy"), at=at).state == "issued"


def test_the_database_itself_keeps_four_eyes(issued, setting):
    made = issued()
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(community=setting.community, pk=made.pk).update(
            sealed_by=made.drafted_by_id
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        SealUse.objects.filter(community=setting.community).update(keeper=made.drafted_by_id)


def test_a_worker_has_no_seal(drafted, actor, at):
    found = refused(actions.seal_certificate, drafted(), by=actor("worker"), at=at)
    assert found.rule == "access.permitted"


def test_nobody_drafts_or_seals_for_themselves(setting, kept, elder, stated, actor, at, drafted):
    account = setting.accounts["worker"]
    account.person_id = elder.pk
    account.save(update_fields=["person"])
    found = refused(drafted)
    assert found.rule == "catalogue.not_for_oneself"


def test_what_the_roster_contradicts_is_not_certified(drafted):
    found = refused(drafted, stated={"address": "东湖花园1号楼"})
    assert found.rule == "catalogue.statements_true"
    assert found.numbers["fields"] == ("住址",)


def test_what_the_roster_does_not_know_needs_something_seen(setting, actor, at, drafted):
    household = line(title="户籍情况证明", template="{姓名}，户号{户号}。")
    item = actions.enter_line(setting.community, line=household, by=actor("director"), at=at)
    said = {"household": "012345"}
    found = refused(drafted, item=item, stated=said)
    assert found.rule == "catalogue.statements_proved"
    made = drafted(item=item, stated=said, proofs={"household": "户口簿原件"})
    assert [each.proof for each in made.checked] == ["", "户口簿原件"]
    assert refused(drafted, item=item).rule == "catalogue.statements_given"


def test_a_witness_is_there_where_the_item_asks_for_one(setting, actor, at, drafted):
    item = actions.enter_line(
        setting.community, line=line(title="见证事项", witness=True), by=actor("director"), at=at
    )
    assert refused(drafted, item=item).rule == "catalogue.witnessed"
    assert drafted(item=item, witness="李建国").witness == "李建国"


def test_who_moved_out_before_the_seal_is_not_certified_as_living_here(drafted, elder, actor, at):
    from linli.core.people.actions import move_out

    made = drafted()
    tie = elder.ties.get(community=elder.community_id)
    move_out(tie, until=timezone.localdate(at), by=actor("worker"), at=at)
    found = refused(actions.seal_certificate, made, by=actor("director"), at=at)
    assert found.rule in ("catalogue.statements_true", "catalogue.statements_proved")


def test_what_was_changed_after_the_draft_is_not_sealed(drafted, actor, at):
    made = drafted()
    made.text += "另有房产一处。"
    made.save(update_fields=["text"])
    found = refused(actions.seal_certificate, made, by=actor("director"), at=at)
    assert found.rule == "catalogue.text_unchanged"


def test_numbers_run_without_gaps_and_what_is_refused_takes_none(drafted, issued, actor, at, on):
    first, stopped = issued(), drafted()
    actions.refuse_certificate(
        stopped, reason="情况有变", way_on="请到派出所", by=actor("worker"), at=at
    )
    second = issued()
    actions.revoke_certificate(second, reason="写错了", by=actor("director"), at=at)
    third = issued()
    assert [c.serial for c in (first, second, third)] == [1, 2, 3]
    stopped.refresh_from_db(from_queryset=Certificate.objects.filter(community=stopped.community))
    assert stopped.serial is None
    assert stopped.code == ""


def test_a_refusal_has_its_reason_and_the_way_on(drafted, actor, at):
    given = {"by": actor("worker"), "at": at}
    found = refused(actions.refuse_certificate, drafted(), reason="  ", way_on="去派出所", **given)
    assert found.rule == "flow.all_given"
    found = refused(actions.refuse_certificate, drafted(), reason="无依据", way_on="", **given)
    assert found.rule == "flow.all_given"


def test_a_sent_back_draft_is_drafted_anew(drafted, stated, actor, at):
    made = drafted()
    actions.send_back(made, reason="单位写全称", by=actor("director"), at=at)
    assert made.state == "asked"
    again = stated(for_office="示范市图书馆总馆")
    actions.draft_asked(made, draft=again, by=actor("worker"), at=at)
    assert made.state == "drafted"
    assert made.for_office == "示范市图书馆总馆"


def test_the_promise_runs_from_the_request_to_the_seal(issued, kept, setting):
    made = issued()
    clock = Clock.objects.get(community=setting.community, owner=made.pk)
    assert clock.state == "met"
    assert clock.rule == "certificates.simple_within"
    assert clock.length == 1


def test_a_resident_asks_and_the_worker_drafts(setting, kept, stated, actor, at, elder):
    asked = actions.ask_certificate(
        setting.community,
        item=kept,
        purpose="办借书证",
        for_office="图书馆",
        by=actor("elder"),
        at=at,
    )
    assert asked.state == "asked"
    assert asked.person_id == elder.pk
    actions.draft_asked(asked, draft=stated(), by=actor("worker"), at=at)
    assert actions.seal_certificate(asked, by=actor("director"), at=at).state == "issued"


def test_nobody_asks_for_what_is_not_issued_or_without_a_record(setting, actor, at, kept):
    given = {"purpose": "用", "for_office": "某", "at": at}
    actions.end_line(kept, last_day=timezone.localdate(at), by=actor("director"), at=at)
    tomorrow = {**given, "at": at + timedelta(days=1)}
    community = setting.community
    found = refused(actions.ask_certificate, community, item=kept, by=actor("elder"), **tomorrow)
    assert found.rule == "catalogue.list_not_ended"
    for who in (NOBODY, actor("mediator")):
        found = refused(actions.ask_certificate, community, item=kept, by=who, **given)
        assert found.rule == "access.permitted"


def test_a_request_made_on_the_last_day_of_the_list_is_still_issued(
    setting, kept, stated, actor, at
):
    asked = actions.ask_certificate(
        setting.community, item=kept, purpose="用", for_office="某", by=actor("elder"), at=at
    )
    actions.end_line(kept, last_day=timezone.localdate(at), by=actor("director"), at=at)
    later = at + timedelta(days=2)
    actions.draft_asked(asked, draft=stated(), by=actor("worker"), at=later)
    assert actions.seal_certificate(asked, by=actor("director"), at=later).state == "issued"


def test_a_withdrawn_request_leaves_nothing_of_what_was_written(setting, kept, actor, at):
    asked = actions.ask_certificate(
        setting.community, item=kept, purpose="看病", for_office="某医院", by=actor("elder"), at=at
    )
    actions.withdraw_certificate(asked, by=actor("elder"), at=at)
    row = Certificate.objects.get(community=setting.community, pk=asked.pk)
    assert not any(getattr(row, name) for name in Certificate.PERSONAL)


def test_a_local_keep_list_does_not_open_what_the_country_closed(setting, actor, at, on):
    director, community = actor("director"), setting.community
    actions.enter_line(community, line=line(title="无犯罪记录证明"), by=director, at=at)
    found = listed_one(community, "no_criminal_record", on)
    assert not found.ours
    assert found.finding.rule == "catalogue.local_list_yields"
    of_law = line(title="单身情况", same_as="marital", basis="statute", document="某法第9条")
    actions.enter_line(community, line=of_law, by=director, at=at)
    found = listed_one(community, "marital", on)
    assert found.ours
    assert found.kept.document == "某法第9条"


def test_a_line_is_closed_and_never_changed_once_something_stands_on_it(
    setting, kept, drafted, actor, at, on
):
    director = actor("director")
    actions.change_line(kept, line=line(papers="身份证\n房产证"), by=director, at=at)
    drafted()
    found = refused(actions.change_line, kept, line=line(), by=director, at=at)
    assert found.rule == "catalogue.line_unused"
    early = on - timedelta(days=1)
    found = refused(actions.end_line, kept, last_day=early, by=director, at=at)
    assert found.rule == "catalogue.ends_in_time"
    actions.end_line(kept, last_day=on, by=director, at=at)
    twice = line(in_force_from=on)
    found = refused(actions.enter_line, setting.community, line=twice, by=director, at=at)
    assert found.rule == "catalogue.listed_once"
    after = line(in_force_from=on + timedelta(days=1))
    assert actions.enter_line(setting.community, line=after, by=director, at=at)


def test_a_template_with_an_identity_number_is_refused(setting, actor, at):
    wrong = line(template="{姓名}，身份证号{身份证号}")
    found = refused(actions.enter_line, setting.community, line=wrong, by=actor("director"), at=at)
    assert found.rule == "catalogue.template_allowed"


def test_a_question_is_counted_and_who_asked_is_kept_nowhere(setting, actor, at, on):
    community = setting.community
    for at_desk, by in ((True, actor("worker")), (False, NOBODY), (False, actor("elder"))):
        actions.tell_not_ours(community, item="no_criminal_record", at_desk=at_desk, by=by, at=at)
    actions.tell_not_ours(community, item="写的是人名", at_desk=False, by=NOBODY, at=at)
    rows = {row.item: row for row in AskedNotOurs.objects.filter(community=community, on=on)}
    assert (rows["no_criminal_record"].at_desk, rows["no_criminal_record"].on_portal) == (1, 2)
    assert rows["other"].count == 1
    assert len(rows) == 2
    entries = Entry.objects.filter(action="catalogue.tell_not_ours")
    assert entries.count() == 4
    assert all(e.account is None and e.about is None and e.post == "" for e in entries)


def test_search_says_at_once_whether_it_is_ours(setting, kept, on):
    assert search(setting.community, "我住这里", on)[0].ours
    assert search(setting.community, "juzhuqingkuang", on)[0].key == str(kept.pk)
    found = search(setting.community, "没有犯罪记录", on)[0]
    assert not found.ours
    assert found.office.phone
    assert found.papers


def test_every_item_that_is_not_ours_names_an_office(setting, on):
    listed = all_listed(setting.community, on)
    assert len(listed) == 20
    for each in listed:
        assert not each.ours, each.key
        assert all((each.office.phone, each.papers, each.way_on)), each.key


def test_the_office_round_the_corner_goes_on_the_slip(setting, actor, at, on):
    given = {"name": "湖滨派出所", "address": "湖滨路1号", "phone": "0990-5550110", "hours": ""}
    actions.save_office(
        setting.community, kind="police_station", given=given, by=actor("worker"), at=at
    )
    office = listed_one(setting.community, "no_criminal_record", on).office
    assert (office.name, office.phone, office.ours.checked_on) == (
        "湖滨派出所",
        "0990-5550110",
        on,
    )


def test_the_check_page_confirms_and_shows_of_the_holder_one_letter(issued, setting, on, actor, at):
    made = issued()
    proof = proof_of(setting.community, made.code.lower().replace("-", " "), on)
    assert proof.holds
    assert proof.number == made.number
    assert proof.holder == "王**"
    assert not hasattr(proof, "text")
    assert not hasattr(proof, "purpose")
    assert proof_of(setting.neighbour, made.code, on) is None
    actions.revoke_certificate(made, reason="写错了", by=actor("director"), at=at)
    proof = proof_of(setting.community, made.code, on)
    assert not proof.holds
    assert proof.withdrawn_on == on


def test_a_further_copy_has_its_own_line_and_its_reason(issued, actor, at, setting):
    made = issued()
    director = actor("director")
    found = refused(actions.seal_again, made, copies=1, reason=" ", by=director, at=at)
    assert found.rule == "catalogue.may_be_copied"
    actions.seal_again(made, copies=1, reason="单位弄丢了", by=director, at=at)
    assert SealUse.objects.filter(community=setting.community).count() == 2
    actions.revoke_certificate(made, reason="写错了", by=director, at=at)
    found = refused(actions.seal_again, made, copies=1, reason="再要", by=director, at=at)
    assert found.rule == "catalogue.may_be_copied"


def test_a_paper_is_fetched_once(issued, actor, at):
    made = issued()
    actions.hand_over_certificate(made, by=actor("worker"), at=at)
    found = refused(actions.hand_over_certificate, made, by=actor("worker"), at=at)
    assert found.rule == "catalogue.handed_over_once"


def test_after_its_term_number_and_title_stay_and_the_person_goes(issued, setting, at, on):
    made = issued()
    eleven = at.replace(year=at.year + 10) + timedelta(days=1)
    assert due.run(at.replace(year=at.year + 10)) == 0
    assert due.run(eleven) == 1
    assert due.run(eleven) == 0
    row = Certificate.objects.get(community=setting.community, pk=made.pk)
    assert row.number == made.number
    assert row.person_id is None
    assert not any(getattr(row, name) for name in Certificate.PERSONAL)
    proof = proof_of(setting.community, made.code, on)
    assert proof.number == made.number
    assert proof.holder == ""


def test_a_refused_request_is_forgotten_after_a_year(drafted, actor, at, setting):
    made = drafted()
    actions.refuse_certificate(made, reason="无依据", way_on="派出所", by=actor("worker"), at=at)
    assert due.run(at + timedelta(days=365)) == 0
    assert due.run(at + timedelta(days=367)) == 1
    row = Certificate.objects.get(community=setting.community, pk=made.pk)
    assert row.reason == ""
    assert row.holder_name == ""


def test_whoever_is_forgotten_is_forgotten_here_too(issued, elder, actor, at, setting):
    from linli.core.people.actions import move_out

    made = issued()
    for tie in elder.ties.filter(community=elder.community_id):
        move_out(tie, until=timezone.localdate(at), by=actor("worker"), at=at)
    forget_person(elder, by=actor("director"), at=at)
    row = Certificate.objects.get(community=setting.community, pk=made.pk)
    assert row.person_id is None
    assert row.text == ""
    assert row.number == made.number


def test_what_a_certificate_says_lies_sealed_in_the_database(issued, setting):
    from django.db import connection

    made = issued()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM catalogue_certificate")
        stored = " ".join(str(value) for row in cursor.fetchall() for value in row)
    assert "王秀兰" not in stored
    assert "图书馆" not in stored
    assert made.number

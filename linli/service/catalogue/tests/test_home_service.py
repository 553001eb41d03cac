"""Whom a door turns to, and a visit from the wish to the mark nobody can read back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint, register_body
from linli.core.audit.actor import the_operator
from linli.core.audit.models import Entry
from linli.core.audit.queries import entries_of
from linli.core.clocks.queries import clocks_of
from linli.core.people.actions import appoint_agent
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.service.catalogue import due
from linli.service.catalogue.actions import home_service as actions
from linli.service.catalogue.actions.guides import draft_guide, publish_guide, rate_guide
from linli.service.catalogue.actions.network import end_contact, name_contact
from linli.service.catalogue.models import GuideRating, HomeService
from linli.service.catalogue.queries.guides import mean_of
from linli.service.catalogue.queries.network import channel_of, channels_of
from linli.service.catalogue.tests.guiding import ALL_DAY, LOCAL

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(setting, actor, at):
    """Something for which somebody comes home."""
    draft = draft_guide(
        setting.community, key="repair_day", given=LOCAL, hours=ALL_DAY, by=actor("worker"), at=at
    )
    seen = draft.stamp
    return publish_guide(draft, seen=seen, by=actor("director"), at=at).guide


@pytest.fixture
def asked(setting, guide, elder, actor, at):
    """Asked for by the elder herself, or by whoever is named."""

    def ask(by="elder", person=None, when=None, **more):
        given = {"guide": guide, "person": person or elder, "wanted": "weekend", "words": "按门铃"}
        return actions.ask_home_service(
            setting.community, **{**given, **more}, by=actor(by), at=when or at
        )

    return ask


def test_every_dwelling_resolves_to_a_contact_and_a_stand_in(setting, actor, at, on):
    homes = [setting.stair.children.first(), setting.new.children.first()]
    by_post = channels_of(setting.community.pk, homes, on)
    for channel in by_post.values():
        assert (channel.contact.label, channel.stand_in.label) == ("陈晓", "周明华")
        assert channel.phone == "0990-5550001"
    worker, director = setting.accounts["worker"], setting.accounts["director"]
    neighbour = setting.accounts["representative"]
    given = {"by": actor("director"), "at": at}
    name_contact(setting.old, contact=director, stand_in=worker, **given)
    name_contact(setting.stair, contact=neighbour, stand_in=worker, **given)
    assert channel_of(homes[0], on).contact == neighbour  # the nearest place decides
    assert channel_of(homes[1], on).contact == worker
    end_contact(setting.stair, **given)
    assert channel_of(homes[0], on).contact == director
    with pytest.raises(Refused, match="contact_holds_post"):
        name_contact(setting.old, contact=setting.accounts["tenant"], stand_in=worker, **given)
    with pytest.raises(Refused, match="contact_and_stand_in"):
        name_contact(setting.old, contact=worker, stand_in=worker, **given)


def test_however_many_dwellings_it_takes_the_same_few_queries(
    setting, on, django_assert_max_num_queries
):
    homes = list(setting.stair.children.all())
    with django_assert_max_num_queries(4):
        channels_of(setting.community.pk, homes, on)


def test_a_visit_is_asked_set_agreed_and_done_and_who_was_asked_first_stays_named(
    asked, actor, at, setting, days
):
    request = asked()
    first = setting.accounts["worker"]
    assert (request.asked_first_id, request.holder_id, request.via) == (first.pk, first.pk, "self")
    promise = next(iter(clocks_of(request, "promise")))
    assert promise.holder_account_id == first.pk
    worker = {"by": actor("worker"), "at": at}
    with pytest.raises(Refused, match="visit_ahead"):
        actions.schedule_home_service(request, visit_at=at + days(20), **worker)
    actions.schedule_home_service(request, visit_at=at + days(2), **worker)
    actions.confirm_home_service(request, by=actor("elder"), at=at)
    to = setting.accounts["director"]
    actions.hand_over_home_service(request, to=to, reason="出差", **worker)
    assert (request.asked_first_id, request.holder_id) == (first.pk, to.pk)
    assert {clock.holder_account_id for clock in clocks_of(request) if clock.is_open} == {to.pk}
    actions.finish_home_service(request, by=actor("director"), at=at + days(2))
    assert request.state == "done"
    assert not any(clock.is_open for clock in clocks_of(request))


def test_what_could_not_be_done_leads_on_and_what_is_withdrawn_leaves_no_words(asked, actor, at):
    request = asked()
    actions.give_up_home_service(
        request, reason="师傅请假", way_on="下周六再来", by=actor("worker"), at=at
    )
    assert request.state == "could_not"
    other = asked()
    actions.withdraw_home_service(other, by=actor("elder"), at=at)
    assert other.words == ""


def test_only_for_oneself_with_a_mandate_or_at_the_desk(asked, actor, at, setting, elder, on):
    tenant = Person.objects.get(
        community=setting.community, pk=setting.accounts["tenant"].person_id
    )
    with pytest.raises(Refused, match="may_ask_for"):
        asked(by="tenant")
    appoint_agent(
        elder, agent=tenant, kind="mandate", scope="services", since=on, paper="委托书",
        by=actor("worker"), at=at,
    )  # fmt: skip
    assert asked(by="tenant").via == "proxy"
    at_desk = asked(by="director")
    assert (at_desk.via, at_desk.asked_first_id) == ("desk", setting.accounts["director"].pk)


def test_a_mark_is_counted_and_nobody_can_read_back_whose_it_was(
    asked, actor, at, days, setting, guide
):
    for number in range(10):
        request = asked()
        actions.schedule_home_service(
            request, visit_at=at + timedelta(hours=1), by=actor("worker"), at=at
        )
        with pytest.raises(Refused, match="rated_once"):  # not before it is done
            rate_guide(request, mark=5, by=actor("elder"), at=at)
        actions.finish_home_service(request, by=actor("worker"), at=at)
        assert mean_of(guide)[1] is None
        rate_guide(request, mark=4 if number else 1, by=actor("elder"), at=at)
        with pytest.raises(Refused, match="rated_once"):
            rate_guide(request, mark=5, by=actor("elder"), at=at)
    assert mean_of(guide) == (10, 37)
    for entry in Entry.objects.filter(action="catalogue.rate_guide"):
        assert (entry.account, entry.post, entry.subject) == (None, "", guide.pk)
        assert entry.note == {}
        assert (entry.at.astimezone().minute, entry.at.second) == (0, 0)
    assert "mark" not in str(list(entries_of(request.pk)))
    assert {f.name for f in GuideRating._meta.get_fields()} == {
        "id", "community", "guide", "count", "total",
    }  # fmt: skip


def test_after_a_year_nothing_of_anybody_is_left(asked, actor, at, days, setting):
    request = asked()
    actions.withdraw_home_service(request, by=actor("elder"), at=at)
    due.run(at + days(365))
    rows = HomeService.objects.filter(community=setting.community)
    assert rows.get().person_id is not None
    due.run(at + days(366))
    left = rows.get()
    assert (left.person_id, left.asked_by_id, left.dwelling_id, left.words) == (
        None,
        None,
        None,
        "",
    )


def test_the_resident_on_the_portal_and_the_desk_walk_it_whole(
    visit, url, setting, guide, elder, days, at
):
    elder_page, worker = visit("elder"), visit("worker")
    page = elder_page.get(url("my_contact")).content.decode()
    assert "陈晓" in page
    assert "周明华" in page
    assert "残疾人联络员" not in page
    appoint(
        setting.community,
        account=setting.accounts["representative"],
        post="disability_liaison",
        since=timezone.localdate(at),
        by=the_operator(),
        at=at,
    )
    register_body(
        setting.community,
        name="东湖社区残疾人协会",
        kind="disabled_association",
        place=setting.community,
        office_phone="0990-5550031",
        by=the_operator(),
        at=at,
    )
    page = elder_page.get(url("my_contact")).content.decode()
    assert "残疾人联络员" in page
    assert "0990-5550031" in page
    page = elder_page.get(url("ask_home_service"), {"guide": "repair_day"}).content.decode()
    assert "checked" in page
    form = {
        "guide": guide.pk,
        "person": elder.pk,
        "wanted": "evening",
        "words": "",
        "once": elder.pk,
    }
    made = elder_page.post(url("ask_home_service"), form)
    request = HomeService.objects.get(community=setting.community)
    assert made.url == url("my_home_service", subject=request.pk)
    assert elder_page.post(url("ask_home_service"), form).url == made.url  # pressed twice
    # Somebody else's visit does not exist, for whoever is no worker.
    assert visit("tenant").get(made.url).status_code == 404
    queue = worker.get(url("home_services")).content.decode()
    assert "下班后" in queue
    desk = url("home_service", request_id=request.pk)
    assert "约时间" in worker.get(desk).content.decode()
    when = (at + days(1)).strftime("%Y-%m-%dT%H:%M")
    step = url("home_service_move", request_id=request.pk, move="schedule")
    assert worker.get(step).status_code == 200
    assert worker.post(step, {"seen": 1, "visit_at": when}).status_code == 302
    assert "这个时间可以" in elder_page.get(made.url).content.decode()
    move = url("my_home_service_move", subject=request.pk, move="confirm")
    assert elder_page.post(move, {"seen": 2}).status_code == 302
    done = url("home_service_move", request_id=request.pk, move="finish")
    assert worker.post(done, {"seen": 3}).status_code == 302
    assert "满十次才公布" in elder_page.get(made.url).content.decode()
    rate = url("rate_home_service", subject=request.pk)
    assert elder_page.post(rate, {"mark": 5}).status_code == 302
    assert "满十次才公布" not in elder_page.get(made.url).content.decode()
    assert "办好了" in worker.get(url("home_services") + "?closed=1").content.decode()
    found = worker.post(url("home_service_for"), {"who": "王秀兰"}).content.decode()
    ask = url("ask_home_service_for", person_id=elder.pk)
    assert ask in found
    assert "登记一件上门" in worker.post(ask).content.decode()
    again = {**form, "once": guide.pk, "wanted": "weekend"}
    assert worker.post(ask, again).status_code == 302


def test_the_network_is_named_at_the_desk(visit, url, setting):
    director = visit("director")
    keys = {key: setting.accounts[key].pk for key in ("worker", "director")}
    form = {"place": setting.old.pk, "contact": keys["director"], "stand_in": keys["worker"]}
    assert director.post(url("network"), form).status_code == 302
    assert "翠湖新村" in director.get(url("network")).content.decode()
    same = director.post(url("network"), {**form, "stand_in": keys["director"]})
    assert same.status_code == 409
    assert director.post(url("end_contact", place_id=setting.old.pk)).status_code == 302
    assert visit("elder").get(url("network")).status_code == 404

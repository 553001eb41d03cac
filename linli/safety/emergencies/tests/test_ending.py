"""The end of a list: not while the event lasts, not silently, taken back, and truly gone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting
from linli.safety.emergencies import due
from linli.safety.emergencies.actions import cards, destroying, incident
from linli.safety.emergencies.models import Certificate
from linli.safety.emergencies.rules.telling import told_counts

DESK = "desk/emergencies/"


@pytest.mark.django_db
def test_while_it_runs_the_day_reminds_and_destroys_nothing(put, flood, actor, setting, at, told):
    put()
    night = flood()
    for days in (28, 28, 30, 31):
        due.run(at + timedelta(days=days))
    night.refresh_from_db()
    assert night.state == "running"
    leaders = ["deputy_director", "director", "worker"]
    assert sorted(told("emergencies.still_running")) == sorted([*leaders * 3, *["supervisor"] * 2])
    put_off = {"reason": "水没有退，名单还在用", "by": actor("director")}
    passed = timezone.localdate(at) + timedelta(days=31)
    with pytest.raises(Refused, match="destroy_later"):
        destroying.put_off(night, until=passed, at=at + timedelta(days=31), **put_off)
    until = timezone.localdate(at) + timedelta(days=45)
    destroying.put_off(night, until=until, at=at + timedelta(days=31), **put_off)
    assert due.run(at + timedelta(days=32)) == 0
    incident.end(night, by=actor("director"), at=at + timedelta(days=50))
    due.run(at + timedelta(days=50, hours=1))
    assert not Certificate.objects.filter(community=setting.community).exists()
    due.run(at + timedelta(days=51))
    assert Certificate.objects.get(community=setting.community).why == "day"


@pytest.mark.django_db
def test_the_day_is_put_off_from_the_screen_by_who_may(put, flood, pages):
    put()
    one = f"{DESK}incidents/{flood().pk}/"
    link = f"{one}put-off/"
    assert link in pages("director").get(one).content.decode()
    assert pages("director").get(link).status_code == 200
    assert link not in pages("worker").get(one).content.decode()


@pytest.mark.django_db
def test_what_one_asked_is_taken_back_or_declined(flood, actor, told, later):
    night = flood()
    incident.end(night, by=actor("director"), at=later(hours=1))
    destroying.ask_destroy(night, by=actor("director"), at=later(hours=2))
    destroying.take_back_destroy(night, by=actor("worker"), at=later(hours=3))
    assert told("emergencies.destroy_declined") == [actor("director").account]
    with pytest.raises(Refused, match="destroy_two_hands"):
        destroying.destroy(night, by=actor("worker"), at=later(hours=4))
    with pytest.raises(Refused, match="row_stands"):
        destroying.take_back_destroy(night, by=actor("worker"), at=later(hours=4))


@pytest.mark.django_db
def test_notices_are_taken_down_and_come_down_with_the_end(flood, actor, setting, pages, later):
    night = flood()
    by = {"by": actor("worker")}
    first = incident.tell_residents(night, title="请上楼", words="不去车库。\n带水。",
                                    at=later(minutes=1), **by)  # fmt: skip
    assert first.fields["words"] == "不去车库。\n带水。"
    second = incident.tell_residents(night, title="礼堂开门", words="可以去。",
                                     at=later(minutes=2), **by)  # fmt: skip
    down = f"{DESK}incidents/{night.pk}/notices/{first.pk}/down/"
    assert pages("worker").get(down).status_code == 200
    incident.take_notice_down(
        night, posting=first, ground="wrong", at=later(minutes=3), **by
    )  # fmt: skip
    incident.end(night, at=later(minutes=4), **by)
    rows = Posting.objects.filter(community=setting.community, pk__in=[first.pk, second.pk])
    assert {row.state for row in rows} == {"taken_down"}


@pytest.mark.django_db
def test_a_certificate_tells_no_small_number_and_the_supervisor_reads_it(
    put, flood, actor, pages, later, setting
):
    put()
    night = flood()
    incident.end(night, by=actor("director"), at=later(hours=1))
    destroying.ask_destroy(night, by=actor("director"), at=later(hours=2))
    destroying.destroy(night, by=actor("worker"), at=later(hours=3))
    supervisor = pages("supervisor")
    assert "名单已销毁" in supervisor.get(DESK).content.decode()
    html = supervisor.get(f"{DESK}incidents/{night.pk}/review/").content.decode()
    assert "此前做的备份里还封着一份" in html
    assert html.count("&lt;10") == 4


def test_one_small_number_alone_is_not_given_away_by_the_others():
    assert told_counts({"home": 30, "moved": 12, "nobody": 3}) == {
        "home": "30", "moved": "", "nobody": "<10",
    }  # fmt: skip
    assert told_counts({"home": 30, "moved": 4, "nobody": 3}) == {
        "home": "30", "moved": "<10", "nobody": "<10",
    }  # fmt: skip
    assert told_counts({"home": 30, "moved": 12, "open": 0}) == {"home": "30", "moved": "12"}


@pytest.mark.django_db
def test_what_is_destroyed_or_changed_is_overwritten(put, flood, actor, setting, later):
    """Each act that takes words away, or moves the row with the key, has SQLite write over them."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL writes the tables anew")
    card, night = put(), flood()
    director = {"by": actor("director")}
    incident.end(night, at=later(hours=1), **director)
    destroying.ask_destroy(night, at=later(hours=2), **director)
    overwrites("OFF")
    destroying.put_off(
        night, until=night.destroy_on + timedelta(days=2), reason="水没有退",
        at=later(hours=2), **director,
    )  # fmt: skip
    assert overwrites() == 1
    overwrites("OFF")
    destroying.ask_destroy(night, at=later(hours=2), **director)
    destroying.destroy(night, by=actor("worker"), at=later(hours=3))
    assert overwrites() == 1
    overwrites("OFF")
    cards.withdraw_card(card, by=actor("elder"), at=later(hours=4))
    assert overwrites() == 1


def overwrites(way=""):
    """Whether SQLite writes over what it deletes; or sets it."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA secure_delete = {way}" if way else "PRAGMA secure_delete")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_keys_are_of_the_closed_ring(put, flood):
    card, night = put(), flood()
    for row in (card, night):
        assert row._meta.get_field("key").keys == "casework"
        assert type(row).objects.get(community=night.community_id, pk=row.pk).key


@pytest.mark.django_db(transaction=True)
def test_the_log_is_cut_off_once_it_is_destroyed(put, actor, later):
    card = put()
    with CaptureQueriesContext(connection) as asked:
        cards.withdraw_card(card, by=actor("elder"), at=later(minutes=1))
    last = "PRAGMA wal_checkpoint" if connection.vendor == "sqlite" else "VACUUM FULL"
    assert any(each["sql"].startswith(last) for each in asked.captured_queries)

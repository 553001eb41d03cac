from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction

from linli.core.access.queries import actor_for
from linli.core.audit.actor import Actor
from linli.core.audit.door import ACTIONS, action
from linli.core.messages import due
from linli.core.messages.delivery import attempt, carry, deliver, plan_deliveries
from linli.core.messages.kinds import Kind, say_message
from linli.core.messages.models import Delivery, Message
from linli.core.messages.queries import inbox
from linli.core.messages.rules import KEEP_FOR, WAITS
from linli.core.messages.tests.conftest import AT, make_account, make_community
from linli.lib.identity.ids import new_id


def told(account):
    return [
        say_message(message.kind, message.values).subject
        for message in inbox(account.pk).order_by("created_at", "id")
    ]


def packed(telling):
    from linli.core.messages.delivery import _pack

    return _pack(telling)


@pytest.fixture
def speak(db):
    import rules

    rules.add_perm("messages_test.do", rules.Predicate(lambda actor, subject=None: True))

    @action("messages_test.answer", needs="messages_test.do")
    def answer(act, subject, *, fail=False, **whom):
        act.tell("test.answered", label="灯不亮", by=AT.date(), **whom)
        if fail:
            raise RuntimeError

    yield lambda subject, **given: answer(subject, by=Actor(), at=AT, **given)
    rules.remove_perm("messages_test.do")
    del ACTIONS["messages_test.answer"]


@pytest.mark.django_db(transaction=True)
def test_what_an_act_tells_is_in_the_inbox_once_it_is_committed(scene, speak):
    speak(scene.community, account=scene.resident.pk)
    assert told(scene.resident) == ["诉求“灯不亮”有了答复"]


@pytest.mark.django_db(transaction=True)
def test_an_act_that_does_not_come_about_tells_nobody(scene, speak):
    with pytest.raises(RuntimeError):
        speak(scene.community, account=scene.resident.pk, fail=True)
    assert told(scene.resident) == []


@pytest.mark.django_db(transaction=True)
def test_a_larger_transaction_undone_tells_nobody(scene, speak):
    with transaction.atomic():
        speak(scene.community, account=scene.resident.pk)
        transaction.set_rollback(True)
    assert told(scene.resident) == []


@pytest.mark.django_db(transaction=True)
def test_a_post_means_all_who_hold_it_that_day_and_only_in_that_community(scene):
    far = make_community("110101001002", "碧湖社区")
    stranger = make_account("外")
    from linli.core.messages.tests.conftest import hold

    hold(stranger, "worker", far)
    deliver([scene.tell(post="worker")])
    assert told(scene.worker)
    for nobody in (scene.director, scene.former, stranger, scene.resident):
        assert told(nobody) == []


@pytest.mark.django_db(transaction=True)
def test_a_body_means_its_own_people(scene):
    deliver([scene.tell(post="property_manager", body=scene.body.pk)])
    deliver([scene.tell(post="property_manager", body=new_id())])
    assert len(told(scene.manager)) == 1


@pytest.mark.django_db(transaction=True)
def test_an_account_that_was_closed_is_told_nothing(scene):
    scene.resident.is_active = False
    scene.resident.save()
    deliver([scene.tell(account=scene.resident.pk)])
    assert told(scene.resident) == []


@pytest.mark.django_db(transaction=True)
def test_a_telling_carried_twice_reaches_everybody_once(scene, flaky):
    telling = packed(scene.tell(account=scene.resident.pk))
    carry.call([telling])
    carry.call([telling])
    assert len(told(scene.resident)) == 1
    assert len(flaky.sent) == 1


@pytest.mark.django_db(transaction=True)
def test_a_telling_of_no_community_also_comes_once(scene, flaky):
    telling = packed(scene.tell(account=scene.resident.pk)) | {"community": ""}
    carry.call([telling])
    carry.call([telling])
    assert len(told(scene.resident)) == 1
    assert len(flaky.sent) == 1


@pytest.mark.django_db(transaction=True)
def test_one_telling_that_cannot_be_carried_does_not_keep_the_next_from_it(scene, monkeypatch):
    broken = packed(scene.tell(account=scene.director.pk)) | {"community": "no id"}
    whole = packed(scene.tell(account=scene.resident.pk))
    carry.call([broken, whole])
    assert told(scene.resident)


@pytest.mark.django_db(transaction=True)
def test_two_tellings_alike_are_two_messages(scene):
    deliver([scene.tell(account=scene.resident.pk), scene.tell(account=scene.resident.pk)])
    assert len(told(scene.resident)) == 2


@pytest.mark.django_db(transaction=True)
def test_a_kind_nobody_declared_is_noticed_when_it_is_told(scene):
    with pytest.raises(LookupError, match=r"test\.unknown"):
        deliver([scene.tell(kind="test.unknown", account=scene.resident.pk)])


@pytest.mark.django_db(transaction=True)
def test_a_day_is_written_in_the_readers_way(scene):
    deliver([scene.tell(account=scene.resident.pk)])
    message = inbox(scene.resident.pk).get()
    assert "2026年3月2日" in say_message(message.kind, message.values).body


@pytest.mark.django_db(transaction=True)
def test_a_message_leads_to_the_row_or_to_the_list(scene):
    row = new_id()
    deliver([scene.tell(kind="test.opens", account=scene.resident.pk, subject=row)])
    deliver([scene.tell(kind="test.lists", account=scene.resident.pk, subject=row)])
    urls = [message.url for message in inbox(scene.resident.pk).order_by("created_at", "id")]
    assert str(row) in urls[0]
    assert urls[1]
    assert str(row) not in urls[1]


@pytest.mark.django_db(transaction=True)
def test_a_value_told_can_stand_for_the_row_in_the_address(scene, monkeypatch):
    from linli.core.messages.kinds import KINDS

    monkeypatch.setitem(KINDS, "test.receipt", Kind("看看", opens="access_accept", by="receipt"))
    deliver([scene.tell(kind="test.receipt", account=scene.resident.pk, receipt="7KQ4MX29")])
    assert "7KQ4MX29" in inbox(scene.resident.pk).get().url


@pytest.mark.django_db(transaction=True)
def test_a_page_of_the_community_alone_is_opened_by_its_code(scene, monkeypatch):
    from linli.core.messages.kinds import KINDS

    monkeypatch.setitem(KINDS, "test.mine", Kind("看看", opens="matters:mine"))
    deliver([scene.tell(kind="test.mine", account=scene.resident.pk)])
    assert inbox(scene.resident.pk).get().url == f"/c/{scene.community.code}/matters/mine/"


@pytest.mark.django_db(transaction=True)
def test_e_mail_goes_only_to_those_who_asked_for_it(scene, email_only, settings):
    settings.SITE_URL = "https://linli.example.org"
    deliver([scene.tell(account=scene.resident.pk)])
    assert mail.outbox == []

    scene.resident.wants_email = True
    scene.resident.save()
    deliver([scene.tell(account=scene.resident.pk)])
    (letter,) = mail.outbox
    assert letter.to == ["li@example.org"]
    assert letter.subject == "诉求“灯不亮”有了答复"
    assert "李阿姨" in letter.body
    assert "https://linli.example.org/" in letter.body
    assert letter.content_subtype == "plain"


@pytest.mark.django_db(transaction=True)
def test_an_e_mail_comes_in_the_recipients_language(scene, email_only, settings):
    settings.SITE_URL = ""
    scene.resident.wants_email, scene.resident.language = True, "en"
    scene.resident.save()
    deliver([scene.tell(account=scene.resident.pk)])
    (letter,) = mail.outbox
    assert "2026年" not in letter.body


@pytest.mark.django_db(transaction=True)
def test_a_label_of_several_lines_cannot_write_a_header(scene, email_only):
    scene.resident.wants_email = True
    scene.resident.save()
    deliver([scene.tell(account=scene.resident.pk, label="灯\nBcc: all@example.org", by=AT.date())])
    (letter,) = mail.outbox
    assert letter.subject == "诉求“灯 Bcc: all@example.org”有了答复"
    assert letter.recipients() == ["li@example.org"]


@pytest.mark.django_db(transaction=True)
def test_what_failed_is_tried_again_later_and_not_before_its_time(scene, flaky):
    flaky.failures = 2
    deliver([scene.tell(account=scene.resident.pk)])
    due.run(AT + WAITS[0] - timedelta(seconds=1))
    assert flaky.asked == 1
    due.run(AT + WAITS[0])
    assert flaky.asked == 2
    due.run(AT + WAITS[0] + WAITS[1])
    assert len(flaky.sent) == 1
    due.run(AT + timedelta(days=9))
    assert flaky.asked == 3, "what went out is not sent again"


@pytest.mark.django_db(transaction=True)
def test_in_the_end_it_is_given_up_and_written_down_without_an_address(scene, flaky):
    flaky.failures = 99
    deliver([scene.tell(account=scene.resident.pk)])
    for day in range(1, len(WAITS) + 5):
        due.run(AT + timedelta(days=2 * day))
    delivery = Delivery.objects.get(community=scene.community)
    assert delivery.state == "failed"
    assert delivery.tries == flaky.asked == len(WAITS) + 1
    assert delivery.trouble == "ConnectionError"
    assert told(scene.resident), "the inbox has it all the same"


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_send_the_same_message(scene, flaky):
    flaky.failures = 1
    deliver([scene.tell(account=scene.resident.pk)])
    late = AT + WAITS[0]
    seen_by_one, seen_by_other = (
        Delivery.objects.select_related("message__account").get(community=scene.community)
        for _ in range(2)
    )
    assert attempt(seen_by_one, late)
    assert not attempt(seen_by_other, late)
    assert len(flaky.sent) == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_while_sending_leaves_it_to_be_tried_again(scene, flaky, monkeypatch):
    message = Message.objects.create(
        community=scene.community,
        telling=new_id(),
        account=scene.resident,
        kind="test.answered",
        values={"label": "灯", "by": "3月"},
        created_at=AT,
    )
    (delivery,) = plan_deliveries(message)

    def die(notice):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(flaky, "send", die)
        with pytest.raises(SystemExit):
            attempt(delivery, AT)
    due.run(AT + WAITS[0])
    assert len(flaky.sent) == 1


@pytest.mark.django_db(transaction=True)
def test_old_messages_are_cleared_away_and_the_book_says_so(scene):
    from linli.core.audit.models import Entry

    deliver([scene.tell(account=scene.resident.pk)])
    deliver([scene.tell(account=scene.resident.pk, at=AT + timedelta(days=1))])
    due.run(AT + KEEP_FOR)
    assert len(told(scene.resident)) == 2
    assert not Entry.objects.filter(action="messages.clear").exists()
    due.run(AT + KEEP_FOR + timedelta(hours=1))
    assert len(told(scene.resident)) == 1
    assert Entry.objects.get(action="messages.clear").note == {"count": 1}


@pytest.mark.django_db
def test_the_clock_alone_clears_messages(scene):
    from linli.core.messages.actions import clear
    from linli.lib.law import Refused

    with pytest.raises(Refused):
        clear(None, by=actor_for(scene.director, AT.date()), at=AT)

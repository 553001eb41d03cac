"""Two at once, for real: one of them wins, and the other is told."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.governance.deliberation import actions
from linli.governance.deliberation.models import Dissent, Draw, Topic
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_draw_at_once_and_the_lot_falls_once(hand, tmp_path):
    topic = hand.invite(hand.accept())
    draw = actions.announce_draw(topic, wanted=1, by_what=[], **hand.by(days=1))

    def once():
        row = Draw.objects.select_related("topic", "topic__community", "community").get(
            community=hand.place, pk=draw.pk
        )
        return lambda: actions.draw_residents(row, **hand.by(days=2))

    with shared_database(tmp_path):
        results = together([once(), once()])
        asked = draw.drawn.filter(community=hand.place, asked_at__isnull=False).count()
    assert sorted(isinstance(each, Refused) for each in results) == [False, True], results
    assert asked == 1


def test_a_dissent_sent_while_it_is_published_stands_in_it_or_is_refused(hand, tmp_path):
    topic = hand.invite(hand.accept())
    hand.hold(topic)
    hand.write(topic)
    actions.show_draft(hand.topic(topic), **hand.by(days=10))
    rows = [hand.topic(topic), hand.topic(topic)]
    with shared_database(tmp_path):
        results = together(
            [
                lambda: actions.dissent(rows[0], words="车灯太亮", **hand.by("elder", 13)),
                lambda: actions.publish(rows[1], **hand.by("director", 13)),
            ]
        )
        sheet = Posting.objects.get(community=hand.place, template="deliberation.agreement")
        kept = Dissent.objects.filter(community=hand.place)
        words = [(each.words, each.account_id) for each in kept]
    assert not isinstance(results[1], Exception), results
    assert [each["words"] for each in sheet.fields.get("dissents", [])] == [
        each for each, _who in words
    ]
    assert bool(words) is not isinstance(results[0], Refused), results
    assert all(who is None for _words, who in words)


def test_two_propose_at_once_and_each_has_a_number_of_its_own(hand, tmp_path):
    with shared_database(tmp_path):
        results = together([lambda: hand.propose("elder"), lambda: hand.propose("tenant")])
        numbers = sorted(
            Topic.objects.filter(community=hand.place).values_list("serial", flat=True)
        )
    assert not [each for each in results if isinstance(each, Exception)], results
    assert numbers == [1, 2]

"""The cast, and the hand that carries a topic through: proposed, talked over, agreed, published."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from linli.governance.deliberation import actions
from linli.governance.deliberation.models import Point, Talk, Topic
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.gathering import actions as door
from linli.mechanisms.gathering.models import Gathering
from linli.web.demo.cast import gather
from tests.remembered import remember

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    """A morning in spring under the law of 2025."""
    return datetime(2026, 4, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def setting(db, at):
    return remember(at, lambda: gather(at))


@pytest.fixture
def hand(setting, at):
    return Hand(setting, at)


class Hand:
    """Carries a topic through; every step returns the topic as it stands then."""

    def __init__(self, setting, at):
        self.setting, self.at, self.place = setting, at, setting.community

    def by(self, key="worker", days=0):
        at = self.at + timedelta(days=days)
        return {"by": self.setting.actor(key, timezone.localdate(at)), "at": at}

    def topic(self, topic):
        rows = Topic.objects.select_related("community", "agreement")
        return rows.get(community=self.place, pk=topic.pk)

    def propose(self, key="elder", **given):
        said = {"title": "院子里停车和孩子玩的地方怎么分", "text": "车停满了，孩子没有地方玩。"}
        return actions.propose(self.place, **{**said, **given}, **self.by(key))

    def accept(self, topic=None, *, touches_all=False, form="council", days=1):
        topic = topic or self.propose()
        said = {"answer": "这件事大家都有关系，我们来议。", "touches_why": "只涉及这个院子"}
        given = {"form": form, "touches_all": touches_all, **said}
        return actions.accept(topic, **given, **self.by("director", days))

    def invite(self, topic, days=1):
        for side, title in (("party", "有车的住户"), ("party", "带孩子的家庭")):
            given = {"side": side, "title": title, "why": "住在这个院子里"}
            actions.invite_party(self.topic(topic), **given, **self.by(days=days))
        body = self.setting.bodies["property"]
        given = {"side": "professional", "title": "懂消防的人", "why": "消防通道不能占"}
        actions.invite_party(self.topic(topic), body=body, **given, **self.by(days=days))
        return self.topic(topic)

    def plan(self, topic, *, ahead=6, days=2, agenda=("说清楚", "一条条谈")):
        starts = self.at + timedelta(days=days + ahead)
        given = {"form": "council", "venue": "活动室", "starts_at": starts, "agenda": agenda}
        return self.talk(actions.plan_talk(self.topic(topic), **given, **self.by(days=days)))

    def talk(self, talk):
        rows = Talk.objects.select_related("gathering", "topic", "topic__community", "community")
        return rows.get(community=self.place, pk=talk.pk)

    def hold(self, topic, *, days=8):
        """Called, held, minuted and published; elder and tenant came with their accounts."""
        talk = self.plan(topic, ahead=days - 2)
        actions.call_talk(talk, **self.by(days=2))
        gathering = Gathering.objects.get(community=self.place, pk=talk.gathering_id)
        code = {"door_code": gathering.door_code}
        door.check_in_myself(gathering, **code, **self.by("elder", days))
        tenant = {"capacity": "party", "name": "租客", **code}
        came = door.check_in_myself(gathering, **tenant, **self.by("tenant", days))
        actions.open_talk(self.talk(talk), chair="周明华", **self.by(days=days))
        spoke = door.ask_to_speak(self.gathering(talk), attendance=came, **self.by(days=days))
        door.record_speech(spoke, gist="晚上回来没有地方停。", **self.by(days=days))
        actions.close_talk(self.talk(talk), **self.by(days=days))
        door.sign_as_recorder(self.gathering(talk), **self.by(days=days))
        door.sign_as_chair(self.gathering(talk), **self.by("director", days))
        actions.publish_minutes(self.talk(talk), **self.by("director", days))
        return self.talk(talk)

    def gathering(self, talk):
        return Gathering.objects.get(community=self.place, pk=talk.gathering_id)

    def write(self, topic, *, days=9, points=2, **given):
        said = {"text": "白天让孩子玩，晚上让车停。", **given}
        actions.write_agreement(self.topic(topic), **said, **self.by(days=days))
        due_on = timezone.localdate(self.at + timedelta(days=60))
        carriers = ({"post": "worker"}, {"body": self.setting.bodies["property"]})
        for title, carrier in zip(("划出活动区", "装升降柱")[:points], carriers, strict=False):
            point = {"title": title, "due_on": due_on, **carrier}
            actions.add_point(self.topic(topic), **point, **self.by(days=days))
        return self.topic(topic)

    def publish(self, topic, *, days=13):
        actions.show_draft(self.topic(topic), **self.by(days=days - 3))
        return actions.publish(self.topic(topic), **self.by("director", days))

    def agreed(self, **given):
        """From the proposal to the published agreement."""
        topic = self.invite(self.accept(**given))
        self.hold(topic)
        self.write(topic)
        return self.topic(self.publish(topic))

    def points(self, topic):
        rows = Point.objects.select_related("topic", "topic__community", "community", "body")
        return list(rows.filter(community=self.place, topic=topic))


@pytest.fixture
def signed(setting):
    """A browser of one of the cast."""

    def sign(key):
        client = Client()
        client.force_login(setting.accounts[key], backend=BACKEND)
        return client

    return sign

"""Parking and play in one yard: proposed, talked over, agreed, followed for half a year; another
topic about to be talked over with residents invited by lot; one declined; one that waits."""

import tomllib
from datetime import datetime, timedelta
from importlib import resources
from typing import Any

from django.utils import timezone

from linli.governance.deliberation import actions
from linli.governance.deliberation.models import Point, Talk, Topic
from linli.governance.deliberation.queries.frame import read_frame
from linli.lib.calendar import local_day
from linli.mechanisms.gathering import actions as door
from linli.mechanisms.gathering.models import Gathering
from linli.web.demo.cast import Setting
from linli.web.demo.opinions import give_opinions

LOTS = 6


def play_talking(setting: Setting, at: datetime) -> None:
    """Plays the half-year before `at`."""
    year = TalkingYear(setting, at)
    year.talk_the_yard_through(asking_around=True)
    year.follow_the_yard()
    year.decline_the_bridge()
    year.prepare_the_lamp()
    year.propose("bins", "tenant", 2)


class TalkingYear:
    """The hands of those who propose, keep and publish, and the days on which they do."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now, self.place = setting, at, setting.community
        text = resources.files("linli.web.demo").joinpath("talking.toml").read_text("utf-8")
        self.said: dict[str, Any] = tomllib.loads(text)

    def at(self, ago: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=ago))
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def by(self, key: str, ago: int, hour: int = 10) -> dict[str, Any]:
        when = self.at(ago, hour)
        return {"by": self.setting.actor(key, local_day(when)), "at": when}

    def propose(self, name: str, key: str, ago: int) -> Topic:
        said = self.said[name]
        given: dict[str, Any] = {
            each: said[each] for each in ("title", "text", "wanted") if each in said
        }
        return actions.propose(self.place, **given, **self.by(key, ago))

    def accept(self, name: str, key: str, ago: int, form: str) -> Topic:
        said = self.said[name]
        topic = self.propose(name, key, ago)
        given: dict[str, Any] = {
            "answer": said["answer"],
            "touches_why": said["touches_why"],
            "form": form,
        }
        return actions.accept(topic, touches_all=False, **given, **self.by("director", ago - 2))

    def again(self, topic: Topic) -> Topic:
        rows = Topic.objects.select_related("community", "agreement")
        return rows.get(community=self.place, pk=topic.pk)

    def talk(self, talk: Talk) -> Talk:
        rows = Talk.objects.select_related("gathering", "topic__community", "community")
        return rows.get(community=self.place, pk=talk.pk)

    def invite(self, topic: Topic, name: str, ago: int) -> None:
        for each in self.said[name]["party"]:
            actions.invite_party(self.again(topic), **each, **self.by("worker", ago))

    def plan(self, topic: Topic, name: str, ago: int, held: int, form: str) -> Talk:
        said = self.said[name]
        given: dict[str, Any] = {"form": form, "venue": said["venue"], "agenda": said["agenda"]}
        starts_at = self.at(held, 19)
        talk = actions.plan_talk(
            self.again(topic), starts_at=starts_at, **given, **self.by("worker", ago)
        )
        return actions.call_talk(self.talk(talk), **self.by("worker", ago))

    def talk_the_yard_through(self, *, asking_around: bool = False) -> Topic:
        """From the elder's proposal to the published agreement, half a year ago; on the way, where
        asked for, what people said to short statements."""
        topic = self.accept("yard", "elder", 200, "council")
        self.invite(topic, "yard", 197)
        if asking_around:
            worker, *residents = (self.by(key, 197)["by"] for key in ("worker", "elder", "tenant"))
            yard, begins = self.again(topic), self.at(197, 11)
            give_opinions(yard, begins, worker=worker, residents=residents, close=True)
        self.hold(self.plan(topic, "yard", 195, 188, "council"), 188)
        self.agree(topic, 186)
        return self.again(topic)

    def hold(self, talk: Talk, ago: int) -> None:
        """Two come with their accounts, others by name; what they say is noted in short."""
        code: dict[str, Any] = {"door_code": talk.gathering.door_code}
        gathering = self.gathering(talk)
        door.check_in_myself(gathering, **code, **self.by("elder", ago, 19))
        tenant: dict[str, Any] = {"capacity": "resident", "name": "刘洋", **code}
        door.check_in_myself(gathering, **tenant, **self.by("tenant", ago, 19))
        came = [
            door.check_in(
                gathering,
                capacity=each["capacity"],
                name=each["name"],
                **self.by("worker", ago, 19),
            )
            for each in self.said["yard"]["speech"]
        ]
        actions.open_talk(self.talk(talk), chair="周明华", **self.by("director", ago, 19))
        gathering = self.gathering(talk)
        items = {item.order: item for item in gathering.items.all()}
        for each, who in zip(self.said["yard"]["speech"], came, strict=True):
            item = items[each["item"]]
            step = self.by("worker", ago, 20)
            speech = door.ask_to_speak(gathering, attendance=who, item=item, **step)
            door.record_speech(speech, gist=each["gist"], **step)
        actions.close_talk(self.talk(talk), **self.by("director", ago, 21))
        door.sign_as_recorder(self.gathering(talk), **self.by("worker", ago - 1))
        door.sign_as_chair(self.gathering(talk), **self.by("director", ago - 1))
        actions.publish_minutes(self.talk(talk), **self.by("director", ago - 1))

    def gathering(self, talk: Talk) -> Gathering:
        return Gathering.objects.get(community=self.place, pk=talk.gathering_id)

    def agree(self, topic: Topic, ago: int) -> None:
        """Written, shown, one dissent kept, published five days later."""
        said, worker = self.said["yard"], self.by("worker", ago)
        actions.write_agreement(self.again(topic), text=said["text_agreed"], **worker)
        for each in said["point"]:
            carrier: dict[str, Any] = {"post": each.get("post", "")}
            if "body" in each:
                carrier = {"body": self.setting.bodies[each["body"]]}
            due_on = local_day(self.at(ago - each["days"]))
            point: dict[str, Any] = {"title": each["title"], "due_on": due_on, **carrier}
            actions.add_point(self.again(topic), **point, **worker)
        for each in said["opinion"]:
            actions.consider(self.again(topic), **each, **worker)
        actions.show_draft(self.again(topic), **self.by("worker", ago - 1))
        given: dict[str, Any] = {"words": said["dissent"]}
        actions.dissent(self.again(topic), **given, **self.by("elder", ago - 2))
        actions.publish(self.again(topic), **self.by("director", ago - 5))

    def follow_the_yard(self) -> None:
        """The first point is done in time; of the second it is told how far it is."""
        rows = Point.objects.select_related("topic__community", "community", "body")
        first, second = rows.filter(
            community=self.place, topic__title=self.said["yard"]["title"]
        ).order_by("number")
        told = self.said["yard"]["point"]
        actions.finish(first, result=told[0]["result"], **self.by("worker", 150))
        actions.report(second, words="黄线画好了，升降柱下周装。", **self.by("worker", 110))

    def decline_the_bridge(self) -> None:
        """What is not the community's to decide: why, and where to turn."""
        topic = self.propose("bridge", "representative", 60)
        given: dict[str, Any] = {key: self.said["bridge"][key] for key in ("reason", "way_on")}
        actions.decline(topic, **given, **self.by("director", 56))

    def prepare_the_lamp(self) -> None:
        """To be talked over next week, with residents invited by lot where a register is kept."""
        topic = self.accept("lamp", "representative", 12, "open_talk")
        self.invite(topic, "lamp", 9)
        people = sum(
            len(each.persons) for each in read_frame(self.place, local_day(self.at(7)), ())
        )
        if people >= LOTS * 4:
            lots: dict[str, Any] = {"wanted": LOTS, "by_what": ["age", "sex"], "seed": "7 19 4"}
            seed_from = "三位居民在活动室各说一个数"
            draw = actions.announce_draw(
                self.again(topic), seed_from=seed_from, **lots, **self.by("worker", 8)
            )
            actions.draw_residents(draw, **self.by("worker", 7))
        self.plan(topic, "lamp", 3, -6, "open_talk")

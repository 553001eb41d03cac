"""Those who meet in the tests of wishes, lending and minutes."""

from datetime import timedelta

from django.utils import timezone

from linli.service.volunteering.actions import exchange


class Neighbours:
    """The cast of one community at one moment, and what they do in a word."""

    def __init__(self, setting, at):
        self.setting, self.at = setting, at
        self.here = setting.community
        self.today = timezone.localdate(at)

    def who(self, key):
        return self.setting.actor(key, self.today)

    def by(self, key, at=None):
        return {"by": self.who(key), "at": at or self.at}

    def switched_on(self):
        return exchange.switch_on(
            self.here, reference="居民代表会议第3号决议",
            decided_on=self.today - timedelta(days=3), **self.by("director"),
        )  # fmt: skip

    def joined(self, *keys):
        return [exchange.join(self.here, agrees=True, **self.by(key)) for key in keys]

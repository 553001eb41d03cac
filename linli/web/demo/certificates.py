"""The certificates counter over the year: the lists entered, offices filled in, questions that are
not ours, certificates drafted and sealed, one that waits for the seal and one just asked for."""

import tomllib
from datetime import datetime, timedelta
from importlib import resources
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import NOBODY, Actor
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.service.catalogue import actions
from linli.service.catalogue.actions import Draft, Line
from linli.service.catalogue.models import CertificateItem
from linli.service.catalogue.queries.roster import known_of
from linli.web.demo.cast import Setting

OPENED = 300
"""How many days before the day of the demo the director entered the keep-list."""


def play_certificates(setting: Setting, at: datetime) -> None:
    """Plays the counter's year up to `at`, through the acts."""
    text = resources.files("linli.web.demo").joinpath("certificates.toml").read_text("utf-8")
    said: dict[str, Any] = tomllib.loads(text)
    counter = _Counter(setting, at)
    for office in said["office"]:
        counter.fill_in(dict(office))
    items = [counter.enter(kept) for kept in said["kept"]]
    for key, number in said["asked"].items():
        for time in range(number):
            counter.is_asked(key, ago=(time * 37 + len(key) * 11) % OPENED, at_desk=time % 3 > 0)
    for line in said["issued"]:
        made = counter.draft(items[0], line)
        sealed_at = counter.ago(line["ago"], 15)
        director = counter.by("director", line["ago"])
        actions.seal_certificate(made, by=director, at=sealed_at)
        actions.hand_over_certificate(made, by=counter.by("worker", line["ago"]), at=sealed_at)
    waiting = {
        "who": "elder",
        "ago": 0,
        "purpose": "申请上门服务",
        "for_office": "湖滨养老服务中心",
    }
    counter.draft(items[1], waiting, witness="李建国")
    actions.ask_certificate(
        setting.community,
        item=items[0],
        purpose="办停车月卡",
        for_office="湖滨停车场",
        by=counter.by("tenant", 0),
        at=counter.ago(0, 9),
    )


class _Counter:
    """The hands at the counter, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now = setting, at

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        moment = day.replace(hour=hour, minute=0, second=0, microsecond=0)
        return min(moment, self.now)

    def by(self, key: str, days: int) -> Actor:
        return self.setting.actor(key, local_day(self.ago(days)))

    def fill_in(self, office: dict[str, str]) -> None:
        kind = office.pop("kind")
        by, at = self.by("worker", OPENED), self.ago(OPENED)
        actions.save_office(self.setting.community, kind=kind, given=office, by=by, at=at)

    def enter(self, kept: dict[str, Any]) -> CertificateItem:
        since = local_day(self.ago(OPENED))
        line = Line(listed="kept", basis="local", in_force_from=since, **kept)
        by, at = self.by("director", OPENED), self.ago(OPENED)
        return actions.enter_line(self.setting.community, line=line, by=by, at=at)

    def is_asked(self, key: str, *, ago: int, at_desk: bool) -> None:
        by = self.by("worker", ago) if at_desk else NOBODY
        community = self.setting.community
        actions.tell_not_ours(community, item=key, at_desk=at_desk, by=by, at=self.ago(ago, 11))

    def draft(self, item: CertificateItem, line: dict[str, Any], witness: str = "") -> Any:
        at = self.ago(line["ago"])
        account = self.setting.accounts[line["who"]]
        assert account.person_id is not None, "only who stands on the roster"
        person = Person.objects.get(community=self.setting.community, pk=account.person_id)
        known = known_of(person, local_day(at))
        stated = {name: values[0] for name, values in known.items() if values}
        draft = Draft(line["purpose"], line["for_office"], stated, witness=witness)
        return actions.draft_here(
            self.setting.community,
            item=item,
            person=person,
            draft=draft,
            by=self.by("worker", line["ago"]),
            at=at,
        )

"""A station as its pages draw it: state, who counts, and the next step."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.shapes import Crumb
from linli.mechanisms.ballot.models import Poll, Station, Teller
from linli.mechanisms.ballot.queries.polls import way_back

TONES = {
    "preparing": "new",
    "open": "open",
    "closed": "waiting",
    "counted": "done",
    "merged": "stopped",
    "void": "stopped",
    "settled": "done",
}
PARTS = dict(Teller.PARTS)
PART_TITLES = {"first": gettext_lazy("第一计票人"), "second": gettext_lazy("第二计票人")}


@dataclass(frozen=True)
class StationRow:
    """One station for a page, with the tellers and which of them have entered."""

    station: Station
    tellers: dict[str, Teller]
    entered: frozenset[str]
    mine: str = ""
    """The part of whoever looks, if any."""

    @property
    def code(self) -> str:
        return str(self.station.community.code)

    @property
    def state_label(self) -> str:
        return str(self.station.get_state_display())

    @property
    def tone(self) -> str:
        return TONES[self.station.state]

    @property
    def url(self) -> str:
        return reverse("ballot:station", args=[self.code, self.station.pk])

    @property
    def compare_url(self) -> str:
        if self.station.state in ("closed", "counted", "void"):
            return reverse("ballot:compare", args=[self.code, self.station.pk])
        return ""

    @property
    def count_url(self) -> str:
        """The counting table, for the two who enter."""
        if self.mine in PART_TITLES and self.station.state == "closed":
            return reverse("ballot:table", args=[self.code, self.station.pk])
        return ""

    @property
    def mine_entered(self) -> bool:
        """Whether the one who looks has handed in already."""
        return self.mine in self.entered

    @property
    def teller_pairs(self) -> list[tuple[str, str]]:
        return [
            (str(title), self.tellers[part].account.label)
            for part, title in PARTS.items()
            if part in self.tellers
        ]

    @property
    def tellers_said(self) -> str:
        return _("、").join(name for _title, name in self.teller_pairs)

    @property
    def next_title(self) -> str:
        """What this station waits for, in the words of whoever keeps it."""
        state = self.station.state
        if state == "preparing":
            return _("开始发票") if len(self.tellers) == 3 else _("指定计票人、监票人")
        if state == "open":
            return _("发选票")
        if state == "closed" and self.station.poll.state == "open":
            return _("等投票结束")
        if state == "closed" and self.station.returned is None:
            return _("开箱清点")
        if state == "closed" and len(self.entered) < 2:
            return _("计票：已交 {done} 份").format(done=len(self.entered))
        if state == "closed":
            return _("核对、监票人确认")
        if state == "merged" and self.station.merged_into is not None:
            return _("并入{name}").format(name=self.station.merged_into.name)
        return ""

    @property
    def next_url(self) -> str:
        state = self.station.state
        if state in ("preparing", "open"):
            return self.url
        if state == "closed" and self.station.poll.state != "open":
            return self.compare_url
        return ""


def crumbs(poll: Poll, code: str, *more: Crumb) -> list[Crumb]:
    """The way here: the room's page of the poll, the stations, and further."""
    back = way_back(poll, code)
    first = [Crumb(poll.title, back)] if back else []
    stations = Crumb(_("投票站"), reverse("ballot:stations", args=[code, poll.pk]) if more else "")
    return [*first, stations, *more]


@dataclass(frozen=True, slots=True)
class StationMove:
    """One thing that can be done with a station at the press of a button."""

    name: str
    title: Any
    icon: str
    url: str
    dress: str = ""


def moves_of(row: StationRow, *, runs: bool, helps: bool) -> list[StationMove]:
    """The buttons of a station as it stands."""
    state, poll = row.station.state, row.station.poll.state
    offered = []
    if helps and state == "preparing" and poll == "open" and len(row.tellers) == 3:
        offered.append(("open", _("票箱当众查空、加封，开始发票"), "player-play", "btn-primary"))
    if helps and state == "open":
        offered.append(("exchange", _("收回废票，换发一张"), "refresh", ""))
        offered.append(("seal", _("停止发票，封箱"), "lock", "btn-danger"))
    if runs and state == "preparing":
        offered.append(("take-down", _("撤掉这个站"), "trash", "btn-quiet"))
    if runs and state == "counted" and poll == "closed":
        offered.append(("count-again", _("重新计票"), "refresh", "btn-quiet"))
    return [
        StationMove(
            name,
            title,
            sign,
            reverse("ballot:move", args=[row.code, row.station.pk, name]),
            dress,
        )
        for name, title, sign, dress in offered
    ]

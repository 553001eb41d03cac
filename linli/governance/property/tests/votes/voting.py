"""A compound and its roster, and every step of a vote over it, through the acts."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from linli.core.people.actions import register_person
from linli.governance.property.actions import papers, roster_tables, vote_results, votes
from linli.governance.property.models import Estate, OwnerPaper, OwnersVote
from linli.governance.property.queries.roster_table import read_roster
from linli.mechanisms.ballot.models import Mark, NamedPaper

HEADING = "房号,业主,电话,登记面积,业主类别,业主编号\n"
FOR = {"1": {"marks": {"0": "for"}}}
AGAINST = {"1": {"marks": {"0": "against"}}}


def estate_of(setting: Any, place: Any = None, name: str = "东湖花园") -> Estate:
    """An estate, as the register of estates would hold it."""
    return Estate.objects.create(
        community=setting.community, name=name, place=place or setting.new,
        since=date(2020, 1, 1),
    )  # fmt: skip


def table_of(units: int, investor: int = 0, area: str = "100") -> bytes:
    """So many units, of which one buyer has `investor`."""
    rows = [
        f"{number:04d}室,{'投资人' if number <= investor else f'业主{number}'},,"
        f"{area},个人,{'T' if number <= investor else number}"
        for number in range(1, units + 1)
    ]
    return (HEADING + "\n".join(rows)).encode()


class Compound:
    """The roster, its keeper, and a clock that is put forward by hand."""

    def __init__(self, setting: Any, at: datetime, units: int = 300, investor: int = 20) -> None:
        self.setting, self.at = setting, at
        self.estate = estate_of(setting)
        self.take_in(table_of(units, investor))

    def by(self, key: str) -> Any:
        return self.setting.actor(key, self.at.date())

    def take_in(self, content: bytes, filename: str = "名册.csv") -> Any:
        read = read_roster(self.estate, content, filename)
        assert not read.faults, read.faults
        table = roster_tables.keep_table(
            self.estate, table=read, filename=filename, by=self.by("worker"), at=self.at
        )
        return roster_tables.take_in(
            table, since=date(2021, 5, 1), by=self.by("worker"), at=self.at
        )

    def draft(self, *kinds: str, **given: Any) -> OwnersVote:
        said = {"title": "表决", "scope": "sharing" if "use_fund" in kinds else "estate", **given}
        vote = votes.draft_vote(self.estate, given=said, by=self.by("worker"), at=self.at)
        for kind in kinds:
            votes.ask_owners(
                vote, kind=kind, title=f"同意方案吗（{kind}）", text="方案全文",
                by=self.by("worker"), at=self.at,
            )  # fmt: skip
        return OwnersVote.objects.get(community=vote.community_id, pk=vote.pk)

    def notice(self, vote: OwnersVote, days: int = 15) -> OwnersVote:
        opens = self.at + timedelta(days=days)
        return votes.notice_vote(
            vote, opens_at=opens, closes_at=opens + timedelta(days=7), by=self.by("worker"),
            at=self.at,
        )  # fmt: skip

    def open(self, *kinds: str, **given: Any) -> OwnersVote:
        vote = self.notice(self.draft(*kinds, **given))
        self.at = vote.opens_at or self.at
        vote = votes.open_vote(vote, by=self.by("director"), at=self.at)
        papers.deliver_papers(
            vote, numbers=range(1, vote.heads + 1), way="hand", on=self.at.date(),
            by=self.by("worker"), at=self.at,
        )  # fmt: skip
        return vote

    def paper(self, vote: OwnersVote, number: int) -> OwnerPaper:
        return OwnerPaper.objects.get(community=vote.community_id, vote=vote, number=number)

    def hand_in(
        self, vote: OwnersVote, number: int, pattern: Any, void_for: str = ""
    ) -> OwnerPaper:
        paper = self.paper(vote, number)
        papers.take_paper_back(
            paper, on=self.at.date(), seen=paper.version, by=self.by("worker"), at=self.at
        )
        for key in ("worker", "director"):
            paper = self.paper(vote, number)
            papers.type_paper(
                paper, pattern=pattern, void_for=void_for, seen=paper.version, by=self.by(key),
                at=self.at,
            )  # fmt: skip
        return self.paper(vote, number)

    def lay_in(self, vote: OwnersVote, patterns: Mapping[int, Any]) -> None:
        """Many papers at once, as they lie once two have typed each: by number, what they say."""
        rows = list(vote.papers.filter(number__in=list(patterns)))
        here = {"community_id": vote.community_id, "poll_id": vote.poll_id}
        Mark.objects.bulk_create(
            Mark(**here, elector_id=each.elector_id, how="paper") for each in rows
        )
        NamedPaper.objects.bulk_create(
            NamedPaper(**here, elector_id=each.elector_id, content=patterns[each.number])
            for each in rows
        )
        vote.papers.filter(number__in=list(patterns)).update(
            returned_on=self.at.date(), entered_at=self.at
        )

    def close_and_count(self, vote: OwnersVote) -> OwnersVote:
        self.at = vote.closes_at or self.at
        vote = votes.close_vote(vote, by=self.by("director"), at=self.at)
        return vote_results.count_vote(vote, by=self.by("director"), at=self.at)

    def tie(self, number: int, vote: OwnersVote, name: str = "王秀兰") -> Any:
        """A person of the register who owns what stands on that line, before the notice."""
        return register_person(self.setting.community, name=name, by=self.by("worker"), at=self.at)

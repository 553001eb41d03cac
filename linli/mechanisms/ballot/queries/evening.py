"""The evening as its pages show it: a station and what it waits for, an elector at the desk, the
count in the words of the paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linli.core.access.models import Account, Holding
from linli.core.access.queries import in_term
from linli.mechanisms.ballot.face import points_said
from linli.mechanisms.ballot.models import Elector, Line, Poll, Proxy, Sheet, Station, Teller
from linli.mechanisms.ballot.queries.polls import had_paper, paper_form
from linli.mechanisms.ballot.queries.rolls import find_electors
from linli.mechanisms.ballot.rules.papers import Pattern, Read, read
from linli.mechanisms.ballot.rules.tally import QuestionTally, Tally, tally


@dataclass(frozen=True, slots=True)
class AtTheDesk:
    """One elector as the station desk must know them: whether they have had their paper, who
    votes for them, and for whom they bring a mandate."""

    row: Elector
    marked: bool
    given_to: Elector | None
    principals: tuple["Principal", ...]


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody an elector votes for, and whether that paper has been had."""

    row: Elector
    marked: bool


@dataclass(frozen=True, slots=True)
class CountedLine:
    """What one name or option received, by the question's columns; `votes` is the first."""

    title: str
    numbers: tuple[int, ...]
    written: bool = False
    share: str = "0"

    @property
    def votes(self) -> int:
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class CountedQuestion:
    """One question counted, in the order of the paper, those written in below."""

    title: str
    seats: int
    columns: tuple[str, ...]
    lines: tuple[CountedLine, ...]
    valid: int
    void: int
    blank: int
    others: int
    """Votes for people who were written in; their names are for those who count."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count in the words of the paper."""

    papers: int
    void: int
    questions: tuple[CountedQuestion, ...]


def poll_to_keep(community: UUID, poll: UUID) -> Poll | None:
    """A poll on paper for those who keep it, in whatever state."""
    found: Poll | None = (
        Poll.objects.filter(community=community, pk=poll, on_paper=True)
        .select_related("electorate", "community")
        .first()
    )
    return found


def station_here(community: UUID, station: UUID) -> Station | None:
    """A station with its poll and roll."""
    found: Station | None = (
        Station.objects.filter(community=community, pk=station)
        .select_related("poll__electorate", "poll__community", "community", "merged_into")
        .first()
    )
    return found


def tellers_by_station(poll: Poll) -> dict[UUID, dict[str, Teller]]:
    """Who counts where, in one query."""
    named: dict[UUID, dict[str, Teller]] = {}
    rows = Teller.objects.filter(community=poll.community_id, station__poll=poll)
    for teller in rows.select_related("account"):
        named.setdefault(teller.station_id, {})[teller.part] = teller
    return named


def entered_by_station(poll: Poll) -> dict[UUID, set[str]]:
    """Which parts have entered where, in one query."""
    entered: dict[UUID, set[str]] = {}
    rows = Sheet.objects.filter(
        community=poll.community_id, station__poll=poll, superseded_at__isnull=True
    )
    for station, part in rows.values_list("station", "part"):
        entered.setdefault(station, set()).add(part)
    return entered


def part_at(station: Station, account: UUID | None) -> str:
    """The part this account was named for here, or nothing."""
    found = Teller.objects.filter(
        community=station.community_id, station=station, account=account
    ).first()
    return found.part if found else ""


def attempts_of(station: Station, part: str) -> int:
    """How often this teller has handed in here."""
    return Sheet.objects.filter(community=station.community_id, station=station, part=part).count()


def lines_of_sheet(sheet: Sheet) -> list[Line]:
    """What one entry says, by the number of papers."""
    return list(
        Line.objects.filter(community=sheet.community_id, sheet=sheet).order_by("-number", "key")
    )


def who_could_count(community: Any, on: date) -> "QuerySet[Account]":
    """Accounts with a post in the community that day: from whom tellers are named."""
    held = Holding.objects.filter(in_term(on), place__community=community)
    return Account.objects.filter(is_active=True, pk__in=held.values("account_id")).order_by(
        "label", "pk"
    )


def sealed_boxes(station: Station) -> "QuerySet[Station]":
    """The other sealed boxes of the poll, one of which this one can be joined to."""
    return Station.objects.filter(
        community=station.community_id, poll=station.poll_id, state="closed"
    ).exclude(pk=station.pk)


def at_the_desk(poll: Poll, words: str) -> list[AtTheDesk | Elector]:
    """Whoever is asked for, by number or name. Whether they have had their paper is told only
    where one elector is meant; of several that begin alike only names and numbers are given."""
    found = find_electors(poll.electorate, words)
    exact = [each for each in found if words.strip() in (str(each.number), each.name)]
    if len(exact) == 1 or len(found) == 1:
        return [_known(poll, (exact or found)[0])]
    return list(found)


def _known(poll: Poll, elector: Elector) -> AtTheDesk:
    live = list(
        Proxy.objects.filter(Q(principal=elector) | Q(holder=elector), community=poll.community_id)
        .filter(revoked_at__isnull=True)
        .select_related("principal", "holder")
        .order_by("slot")
    )
    principals = [each.principal for each in live if each.holder_id == elector.pk]
    given = next((each.holder for each in live if each.principal_id == elector.pk), None)
    had = had_paper(poll, [elector, *principals])
    return AtTheDesk(
        elector,
        elector.pk in had,
        given,
        tuple(Principal(each, each.pk in had) for each in principals),
    )


def sheet_tally(poll: Poll, lines: "list[tuple[Any, int]]") -> Tally:
    """The running totals of a sheet that is being entered."""
    return tally(paper_form(poll), lines)


def titles_of(poll: Poll) -> dict[int, dict[int, str]]:
    """What the options of each question are called, by position."""
    return {
        question.position: {option.position: option.title for option in question.options.all()}
        for question in poll.questions.prefetch_related("options")
    }


def words_of(poll: Poll, patterns: Iterable[Pattern]) -> list[str]:
    """The marks of each paper in words: whom it is for, who was written in."""
    paper, titles = paper_form(poll), titles_of(poll)
    asked = dict(poll.questions.values_list("position", "title"))
    return [_said(read(paper, pattern), titles, asked) for pattern in patterns]


def _said(answered: Read, titles: dict[int, dict[int, str]], asked: dict[int, str]) -> str:
    if answered.void:
        return _("整张作废")
    marks = {"for": "", "against": _("反对"), "abstain": _("弃权"), "unclear": _("看不清")}
    parts = []
    for position, answer in answered.answers.items():
        for option, mark in answer.marks.items():
            title = titles[position].get(option, "")
            parts.append(f"{title} {marks[mark]}".strip())
        for option, number in answer.points.items():
            parts.append(f"{titles[position].get(option, '')} {points_said(number)}")
        parts += [
            _("{question} 另选：{name}").format(question=asked[position], name=name)
            for name in answer.written
        ]
    return _("、").join(parts) or _("空白票")


def in_words(poll: Poll, found: Tally) -> Counted:
    """A tally as the pages show it, in the order of the paper."""
    questions = []
    for question in poll.questions.prefetch_related("options"):
        told = found.questions[question.position]
        titles = {option.position: option.title for option in question.options.all()}
        if question.form == "motion":
            titles = {0: question.title}
        questions.append(
            CountedQuestion(
                title=question.title,
                seats=question.seats,
                columns=_columns(question.form),
                lines=_lines(question.form, titles, told, found.papers * max(question.most, 1)),
                valid=told.valid,
                void=told.void,
                blank=told.blank,
                others=sum(told.written.values()),
            )
        )
    return Counted(found.papers, found.void, tuple(questions))


def _columns(form: str) -> tuple[str, ...]:
    if form == "choose":
        return (_("得票"),)
    if form == "points":
        return (_("得分"), _("给分的票"))
    return (_("赞成"), _("反对"), _("弃权"), _("未标"))


def _lines(
    form: str, titles: Mapping[int, str], told: QuestionTally, whole: int
) -> tuple[CountedLine, ...]:
    """`whole`: what one option could receive at most, for the length of its bar."""
    lines = []
    for position, title in titles.items():
        of = told.options[position]
        numbers: tuple[int, ...] = (of.for_, of.against, of.abstain, of.unmarked)
        if form == "choose":
            numbers = (of.for_,)
        elif form == "points":
            numbers = (of.points, of.for_)
        lines.append(CountedLine(title, numbers, share=_share(numbers[0], whole)))
    width = len(_columns(form))
    for name, votes in sorted(told.written.items(), key=lambda each: (-each[1], each[0])):
        lines.append(
            CountedLine(name, (votes, *[0] * (width - 1)), written=True, share=_share(votes, whole))
        )
    return tuple(lines)


def _share(part: int, whole: int) -> str:
    """Hundredths of a per cent as a decimal, for the length of a bar; nothing is judged by it."""
    return f"{part * 10000 // whole / 100:.2f}" if whole else "0"

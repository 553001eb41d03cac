"""`linli elections`: counting ballots, from the terminal."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linli.web.command import console
from linli.web.command.console import pick

if TYPE_CHECKING:
    from linli.governance.elections.ballots import Ballots, Counted
    from linli.lib.law import Finding

MODES = ("electors", "households", "representatives")
_LISTED = 20
_PLACE = re.compile(r"cn(-[0-9a-z]+)*")


@click.group(help=pick("选举。", "Elections."))
def command() -> None: ...


@command.command(
    help=pick(
        "计票：读一份选票表（一行一张票、一名候选人一列；或者“所选”和“票数”两列）或 PrefLib 划票数据，"
        "算出选举是否有效、谁当选、还差几名、谁参加另行选举，每一步都写明条文和数字。选举无效时退出码仍为 "
        "0；文件有问题时逐行说明，不计票。",
        "Count ballots: read a table (a row for each paper and a column for each candidate; or "
        "columns of names and of numbers of papers) or PrefLib categorical data, and tell whether "
        "the vote is valid, who is elected, how many seats are left and who stands again, with the "
        "article and the working of every step. A vote that is not valid also exits with 0; a "
        "file with faults is not counted, and each fault is told.",
    )
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--seats",
    type=click.IntRange(min=1),
    required=True,
    help=pick("应选名额。", "How many are to be elected."),
)
@click.option(
    "--electors",
    type=click.IntRange(min=0),
    required=True,
    help=pick(
        "名单上的人数：选民、户的代表或者居民代表。",
        "The number on the list: electors, household representatives or representatives.",
    ),
)
@click.option(
    "--mode",
    type=click.Choice(MODES),
    required=True,
    help=pick(
        "选举方式：全体选民、每户代表、居民代表。",
        "Who elects: all electors, one for each household, residents' representatives.",
    ),
)
@click.option(
    "--issued",
    type=click.IntRange(min=0),
    help=pick("发出的选票数；写了就核对。", "Ballots issued; compared where it is given."),
)
@click.option("--runoff", is_flag=True, help=pick("这是另行选举。", "This is a run-off."))
@click.option(
    "--field",
    "fields",
    multiple=True,
    help=pick(
        "参加的候选人，用逗号分开，可以写几次；不写就是表里的全部候选人。",
        "Who stands, separated by commas, may be given again; all candidates without it.",
    ),
)
@click.option(
    "--first",
    is_flag=True,
    help=pick("排名文件：第一名就算选了谁。", "Of rankings, take the first place as the mark."),
)
@click.option(
    "--mark",
    "marks",
    multiple=True,
    help=pick("也表示赞成的记号，可以写几次。", "A further mark that means approval; repeatable."),
)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help=pick(
        "选举日，按那一天的法律；不写就是今天。", "Election day, whose law holds; today without it."
    ),
)
@click.option(
    "--of",
    "place",
    default="cn",
    help=pick(
        "按哪里的规定，例如 cn-51（四川）；不写就按全国。",
        "Whose rules hold, e.g. cn-51 (Sichuan); the country's without it.",
    ),
)
@console.json_option
def count(
    file: Path,
    seats: int,
    electors: int,
    mode: str,
    issued: int | None,
    runoff: bool,
    fields: tuple[str, ...],
    first: bool,
    marks: tuple[str, ...],
    on: Any,
    place: str,
    as_json: bool,
) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.governance.elections.ballots import count_ballots, read_ballots
    from linli.governance.elections.rules import election_law
    from linli.lib.law import NotInForce, shipped

    if not _PLACE.fullmatch(place):
        console.reject(f"--of 写成 cn 或 cn-51 这样：{place}", f"--of is cn or like cn-51: {place}")
    day: date = on.date() if on else timezone.localdate()
    try:
        law = election_law(day, _jurisdictions(place), packs=shipped())
    except NotInForce:
        console.reject(
            f"{day} 那天还没有施行 2025 年修订的居民委员会组织法（2026-01-01 起施行）。",
            f"The law of 2025 was not in force on {day}; it holds from 2026-01-01.",
        )
    with console.progress(pick("读选票", "Reading ballots"), file.stat().st_size) as advance:
        ballots = read_ballots(
            file, file.name, seats=seats, first=first, marks=marks, advance=advance
        )
    if ballots.problems:
        _refuse_file(file, ballots, as_json=as_json)
    field = _field(fields, ballots)
    counted = count_ballots(
        ballots,
        seats=seats,
        electors=electors,
        mode=mode,
        law=law,
        runoff=runoff,
        field=field,
        issued=issued,
    )
    if as_json:
        console.print_json(_report(counted, ballots))
    else:
        _print(counted, ballots)


def _jurisdictions(place: str) -> tuple[str, ...]:
    """`cn-51-01` asks itself, then cn-51; the country comes last of itself."""
    parts = place.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 1, -1))


def _field(given: tuple[str, ...], ballots: "Ballots") -> tuple[str, ...]:
    """The names given, each one on the ballot; a name may hold a comma."""
    known = {*ballots.candidates, *(name for names in ballots.patterns for name in names or ())}
    names: list[str] = []
    for text in given:
        parts = [text] if text in known else re.split(r"[,，、]", text)
        names += [part.strip() for part in parts if part.strip()]
    if strangers := [name for name in names if name not in known]:
        console.reject(
            f"--field 里的人不在选票上：{'、'.join(strangers)}",
            f"--field names who is not on the ballot: {', '.join(strangers)}",
        )
    return tuple(names)


def _report(counted: "Counted", ballots: "Ballots") -> dict[str, Any]:
    outcome, office = counted.outcome, counted.outcome.offices[0]
    papers = counted.papers.offices[0]
    return {
        "valid": outcome.valid,
        "elected": list(office.elected),
        "seats_left": office.seats_left,
        "runoff_field": list(office.next_field),
        "tied": list(office.revote.tied) if office.revote else [],
        "tally": dict(office.tally),
        "cast": counted.papers.cast,
        "void": papers.void,
        "overmarked": papers.overmarked,
        "overmarked_rows": list(ballots.overmarked_rows),
        "blank": papers.blank,
        "remarks": _remarks(ballots),
        "findings": [_step(finding) for finding in outcome.findings],
    }


def _step(finding: "Finding") -> dict[str, Any]:
    from linli.core.pages.sentences import sentence
    from linli.lib.law import cite_each
    from linli.lib.law.citations import Status

    told = sentence(finding)
    cited = cite_each(finding.cites)
    return {
        "rule": finding.rule,
        "citation": [pick(each.reference, each.reference_en) for each in cited],
        "cites": list(finding.cites),
        "to_verify": [each.key for each in cited if each.status is Status.TO_VERIFY],
        "numbers": dict(finding.numbers),
        "truth": finding.holds,
        "sentence": told.text,
        "way_on": told.way_on,
    }


def _remarks(ballots: "Ballots") -> list[str]:
    from django.utils.translation import gettext

    from linli.governance.elections.ballots.sentences import OF_REMARKS

    return [gettext(OF_REMARKS[code]) for code in ballots.remarks]


def _print(counted: "Counted", ballots: "Ballots") -> None:
    from linli.core.pages.sentences import working

    office, papers = counted.outcome.offices[0], counted.papers.offices[0]
    for remark in _remarks(ballots):
        console.say(remark)
    click.echo(
        pick(
            f"选票 {counted.papers.cast:,} 张，其中废票 {papers.void:,} 张（选多了的 "
            f"{papers.overmarked:,} 张），没有选人的 {papers.blank:,} 张。",
            f"{counted.papers.cast:,} ballots, of which {papers.void:,} void (with too many marks: "
            f"{papers.overmarked:,}), {papers.blank:,} with no mark.",
        )
    )
    for name, votes in office.tally:
        click.echo(f"  {votes:>9,}  {name}")
    for finding in counted.outcome.findings:
        step = _step(finding)
        shown = working(finding)
        click.echo(f"{'✓' if finding.holds else '✗'} {step['sentence']}{step['way_on'] and ' '}"
                   f"{step['way_on']}")  # fmt: skip
        click.echo(f"    {pick('、', '; ').join(step['citation'])}{shown and '  '}{shown}")
    _print_result(counted)


def _print_result(counted: "Counted") -> None:
    office, between = counted.outcome.offices[0], pick("、", ", ")
    elected, again = between.join(office.elected), between.join(office.next_field)
    if not counted.outcome.valid:
        click.echo(pick("选举无效，没有人当选。", "The election is not valid; nobody is elected."))
        return
    click.echo(
        pick(
            f"当选：{elected or '没有'}；还差 {office.seats_left} 名。",
            f"Elected: {elected or 'nobody'}; seats left: {office.seats_left}.",
        )
    )
    if again:
        click.echo(pick(f"再次参加投票的候选人：{again}。", f"Who stands again: {again}."))


def _refuse_file(file: Path, ballots: "Ballots", *, as_json: bool) -> None:
    from django.utils.translation import gettext

    from linli.governance.elections.ballots import sentence_of_problem

    reasons = [
        {
            "row": problem.row,
            "cell": problem.cell or "",
            "code": problem.code,
            "reason": sentence_of_problem(problem, gettext),
        }
        for problem in ballots.problems
    ]
    summary = pick(
        f"{file.name}：有 {ballots.faults} 处问题，没有计票。",
        f"{file.name}: {ballots.faults} faults; not counted.",
    )
    if as_json:
        console.print_json({"refused": summary, "faults": ballots.faults, "reasons": reasons})
        raise click.exceptions.Exit(console.REFUSED)
    for reason in reasons[:_LISTED]:
        console.say(f"  {reason['cell'] or reason['row'] or ''}  {reason['reason']}")
    if ballots.faults > _LISTED:
        more = ballots.faults - _LISTED
        console.say(pick(f"  ……还有 {more} 处。", f"  … {more} more."))
    console.refuse(summary, summary)

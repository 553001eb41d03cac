"""`linli budgeting`: counting a participatory budget, from the terminal."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linli.web.command import console
from linli.web.command.console import pick

if TYPE_CHECKING:
    from linli.governance.budgeting.explained import ToldOutcome, ToldProject
    from linli.governance.budgeting.pabulib import Election
    from linli.governance.budgeting.rules.count import CountRules, Outcome

_LISTED = 20
METHODS = ("equal_shares", "greedy", "greedy_no_skip")
TIES = ("cost", "votes", "lot")


@click.group(help=pick("参与式预算。", "Participatory budgets."))
def command() -> None: ...


@command.command(
    help=pick(
        "计票：读一份 Pabulib 文件（.pb），算出哪些项目入选、为什么。规则按文件里写的；没有写的用均等份额，"
        "钱没有用完就逐步加份额。下面各项可以改规则。文件有问题时逐行说明，不计票。",
        "Count a Pabulib file (.pb): which projects win, and why. The rules are those the file "
        "names; equal shares, raised step by step, where it names none. The options below change "
        "them. A file with faults is not counted, and each fault is told.",
    )
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--method",
    type=click.Choice(METHODS),
    help=pick(
        "均等份额；按票数（放不下的跳过）；按票数（放不下就停）。",
        "Equal shares; by votes, passing over what does not fit; by votes, ending at it.",
    ),
)
@click.option(
    "--completion",
    type=click.Choice(["none", "add1"]),
    help=pick(
        "钱没有用完时：不管；或者每人加一点再算。",
        "Where money is left: leave it, or raise every share a little and count again.",
    ),
)
@click.option(
    "--stop",
    type=click.Choice(["exhaustive", "overshoot"]),
    help=pick(
        "什么时候停：剩下的钱放不下任何项目；或者再加就超出预算。",
        "When raising ends: nothing fits any more, or one step more would overshoot the budget.",
    ),
)
@click.option(
    "--step",
    type=click.FloatRange(min=0.01),
    help=pick("每次加多少（元）；不写就是 1。", "By how much a share is raised; 1 without it."),
)
@click.option(
    "--ties",
    help=pick(
        "相同时依次看什么：cost、votes、lot，用逗号分开。",
        "What decides ties, in order: cost, votes, lot, separated by commas.",
    ),
)
@click.option(
    "--lot",
    help=pick(
        "抽签用字：投票以前公布的一个词。",
        "The seed of the lot: the word published before the vote.",
    ),
)
@click.option(
    "--least",
    type=click.IntRange(min=0),
    help=pick("至少要多少票（分）。", "The least votes (points) a project needs."),
)
@click.option(
    "--threshold/--no-threshold",
    default=None,
    help=pick(
        "支持的人所占的份要达到费用占三倍预算的份。",
        "A project's share of voters must reach cost ÷ (3 × budget).",
    ),
)
@click.option(
    "--compared/--no-compared",
    default=None,
    help=pick(
        "按票数的结果让更多人选中更多时，用按票数的结果。",
        "The winners by votes take the place where more voters are better off with them.",
    ),
)
@click.option(
    "--working", is_flag=True, help=pick("逐个项目说明为什么。", "Tell of each project why.")
)
@console.json_option
def count(
    file: Path,
    method: str | None,
    completion: str | None,
    stop: str | None,
    step: float | None,
    ties: str | None,
    lot: str | None,
    least: int | None,
    threshold: bool | None,
    compared: bool | None,
    working: bool,
    as_json: bool,
) -> None:
    console.open_house()
    from linli.governance.budgeting.pabulib import read_pb
    from linli.governance.budgeting.rules import count as counting

    election = read_pb(file)
    if election.profile is None:
        _refuse_file(file, election, as_json=as_json)
        return
    rules = _rules(
        election,
        method=method and counting.Method(method),
        completion=completion and counting.Completion(completion),
        stop=stop and counting.Stop(stop),
        step=None if step is None else round(step * 100),
        ties=None if ties is None else _ties(ties),
        lot=lot,
        least=least,
        threshold=threshold,
        compared=compared,
    )
    try:
        outcome = counting.count(election.profile, rules)
    except counting.Undecided as error:
        between = pick("、", ", ").join(error.keys)
        console.refuse(
            f"这些项目完全相同，规则没有说先取哪个：{between}。请用 --lot 写明投票以前公布的抽签用字。",
            f"These projects stand exactly alike and the rules do not decide: {between}. Give the "
            "seed of the lot that was published before the vote with --lot.",
        )
    if as_json:
        console.print_json(_report(outcome, election, working=working))
    else:
        _print(outcome, election, working=working)


def _rules(election: "Election", **given: Any) -> "CountRules":
    """The file's own rules, changed by what was given."""
    from linli.governance.budgeting.rules.count import Completion, CountRules, Method

    told = {name: value for name, value in given.items() if value is not None}
    if told.get("method") is Method.EQUAL_SHARES and "completion" not in told:
        told["completion"] = Completion.ADD1
    return replace(election.rules or CountRules(), **told)


def _ties(text: str) -> tuple[Any, ...]:
    from linli.governance.budgeting.rules.count import Tie

    named = [each.strip() for each in text.split(",") if each.strip()]
    if not set(named) <= set(TIES) or len(set(named)) < len(named):
        console.reject(
            f"--ties 由 cost、votes、lot 组成，各写一次：{text}",
            f"--ties is made of cost, votes and lot, each once: {text}",
        )
    return tuple(map(Tie, named))


def _told(outcome: "Outcome", election: "Election") -> "ToldOutcome":
    from linli.governance.budgeting.explained import explain, tell_fen

    currency = election.meta.get("currency", "CNY")

    def tell(amount: Fraction) -> str:
        return f"{float(amount) / 100:,.2f} {currency}"

    return explain(outcome, election.names, tell=tell_fen if currency == "CNY" else tell)


def _report(outcome: "Outcome", election: "Election", *, working: bool) -> dict[str, Any]:
    told = _told(outcome, election)
    report: dict[str, Any] = {
        "winners": list(outcome.won),
        "cost": outcome.cost / 100,
        "budget": outcome.budget / 100,
        "left": outcome.left / 100,
        "voters": outcome.voters,
        "share": None if outcome.share is None else float(outcome.share) / 100,
        "steps": outcome.steps,
        "ended": outcome.ended.value,
        "exact": outcome.exact,
        "agreed": outcome.agreed,
        "ties": [
            {"alike": list(tie.keys), "taken": tie.taken, "by": tie.by.value}
            for tie in outcome.ties
        ],
        "rules": outcome.rules.told(),
        "remarks": _remarks(election),
    }
    if working:
        report["projects"] = [
            {
                "key": project.key,
                "name": project.name,
                "won": project.won,
                "votes": project.votes,
                "supporters": project.supporters,
                "cost": project.cost,
                "why": list(project.words),
                "spent": [[each.name, each.amount] for each in project.spent],
            }
            for project in told.projects
        ]
    return report


def _remarks(election: "Election") -> list[str]:
    from django.utils.translation import gettext

    from linli.governance.budgeting.pabulib import SENTENCES

    return [gettext(SENTENCES[code]) for code in election.remarks]


def _print(outcome: "Outcome", election: "Election", *, working: bool) -> None:
    told = _told(outcome, election)
    for remark in _remarks(election):
        console.say(remark)
    for sentence in told.rules:
        click.echo(sentence)
    click.echo("")
    for sentence in (*told.summary, *told.ties):
        click.echo(sentence)
    click.echo("")
    for project in told.winners:
        click.echo(f"{project.place:>3}. {project.key}  {project.name}  {project.cost}")
        if working:
            _print_why(project)
    if working:
        click.echo("")
        for project in told.losers:
            click.echo(f"  –  {project.key}  {project.name}  {project.cost}")
            _print_why(project)


def _print_why(project: "ToldProject") -> None:
    for sentence in project.words:
        click.echo(f"       {sentence}")
    for each in project.spent:
        click.echo(f"         {each.amount}  {each.name}")


def _refuse_file(file: Path, election: "Election", *, as_json: bool) -> None:
    from django.utils.translation import gettext

    from linli.governance.budgeting.pabulib import sentence_of_fault

    reasons = [
        {
            "row": problem.row,
            "code": problem.code,
            "reason": sentence_of_fault(problem, gettext),
        }
        for problem in election.problems
    ]
    summary = pick(
        f"{file.name}：有 {election.faults} 处问题，没有计票。",
        f"{file.name}: {election.faults} faults; not counted.",
    )
    if as_json:
        console.print_json({"refused": summary, "faults": election.faults, "reasons": reasons})
        raise click.exceptions.Exit(console.REFUSED)
    for reason in reasons[:_LISTED]:
        console.say(f"  {reason['row'] or ''}  {reason['reason']}")
    if election.faults > _LISTED:
        more = election.faults - _LISTED
        console.say(pick(f"  ……还有 {more} 处。", f"  … {more} more."))
    console.refuse(summary, summary)

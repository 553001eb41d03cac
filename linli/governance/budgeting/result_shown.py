"""A result as its page shows it, and as anybody may take it along and count it again."""

from typing import Any

from linli.governance.budgeting.explained import chart_of, explain, lay_beside, title_of
from linli.governance.budgeting.models import Round, Ruling
from linli.governance.budgeting.pabulib import RECOUNT, recount_script, write_pb
from linli.governance.budgeting.queries.results import (
    count_rules,
    may_tell,
    outcomes_of,
    projects_of,
    titles,
    vote_of,
)


def shown(round_: Round, ruling: Ruling) -> dict[str, Any]:
    """The count told project by project, and beside it the other rule on the same papers. Of fewer
    papers than the floor only what won."""
    projects = projects_of(round_)
    outcome, other = outcomes_of(round_, ruling, projects)
    named = dict(titles(projects))
    by_key = {str(each.position): each for each in projects}
    enough = may_tell(round_)
    told: dict[str, Any] = {
        "won": [by_key[key] for key in outcome.won],
        "cost": outcome.cost,
        "left": outcome.left,
        "held_back": None if enough else enough,
        "data": _as_data(round_, ruling, outcome, other, told=bool(enough)),
    }
    if enough:
        profile = vote_of(round_, ruling, projects).profile
        told |= {
            "told": explain(outcome, named),
            "chart": chart_of(outcome, named),
            "beside": lay_beside(profile, outcome, other, named),
        }
    return told


def pb_of(round_: Round, ruling: Ruling) -> bytes:
    """The papers, projects and rules as a Pabulib file. Papers bear numbers in the order of what
    they say; so nothing tells when or where they were cast."""
    projects = projects_of(round_)
    outcome, _other = outcomes_of(round_, ruling, projects)
    return write_pb(
        vote_of(round_, ruling, projects).profile,
        names=titles(projects),
        meta={
            "description": round_.title,
            "country": "China",
            "unit": round_.community.name,
            "instance": str(round_.vote_until.year),
            "date_begin": round_.vote_from.strftime("%d.%m.%Y"),
            "date_end": round_.vote_until.strftime("%d.%m.%Y"),
            "language": "zh",
        },
        rules=count_rules(ruling),
        outcome=outcome,
    )


def recount_file() -> tuple[str, bytes]:
    """The script, and what it is called."""
    return RECOUNT, recount_script()


def _as_data(
    round_: Round, ruling: Ruling, outcome: Any, other: Any, *, told: bool
) -> dict[str, Any]:
    data: dict[str, Any] = {
        "round": round_.pk,
        "papers": round_.papers,
        "rules": count_rules(ruling).told(),
        "sha256": ruling.sha256,
        "budget_fen": outcome.budget,
        "won": list(outcome.won),
        "cost_fen": outcome.cost,
        "left_fen": outcome.left,
    }
    if told:
        data["other"] = {"rule": title_of(other), "won": list(other.won), "cost_fen": other.cost}
        data["votes"] = {each.key: each.votes for each in (*outcome.winners, *outcome.losers)}
    return data

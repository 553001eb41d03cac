"""Writing a vote as a Pabulib file, for anybody to count again."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from linli.governance.budgeting.pabulib.naming import tell_rules
from linli.governance.budgeting.rules.count import CountRules, Outcome, Profile
from linli.governance.budgeting.rules.count.profile import Given


def write_pb(
    profile: Profile,
    *,
    names: Mapping[str, str],
    meta: Mapping[str, str],
    rules: CountRules,
    outcome: Outcome | None = None,
    papers: Iterable[tuple[str, Given]] | None = None,
) -> bytes:
    """The file in UTF-8. `meta`: description, country, unit, instance, dates … as Pabulib names
    them. `papers`: each paper with its number, where papers are listed; without them they are
    numbered in the order of what they say, which tells nothing about when they were cast.

    Raises ValueError for a project's key that holds a comma, semicolon or line feed.
    """
    if wrong := [key for key in profile.costs if not key or set(key) & set(',;\n\r"')]:
        raise ValueError(f"a key that cannot stand in the file: {wrong}")
    if papers is None:
        grouped = (pattern.given for pattern in profile.patterns for _ in range(pattern.number))
        papers = ((str(number), given) for number, given in enumerate(grouped, start=1))
    listed = list(papers)
    text = StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\n")
    told = {key: value for key, value in meta.items() if value}
    told |= {"num_projects": str(len(profile.costs)), "num_votes": str(len(listed))}
    told |= {"budget": _money(profile.budget)}
    told |= {"vote_type": "cumulative" if profile.points else "approval"}
    told |= tell_rules(rules)
    told.setdefault("currency", "CNY")
    rows.writerow(["META"])
    rows.writerow(["key", "value"])
    rows.writerows([key, _line(value)] for key, value in told.items())
    _write_projects(rows, profile, names, outcome)
    rows.writerow(["VOTES"])
    rows.writerow(["voter_id", "vote", *(["points"] if profile.points else [])])
    for number, given in listed:
        points = [",".join(str(each) for _key, each in given)] if profile.points else []
        rows.writerow([number, ",".join(key for key, _points in given), *points])
    return text.getvalue().encode()


def _write_projects(
    rows: Any, profile: Profile, names: Mapping[str, str], outcome: Outcome | None
) -> None:
    score = ["score"] if profile.points else []
    selected = ["selected"] if outcome is not None else []
    rows.writerow(["PROJECTS"])
    rows.writerow(["project_id", "cost", "votes", *score, "name", *selected])
    for key, cost in profile.costs.items():
        row = [key, _money(cost), profile.supporters[key]]
        row += [profile.votes[key]] if profile.points else []
        row += [_line(names.get(key, key))]
        row += [int(key in outcome.won)] if outcome is not None else []
        rows.writerow(row)


def _money(fen: int) -> str:
    yuan, rest = divmod(fen, 100)
    return f"{yuan}.{rest:02d}" if rest else str(yuan)


def _line(text: str) -> str:
    return " ".join(text.split())

"""Reading Pabulib's .pb files (pabulib.org/format): every fault told by line, none guessed away."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from linli.governance.budgeting.pabulib.election import LISTED, Election, Listed
from linli.governance.budgeting.pabulib.naming import rules_of
from linli.governance.budgeting.pabulib.sections import Row, open_text, take_apart
from linli.governance.budgeting.rules.count import Profile
from linli.lib.tables import Problem
from linli.lib.tables.problems import Unreadable

APPROVING, POINTS = ("approval", "choose-1"), ("cumulative", "scoring")
VOTE_TYPES = (*APPROVING, *POINTS, "ordinal")
_MONEY = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,2})0*)?")
_NUMBER = re.compile(r"-?\d{1,9}")

Paper = dict[str, int]


@dataclass(slots=True)
class _Faults:
    problems: list[Problem] = field(default_factory=list)
    faults: int = 0

    def add(self, code: str, line: int = 0, **numbers: object) -> None:
        self.faults += 1
        if len(self.problems) < LISTED:
            self.problems.append(Problem(code, line, numbers={"line": line, **numbers}))


def read_pb(content: Path | bytes) -> Election:
    """The vote in a file. Never raises for what a file may hold: see `Election.problems`.

    Approvals and single choices approve; cumulative and scoring papers give points; of an ordinal
    paper the first place is `max_length` points (the longest paper, where the file does not say),
    the next one fewer. Nothing about voters but their papers is kept.
    """
    try:
        sections = take_apart(open_text(content))
    except Unreadable as unreadable:
        return Election(problems=(unreadable.problem,), faults=1)
    faults = _Faults()
    for problem in sections.problems:
        faults.add(problem.code, problem.row)
    meta = {row.cells["key"]: row.cells["value"] for row in sections.rows["META"]}
    kind = meta.get("vote_type", "")
    if kind not in VOTE_TYPES:
        faults.add("pb_vote_type", value=kind[:20])
    budget = _read_money(meta.get("budget", ""), 0, "pb_budget", faults)
    projects = _read_projects(sections.rows["PROJECTS"], faults)
    papers = _read_papers(sections.rows["VOTES"], kind, {each.key for each in projects}, faults)
    _compare(meta, "num_projects", len(sections.rows["PROJECTS"]), faults)
    _compare(meta, "num_votes", len(sections.rows["VOTES"]), faults)
    for section, code in (("PROJECTS", "pb_no_projects"), ("VOTES", "pb_no_votes")):
        if not sections.rows[section]:
            faults.add(code)
    if faults.faults:
        return Election(meta, projects, None, None, tuple(faults.problems), faults.faults)
    profile = _profile(budget, projects, papers, kind, meta)
    remarks = _remarks(sections.rows["PROJECTS"], profile)
    return Election(meta, projects, profile, rules_of(meta), remarks=remarks)


def _read_projects(rows: Iterable[Row], faults: _Faults) -> tuple[Listed, ...]:
    found: dict[str, Listed] = {}
    for row in rows:
        key = row.cells["project_id"]
        cost = _read_money(row.cells["cost"], row.line, "pb_cost", faults)
        if not key:
            faults.add("pb_id_missing", row.line)
        elif key in found:
            faults.add("pb_project_twice", row.line, value=key[:40])
        else:
            selected = row.cells.get("selected", "")
            won = selected == "1" if selected else None
            found[key] = Listed(key, row.cells.get("name") or key, cost, won)
    return tuple(found.values())


def _read_papers(rows: Iterable[Row], kind: str, keys: set[str], faults: _Faults) -> list[Paper]:
    papers: list[Paper] = []
    voters: set[str] = set()
    for row in rows:
        voter = row.cells["voter_id"]
        if not voter:
            faults.add("pb_id_missing", row.line)
        elif voter in voters:
            faults.add("pb_voter_twice", row.line)
        voters.add(voter)
        named = [key.strip() for key in row.cells["vote"].split(",") if key.strip()]
        if strangers := [key for key in named if key not in keys]:
            faults.add("pb_project_unknown", row.line, value=strangers[0][:40])
        elif len(set(named)) < len(named):
            faults.add("pb_named_twice", row.line)
        elif kind == "choose-1" and len(named) > 1:
            faults.add("pb_chose_more", row.line)
        elif kind in POINTS:
            papers.append(_read_points(row, named, faults))
        else:
            papers.append(dict.fromkeys(named, 1))
    return papers


def _read_points(row: Row, named: list[str], faults: _Faults) -> Paper:
    told = [each.strip() for each in row.cells.get("points", "").split(",") if each.strip()]
    if len(told) != len(named) or not all(_NUMBER.fullmatch(each) for each in told):
        faults.add("pb_points", row.line)
        return {}
    points = [int(each) for each in told]
    if any(each < 0 for each in points):
        faults.add("pb_points_negative", row.line)
        return {}
    return dict(zip(named, points, strict=True))


def _read_money(text: str, line: int, code: str, faults: _Faults) -> int:
    """Hundredths of the file's currency; a fault where it is nothing, less, or no amount."""
    matched = _MONEY.fullmatch(text)
    if matched is None:
        faults.add(f"{code}_unreadable" if text else f"{code}_missing", line, value=text[:20])
        return 0
    amount = int(matched[2]) * 100 + int((matched[3] or "").ljust(2, "0"))
    if matched[1] or not amount:
        faults.add(f"{code}_not_positive", line, value=text[:20])
    return amount


def _compare(meta: dict[str, str], name: str, found: int, faults: _Faults) -> None:
    """A file that was cut off in the middle says more than it holds."""
    said = meta.get(name, "")
    if said.isdigit() and int(said) != found:
        faults.add(f"pb_{name}", expected=int(said), found=found)


def _profile(
    budget: int, projects: Iterable[Listed], papers: list[Paper], kind: str, meta: dict[str, str]
) -> Profile:
    costs = {project.key: project.cost for project in projects}
    if kind in APPROVING:
        return Profile.of_approvals(budget, costs, ((paper, 1) for paper in papers))
    if kind == "ordinal":
        said = meta.get("max_length", "")
        longest = max(map(len, papers))
        longest = max(longest, int(said)) if said.isdigit() else longest
        papers = [{key: longest - place for place, key in enumerate(paper)} for paper in papers]
    return Profile.of_points(budget, costs, ((paper, 1) for paper in papers))


def _remarks(rows: Sequence[Row], profile: Profile) -> tuple[str, ...]:
    """Where the file's own totals are others than its papers give."""

    def differs(column: str, counted: Callable[[str], int]) -> bool:
        told = ((row.cells["project_id"], row.cells.get(column, "")) for row in rows)
        return any(said.isdigit() and int(said) != counted(key) for key, said in told)

    votes = differs("votes", profile.supporters.__getitem__)
    score = profile.points and differs("score", profile.votes.__getitem__)
    return ("pb_totals_differ",) if votes or score else ()

"""The same votes counted by pabutools; run by the Python of an environment of its own, which knows
nothing of Linli.

Reads the votes from the file named on the command line; then, line by line from its input, the name
of a vote. Answers each with one line of JSON: the winners, and the seconds of the rule alone.
"""

# the libraries of the other environment

import json
import sys
import time
from typing import Any


def build(told: dict[str, Any]) -> Any:
    """Instance, profile and use of one vote, papers that are alike grouped, as pabutools can."""
    from pabutools import election  # type: ignore[import-not-found]

    projects = {key: election.Project(key, cost) for key, cost in told["costs"].items()}
    instance = election.Instance(projects.values(), budget_limit=told["budget"])
    if told["points"]:
        ballots = [
            election.CardinalBallot({projects[key]: points for key, points in given.items()})
            for given, number in told["papers"]
            for _paper in range(number)
        ]
        profile = election.CardinalProfile(ballots, instance=instance)
        return instance, profile.as_multiprofile(), election.Additive_Cardinal_Sat
    ballots = [
        election.ApprovalBallot(projects[key] for key in given)
        for given, number in told["papers"]
        for _paper in range(number)
    ]
    profile = election.ApprovalProfile(ballots, instance=instance)
    return instance, profile.as_multiprofile(), election.Cost_Sat


def count(told: dict[str, Any]) -> dict[str, Any]:
    """The winners, ties going as ours go: the cheaper, more votes, the order of the lot."""
    from pabutools.rules import method_of_equal_shares  # type: ignore[import-not-found]
    from pabutools.tiebreaking import TieBreakingRule  # type: ignore[import-not-found]

    instance, profile, use = build(told)
    votes, lot = told["votes"], {key: place for place, key in enumerate(told["lot"])}
    ties = TieBreakingRule(
        lambda _instance, _profile, project: (
            project.cost,
            -votes[project.name],
            lot[project.name],
        )
    )
    began = time.perf_counter()
    found = method_of_equal_shares(
        instance, profile, sat_class=use, tie_breaking=ties, voter_budget_increment=told["step"]
    )
    seconds = time.perf_counter() - began
    return {"winners": sorted(project.name for project in found), "seconds": seconds}


def main() -> None:
    """Answers what it is asked, until its input ends."""
    with open(sys.argv[1], encoding="utf-8") as file:
        votes = json.load(file)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        print(json.dumps(count(votes[line.strip()])), flush=True)


if __name__ == "__main__":
    main()

"""再算一遍：python3 recount_pb.py 文件.pb
Counts a participatory budget again: python3 recount_pb.py FILE.pb

只用 Python 自带的库，3.10 以上即可，不联网，也不需要邻里系统。逐步计算，全部用整数，没有近似。
按文件里写明的规则计票；没有写的，按下面的默认值。输出每个入选项目一行：编号、金额。

Python's own library only (3.10 or newer); no network, nothing of the system that made the file.
Every step in whole numbers, nothing rounded. The rules are those the file names; where it names
none, the defaults below. Prints a line for each winner, in order: its key, its cost.

Written to be read: nothing is clever here, so it is slower than the system's own count.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from fractions import Fraction
from math import gcd

Papers = list[tuple[tuple[tuple[str, int], ...], int]]


def read(path: str) -> tuple[int, dict[str, int], Papers, dict[str, str]]:
    """Budget, costs (hundredths), papers ({project: points}, how many), META."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = [line for line in csv.reader(file, delimiter=";") if any(line)]
    meta: dict[str, str] = {}
    costs: dict[str, int] = {}
    papers: dict[tuple[tuple[str, int], ...], int] = {}
    section: str = ""
    head: list[str] | None = None
    for line in lines:
        if line[0].strip() in ("META", "PROJECTS", "VOTES") and not any(line[1:]):
            section, head = line[0].strip(), None
        elif head is None:
            head = [cell.strip() for cell in line]
        else:
            row = dict(zip(head, (cell.strip() for cell in line), strict=False))
            if section == "META":
                meta[row["key"]] = row["value"]
            elif section == "PROJECTS":
                costs[row["project_id"]] = int(Fraction(row["cost"]) * 100)
            else:
                paper = tuple(sorted(points_of(row, meta).items()))
                papers[paper] = papers.get(paper, 0) + 1
    return int(Fraction(meta["budget"]) * 100), costs, sorted(papers.items()), meta


def points_of(row: dict[str, str], meta: dict[str, str]) -> dict[str, int]:
    """What one paper says: an approval is one point."""
    named = [key.strip() for key in row["vote"].split(",") if key.strip()]
    if meta["vote_type"] in ("cumulative", "scoring"):
        points = dict(zip(named, map(int, filter(None, row["points"].split(","))), strict=True))
        return {key: number for key, number in points.items() if number}
    if meta["vote_type"] == "ordinal":
        return {key: int(meta["max_length"]) - place for place, key in enumerate(named)}
    return dict.fromkeys(named, 1)


class Count:
    """One vote to be counted."""

    def __init__(
        self, budget: int, costs: dict[str, int], papers: Papers, meta: dict[str, str]
    ) -> None:
        self.budget, self.costs, self.papers = budget, costs, papers
        self.ties = (meta.get("count_ties") or "cost,votes,lot").split(",")
        self.lot = meta.get("count_lot", "")
        self.approvals = meta["vote_type"] in ("approval", "choose-1")
        self.voters = sum(number for _paper, number in papers)
        self.votes = dict.fromkeys(costs, 0)
        self.supporters = dict.fromkeys(costs, 0)
        self.named: dict[str, list[tuple[int, int, int]]] = {key: [] for key in costs}
        for index, (paper, number) in enumerate(papers):
            for key, points in paper:
                self.votes[key] += points * number
                self.supporters[key] += number
                self.named[key].append((index, points, number))
        least = int(meta.get("min_project_score_threshold") or 0)
        self.keys = [
            key
            for key, cost in sorted(costs.items())
            if self.votes[key]
            and self.votes[key] >= least
            and (
                meta.get("count_threshold") != "1"
                or Fraction(self.supporters[key], self.voters) >= Fraction(cost, 3 * budget)
            )
        ]

    def cost(self, won: list[str]) -> int:
        return sum(self.costs[key] for key in won)

    def decide(self, keys: list[str]) -> str:
        """Among projects that stand alike: as the rules say, in their order."""
        keys = sorted(keys)
        for tie in self.ties:
            order: dict[str, int | str]
            if tie == "cost":
                order = {key: self.costs[key] for key in keys}
            elif tie == "votes":
                order = {key: -self.votes[key] for key in keys}
            elif self.lot:
                order = {
                    key: hashlib.sha256(f"{self.lot}\n{key}".encode()).hexdigest() for key in keys
                }
            else:
                continue
            first = min(order.values(), key=lambda each: each)
            keys = [key for key in keys if order[key] == first]
        if len(keys) > 1:
            raise SystemExit(f"undecided: {' '.join(keys)}")
        return keys[0]

    def greedy(self, skip: bool) -> list[str]:
        won: list[str] = []
        left, waiting = self.budget, set(self.keys)
        while waiting:
            most = max(self.votes[key] for key in waiting)
            alike = [key for key in waiting if self.votes[key] == most]
            taken = min(alike, key=lambda key: (self.costs[key], key))
            if self.cost(alike) > left >= self.costs[taken]:
                taken = self.decide(alike)
            waiting.remove(taken)
            if self.costs[taken] <= left:
                won.append(taken)
                left -= self.costs[taken]
            elif not skip:
                break
        return won

    def equal_shares(self, share: Fraction) -> list[str]:
        """Everybody holds `share`. Money is kept as whole numbers of 1/unit hundredths."""
        unit = share.denominator
        held = [share.numerator] * len(self.papers)
        won: list[str] = []
        last = {key: Fraction(0) for key in self.keys}
        while last:
            found: dict[str, tuple[Fraction, tuple[int, int]]] = {}
            for key in sorted(last, key=lambda each: last[each]):
                if found and last[key] > min(rank for rank, _split in found.values()):
                    break
                split = self.split(key, held, unit)
                if split is None:
                    del last[key]
                    continue
                use = self.costs[key] if self.approvals else 1
                last[key] = Fraction(split[0], split[1] * unit * use)
                found[key] = last[key], split
            if not found:
                break
            best = min(rank for rank, _split in found.values())
            taken = self.decide([key for key, (rank, _split) in found.items() if rank == best])
            rest, weight = found[taken][1]
            due, times = rest // gcd(rest, weight), weight // gcd(rest, weight)
            unit, held = unit * times, [money * times for money in held]
            for index, points, _number in self.named[taken]:
                held[index] -= min(held[index], due * points)
            del last[taken]
            won.append(taken)
        return won

    def split(self, key: str, held: list[int], unit: int) -> tuple[int, int] | None:
        """Supporters from the poorest: who cannot pay the full price gives all. What is left to
        pay, and for how many points it is shared; None where all together have too little."""
        rest, weight = self.costs[key] * unit, self.votes[key]
        if sum(held[index] * number for index, _points, number in self.named[key]) < rest:
            return None
        if all(held[index] * weight >= rest * points for index, points, _n in self.named[key]):
            return rest, weight
        poorest = sorted(self.named[key], key=lambda each: Fraction(held[each[0]], each[1]))
        for index, points, number in poorest:
            if held[index] * weight >= rest * points:
                break
            rest -= held[index] * number
            weight -= points * number
        return rest, weight

    def completed(self, step: int, overshoot: bool) -> list[str]:
        """Raises every share by `step` until the rules say stop."""
        share = Fraction(self.budget, self.voters)
        won = self.equal_shares(share)
        while True:
            lost = [key for key in self.keys if key not in won]
            left = self.budget - self.cost(won)
            if not lost or (not overshoot and all(self.costs[key] > left for key in lost)):
                return won
            following = self.equal_shares(share + step)
            if self.cost(following) > self.budget:
                return won
            share, won = share + step, following

    def better_greedy(self, won: list[str]) -> list[str] | None:
        """Whether more voters get more by the greedy winners."""
        others, balance = self.greedy(skip=True), 0
        for paper, number in self.papers:
            more = sum(points * ((key in won) - (key in others)) for key, points in paper)
            balance += number * ((more < 0) - (more > 0))
        return others if balance > 0 else None


def winners(path: str) -> tuple[Count, list[str]]:
    budget, costs, papers, meta = read(path)
    count, rule = Count(budget, costs, papers, meta), meta.get("rule", "")
    if rule.startswith("greedy"):
        return count, count.greedy(skip=rule != "greedy-no-skip")
    if rule == "equalshares":
        won = count.equal_shares(Fraction(budget, count.voters))
    else:
        step = int(meta.get("count_step") or 100)
        won = count.completed(step, overshoot=meta.get("count_stop") == "overshoot")
    if meta.get("count_compared") == "1":
        won = count.better_greedy(won) or won
    return count, won


def money(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    count, won = winners(sys.argv[1])
    for key in won:
        sys.stdout.write(f"{key}\t{money(count.costs[key])}\n")
    sys.stdout.write(f"=\t{money(count.cost(won))}\t/\t{money(count.budget)}\n")


if __name__ == "__main__":
    main()

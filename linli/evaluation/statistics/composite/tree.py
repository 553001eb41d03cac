"""The tree of an index: indicators in groups, groups in groups, one index at the top."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Node:
    """One indicator (level 1) or group. `direction` is 1 where more is better, −1 where less is;
    `weight` counts against its sisters' under the same parent; the top has no parent."""

    code: str
    level: int
    parent: str | None = None
    weight: float = 1.0
    direction: int = 1


@dataclass(frozen=True)
class Tree:
    """Nodes of an index. Raises ValueError where they are not one tree, level by level."""

    nodes: Sequence[Node]

    def __post_init__(self) -> None:
        by_code = {node.code: node for node in self.nodes}
        if len(by_code) != len(self.nodes):
            raise ValueError("two nodes have one code")
        tops = [node.code for node in self.nodes if node.parent is None]
        if len(tops) != 1:
            raise ValueError(f"an index has one top, not {len(tops)}")
        for node in self.nodes:
            if node.weight < 0 or node.direction not in {1, -1}:
                raise ValueError(f"{node.code}: a weight is not negative, a direction 1 or -1")
            if node.parent is None:
                continue
            above = by_code.get(node.parent)
            if above is None or above.level != node.level + 1:
                raise ValueError(f"{node.code}: its parent is not one level above")
        for node in self.nodes:
            if node.level > 1 and not self.children(node.code):
                raise ValueError(f"{node.code}: a group without members")

    @property
    def top(self) -> Node:
        """The index itself."""
        return next(node for node in self.nodes if node.parent is None)

    def at(self, level: int) -> list[Node]:
        """The nodes of a level, in their order."""
        return [node for node in self.nodes if node.level == level]

    def children(self, code: str) -> list[Node]:
        """What a group is made of, in its order."""
        return [node for node in self.nodes if node.parent == code]

    def weighed(self, weights: Mapping[str, float]) -> Tree:
        """The same tree with other weights for the nodes named."""
        unknown = set(weights) - {node.code for node in self.nodes}
        if unknown:
            raise ValueError(f"no such nodes: {sorted(unknown)}")
        return Tree(
            [replace(node, weight=weights.get(node.code, node.weight)) for node in self.nodes]
        )

    def without(self, codes: Collection[str]) -> Tree:
        """The tree less some nodes, all below them, and groups that are left empty."""
        gone = set(codes)
        while True:
            kept = [node for node in self.nodes if node.code not in gone]
            more = {node.code for node in kept if node.parent in gone}
            parents = {node.parent for node in kept}
            more |= {node.code for node in kept if node.level > 1 and node.code not in parents}
            if not more:
                return Tree(kept)
            gone |= more

    def effective_weights(self) -> dict[str, float]:
        """How much of the index each node is, all ratios multiplied: 1 together on each level."""
        found = {self.top.code: 1.0}
        for node in sorted(self.nodes, key=lambda each: -each.level):
            if node.parent is None:
                continue
            whole = sum(sister.weight for sister in self.children(node.parent))
            found[node.code] = found[node.parent] * node.weight / whole if whole else 0.0
        return found

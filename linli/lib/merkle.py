"""The head of a list, and the proof that one line stands in it: Merkle trees after RFC 6962, 2.1.

    head(lines)                        32 bytes that stand for every line and their order
    path(lines, 3)                     what is needed to come from line 3 to the head
    stands_in(line, 3, 40, path, head)

A leaf is hashed behind 0x00 and a node behind 0x01, so that no node passes for a line.
"""

from collections.abc import Sequence
from hashlib import sha256


def head(lines: Sequence[bytes]) -> bytes:
    """The head of these lines in this order; of none at all, the hash of nothing."""
    if not lines:
        return sha256().digest()
    return _tree([_leaf(line) for line in lines])


def path(lines: Sequence[bytes], index: int) -> list[bytes]:
    """The audit path of the line at `index`, from 0: the nodes beside its way up, lowest first.
    Raises IndexError for a line that is not there."""
    if not 0 <= index < len(lines):
        raise IndexError("no such line")
    leaves, beside = [_leaf(line) for line in lines], []
    while len(leaves) > 1:
        left = _left(len(leaves))
        if index < left:
            beside.append(_tree(leaves[left:]))
            leaves = leaves[:left]
        else:
            beside.append(_tree(leaves[:left]))
            leaves, index = leaves[left:], index - left
    return beside[::-1]


def stands_in(line: bytes, index: int, size: int, path: Sequence[bytes], head: bytes) -> bool:
    """Whether `line` is the one at `index` of the `size` lines that have this head."""
    if not 0 <= index < size:
        return False
    found, beside, last = _leaf(line), list(path), size - 1
    while last:
        alone = index == last and not index % 2  # nobody stands beside it: it goes up as it is
        if not alone and not beside:
            return False
        if not alone:
            other = beside.pop(0)
            found = _node(other, found) if index % 2 else _node(found, other)
        index, last = index // 2, last // 2
    return not beside and found == head


def _tree(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    left = _left(len(leaves))
    return _node(_tree(leaves[:left]), _tree(leaves[left:]))


def _left(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _leaf(line: bytes) -> bytes:
    return sha256(b"\x00" + line).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()

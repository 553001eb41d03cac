"""The head of a list: 32 bytes that stand for every line and their order, as the head of a Merkle
tree after RFC 6962, 2.1.

A leaf is hashed behind 0x00 and a node behind 0x01, so that no node passes for a line.
"""

from collections.abc import Sequence
from hashlib import sha256


def head(lines: Sequence[bytes]) -> bytes:
    """The head of these lines in this order; of none at all, the hash of nothing."""
    if not lines:
        return sha256().digest()
    return _tree([_leaf(line) for line in lines])


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

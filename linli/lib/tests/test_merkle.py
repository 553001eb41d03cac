"""The vectors of RFC 6962's own trees, and an independent library as oracle."""

from hashlib import sha256

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.merkle import head

LINES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
HEADS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def test_the_heads_of_the_known_trees():
    assert [head(LINES[:size]).hex() for size in range(9)] == HEADS


def test_a_node_does_not_pass_for_a_line():
    """Without the bytes before them, two lines and the line made of their hashes would have one
    head."""
    pair = b"".join(sha256(b"\x00" + line).digest() for line in LINES[:2])
    assert head([pair]) != head(LINES[:2])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.binary(max_size=12), min_size=1, max_size=40))
def test_another_library_finds_the_same(lines):
    pymerkle = pytest.importorskip("pymerkle", reason="an oracle for these tests alone")
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    for line in lines:
        tree.append_entry(line)
    assert tree.get_root() == head(lines)

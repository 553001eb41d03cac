"""Every row of the requirements has its check, in a room that is there, met on pages that exist."""

from pathlib import Path

from django.urls import get_resolver

import linli
from linli.web.command.requirements import ROWS, proofs

HOUSE = Path(linli.__file__).parent


def test_every_row_has_its_check():
    assert {proof.row for proof in proofs()} == set(ROWS)


def test_every_row_lives_in_a_room_that_is_there():
    for proof in proofs():
        assert (HOUSE / proof.room).is_dir(), proof.file


def test_every_row_is_met_on_pages_that_exist():
    spaces = get_resolver().namespace_dict
    for proof in proofs():
        assert proof.pages, proof.file
        for page in proof.pages:
            space, _, name = page.partition(":")
            assert name in spaces[space][1].reverse_dict, f"{proof.file}: {page}"

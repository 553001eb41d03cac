"""Goods go in and out by two hands, and a difference is explained. Whole numbers of a measure."""

from uuid import UUID

from linli.lib.law import Finding

CITES = ("rcl2025.34", "rcl2025.42")


def second_hand(first: UUID | None, second: UUID | None) -> Finding:
    """Whoever signs is known and is not the one who drew the slip."""
    return Finding(
        second is not None and first is not None and first != second,
        "funds.stock_second_hand",
        cites=CITES,
    )


def enough_in_stock(held: int, wanted: int) -> Finding:
    """No more goes out than is there."""
    return Finding(
        0 < wanted <= held,
        "funds.stock_enough",
        cites=CITES,
        numbers={"held": held, "wanted": wanted},
    )


def explained(held: int, counted: int, words: str) -> Finding:
    """A count that differs from the book says why; one that agrees need not."""
    return Finding(
        held == counted or bool(words.strip()),
        "funds.stock_explained",
        cites=CITES,
        numbers={"held": held, "counted": counted, "difference": counted - held},
    )


def unmoved_since(drawn: int, held: int) -> Finding:
    """Nothing moved between the count and its second signature: else it is counted again."""
    return Finding(drawn == held, "funds.stock_unmoved", numbers={"drawn": drawn, "held": held})


def names_nobody(clean: bool) -> Finding:
    """A slip says what for and for how many, never for whom."""
    return Finding(clean, "funds.stock_names_nobody", cites=("pipl.25", "charity.82"))

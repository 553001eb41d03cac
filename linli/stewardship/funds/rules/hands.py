"""Who must agree before money leaves: a second person, a third, or residents themselves."""

from collections.abc import Sequence
from uuid import UUID

from linli.lib.law import Finding

ACCOUNTS_LAW = ("rcl2025.42",)


def hands_needed(fen: int, third_from: int) -> int:
    """How many must have a hand in a payment, whoever asks included: two, and three from an
    amount on (以上 includes it)."""
    return 3 if fen >= third_from else 2


def three_hands(fen: int, third_from: int) -> Finding:
    """Whether two are enough, told beforehand: from an amount on a third follows."""
    return Finding(
        fen < third_from,
        "funds.three_hands",
        cites=ACCOUNTS_LAW,
        numbers={"amount": yuan(fen), "from_amount": yuan(third_from)},
    )


def another_hand(account: UUID | None, earlier: Sequence[UUID | None]) -> Finding:
    """Whoever agrees is known, and neither asked for the money nor agreed already."""
    return Finding(
        account is not None and account not in earlier,
        "funds.another_hand",
        cites=ACCOUNTS_LAW,
        numbers={"earlier": len([each for each in earlier if each is not None])},
    )


def decided_where_needed(fen: int, assembly_from: int, decided: bool) -> Finding:
    """From an amount on residents decide first, in their assembly, their representatives' meeting
    or a vote on the budget, and the request stands on that decision."""
    return Finding(
        fen < assembly_from or decided,
        "funds.decided_by_residents",
        cites=("rcl2025.30",),
        numbers={"amount": yuan(fen), "from_amount": yuan(assembly_from)},
    )


def below_assembly(fen: int, assembly_from: int) -> Finding:
    """Whether an amount is below what residents decide themselves, told beside a request."""
    return Finding(
        fen < assembly_from,
        "funds.below_assembly",
        cites=("rcl2025.30",),
        numbers={"amount": yuan(fen), "from_amount": yuan(assembly_from)},
    )


def looked_at_by_another(added_by: UUID | None, account: UUID | None) -> Finding:
    """Whoever shows a voucher to everybody is not the one who brought it."""
    return Finding(
        account is not None and account != added_by,
        "funds.looked_at_by_another",
        cites=("pipl.25",),
    )


def yuan(fen: int) -> str:
    """An amount as a person writes it: yuan with two decimals."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"

"""`linli ledger`: the books held against their lines."""

from dataclasses import asdict

import click

from linli.web.command import console
from linli.web.command.console import pick


@click.group(help=pick("账本：核对。", "The books: check them."))
def command() -> None:
    """Of the books."""


@command.command(
    help=pick(
        "逐笔核对账本：余额、每月和每天的发生额是否等于各笔之和，凭证是否完整。有不符时退出码为 1。",
        "Hold the books against their lines: whether balances and what moved each month and day "
        "are the sums of the lines, and entries are whole. Exits 1 where something differs.",
    )
)
@console.json_option
def check(as_json: bool) -> None:
    console.open_house()
    from linli.mechanisms.ledger.models import Book
    from linli.mechanisms.ledger.queries import differences

    books = list(Book.objects.across_communities("the operator checks them all").order_by("pk"))
    found = [asdict(each) for each in differences(books)]
    for each in found:
        each["community"] = str(each["community"])
    if as_json:
        console.print_json({"books": len(books), "differences": found})
    elif found:
        for each in found:
            click.echo(
                f"✗ {each['book']} {each['what']}: "
                + pick(
                    f"记 {each['kept']}，明细合计 {each['lines']}",
                    f"kept {each['kept']}, lines {each['lines']}",
                )
            )
    else:
        click.echo("✓ " + pick(f"{len(books)} 本账与明细相符", f"{len(books)} books agree"))
    if found:
        raise SystemExit(console.REFUSED)

"""`linli archive`: the archive of a year taken out as a package, and a package checked."""

import shutil
from pathlib import Path

import click

from linli.web.command import console
from linli.web.command.console import pick

_TOLD = 20


@click.group(help=pick("居务档案。", "The archive."))
def command() -> None: ...


@command.command(
    "export",
    help=pick(
        "把一年的居务档案导出为一个 ZIP 包（BagIt，含 PDF/A、JSON 和能离线打开的目录页）。"
        "保密的档案不放入，只写有几件。",
        "Take the archive of a year out as one ZIP package (BagIt, with PDF/A, JSON and an index "
        "that opens offline). Confidential items are left out and counted.",
    ),
)
@click.argument("year", type=click.IntRange(1949, 2200))
@click.option(
    "--community",
    "code",
    help=pick(
        "社区代码；只有一个社区时不用写。", "The community's code; not needed where there is one."
    ),
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("."),
    help=pick("放到哪个文件夹。", "Into which folder."),
)
@click.option(
    "--no-pdf",
    is_flag=True,
    help=pick("不画 PDF/A，快得多。", "Without PDF/A, which is much quicker."),
)
@console.json_option
def export(year: int, code: str | None, into: Path, no_pdf: bool, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.governance.archive.actions import make_package
    from linli.governance.archive.package.building import build, workshop
    from linli.governance.archive.papers import Missing
    from linli.governance.archive.queries.holdings import items_of_year

    community = console.one_community(code)
    many, at = items_of_year(community, year).count(), timezone.now()
    if not many:
        console.refuse(
            f"{year} 年还没有归档的材料；请先归档这一年。",
            f"Nothing of {year} is filed; file the year first.",
        )
    with workshop() as folder, console.progress(pick("打包", "Packing"), many) as advance:
        done = 0

        def step(upto: int) -> None:
            nonlocal done
            advance(upto - done)
            done = upto

        try:
            on = timezone.localdate(at)
            built = build(community, year, folder, on=on, advance=step, draw=not no_pdf)
        except Missing as error:
            console.refuse(
                f"{error} 的文件不在磁盘上；请先从备份恢复。",
                f"A file of {error} is not on the disk; restore it from a backup first.",
            )
        package = make_package(community, built=built, year=year, by=the_operator(), at=at)
        into.mkdir(parents=True, exist_ok=True)
        path = into / built.path.name
        shutil.move(built.path, path)
    console.print_result(
        {
            "path": str(path),
            "items": package.items,
            "left_out": package.left_out,
            "bytes": package.bytes,
            "sha256": package.sha256,
            "pdf": built.drawn,
        },
        pick(
            f"{path}：{package.items} 件，SHA-256 {package.sha256}",
            f"{path}: {package.items} items, SHA-256 {package.sha256}",
        ),
        as_json=as_json,
    )


@command.command(
    "verify",
    help=pick(
        "核验一个档案包（文件夹或 ZIP）是不是完整、有没有被改过。不需要数据库，任何机器上都可以做。"
        "不完整时退出码为 1。",
        "Check whether a package (folder or ZIP) is whole and unchanged. Needs no database: it can "
        "be done on any machine. Exits 1 if it is not whole.",
    ),
)
@click.argument("package", type=click.Path(exists=True, path_type=Path))
@console.json_option
def verify(package: Path, as_json: bool) -> None:
    console.open_house()
    from linli.governance.archive.package.verifying import verify as check
    from linli.governance.archive.words import FAULTS

    found = check(package)
    faults = [{"what": fault.what, "file": fault.name} for fault in found.faults]
    result = {
        "whole": found.whole,
        "items": found.items,
        "files": found.files,
        "bytes": found.bytes,
        "year": found.year,
        "community": found.community,
        "faults": faults,
    }
    if not found.whole:
        if as_json:
            console.print_json(result)
        else:
            for fault in found.faults[:_TOLD]:
                click.echo(f"{FAULTS[fault.what]}\t{fault.name}")
        console.refuse(
            f"不完整，或被改过：{len(found.faults)} 处。",
            f"Not whole, or changed: {len(found.faults)} faults.",
        )
    console.print_result(
        result,
        pick(
            f"完整：{found.community} {found.year} 年，{found.items} 件，{found.files} 个文件。",
            f"Whole: {found.community} {found.year}, {found.items} items, {found.files} files.",
        ),
        as_json=as_json,
    )

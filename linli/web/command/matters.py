"""`linli matters`: tables of matters, from the terminal."""

from pathlib import Path
from typing import Any

import click

from linli.web.command import console
from linli.web.command.console import pick

_LISTED = 20


@click.group(help=pick("诉求。", "Matters."))
def command() -> None: ...


@command.command(
    "import",
    help=pick(
        "导入诉求表（CSV、XLSX、XLS、ODS，列的顺序和叫法随意）。有问题的行不收，逐行说明原因；"
        "同一张表可以反复导入。",
        "Import a table of matters (CSV, XLSX, XLS, ODS; columns in any order). Rows that are "
        "wrong are left out, each with its reason; the same table may be imported again.",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--community",
    "code",
    help=pick(
        "社区的 12 位代码；只有一个社区时不用写。",
        "The community's 12-digit code; not needed where there is only one.",
    ),
)
@click.option(
    "--dry-run", is_flag=True, help=pick("只看会怎样，不导入。", "Only say what would happen.")
)
@console.json_option
def import_file(file: Path, code: str | None, dry_run: bool, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.lib.tables import read_table
    from linli.service.matters.importing.columns import FIELDS
    from linli.service.matters.importing.files import MOST_ROWS
    from linli.service.matters.importing.preview import look_at_rows, say
    from linli.service.matters.importing.reading import verdicts

    community = console.one_community(code)
    at = timezone.now()
    sheet = read_table(file, file.name, fields=FIELDS, limit_rows=MOST_ROWS)
    if not sheet.readable:
        reasons = " ".join(say(problem) for problem in sheet.problems)
        console.refuse(f"{file}：{reasons}", f"{file}: {reasons}")
    if dry_run:
        found = look_at_rows(community, sheet, at)
        found["reasons"] = [
            {"row": problem.row, "cell": problem.cell, "reason": say(problem)}
            for verdict in verdicts(sheet, at)
            if verdict.incoming is None
            for problem in verdict.problems
        ]
    else:
        found = _take_in(file, community, sheet, at)
    _print(found, as_json=as_json)


def _take_in(file: Path, community: Any, sheet: Any, at: Any) -> dict[str, Any]:
    """The table in chunks that each stand whole, with the same acts as the page uses."""
    import hashlib
    from collections import Counter

    from linli.core.audit.actor import the_operator
    from linli.service.matters.actions import finish_import, import_rows, keep_table
    from linli.service.matters.importing.preview import CHUNK, say
    from linli.service.matters.importing.reading import Incoming, verdicts

    by = the_operator()
    batch = keep_table(
        community,
        upload=None,
        file_name=file.name,
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        mapping={name: match.column.index for name, match in sheet.mapping.items()},
        counts={"read": sheet.total},
        by=by,
        at=at,
    )
    counts: Counter[str] = Counter()
    reasons: list[dict[str, Any]] = []
    chunk: list[Incoming] = []
    label = pick("导入诉求", "Importing matters")
    with console.progress(label, sheet.total) as advance:
        for verdict in verdicts(sheet, at):
            counts["read"] += 1
            if verdict.incoming is not None:
                chunk.append(verdict.incoming)
            else:
                counts["refused"] += 1
                reasons += [
                    {"row": problem.row, "cell": problem.cell, "reason": say(problem)}
                    for problem in verdict.problems
                ]
            if len(chunk) == CHUNK:
                counts.update(import_rows(batch, rows=chunk, by=by, at=at))
                advance(len(chunk))
                chunk = []
        if chunk:
            counts.update(import_rows(batch, rows=chunk, by=by, at=at))
            advance(len(chunk))
    names = ("read", "new", "changed", "same", "held", "refused")
    found = {name: counts[name] for name in names}
    finish_import(batch, counts=found, by=by, at=at)
    return {**found, "batch": str(batch.pk), "reasons": reasons}


def _print(found: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        console.print_json(found)
        return
    click.echo(
        pick(
            "读到 {read} 行：新增 {new}，有变化 {changed}，相同 {same}，已有人办不改 {held}，"
            "有问题 {refused}。",
            "{read} rows read: {new} new, {changed} changed, {same} the same, {held} already "
            "worked on and left, {refused} refused.",
        ).format(**found)
    )
    for reason in found["reasons"][:_LISTED]:
        click.echo(f"  {reason['cell'] or reason['row']}  {reason['reason']}")
    if len(found["reasons"]) > _LISTED:
        more = len(found["reasons"]) - _LISTED
        click.echo(
            pick(f"  ……还有 {more} 处，用 --json 看全部。", f"  … {more} more; --json lists all.")
        )

"""`linli roster`: the register of residents, from the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linli.web.command import console
from linli.web.command.console import pick

if TYPE_CHECKING:
    from linli.core.people.roster.preview import Preview

KINDS = ("owner", "tenant", "hukou_here", "usual_resident")
_LISTED = 20
_WHY_LEFT = {
    "hidden": ("隐藏的工作表，没有读；要读请写 --sheet", "hidden, not read; --sheet reads it"),
    "no_table": ("不是居民表格，没有读", "no table of residents, not read"),
    "empty": ("没有数据", "without rows"),
    "not_chosen": ("没有选，没有读", "not chosen, not read"),
}


@click.group(help=pick("居民名册。", "The register of residents."))
def command() -> None: ...


@command.command(
    "import",
    help=pick(
        "导入居民表格（CSV、TSV、XLSX、XLS、ODS，列的次序和叫法不限）。有问题的和不能肯定是谁的行不收，"
        "逐格说明原因；同一份表可以反复导入，写到一半中断了，再导入一次就接着写。",
        "Import a table of residents (CSV, TSV, XLSX, XLS or ODS, columns in any order). Rows with "
        "faults, and rows that may be somebody known, stay out with the reason by cell; the same "
        "table may be imported again, and goes on where it was interrupted.",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--community", required=True, help=pick("社区的 12 位代码。", "The community's 12-digit code.")
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="usual_resident",
    show_default=True,
    help=pick("没有写关系的行算作什么。", "The tie of rows that name none."),
)
@click.option(
    "--contact",
    type=click.Choice(("signed", "spoken", "guardian")),
    help=pick(
        "表里的电话是怎样经本人同意的；不写就不导入电话。",
        "How those in the table agreed to be telephoned; without it no telephone is taken.",
    ),
)
@click.option(
    "--complete",
    is_flag=True,
    help=pick(
        "这份表是全部居民：表里没有的人按今天搬离处理。",
        "The table names everybody: whoever is missing in it left today.",
    ),
)
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    help=pick(
        "要读的工作表，可写几次；不写就读所有没有隐藏的。",
        "A sheet to read, may be given several times; without it all that are not hidden.",
    ),
)
@click.option(
    "--dry-run", is_flag=True, help=pick("只看会怎样，不写入。", "Only tell what would happen.")
)
@click.option(
    "--marked",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help=pick(
        "把标好问题的原表写到这里（XLSX）。", "Write the file with its faults marked here (XLSX)."
    ),
)
@console.json_option
def import_file(
    file: Path,
    community: str,
    kind: str,
    contact: str | None,
    complete: bool,
    sheets: tuple[str, ...],
    dry_run: bool,
    marked: Path | None,
    as_json: bool,
) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.people.actions import begin_roster, keep_preview
    from linli.core.people.actions.taking_in import take_in_blocks
    from linli.core.people.roster.earlier import begun_before, taken_in_before
    from linli.core.people.roster.preview import Options, preview_roster
    from linli.lib.law import Refused

    place = _community(community)
    options = Options(
        kind=kind, contact=contact or "", complete=complete, sheets=tuple(sheets) or None
    )
    content = file.read_bytes()
    preview = preview_roster(place, content, file.name, options=options, on=timezone.localdate())
    before = taken_in_before(place, content)
    if marked is not None and preview.tables.kind:
        marked.write_bytes(preview.marked())
    if not preview.readable:
        _refuse_file(file, preview, as_json=as_json)
    report = _report(preview, dry_run=dry_run)
    report["taken_in_before"] = _day(before.decided_at) if before and before.decided_at else None
    if not dry_run:
        by = the_operator()
        now = timezone.now()
        batch = begun_before(place, content)
        if batch is None:
            batch = keep_preview(place, by=by, at=now, preview=preview, options=options)
            try:
                batch = begin_roster(batch, by=by, at=now)
            except Refused as refusal:
                _refuse(refusal)
        with console.progress(pick("导入居民", "Importing residents"), report["read"]) as advance:
            done = take_in_blocks(batch, preview.reading, by=by, now=timezone.now, advance=advance)
        report |= {**done.counts, "batch": str(done.pk)}
    _print(report, as_json=as_json)


@command.command(
    help=pick(
        "撤销一次导入（三十天内）。之后改过的人保留不动。",
        "Undo an import (within thirty days). Whoever was changed since stays.",
    )
)
@click.argument("batch", type=click.UUID)
@click.option(
    "--community", required=True, help=pick("社区的 12 位代码。", "The community's 12-digit code.")
)
@console.json_option
def undo(batch: Any, community: str, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.people.actions import undo_roster
    from linli.core.people.models import Batch
    from linli.lib.law import Refused

    found = Batch.objects.filter(community=_community(community), pk=batch).first()
    if found is None:
        console.refuse(f"本社区没有这次导入：{batch}", f"No such import in this community: {batch}")
    try:
        done = undo_roster(found, by=the_operator(), at=timezone.now())
    except Refused as refusal:
        _refuse(refusal)
    counts = {name: done.counts[name] for name in ("removed", "restored", "kept")}
    console.print_result(
        counts,
        pick(
            f"已撤销：移除 {counts['removed']} 人，恢复 {counts['restored']} 人，"
            f"之后改过而保留 {counts['kept']} 人。",
            f"Undone: {counts['removed']} removed, {counts['restored']} restored, "
            f"{counts['kept']} kept because they were changed since.",
        ),
        as_json=as_json,
    )


def _day(moment: Any) -> str:
    from linli.lib.calendar.periods import local_day

    return local_day(moment).isoformat()


def _community(code: str) -> Any:
    from linli.core.places.models import Place

    place = Place.objects.filter(code=code, kind="community", until__isnull=True).first()
    if place is None:
        console.reject(
            f"没有代码为 {code} 的社区；用 linli places show 查代码。",
            f"No community has the code {code}; linli places show tells codes.",
        )
    return place


def _report(preview: "Preview", *, dry_run: bool) -> dict[str, Any]:
    left = preview.left_out
    return {
        **preview.counts(),
        "reasons": preview.refused(),
        "sheets": [
            {
                "sheet": sheet.worksheet,
                "rows": sheet.total,
                "columns": {name: match.column.heading for name, match in sheet.mapping.items()},
            }
            for sheet in preview.sheets
        ],
        "sheets_left": [
            {"sheet": left.name, "reason": left.reason} for left in preview.tables.left
        ],
        "has_macros": preview.tables.has_macros,
        "without_ground": list(left.without_ground),
        "without_consent": list(left.without_consent),
        "unused": list(left.unknown),
        "dry_run": dry_run,
    }


def _print(report: dict[str, Any], *, as_json: bool) -> None:
    if not as_json:
        _tell_left_out(report)
        for reason in report["reasons"][:_LISTED]:
            at = " ".join(filter(None, (reason.get("sheet"), reason["cell"] or str(reason["row"]))))
            console.say(f"  {at}  {reason['reason']}")
        if len(report["reasons"]) > _LISTED:
            console.say(
                pick(
                    f"  ……共 {len(report['reasons'])} 处；用 --marked 得到标好问题的原表。",
                    f"  … {len(report['reasons'])} in all; --marked gives the file with its "
                    "faults marked.",
                )
            )
    words = {name: report[name] for name in ("read", "new", "changed", "same")}
    more = {name: report[name] for name in ("doubtful", "refused", "gone")}
    would = pick("若导入：", "Would be: ") if report["dry_run"] else ""
    console.print_result(
        report,
        would
        + pick(
            "读 {read} 行，新增 {new}，变更 {changed}，相同 {same}；"
            "不能肯定 {doubtful}，有问题 {refused}；表里没有的 {gone} 人。",
            "{read} rows read, {new} new, {changed} changed, {same} the same; {doubtful} doubtful, "
            "{refused} refused; {gone} persons not in the table.",
        ).format(**words, **more),
        as_json=as_json,
    )


def _tell_left_out(report: dict[str, Any]) -> None:
    if before := report["taken_in_before"]:
        console.say(
            pick(
                f"  这份文件 {before} 已经导入过，一个字节也没有变。",
                f"  This very file was already taken in on {before}.",
            )
        )
    for left in report["sheets_left"]:
        why = _WHY_LEFT[left["reason"]]
        console.say(f"  {left['sheet']}: {pick(*why)}")
    for name, zh, en in (
        ("without_ground", "没有依据，不保存", "no ground, not kept"),
        ("without_consent", "不知道是否同意，不保存", "consent not known, not kept"),
        ("unused", "没有用到", "not used"),
    ):
        if report[name]:
            console.say(f"  {pick(zh, en)}: {'、'.join(report[name])}")


def _refuse_file(file: Path, preview: "Preview", *, as_json: bool) -> None:
    reasons = [found["reason"] for found in preview.refused()]
    if as_json:
        console.print_json({"refused": " ".join(reasons), "reasons": preview.refused()})
        raise click.exceptions.Exit(console.REFUSED)
    console.refuse(f"{file.name}：{' '.join(reasons)}", f"{file.name}: {' '.join(reasons)}")


def _refuse(refusal: Any) -> None:
    from linli.core.pages.sentences import sentence

    told = sentence(refusal.finding)
    text = f"{told.text} {told.way_on}".strip()
    console.refuse(text, text)

"""`linli facts`: the store of facts that values are rolled up from."""

import click

from linli.web.command import console
from linli.web.command.console import pick

community_option = click.option(
    "--community",
    "code",
    help=pick("社区代码；不写则每个社区。", "The community's code; every community without it."),
)


@click.group(
    help=pick(
        "事实库（数据目录下的 facts/）：每个社区每月一个 Parquet 文件，供 linli evaluate 汇总。"
        "平时由计算数字的后台任务自动更新。",
        "The store of facts (facts/ in the data folder): a Parquet file a community and month, "
        "from which linli evaluate rolls up. The job that reckons figures keeps it up to date.",
    )
)
def command() -> None: ...


@command.command(
    help=pick(
        "把事实写进事实库：没有变化的月份不动，写到一半的文件重写，已离开的社区和过期的年份删除。",
        "Write the facts into the store: months without a change are left, files that were not "
        "written to their end are written again, communities that have left and years no longer "
        "kept are deleted.",
    )
)
@community_option
@click.option(
    "--since",
    type=click.IntRange(1949, 2200),
    help=pick(
        "从哪一年起；不写则前十二个月和本月。",
        "From which year; the last twelve months and this one without it.",
    ),
)
@console.json_option
def keep(code: str | None, since: int | None, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.places.queries import served_communities
    from linli.evaluation import keeping
    from linli.evaluation.periods import plan_span

    at = timezone.now()
    on = timezone.localdate(at)
    store, span = keeping.the_store(), plan_span(on, since_year=since)
    communities = [console.one_community(code)] if code else list(served_communities())
    months = len(list(span.windows()))
    changed = 0
    label = pick("写入事实", "Keeping facts")
    with console.progress(label, months * len(communities)) as advance:
        for community in communities:
            changed += keeping.keep_community(
                store, community, span, at, each=lambda _month, _state: advance(1)
            )
    places, left = keeping.keep_tree(store, on), keeping.clear_out(store, on)
    console.print_result(
        {
            "communities": len(communities),
            "months": months,
            "changed": changed,
            "places": places,
            "left": left,
        },
        pick(
            f"{len(communities)} 个社区、{months} 个月：{changed} 个文件有变化；区划 {places} 个；"
            f"删除了 {len(left)} 个已离开的社区。",
            f"{len(communities)} communities, {months} months: {changed} files changed; "
            f"{places} divisions; {len(left)} communities that left were deleted.",
        ),
        as_json=as_json,
    )


@command.command(
    help=pick(
        "事实库里有什么：每月的文件数和大小。", "What is in the store: files and size a month."
    )
)
@console.json_option
def show(as_json: bool) -> None:
    console.check_settings()
    from linli.evaluation.store import Store, torn_files
    from linli.web.settings import environment

    store = Store.of(environment.data_folder())
    rows = [
        {
            "month": store.month(month).name.removeprefix("month="),
            "files": len(files := store.files(month)),
            "bytes": sum(path.stat().st_size for path in files),
            "torn": [path.stem for path in torn_files(files)],
        }
        for month in store.months()
    ]
    lines = [f"{row['month']}  {row['files']:>7,}  {row['bytes']:>14,}" for row in rows]
    console.print_result(
        {"months": rows, "tree": store.places.exists()},
        "\n".join(lines) or pick("事实库是空的。", "The store is empty."),
        as_json=as_json,
    )


@command.command(
    help=pick(
        "把一个社区从事实库里删除（数据库里的记录不动）。",
        "Delete a community from the store (the rows in the database stay).",
    )
)
@click.argument("code")
@console.json_option
def drop(code: str, as_json: bool) -> None:
    console.check_settings()
    from linli.evaluation.store import Store, drop_community
    from linli.web.settings import environment

    gone = drop_community(Store.of(environment.data_folder()), code)
    if not gone:
        console.refuse(f"事实库里没有 {code}。", f"The store has nothing of {code}.")
    console.print_result(
        {"community": code, "months": gone},
        pick(f"删除了 {gone} 个月。", f"{gone} months deleted."),
        as_json=as_json,
    )

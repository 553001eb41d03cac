"""`linli keys`: turning the key ring that seals fields about persons, in three steps.

Add a key and restart the service, so that every process knows it; seal everything anew; drop the
old keys. In between both open, and each step may be repeated. What is closed has rings of its own,
each turned by itself (`--ring casework`).
"""

import os
from pathlib import Path

import click

from linli.web.command import console
from linli.web.command.console import pick

PEOPLE = "people"
RINGS = (PEOPLE, "casework", "mediation")

ring_option = click.option(
    "--ring",
    type=click.Choice(RINGS),
    default=PEOPLE,
    show_default=True,
    help=pick("哪一组密钥。", "Which ring."),
)


@click.group(
    help=pick(
        "个人信息的加密密钥：add → 重启服务 → reseal → drop。",
        "The keys that seal personal fields: add → restart the service → reseal → drop.",
    )
)
def command() -> None: ...


@command.command(
    help=pick(
        "生成一把新密钥，放在最前；之后请重启服务。",
        "Make a new key and put it first; restart the service afterwards.",
    )
)
@ring_option
@console.json_option
def add(ring: str, as_json: bool) -> None:
    console.open_house()
    from linli.web.settings.secrets import new_key

    path = _ring(ring)
    keys = [new_key(), *path.read_text().split()]
    _write(path, keys)
    console.print_result(
        {"keys": len(keys)},
        pick(
            f"现在有 {len(keys)} 把密钥。请先备份 {path.parent.name}/ 并重启服务，再运行 linli keys reseal。",
            f"{len(keys)} keys now. Back up {path.parent.name}/ and restart the service, then run "
            "linli keys reseal.",
        ),
        as_json=as_json,
    )


@command.command(
    help=pick(
        "把用旧密钥加密的内容全部用最新的密钥重新加密；可以中断，再运行会接着做。",
        "Seal everything anew with the newest key; may be stopped, and goes on when run again.",
    )
)
@console.json_option
def reseal(as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.people.actions.resealing import count_older, reseal as reseal_all

    # How much is closed is told to nobody: the numbers are those of the people's ring.
    total, done, column, before = count_older(""), 0, "", 0
    with console.progress(pick("重新加密", "Sealing anew"), total) as advance:
        for step in reseal_all(by=the_operator(), at=timezone.now()):
            if step.closed:
                continue
            before = before if step.column == column else 0
            column = step.column
            advance(step.done - before)
            done += step.done - before
            before = step.done
    console.print_result(
        {"resealed": done},
        pick(f"重新加密了 {done} 个值。", f"{done} values sealed anew."),
        as_json=as_json,
    )


@command.command(
    help=pick(
        "去掉旧密钥；还有内容在用时拒绝。旧的备份要用旧密钥才能打开。",
        "Take the old keys away; refused while anything still needs them. Older backups need them.",
    )
)
@ring_option
@console.json_option
def drop(ring: str, as_json: bool) -> None:
    console.open_house()
    from linli.core.people.actions.resealing import count_older

    path = _ring(ring)
    keys = path.read_text().split()
    if waiting := count_older("" if ring == PEOPLE else ring):
        # How much is closed is told to nobody.
        zh, en = (f" {waiting} 个", str(waiting)) if ring == PEOPLE else ("一些", "Some")
        console.refuse(
            f"还有{zh}值用旧密钥加密。请先运行 linli keys reseal。",
            f"{en} values are still sealed with older keys. Run linli keys reseal first.",
        )
    _write(path, keys[:1])
    console.print_result(
        {"keys": 1, "dropped": len(keys) - 1},
        pick(f"去掉了 {len(keys) - 1} 把旧密钥。", f"{len(keys) - 1} old keys dropped."),
        as_json=as_json,
    )


def _ring(ring: str) -> Path:
    from django.conf import settings

    from linli.web.settings.secrets import closed_ring

    name = "field_keys" if ring == PEOPLE else closed_ring(ring)
    return Path(settings.DATA_DIR) / "secrets" / name


def _write(path: Path, keys: list[str]) -> None:
    """Replaces the file whole: a ring half written would close every field."""
    fresh = path.with_suffix(".new")
    fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "w") as file:
        file.write("\n".join(keys) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)

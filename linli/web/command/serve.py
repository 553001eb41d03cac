"""`linli serve`: the server and the worker of one instance, started and ended together."""

import contextlib
import http.client
import os
import signal
import socket
import sys
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

import click

from linli.web.command import console, lan as own_network
from linli.web.command.console import pick
from linli.web.command.supervisor import GaveUp, Part, Supervisor, end_with_parent

THIS_MACHINE = "127.0.0.1"


@click.command(
    help=pick(
        "启动服务：网页服务器和后台工作进程。能访问时输出一行 “ready 网址”；Ctrl-C 结束。",
        'Serve: the web server and the background worker. Prints one line "ready URL" '
        "once it answers; Ctrl-C ends it.",
    )
)
@click.option(
    "--host",
    help=pick(
        "地址；默认 127.0.0.1。和 --lan 一起用：只开这一个局域网地址。",
        "Address; by default 127.0.0.1. With --lan: open this address of the network alone.",
    ),
)
@click.option(
    "--port", type=int, help=pick("端口；默认 LINLI_PORT 或 8000。", "Port; LINLI_PORT or 8000.")
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    help=pick("网页进程数；默认为处理器核数。", "Web processes; by default one per core."),
)
@click.option(
    "--prepare",
    is_flag=True,
    help=pick(
        "先做 linli setup 的事：编译译文、升级数据库、收集静态文件。",
        "First do what linli setup does: catalogues, database, static files.",
    ),
)
@click.option(
    "--demo",
    is_flag=True,
    help=pick("数据库为空时装入演示社区。", "Load the demo community into an empty database."),
)
@click.option(
    "--lan",
    is_flag=True,
    help=pick(
        "给同一个局域网里的手机用（例如断网时笔记本自己的热点）：列出网址，只用 http，不出网；"
        "只在这些地址和本机上开，配置的 https 网址照旧。",
        "For telephones on the same network (a laptop's own Wi-Fi when there is no other): "
        "lists the addresses, by plain http, and asks for nothing outside; opens these and this "
        "machine's own alone, and leaves a configured https site as it is.",
    ),
)
@click.option(
    "--dry-run",
    is_flag=True,
    help=pick("只检查配置和端口，不启动。", "Only check settings and port; start nothing."),
)
def command(
    host: str | None,
    port: int | None,
    workers: int | None,
    prepare: bool,
    demo: bool,
    lan: bool,
    dry_run: bool,
) -> None:
    # What this instance writes is for its owner alone.
    os.umask(0o077)
    port = checked_port(port)
    neighbours = _open_to_neighbours(host, port) if lan else []
    own = THIS_MACHINE if lan or host is None else host
    for each in (own, *neighbours):
        require_free(each, port)
    console.check_settings()
    if dry_run:
        return
    # A shell in the background starts its children deaf to SIGINT; a server must hear it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Django is needed to get ready, not to watch over processes: it goes when that is done.
    console.apart(lambda: _get_ready(prepare=prepare, demo=demo))
    _run(own, port, workers or cores(), neighbours)


def _open_to_neighbours(host: str | None, port: int) -> list[str]:
    """The addresses of this machine's own network that are opened; says which."""
    if host is not None and not own_network.private(host):
        console.reject(
            f"--lan 只开局域网地址，{host} 不是。",
            f"--lan opens addresses of a house's own network alone; {host} is none.",
        )
    found = own_network.chosen(host)
    if not found:
        console.refuse(
            "没有找到局域网地址。先打开笔记本的热点或连上路由器，再试。",
            "No address on a network of its own. Switch the laptop's hotspot on, or join a router.",
        )
    for address in found:
        click.echo(f"http://{address}:{port}")
    return found


def _get_ready(*, prepare: bool, demo: bool) -> None:
    end_with_parent()
    console.open_house()
    from linli.web.command import setup

    setup.require_database()
    if prepare or demo:
        setup.prepare(demo=demo)
    else:
        setup.require_current()
    if demo:
        setup.show_people()


def _run(host: str, port: int, workers: int, neighbours: Sequence[str] = ()) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.web.settings")
    there = _reachable(host)
    url = f"http://[{there}]:{port}" if ":" in there else f"http://{there}:{port}"
    parts = [
        Part("server", server_words(host, port, 1 if neighbours else workers), grace=15),
        *_for_neighbours(neighbours, port, workers),
        # A task may be in the middle of a page of work; it is kept and redone if it is cut off.
        Part("worker", [sys.executable, "-m", "django", "work"], grace=20),
    ]
    supervisor = Supervisor(
        parts,
        serves=lambda: all(answers(each, port) for each in (there, *neighbours)),
        ready=lambda: click.echo(f"ready {url}"),
        restarted=lambda part, code: console.say(
            pick(
                f"{part.name} 退出（{code}），{part.pause:g} 秒后重新启动。",
                f"{part.name} ended ({code}); starting it again in {part.pause:g} s.",
            )
        ),
    )
    try:
        supervisor.run()
    except GaveUp as error:
        console.refuse(
            f"{error.part.name} 无法启动（退出码 {error.code}），原因见上面的输出。",
            f"{error.part.name} does not start (exit code {error.code}); see its output above.",
        )
    finally:
        checkpoint()


def _for_neighbours(addresses: Sequence[str], port: int, workers: int) -> list[Part]:
    """A server for each address of the network: none listens anywhere else."""
    told = own_network.settings_for(list(addresses))
    each = max(1, workers // max(1, len(addresses)))
    return [
        Part(f"server {address}", server_words(address, port, each), grace=15, environ=told)
        for address in addresses
    ]


def server_words(host: str, port: int, workers: int) -> list[str]:
    """How granian is called; the last option bounds a stop while a process is still starting."""
    words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"]
    options = {
        "--host": host,
        "--port": port,
        "--workers": workers,
        "--blocking-threads": 2,
        "--workers-kill-timeout": 10,
        "--log-level": "warning",
    }
    for name, value in options.items():
        words += [name, str(value)]
    return [*words, "--respawn-failed-workers", "linli.web.wsgi:application"]


def cores() -> int:
    """Processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def checked_port(port: int | None) -> int:
    """The port asked for, or that of the environment; a wrong one ends the command with 2."""
    from linli.web.settings import environment

    try:
        port = environment.port() if port is None else port
    except environment.WrongSetting as error:
        console.reject(str(error), str(error))
    if not 1 <= port <= 65535:
        console.reject(
            f"--port：应为 1–65535 的整数，得到 {port}。",
            f"--port: must be 1–65535, got {port}.",
        )
    return port


def require_free(host: str, port: int) -> None:
    """Ends the command with 2 if `host`:`port` cannot be listened on."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        console.reject(
            f"端口 {port} 不能用（{host}：{error.strerror}）；用 LINLI_PORT 换一个端口。",
            f"Port {port} cannot be used ({host}: {error.strerror}); choose another by LINLI_PORT.",
        )


def answers(host: str, port: int) -> bool:
    """Whether the health page answers 200."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def checkpoint() -> None:
    """Folds SQLite's log into the database file, so that the file alone is whole."""
    from linli.web.settings import environment

    described = environment.database(environment.data_folder())
    if "sqlite" not in described["ENGINE"] or not Path(described["NAME"]).exists():
        return
    import sqlite3  # settings have put the library that served in this place

    try:
        with contextlib.closing(sqlite3.connect(described["NAME"])) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        console.say(f"wal_checkpoint: {error}")


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104

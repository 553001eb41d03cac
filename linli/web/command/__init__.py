"""The `linli` command: what those who operate an instance type.

Every module of this package that has a click command named `command` is a sub-command of the
module's name (`_` becomes `-`). It is imported when it is called or listed, so nothing of
Django may be imported at the top of such a module: call `console.open_house()` first, then
import inside the function.
"""

import gettext
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from linli.web.command import console
from linli.web.command.console import pick


class Commands(click.Group):
    """A group that finds its sub-commands in this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))
        return sorted(name for name in names if self.get_command(ctx, name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = cmd_name.replace("-", "_")
        if not name.isidentifier() or name not in {m.name for m in pkgutil.iter_modules(__path__)}:
            return None
        command = getattr(import_module(f"{__name__}.{name}"), "command", None)
        return command if isinstance(command, click.Command) else None


def build() -> click.Group:
    """The whole command, in the language chosen by then."""
    return Commands(
        name="linli",
        help=pick(
            "邻里：社区自己运转自己的系统。各项命令用 linli 命令 --help 查看。\n\n"
            "退出码：0 完成，1 被拒绝或失败（原因已写明），2 用法或配置有误。",
            "Linli: the system with which a community runs itself. "
            "Read about each command with linli COMMAND --help.\n\n"
            "Exit codes: 0 done, 1 refused or failed (the reason is given), "
            "2 wrong use or configuration.",
        ),
        params=[
            click.Option(
                ["--lang"],
                type=click.Choice(console.LANGUAGES),
                expose_value=False,
                help=pick(
                    "帮助和提示的语言；不写则按环境变量 LANG。可写在任何位置。",
                    "Language of help and messages; LANG decides without it. May stand anywhere.",
                ),
            )
        ],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    words = console.take_language(sys.argv[1:] if arguments is None else list(arguments))
    # click asks the gettext domain in force, so its own sentences follow the language too.
    gettext.bindtextdomain("click", Path(__file__).parent / "texts")
    gettext.textdomain("click")
    raise SystemExit(console.run(build(), words))

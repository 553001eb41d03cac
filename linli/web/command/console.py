"""What all sub-commands share with the person at the terminal: language, results, progress,
refusals. No Django here, so that help, `doctor` and a wrong setting need none.
"""

import contextlib
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

import click

LANGUAGES = ("zh", "en")
DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

F = TypeVar("F", bound=Callable[..., Any])


class Refusal(click.ClickException):
    """What was asked cannot be done; the sentence says why and the way on. Exit code 1."""

    exit_code = REFUSED


class WrongUse(click.ClickException):
    """The call or the configuration is wrong; the sentence names the value. Exit code 2."""

    exit_code = WRONG_USE


def language() -> str:
    """`zh` or `en`: what `--lang` said, else the locale; Chinese where it names no language."""
    said = os.environ.get("LINLI_LANG", "")
    if said in LANGUAGES:
        return said
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "").partition(".")[0].partition("_")[0].lower()
        if tag:
            return "zh" if tag in {"zh", "c", "posix"} else "en"
    return "zh"


def pick(zh: str, en: str) -> str:
    """The sentence in the language of this call.

    The terminal has its pairs in place and not in the catalogue: it must speak before the
    catalogue is compiled, and when settings are wrong.
    """
    return zh if language() == "zh" else en


def take_language(words: Sequence[str]) -> list[str]:
    """`words` without `--lang`, which is remembered for this call and the processes it starts.

    It may stand anywhere on the line, also after a sub-command, and before the help is built.
    """
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--":
            kept += [word, *rest]
        elif word == "--lang":
            value = next(rest, "")
        elif value is None:
            kept.append(word)
        if value is not None:
            if value not in LANGUAGES:
                os.environ.pop("LINLI_LANG", None)
                kept[:0] = ["--lang", value]  # click names the wrong value in its own sentence
                continue
            os.environ["LINLI_LANG"] = value
    os.environ["LANGUAGE"] = language()
    return kept


def run(command: click.Command, words: Sequence[str]) -> int:
    """Runs `command` and returns its exit code; every failure that was foreseen is a sentence."""
    return _ended(
        lambda: command.main(args=list(words), prog_name="linli", standalone_mode=False),
        as_json="--json" in words,
        bare=not words,
    )


def apart(work: Callable[[], None]) -> None:
    """Does `work` in a process of its own, which takes its memory along when it ends.

    What is refused there is refused here, with the same exit code.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = REFUSED
        try:
            code = _ended(work)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    try:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    except KeyboardInterrupt:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGINT)
        os.waitpid(child, 0)
        raise
    if code:
        raise click.exceptions.Exit(code)


def _ended(call: Callable[[], Any], *, as_json: bool = False, bare: bool = False) -> int:
    try:
        result = call()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return DONE if bare else WRONG_USE
    except click.ClickException as error:
        _tell(error, as_json=as_json)
        return error.exit_code
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(pick("已中断。", "Interrupted."), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`linli … | head`): nothing is wrong and nobody listens.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return result if isinstance(result, int) else DONE


def _tell(error: click.ClickException, *, as_json: bool) -> None:
    if not isinstance(error, Refusal | WrongUse):
        error.show()
        return
    if as_json:
        print_json({"refused": error.format_message()})
    say(f"linli: {error.format_message()}")


def check_settings() -> None:
    """Ends the command with 2 if a value of the environment cannot be used. Needs no Django."""
    from linli.web.settings import environment

    try:
        environment.check()
    except environment.WrongSetting as error:
        raise WrongUse(str(error)) from error


def open_settings() -> None:
    """Opens the settings and the database, without the apps: for what knows files and tables
    only. A fraction of the time of `open_house`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.web.settings")
    check_settings()


def open_house() -> None:
    """Sets Django up, in the language of the call. Only then import models and actions.

    A wrong setting has by then been named in one sentence and ended the process with 2.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.web.settings")
    import django
    from django.utils import translation

    django.setup()
    translation.activate({"zh": "zh-hans"}.get(language(), "en"))


def json_option(function: F) -> F:
    """Adds `--json` (parameter `as_json`): one JSON value on stdout, nothing else there."""
    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        help=pick("以 JSON 输出，供脚本使用。", "Print JSON, for scripts."),
    )(function)


def print_json(value: Any) -> None:
    """One JSON value on stdout; dates and ids become text."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_result(value: Mapping[str, Any], sentence: str, *, as_json: bool) -> None:
    """What was done: `value` for a script, `sentence` for a person."""
    if as_json:
        print_json(value)
    else:
        click.echo(sentence)


def say(sentence: str) -> None:
    """A step or a remark, on stderr: stdout belongs to the result."""
    click.echo(sentence, err=True)


@contextlib.contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr while long work runs, only where a person watches; yields `advance(n)`."""
    with click.progressbar(
        length=max(length, 1), label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield bar.update


def refuse(zh: str, en: str) -> NoReturn:
    """Ends the command with exit code 1 and the sentence."""
    raise Refusal(pick(zh, en))


def reject(zh: str, en: str) -> NoReturn:
    """Ends the command with exit code 2 and the sentence: use or configuration is wrong."""
    raise WrongUse(pick(zh, en))


def one_community(code: str | None) -> Any:
    """The community of that code, or the only one there is; ends the command where unclear."""
    from django.http import Http404
    from django.utils import timezone

    from linli.core.places.queries import community_by_code, served_communities

    if code:
        try:
            return community_by_code(code, timezone.localdate())
        except Http404:
            reject(f"没有代码为 {code} 的社区。", f"No community has the code {code}.")
    found = list(served_communities()[:2])
    if len(found) == 1:
        return found[0]
    reject(
        "这里有几个社区（或一个也没有），请用 --community 写明代码。",
        "There are several communities here (or none): name one with --community.",
    )

"""`linli locale`: the catalogues of the interface. Chinese is the source, English is complete."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import polib

import linli
from linli.web.command import console
from linli.web.command.console import pick

HOUSE = Path(linli.__file__).parent
ENGLISH = HOUSE / "locale" / "en" / "LC_MESSAGES" / "django.po"
_KEYWORDS = (
    "gettext_noop gettext_lazy ngettext_lazy:1,2 pgettext:1c,2 npgettext:1c,2,3 "
    "pgettext_lazy:1c,2 npgettext_lazy:1c,2,3"
).split()


@click.group(help=pick("界面译文。", "The catalogues of the interface."))
def command() -> None:
    pass


@command.command("compile", help=pick("把 .po 编译成 .mo。", "Compile every .po to .mo."))
def compile_all() -> None:
    count = compile_catalogues()
    console.say(pick(f"编译了 {count} 个译文文件。", f"{count} catalogues compiled."))


@command.command(
    "complete",
    help=pick(
        "检查英文是否完整：缺译、待核对、多余的条目；不完整时退出码为 1。",
        "Check that English is complete: missing, unchecked, superfluous; exits 1 if it is not.",
    ),
)
@console.json_option
def complete(as_json: bool) -> None:
    if shutil.which("xgettext") is None:
        console.reject("找不到 xgettext：请安装 gettext。", "xgettext is missing: install gettext.")
    gaps = find_gaps(read_catalogue(ENGLISH), extract())
    wanting = sum(map(len, gaps.values()))
    if wanting:
        if as_json:
            console.print_json(gaps)
        else:
            for kind, texts in gaps.items():
                for text in texts:
                    click.echo(f"{kind}\t{text!r}")
        console.refuse(
            f"英文译文有 {wanting} 处不完整。", f"The English catalogue has {wanting} gaps."
        )
    console.print_result(gaps, pick("英文译文完整。", "English is complete."), as_json=as_json)


@command.command(
    "collect",
    help=pick(
        "按源码更新英文 .po：加入新文本，去掉不再用的；--source 给出译文来源。",
        "Bring the English .po up to the sources: new texts in, unused ones out; "
        "--source names further .po files to take translations from.",
    ),
)
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def collect(sources: tuple[Path, ...]) -> None:
    if shutil.which("xgettext") is None:
        console.reject("找不到 xgettext：请安装 gettext。", "xgettext is missing: install gettext.")
    known = {_key(entry): entry for path in (*sources, ENGLISH) for entry in read_catalogue(path)}
    fresh = extract()
    for entry in fresh:
        translated = known.get(_key(entry))
        if translated is not None and not translated.fuzzy:
            entry.msgstr, entry.msgstr_plural = translated.msgstr, translated.msgstr_plural
    fresh.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": "en",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(ENGLISH))
    missing = len(fresh.untranslated_entries())
    console.say(
        pick(f"{len(fresh)} 条，缺译 {missing} 条。", f"{len(fresh)} texts, {missing} missing.")
    )


def catalogues() -> Iterator[Path]:
    """Every .po of the house."""
    return HOUSE.rglob("*/LC_MESSAGES/*.po")


def compile_catalogues() -> int:
    """Compiles the catalogues whose .mo is missing or older; returns how many."""
    count = 0
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        # Another process may be reading it: the new one takes its place whole.
        fresh = target.with_name(f".{target.name}.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(fresh))
        fresh.replace(target)
        count += 1
    return count


def read_catalogue(path: Path) -> polib.POFile:
    """The entries of a .po; none if the file is not there."""
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def find_gaps(english: polib.POFile, source: polib.POFile) -> dict[str, list[str]]:
    """What keeps `english` from being complete for the texts of `source`."""
    used = {_key(entry): entry for entry in source}
    known = {_key(entry): entry for entry in english if not entry.obsolete}
    return {
        "missing": [
            entry.msgid for key, entry in used.items() if key not in known or not _said(known[key])
        ],
        "fuzzy": [entry.msgid for entry in english.fuzzy_entries()],
        "superfluous": [entry.msgid for key, entry in known.items() if key not in used],
    }


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def _said(entry: polib.POEntry) -> bool:
    return all(entry.msgstr_plural.values()) if entry.msgstr_plural else bool(entry.msgstr)


def extract(house: Path = HOUSE) -> polib.POFile:
    """The texts a person reads, as the sources of `house` mark them. Needs xgettext."""
    with tempfile.TemporaryDirectory() as folder:
        staged = list(_stage(_sources(house), house, Path(folder)))
        if not staged:
            return polib.POFile()
        words = ["xgettext", "--from-code=UTF-8", "--language=Python", "--add-location=file"]
        words += [*(f"--keyword={keyword}" for keyword in _KEYWORDS), "--files-from=-", "-o", "-"]
        done = subprocess.run(
            words,
            input="\n".join(staged),
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
    return polib.pofile(done.stdout) if done.stdout else polib.POFile()


def _sources(house: Path) -> Iterator[Path]:
    for path in sorted(house.rglob("*")):
        inside = set(path.relative_to(house).parts)
        template = path.suffix in {".html", ".txt"} and "templates" in inside
        if (template or path.suffix == ".py") and not inside & {"tests", "migrations"}:
            yield path


def _stage(paths: Iterable[Path], house: Path, folder: Path) -> Iterator[str]:
    # xgettext reads Python; Django turns a template into something that looks like it.
    from django.utils.translation.template import templatize

    for path in paths:
        name = Path("linli", path.relative_to(house))
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        target.write_text(text if path.suffix == ".py" else templatize(text), encoding="utf-8")
        yield str(name)

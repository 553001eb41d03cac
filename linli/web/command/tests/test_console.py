"""What the person at the terminal sees: language, exit codes, JSON."""

import json

import click
import pytest

from linli.web.command import console


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in ("LINLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.setenv(name, "")


@pytest.mark.parametrize(
    ("lang", "language"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("en_US.UTF-8", "en"),
        ("de_DE", "en"),
        ("C.UTF-8", "zh"),
        ("", "zh"),
    ],
)
def test_the_locale_chooses_the_language_and_chinese_is_the_default(monkeypatch, lang, language):
    monkeypatch.setenv("LANG", lang)
    assert console.language() == language


@pytest.mark.parametrize(
    "words",
    [["--lang", "en", "serve"], ["serve", "--lang=en"], ["serve", "--lang", "en"]],
)
def test_the_language_may_be_asked_for_anywhere_on_the_line(words):
    assert console.take_language(words) == ["serve"]
    assert console.pick("端口", "port") == "port"


def test_a_language_we_do_not_speak_is_left_for_click_to_refuse():
    assert console.take_language(["serve", "--lang", "fr"]) == ["--lang", "fr", "serve"]


def test_words_after_two_dashes_are_not_ours_to_read():
    assert console.take_language(["demo", "--", "--lang", "en"]) == ["demo", "--", "--lang", "en"]
    assert console.language() == "zh"


def _command(body):
    @click.command()
    @console.json_option
    def command(as_json: bool) -> None:
        body(as_json)

    return command


def test_what_is_done_ends_with_0_and_what_is_refused_with_1():
    done = _command(lambda as_json: None)
    refused = _command(lambda as_json: console.refuse("不行。", "No."))
    assert console.run(done, []) == 0
    assert console.run(refused, []) == 1


def test_wrong_use_and_wrong_configuration_end_with_2():
    rejected = _command(lambda as_json: console.reject("端口有误。", "Wrong port."))
    assert console.run(rejected, []) == 2
    assert console.run(rejected, ["--no-such-option"]) == 2


def test_an_interrupt_ends_without_a_traceback(capsys):
    def interrupt(as_json):
        raise KeyboardInterrupt

    assert console.run(_command(interrupt), []) == 130
    assert "已中断" in capsys.readouterr().err


def test_a_refusal_is_a_sentence_and_for_a_script_also_json(capsys):
    refused = _command(lambda as_json: console.refuse("没有这个社区。", "No such community."))
    console.run(refused, ["--json"])
    shown = capsys.readouterr()
    assert json.loads(shown.out) == {"refused": "没有这个社区。"}
    assert "没有这个社区。" in shown.err


def test_progress_is_silent_where_nobody_watches(capsys):
    with console.progress("导入", 10) as advance:
        advance(10)
    shown = capsys.readouterr()
    assert shown.out == shown.err == ""


def test_what_is_refused_in_a_process_apart_is_refused_here(capfd):
    with pytest.raises(click.exceptions.Exit) as ending:
        console.apart(lambda: console.reject("连不上数据库。", "No database."))
    assert ending.value.exit_code == 2
    assert "连不上数据库。" in capfd.readouterr().err


def test_what_is_done_in_a_process_apart_lets_the_work_go_on(capfd):
    console.apart(lambda: click.echo("done"))
    assert capfd.readouterr().out == "done\n"

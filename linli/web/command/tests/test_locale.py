"""Finding the texts of the sources, and what their English lacks."""

import shutil

import polib
import pytest

from linli.web.command.locale import extract, find_gaps


def _catalogue(**texts):
    catalogue = polib.POFile()
    for msgid, msgstr in texts.items():
        catalogue.append(polib.POEntry(msgid=msgid, msgstr=msgstr))
    return catalogue


def test_a_text_without_english_is_missing():
    gaps = find_gaps(
        _catalogue(已受理="Accepted", 已办结=""), _catalogue(已受理="", 已办结="", 退回="")
    )
    assert sorted(gaps["missing"]) == ["已办结", "退回"]


def test_a_text_no_longer_used_is_superfluous():
    assert find_gaps(_catalogue(旧词="Old"), _catalogue())["superfluous"] == ["旧词"]


def test_a_guess_is_not_a_translation():
    english = _catalogue(已受理="Accepted")
    english[0].flags.append("fuzzy")
    assert find_gaps(english, _catalogue(已受理=""))["fuzzy"] == ["已受理"]


def test_the_same_words_in_two_contexts_are_two_texts():
    source = polib.POFile()
    source.append(polib.POEntry(msgid="公布", msgctxt="verb"))
    assert find_gaps(_catalogue(公布="Publication"), source)["missing"] == ["公布"]


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="xgettext is missing")
def test_texts_are_found_in_python_and_in_templates(tmp_path):
    app = tmp_path / "matters"
    (app / "templates/matters").mkdir(parents=True)
    (app / "tests").mkdir()
    (app / "flows.py").write_text('LABEL = _("已受理")\nOTHER = ngettext("{n} 件", "{n} 件", n)\n')
    (app / "tests/test_flows.py").write_text('LABEL = _("只在测试里")\n')
    (app / "templates/matters/list.html").write_text(
        '{% translate "我的诉求" %}{% blocktranslate with n=1 %}共 {{ n }} 件{% endblocktranslate %}'
    )
    found = {entry.msgid for entry in extract(tmp_path)}
    assert found == {"已受理", "{n} 件", "我的诉求", "共 %(n)s 件"}

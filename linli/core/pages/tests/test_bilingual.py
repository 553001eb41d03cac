"""What is kept today is read tomorrow by somebody with another language."""

import json

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ACT_SENTENCES, ActSentence, sentence_of
from linli.core.pages.bilingual import for_reader, in_both, is_in_both
from linli.core.pages.sentences import say


def test_a_reader_meets_the_title_in_their_own_language_whoever_wrote_it():
    with translation.override("en"):
        kept = json.loads(json.dumps(in_both("电梯", "Lift")))
    with translation.override("zh-hans"):
        assert say(kept) == "电梯"
    with translation.override("en"):
        assert say(kept) == "Lift"


def test_a_label_of_the_house_is_kept_in_each_of_its_languages():
    kept = in_both(_("转办"))
    assert kept["zh-hans"] == "转办"
    assert kept["en"] not in ("", "转办")


def test_a_title_without_english_shows_as_it_was_given():
    with translation.override("en"):
        assert for_reader(in_both("自家的名称")) == "自家的名称"
        assert for_reader("从前只存了一种") == "从前只存了一种"
    assert not is_in_both({"day": "2026-11-02"})


def test_the_book_says_a_kept_title_in_the_reader_s_language(monkeypatch):
    monkeypatch.setitem(ACT_SENTENCES, "pages.try_bilingual", ActSentence("{kind} · {left_out}"))
    note = {"kind": in_both("电梯", "Lift")}
    with translation.override("en"):
        assert sentence_of("pages.try_bilingual", note) == "Lift · …"

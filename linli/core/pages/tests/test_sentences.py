"""What a finding says, in both languages."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.utils.translation import gettext_lazy as _, ngettext_lazy, override

from linli.core.pages import sentences
from linli.core.pages.sentences import Sentence, known_rules, register_findings, say, sentence
from linli.lib.law.finding import Finding


@pytest.fixture(autouse=True)
def own_registry(monkeypatch):
    monkeypatch.setattr(sentences, "_FINDINGS", {})


def test_a_finding_that_holds_is_said_without_a_way_on():
    register_findings({"t.quorum": Sentence(_("到会 {n} 人"), _("只到 {n} 人"), _("请改期"))})
    assert sentence(Finding(True, "t.quorum", (), {"n": 31})) == ("到会 31 人", "")


def test_a_finding_not_met_is_said_with_the_way_on():
    register_findings({"t.quorum": Sentence(_("到会 {n} 人"), _("只到 {n} 人"), _("请改期"))})
    told = sentence(Finding(False, "t.quorum", (), {"n": 28}))
    assert told.text == "只到 28 人"
    assert told.way_on == "请改期"


def test_numbers_are_grouped_and_dates_written_out():
    register_findings({"t.roll": Sentence(_("{n} 人，{on} 公布"), _("没有"))})
    finding = Finding(True, "t.roll", (), {"n": 12345, "on": date(2026, 11, 25)})
    assert sentence(finding).text == "12,345 人，2026年11月25日 公布"
    with override("en"):
        assert "25 Nov 2026" in sentence(finding).text


def test_a_sentence_bends_with_its_number():
    register_findings({"t.days": Sentence(ngettext_lazy("{n} day", "{n} days", "n"), "")})
    with override("en"):
        assert sentence(Finding(True, "t.days", (), {"n": 1})).text == "1 day"
        assert sentence(Finding(True, "t.days", (), {"n": 1200})).text == "1,200 days"


def test_an_unknown_rule_is_an_error_in_tests(settings):
    settings.LINLI_STRICT = True
    with pytest.raises(LookupError, match=r"t\.unknown"):
        sentence(Finding(True, "t.unknown"))


def test_an_unknown_rule_shows_its_name_in_production(settings):
    settings.LINLI_STRICT = False
    assert sentence(Finding(False, "t.unknown")) == ("t.unknown", "")


def test_a_number_the_sentence_names_but_the_finding_lacks_is_found(settings):
    register_findings({"t.gap": Sentence(_("{n} 人"), "")})
    settings.LINLI_STRICT = True
    with pytest.raises(LookupError, match="n, which the finding lacks"):
        sentence(Finding(True, "t.gap"))
    settings.LINLI_STRICT = False
    assert sentence(Finding(True, "t.gap")).text == "t.gap"


def test_one_rule_has_one_sentence():
    register_findings({"t.once": Sentence("甲", "乙")})
    register_findings({"t.once": Sentence("甲", "乙")})
    with pytest.raises(ValueError, match=r"t\.once"):
        register_findings({"t.once": Sentence("丙", "丁")})
    assert known_rules() == {"t.once"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "是"),
        (None, "—"),
        (1284, "1,284"),
        (Fraction(2, 3), "2/3"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "2026年11月23日 07:30"),
        (("张**", "李**"), "张**、李**"),
    ],
)
def test_values_are_said_as_people_write_them(value, words):
    assert say(value) == words


def test_the_way_on_follows_after_a_space_in_english_only():
    register_findings({"t.way": Sentence("met", _("办法"), _("步骤"))})
    told = sentence(Finding(False, "t.way"))
    assert told.whole == "办法步骤"
    with override("en"):
        assert sentence(Finding(False, "t.way")).whole.count(" ") >= 1

"""Every article a rule, a move or a page stands on is in the law folder; none is there for show."""

import re

import pytest

from linli.core.pages.sentences import outline
from linli.lib.law import Finding, Measures, all_citations, cite, measures, shipped
from linli.lib.law.packs import NATIONAL, ParameterStatus
from linli.web.command import standing
from tests.house.reading import calls_of, python_files, shown, templates, words_of

_IN_TEMPLATE = re.compile(r"{%\s*cite\s+[\"']([\w.]+)[\"']")


def _cited():
    for path in python_files():
        for called, node in calls_of(path):
            for keyword in node.keywords:
                if keyword.arg == "cites":
                    yield from ((word, shown(path, node)) for word in words_of(keyword.value))
            if called == "cite" and node.args:
                yield from ((word, shown(path, node)) for word in words_of(node.args[0]))
    for path in templates():
        for found in _IN_TEMPLATE.finditer(path.read_text(encoding="utf-8")):
            yield found[1], shown(path)


def test_every_article_cited_is_in_the_law_folder():
    wrong = []
    for key, where in _cited():
        try:
            cite(key)
        except KeyError as error:
            wrong.append(f"{where}: {error.args[0]}")
    assert not wrong, "\n".join(wrong)


def test_rules_that_find_something_say_on_what_ground():
    if not list(_cited()):
        pytest.fail("nothing in the house cites a law")
    assert shipped(), "the parameters of law are shipped with the code"


@pytest.mark.parametrize("citation", all_citations(), ids=lambda citation: citation.key)
def test_an_article_is_told_in_both_languages(citation):
    assert re.search(r"[\u4e00-\u9fff]", citation.paraphrase)
    assert citation.paraphrase_en
    assert not re.search(r"[\u4e00-\u9fff]", citation.paraphrase_en)


def test_the_index_of_what_stands_on_the_law_is_fresh():
    kept = standing.FILE.read_text(encoding="utf-8")
    assert kept == standing.written(), "run linli reference"


def test_every_rule_in_the_index_can_be_said():
    import json

    told = json.loads(standing.FILE.read_text(encoding="utf-8"))
    rules = {
        each["name"]
        for things in told["articles"].values()
        for each in things
        if each["kind"] == "rule"
    }
    assert not [rule for rule in rules if outline(rule) == rule]


def _measured():
    """Every number the rooms' measures read, with the measures and the field it fills."""
    seen = []
    for kind in Measures.__subclasses__():
        if kind.__module__.startswith("linli.") and ".tests." not in kind.__module__:
            seen += [
                (kind, name, row)
                for row in shipped().rows
                for name, rule in standing.fields_of(kind)
                if rule == row.rule and row.status is ParameterStatus.TO_VERIFY
            ]
    return seen


def test_a_finding_that_stands_on_an_unchecked_number_shows_the_mark():
    from linli.core.pages.templatetags.linli import finding

    unchecked = _measured()
    assert unchecked, "there are numbers nobody has held against the text"
    for kind, name, row in unchecked:
        places = () if row.jurisdiction == NATIONAL else (row.jurisdiction,)
        law = measures(kind, row.in_force_from.replace(year=2026, month=6, day=1), places)
        ground = law.ground("rcl2025.19", name)
        shown_as = finding(Finding(True, "clocks.reasoned", cites=ground))
        assert any(each["to_verify"] for each in shown_as["citations"]), row.rule


def test_every_unchecked_number_a_finding_can_cite_names_an_article():
    # The mark travels with the article: a number without one could not be marked.
    assert not [row.rule for _kind, _name, row in _measured() if not row.cites]


def test_the_mark_stays_with_a_finding_that_is_kept_and_sent_as_data():
    import json

    from linli.core.pages.encoding import PageEncoder
    from linli.lib.law.keeping import keep, take_out

    found = Finding(True, "clocks.reasoned", cites=("rcl2025.8?",))
    again = take_out(json.loads(json.dumps(keep(found))))
    assert again == found
    told = json.loads(json.dumps(again, cls=PageEncoder))
    assert told["cites"] == told["to_verify"] == ["rcl2025.8"]

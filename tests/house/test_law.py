"""Every article a rule, a move or a page stands on is in the law folder; none is there for show."""

import re

import pytest

from linli.lib.law import all_citations, cite
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
    from linli.lib.law import shipped

    assert shipped(), "the parameters of law are shipped with the code"


@pytest.mark.parametrize("citation", all_citations(), ids=lambda citation: citation.key)
def test_an_article_is_told_in_both_languages(citation):
    assert re.search(r"[\u4e00-\u9fff]", citation.paraphrase)
    assert citation.paraphrase_en
    assert not re.search(r"[\u4e00-\u9fff]", citation.paraphrase_en)

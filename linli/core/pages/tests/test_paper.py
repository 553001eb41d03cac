"""A page as a PDF: drawn where the machine can, fetching nothing, and honest where it cannot."""

import pytest

from linli.core.pages import paper

needs_pango = pytest.mark.skipif(not paper.can_draw(), reason="Pango is not on this machine")


@needs_pango
def test_a_page_with_chinese_becomes_a_pdf():
    drawn = paper.as_pdf("<!doctype html><p>选票</p>", ["linli/print.css"])
    assert drawn.startswith(b"%PDF-")


@needs_pango
def test_nothing_a_page_mentions_is_fetched(tmp_path):
    """A picture from the disk or from the network is left out, and the page is drawn all the
    same; `_no_network` in conftest would fail a look-up."""
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>")
    plain = paper.as_pdf("<p>选票</p>", [])
    asked = paper.as_pdf(
        f"<p>选票<img src='{secret.as_uri()}'><img src='http://pictures.invalid/a.png'></p>", []
    )
    assert b"/Image" not in asked
    assert len(asked) < len(plain) * 2


@needs_pango
def test_a_style_sheet_that_is_not_there_is_a_mistake():
    with pytest.raises(LookupError):
        paper.as_pdf("<p>选票</p>", ["linli/no-such.css"])


def test_a_machine_that_cannot_draw_says_so(monkeypatch):
    monkeypatch.setattr(paper, "find_spec", lambda name: None)
    paper.can_draw.cache_clear()
    try:
        assert not paper.can_draw()
        with pytest.raises(RuntimeError):
            paper.as_pdf("<p>选票</p>", [])
    finally:
        paper.can_draw.cache_clear()


def test_the_file_is_kept_by_nobody_on_the_way():
    answer = paper.pdf_response(b"%PDF-1.7", "ballots.pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    assert 'filename="ballots.pdf"' in answer.headers["Content-Disposition"]

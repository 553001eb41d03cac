"""Templates keep to their room, and to the content security policy."""

import re
from pathlib import Path

from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from tests.house.reading import (
    HOUSE,
    ROOT,
    WINGS,
    addresses,
    app_of,
    calls_of,
    may_know,
    module_of,
    python_files,
    shown,
    templates,
    words_of,
)

_NAMED = re.compile(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']")
_URL = re.compile(r"{%\s*url\s+[\"']([^\"']+)[\"']")
_COMMENT = re.compile(r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
_INLINE = {
    "a style attribute": re.compile(r"<[a-zA-Z][^>]*\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "an inline event handler": re.compile(r"<[a-zA-Z][^>]*\son[a-z]+\s*=\s*[\"']"),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)"),
    "a javascript: address": re.compile(r"[\"']\s*javascript:"),
    "htmx code to be evaluated": re.compile(r"hx-(?:on\b|on:|vals\s*=\s*[\"']js:)"),
}
_REVERSERS = {"reverse", "reverse_lazy", "redirect", "resolve_url"}


def _owner(path: Path) -> str:
    return app_of(module_of(path.with_suffix(".py")))


def _text(path: Path) -> str:
    # Comments go, their line breaks stay, so that line numbers remain true.
    source = path.read_text(encoding="utf-8")
    return _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), source)


def _owners_by_name() -> dict[str, str]:
    names = {}
    for path in templates():
        inside = path.parts[path.parts.index("templates") + 1 :]
        names["/".join(inside)] = _owner(path)
    return names


def _in_a_room(app: str) -> bool:
    return app.split(".")[1:2] in [[wing] for wing in WINGS] or app == "linli.evaluation"


def _owners_of_urls() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for address in addresses():
        if address.name:
            names.setdefault(address.name, set()).add(address.app)
    return names


def _comes_with_a_library(name: str) -> bool:
    """Whether Django finds it: ours stand beside those of a library whose words we replace."""
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return False
    return True


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def test_templates_include_and_extend_only_their_own_and_those_below():
    owners = _owners_by_name()
    wrong = []
    for path in templates():
        text = _text(path)
        for found in _NAMED.finditer(text):
            other = owners.get(found[1].partition("#")[0])
            if other and not may_know(_owner(path), other):
                wrong.append(f"{shown(path, _line(text, found.start()))} uses {found[1]}")
    assert not wrong, "\n".join(wrong)


def test_every_template_named_by_another_exists():
    owners = _owners_by_name()
    apps = {name.partition("/")[0] for name in owners}
    wrong = []
    for path in templates():
        text = _text(path)
        for found in _NAMED.finditer(text):
            name = found[1].partition("#")[0]
            if (
                name
                and name.partition("/")[0] in apps
                and not (name in owners or _comes_with_a_library(name))
            ):
                wrong.append(f"{shown(path, _line(text, found.start()))} names {name}")
    assert not wrong, "\n".join(wrong)


def test_templates_and_views_link_to_no_other_room():
    owners = _owners_of_urls()
    named = []
    for path in templates():
        text = _text(path)
        named += [(path, _line(text, m.start()), m[1]) for m in _URL.finditer(text)]
    for path in python_files():
        for called, node in calls_of(path):
            if called in _REVERSERS and node.args:
                named += [(path, node.lineno, word) for word in words_of(node.args[0])]
    wrong = []
    for path, line, name in named:
        for other in owners.get(name, set()):
            if _in_a_room(other) and not may_know(_owner(path), other):
                wrong.append(f"{shown(path, line)} links to {name} of {other}")
    assert not wrong, "\n".join(wrong)


def test_every_address_named_in_a_template_exists():
    known = _owners_of_urls()
    wrong = []
    for path in templates():
        text = _text(path)
        for found in _URL.finditer(text):
            if found[1] not in known:
                wrong.append(f"{shown(path, _line(text, found.start()))} names {found[1]}")
    assert not wrong, "\n".join(wrong)


def test_no_page_carries_code_or_style_of_its_own():
    wrong = []
    for path in templates():
        if path.suffix != ".html":
            continue
        text = _text(path)
        for what, pattern in _INLINE.items():
            for found in pattern.finditer(text):
                wrong.append(f"{shown(path, _line(text, found.start()))}: {what}")
    assert not wrong, "\n".join(wrong)


def test_a_template_lies_in_the_folder_of_its_app():
    wrong = []
    for path in templates():
        inside = path.relative_to(HOUSE).parts
        at = inside.index("templates")
        label = inside[at - 1] if at else ""
        if label == "pages":
            continue  # the frame and the components of all pages, and Django's own 404.html
        # allauth and Django look for these names; whoever overrides them must use them.
        if inside[at + 1] not in {label, "account", "mfa", "usersessions", "django", "allauth"}:
            wrong.append(str(path.relative_to(ROOT)))
    assert not wrong, "\n".join(wrong)

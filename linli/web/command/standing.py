"""What in the house stands on which article and on which number, read from its own code.

`linli reference` writes it to `linli/web/portal/standing.json`, which the pages of the law read at
start; a house test sees that it is fresh. Nothing is scanned while a page is asked for.
"""

import ast
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from linli.lib.law import Measures, all_citations, shipped
from linli.web.command.locale import HOUSE

FILE = HOUSE / "web" / "portal" / "standing.json"
_IN_TEMPLATE = re.compile(r"law'?\s*%}#([\w.]+)|{%\s*cite\s+[\"']([\w.]+)[\"']")
_TITLE = re.compile(r"{%\s*block title\s*%}\s*{%\s*translate\s+[\"']([^\"']+)[\"']")
_MARKS, _SAYS = {"_", "gettext_lazy", "pgettext_lazy"}, {"title", "name", "key", "rule"}
_NAMED = {"Finding": "rule", "Move": "move", "Template": "posting", "Ground": "ground"}


def written() -> str:
    """The index as it should stand in the file. Django must be set up."""
    on_article = {
        key: [{"kind": kind, "app": app, "name": name} for kind, app, name in sorted(found)]
        for key, found in sorted(_on_articles().items())
    }
    on_number = {rule: sorted(apps) for rule, apps in sorted(_on_numbers().items())}
    told = {"articles": on_article, "numbers": on_number}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _on_articles() -> dict[str, set[tuple[str, str, str]]]:
    """Article → what stands on it: (kind, app, name)."""
    known = {citation.key for citation in all_citations()}
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for path in _python():
        for key, kind, name in _in_code(path, known):
            found[key].add((kind, _app_of(path), name))
    for path in sorted(HOUSE.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        title = _TITLE.search(text)
        for match in _IN_TEMPLATE.finditer(text):
            key = match[1] or match[2]
            if key in known:
                found[key].add(("page", _app_of(path), title[1] if title else path.stem))
    for path in sorted(HOUSE.rglob("*.toml")):
        if not path.is_relative_to(HOUSE / "lib" / "law"):
            for key, name in _in_table(tomllib.loads(path.read_text(encoding="utf-8"))):
                if key in known:
                    kind = "duty" if path.stem == "duties" else "list"
                    found[key].add((kind, _app_of(path), name))
    return found


def _in_code(path: Path, known: set[str]) -> Iterator[tuple[str, str, str]]:
    """Every article named in a file, by the nearest call that says what stands on it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    above: dict[ast.AST, ast.AST] = {
        child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in known:
            yield (str(node.value), *_standing_at(node, above, path))


def _standing_at(node: ast.AST, above: dict[ast.AST, ast.AST], path: Path) -> tuple[str, str]:
    at: ast.AST | None = node
    function = ""
    while (at := above.get(at)) if at is not None else None:
        if isinstance(at, ast.Call):
            called = at.func.id if isinstance(at.func, ast.Name) else getattr(at.func, "attr", "")
            if called in _NAMED:
                name = _name_of(at)
                if called != "Finding" or "." in name:
                    return _NAMED[called], name or function or path.stem
        if isinstance(at, ast.FunctionDef) and not function:
            function = at.name
            rule = _only_rule_in(at)
            if rule:
                return "rule", rule
    return "code", function or path.stem


def _name_of(call: ast.Call) -> str:
    """What a call names: a text marked for translation first (the title of a move, a posting, a
    field), else a rule's or a thing's own name."""
    given = [*call.args, *(each.value for each in call.keywords if each.arg in _SAYS)]
    for each in given:
        if isinstance(each, ast.Call) and each.args and getattr(each.func, "id", "") in _MARKS:
            word = each.args[-1]
            if isinstance(word, ast.Constant) and isinstance(word.value, str):
                return word.value
    for each in [*(each.value for each in call.keywords if each.arg in _SAYS), *call.args[:2]]:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            return each.value
    return ""


def _only_rule_in(function: ast.FunctionDef) -> str:
    """The rule of a function that finds just one."""
    rules = {
        _name_of(node)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Finding"
    }
    return rules.pop() if len(rules) == 1 else ""


def _in_table(table: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(table, dict):
        name = str(
            table.get("title") or table.get("name") or table.get("says") or table.get("key") or name
        )
        cites = table.get("cites", ())
        yield from ((key, name) for key in ([cites] if isinstance(cites, str) else cites))
        for value in table.values():
            yield from _in_table(value, name)
    elif isinstance(table, list):
        for value in table:
            yield from _in_table(value, name)


def _on_numbers() -> dict[str, set[str]]:
    """Rule → the apps whose code reads its number: by its whole name, by a name put together from
    its subject (`f"matters.{rule}"`), as a field of a room's `Measures`, or named in a table."""
    rules = shipped().rules
    found: dict[str, set[str]] = {rule: set() for rule in rules}
    for path in _python():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if start.endswith(".") and len(node.values) > 1:
                    for rule in rules:
                        if rule.startswith(start):
                            found[rule].add(_app_of(path))
            elif isinstance(node, ast.Constant) and node.value in rules:
                found[str(node.value)].add(_app_of(path))
    for path in sorted(HOUSE.rglob("*.toml")):
        if not path.is_relative_to(HOUSE / "lib"):
            for word in _strings_in(tomllib.loads(path.read_text(encoding="utf-8"))):
                if word in found:
                    found[word].add(_app_of(path))
    for kind in _measures(Measures):
        app = kind.__module__.split(".")[2]
        for _name, rule in fields_of(kind):
            if rule in found:
                found[rule].add(app)
    return found


def _strings_in(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for value in table.values() if isinstance(table, dict) else table:
            yield from _strings_in(value)


def fields_of(kind: type[Measures]) -> Iterator[tuple[str, str]]:
    """Each field of a room's measures with the rule whose number fills it."""
    for each in fields(kind):
        if each.name != "grounds":
            yield each.name, each.metadata.get("rule", f"{kind.PREFIX}.{each.name}")


def _measures(kind: type[Measures]) -> Iterator[type[Measures]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("linli.") and ".tests." not in each.__module__:
            yield each
        yield from _measures(each)


def _python() -> list[Path]:
    """The house's own code, without tests, specimens, migrations and the law itself."""
    return [
        path
        for path in sorted(HOUSE.rglob("*.py"))
        if not {"tests", "migrations", "demo", "styleguide"} & set(path.parts)
        and not path.is_relative_to(HOUSE / "lib")
        and path != Path(__file__)
    ]


def _app_of(path: Path) -> str:
    """The label of the app a file belongs to."""
    parts = path.relative_to(HOUSE).parts
    return "evaluation" if parts[0] == "evaluation" else parts[1]

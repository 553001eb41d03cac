"""Every act of the house: known by name, said in a sentence, and able to forget."""

import importlib
import re
from string import Formatter

import pytest
import rules

from tests.house.reading import module_of, python_files

_NAME = re.compile(r"[a-z_]+\.[a-z_]+")


@pytest.fixture(scope="module")
def acts():
    for path in python_files():
        module = module_of(path)
        if {"actions", "sentences", "permissions", "crossings"} & set(module.split(".")):
            importlib.import_module(module)
    from linli.core.audit.door import ACTIONS

    assert ACTIONS, "no act is registered"
    return ACTIONS


def test_every_act_is_named_after_its_app_and_a_verb(acts):
    wrong = []
    for name, door in acts.items():
        app = door.__module__.split(".")[-2 if door.__module__.endswith("actions") else 2]
        if not _NAME.fullmatch(name) or not door.__doc__:
            wrong.append(f"{name} ({door.__module__}): app.verb, and a docstring")
        elif f".{name.partition('.')[0]}" not in door.__module__:
            wrong.append(f"{name} is an act of {app}")
    assert not wrong, "\n".join(wrong)


def test_every_act_is_open_to_somebody_named(acts):
    wrong = [name for name, door in acts.items() if not rules.perm_exists(door.needs)]
    assert not wrong, f"no such permission: {[(n, acts[n].needs) for n in wrong]}"


def test_every_act_has_a_sentence(acts):
    from linli.core.audit.sentences import ACT_SENTENCES

    assert sorted(set(acts) - set(ACT_SENTENCES)) == []


def test_every_act_knows_what_it_must_forget(acts):
    from linli.core.audit.sentences import ACT_SENTENCES

    wrong = []
    for name in acts:
        sentence = ACT_SENTENCES.get(name)
        if sentence is None:
            continue
        fields = {field for _, field, _, _ in Formatter().parse(str(sentence.text)) if field}
        personal = fields & {"person", "resident", "phone", "email", "words"}
        if not isinstance(sentence.forget, tuple) or not personal <= set(sentence.forget):
            wrong.append(f"{name}: {sorted(personal)} can be personal, but is not forgotten")
    assert not wrong, "\n".join(wrong)


def test_no_sentence_is_left_over_from_an_act_that_is_gone(acts):
    from linli.core.audit.sentences import ACT_SENTENCES

    source = "\n".join(path.read_text(encoding="utf-8") for path in python_files())
    # An opening of a record is written down without being an act through the door.
    unused = [name for name in set(ACT_SENTENCES) - set(acts) if source.count(f'"{name}"') < 2]
    assert sorted(unused) == []

"""What the import contracts cannot say."""

from tests.house.reading import (
    HOUSE,
    ROOT,
    WINGS,
    app_of,
    imports_of,
    module_of,
    python_files,
    shown,
)


def _room(name: str) -> str:
    parts = name.split(".")
    return ".".join(parts[:3]) if len(parts) > 2 and parts[1] in WINGS else ""


def test_the_evaluation_reads_the_rooms_through_their_facts_only():
    wrong = []
    for path in python_files():
        if app_of(module_of(path)) != "linli.evaluation":
            continue
        for name, node in imports_of(path):
            if _room(name) and name.split(".")[3:4] != ["facts"]:
                wrong.append(f"{shown(path, node)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_only_crossings_call_the_acts_of_two_rooms():
    wrong = []
    for path in python_files():
        if HOUSE / "web" / "crossings" in path.parents:
            continue
        rooms = {_room(name) for name, _ in imports_of(path) if ".actions" in name and _room(name)}
        if len(rooms) > 1:
            wrong.append(f"{shown(path)} calls {', '.join(sorted(rooms))}: move it to crossings")
    assert not wrong, "\n".join(wrong)


def test_only_crossings_hang_on_the_act_of_another():
    door = "linli.core.audit.door"
    wrong = [
        shown(path, node)
        for path in python_files()
        if HOUSE / "web" / "crossings" not in path.parents
        for name, node in imports_of(path)
        if name == f"{door}.crosses"
    ]
    assert not wrong, f"only web/crossings follows an act: {wrong}"


def test_no_code_of_the_house_imports_its_tests():
    wrong = [
        f"{shown(path, node)} imports {name}"
        for path in python_files()
        for name, node in imports_of(path)
        if name.startswith("tests.") or (name.startswith("linli.") and ".tests." in f"{name}.")
    ]
    assert not wrong, "\n".join(wrong)


def test_every_folder_of_python_is_a_package():
    folders = {path.parent for path in python_files(tests=True)}
    wanting = [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()]
    assert not wanting, f"no __init__.py: {[str(f.relative_to(ROOT)) for f in wanting]}"


def test_flows_and_postings_take_nothing_of_django_but_the_lazy_text():
    wrong = [
        f"{shown(path, node)} imports {name}"
        for path in python_files()
        if {"flows", "postings"} & {path.stem, path.parent.name}
        for name, node in imports_of(path)
        if name.startswith("django.") and name != "django.utils.translation.gettext_lazy"
    ]
    assert not wrong, "\n".join(wrong)

"""The repository says nothing about the machine it was written on."""

import json
import re
import tomllib

from tests.house.reading import ROOT, files_kept, shown

_PLACES = re.compile(
    r"/(?:home|Users)/[a-z][\w.-]*/|(?<![\w./-])/(?:root|work|opt/pypi)/[\w.-]+|file:///"
)
_TEXT = {
    ".py", ".html", ".js", ".css", ".md", ".toml", ".json", ".txt", ".yml", ".yaml", ".po", ".csv",
    ".svg", ".sh", "",
}  # fmt: skip
_REGISTRIES = ("https://pypi.org/simple", "https://files.pythonhosted.org/")


def test_no_file_names_a_folder_of_somebodys_machine():
    wrong = []
    for path in files_kept():
        if path.suffix not in _TEXT or path.name == "test_words.py":
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if found := _PLACES.search(line):
                wrong.append(f"{shown(path, number)}: {found.group()}")
    assert not wrong, "\n".join(wrong)


def test_the_locks_name_the_public_registries_only():
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    for package in lock["package"]:
        registry = package["source"].get("registry", _REGISTRIES[0])
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert registry == _REGISTRIES[0], package["name"]
        assert all(file["url"].startswith(_REGISTRIES[1]) for file in files), package["name"]
    modules = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, module in modules.items():
        address = module.get("resolved", "https://registry.npmjs.org/")
        assert address.startswith("https://registry.npmjs.org/"), name

"""What happens is written where it happens: no signals."""

from tests.house.reading import ROOT, calls_of, imports_of, python_files, shown

# Path → why a signal is the only way there. A framework's own hook, never one of ours.
ALLOWED: dict[str, str] = {}


def test_nothing_listens_to_signals():
    wrong = []
    for path in python_files():
        if path.relative_to(ROOT).as_posix() in ALLOWED:
            continue
        for name, node in imports_of(path):
            if name.startswith("django.dispatch") or ".signals" in name:
                wrong.append(f"{shown(path, node)} imports {name}")
        for called, node in calls_of(path):
            if called == "receiver" or (called == "connect" and "signal" in _receiver(node)):
                wrong.append(f"{shown(path, node)} listens to a signal")
    assert not wrong, "\n".join(wrong)


def _receiver(node: object) -> str:
    import ast

    func = getattr(node, "func", None)
    return ast.unparse(func.value).lower() if isinstance(func, ast.Attribute) else ""


def test_every_exception_still_stands_and_says_why():
    for name, reason in ALLOWED.items():
        assert (ROOT / name).exists(), f"{name} is gone: take it off the list"
        assert len(reason) > 20, f"{name}: say why"

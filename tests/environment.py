"""The environment of every test run, set before anything reads the settings.

Loaded by `-p tests.environment` (pyproject.toml). The data folder is a fresh temporary one,
so that no test can reach the data or the secrets of an instance on this machine.
"""

import atexit
import gc
import os
import shutil
import tempfile

# While everything is loaded there is nothing to collect; conftest.py switches it on again.
gc.disable()

os.environ["LINLI_ENV"] = "test"
if "LINLI_TEST_FOLDER" not in os.environ:
    # Set once, so that the processes a test starts share the folder of their parent.
    _folder = tempfile.mkdtemp(prefix="linli-test-")
    os.environ["LINLI_TEST_FOLDER"] = os.environ["LINLI_DATA"] = _folder
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
if "PYTEST_XDIST_WORKER" in os.environ:
    # Processes beside each other keep out of each other's files.
    os.environ["LINLI_DATA"] = os.path.join(
        os.environ["LINLI_TEST_FOLDER"], os.environ["PYTEST_XDIST_WORKER"]
    )
for _name in ("LINLI_PORT", "LINLI_URL", "LINLI_HOSTS", "LINLI_LANG"):
    os.environ.pop(_name, None)

if "PYTEST_XDIST_WORKER" not in os.environ:
    # A clone has no compiled catalogue; without one every page would be in Chinese.
    from linli.web.command.locale import compile_catalogues

    compile_catalogues()

"""`import recoupe` is light: no third-party module but msgspec, no data."""

import subprocess
import sys

PROGRAM = """
import sys
import msgspec, msgspec.json, msgspec.toml
before = set(sys.modules)
import recoupe, recoupe.model, recoupe.errors, recoupe.stage
roots = {name.partition('.')[0] for name in set(sys.modules) - before}
print(sorted(roots - set(sys.stdlib_module_names) - {'recoupe'}))
"""


def test_importing_recoupe_loads_only_msgspec():
    said = subprocess.run([sys.executable, "-I", "-c", PROGRAM], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"

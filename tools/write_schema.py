"""Write docs/reference/schema.json: the JSON Schema of every record that Recoupe exports. `--check` fails where the file differs."""

import inspect
import json
import sys
from pathlib import Path

import msgspec

from recoupe import model

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "schema.json"


def schema() -> str:
    """All records of `recoupe.model`, as one JSON Schema (2020-12) with a definition each."""
    records = [
        kind
        for _, kind in sorted(inspect.getmembers(model, inspect.isclass))
        if issubclass(kind, msgspec.Struct) and kind is not model.Record
    ]
    _, definitions = msgspec.json.schema_components(records, ref_template="#/$defs/{name}")
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Recoupe records",
        "description": "Every line of an export is one of these records.",
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the file, or compare it."""
    if "--check" in sys.argv[1:]:
        same = TARGET.exists() and TARGET.read_text("utf-8") == schema()
        print("schema.json is what the records say" if same else "schema.json is out of date: run python tools/write_schema.py")
        return 0 if same else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(schema(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

import importlib.util
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "write_schema.py"


def test_the_schema_in_the_docs_is_what_the_records_say():
    spec = importlib.util.spec_from_file_location("write_schema", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.TARGET.read_text("utf-8") == tool.schema(), "run: python tools/write_schema.py"

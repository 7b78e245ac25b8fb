"""Count in how many reports of a folder each stem stands, and write the language's frequency table.

    python tools/build_frequencies.py --data PATH [--language fr] [--least 2]

The shipped French table counts 77 French Wikinews reports of 2012 (CC BY 2.5), the English one 43 of the
English Wikinews, with --least 6: so few reports tell which words are common, and not which are rare. See NOTICE.
"""

import argparse
from collections import Counter
from pathlib import Path

from recoupe import lang
from recoupe.text import stem, words


def main() -> None:
    """Write `src/recoupe/lang/<language>/frequencies.csv`."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="a folder of .txt reports, UTF-8")
    options.add_argument("--language", default="fr")
    options.add_argument(
        "--least", type=int, default=2, help="reports in which a stem must stand (default 2: once says no more than never)"
    )
    given = options.parse_args()
    files = sorted(given.data.glob("*.txt"))
    counts: Counter[str] = Counter()
    for file in files:
        text = file.read_text("utf-8")
        counts.update({stem(text[a:b], given.language) for a, b in words(text) if not text[a].isdigit()})  # numbers date a collection
    kept = sorted((s, n) for s, n in counts.items() if n >= given.least)
    rows = [f"*,{len(files)}", *(f"{s},{n}" for s, n in kept)]
    target = Path(str(lang.__file__)).parent / given.language / "frequencies.csv"
    target.write_text("stem,reports\n" + "\n".join(rows) + "\n", "utf-8")
    print(f"{target}: {len(kept)} stems of {len(files)} reports")


if __name__ == "__main__":
    main()

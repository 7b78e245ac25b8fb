"""Lists looked for by several threads at once."""

import sys
from concurrent.futures import ThreadPoolExecutor

from recoupe.text import Lists


def test_threads_share_the_lists():
    wanted = [frozenset((str(n),)) for n in range(120)]
    words = [str(n) for n in range(120)]
    lists, interval = Lists(), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda one: lists.places(words).of(one), wanted * 2))
    finally:
        sys.setswitchinterval(interval)
    assert found == [[n] for n in range(120)] * 2

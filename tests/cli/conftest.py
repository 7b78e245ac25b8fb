"""The command as somebody types it."""

import pytest

from recoupe.cli import main as command


@pytest.fixture
def run(capsys):
    """Type words behind `recoupe`: exit code, what is printed, what is told beside it."""

    def typed(*words: str) -> tuple[int, str, str]:
        try:
            code = command(list(words))
        except SystemExit as leaving:
            code = leaving.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed

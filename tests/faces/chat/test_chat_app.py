"""`app.py` when it cannot start: one line, exit status 2, no traceback."""

import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(*arguments: object) -> tuple[int, str]:
    """The exit status and standard error of app.py."""
    command = [sys.executable, "app.py", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("--data", tmp_path, "--port", port) == (
            2,
            f"whosaid: 127.0.0.1:{port}: Address already in use;"
            " name another one with --host or --port\n",
        )


def test_a_corpus_that_is_not_there_leaves_no_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert run("--data", data, "--corpus", "/no/such", "--port", 0) == (
        2,
        "whosaid: /no/such: no such file or folder\n",
    )
    assert not data.exists()

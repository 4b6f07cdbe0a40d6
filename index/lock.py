"""One writer at a time: a lock on the data folder that names who holds it, or on a file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from filelock import FileLock, Timeout

from errors import Locked

LOCK, HOLDER = "write.lock", "write.holder"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Holds the lock of a data folder. Raises Locked when another process does.

    The lock goes with the process that holds it, however that ends.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise Locked(
            f"{folder} is being written to by {_holder(folder)}: wait until it is done"
        ) from error
    try:
        since = datetime.now().strftime("%H:%M")
        (folder / HOLDER).write_text(f"process {os.getpid()} since {since}")
        yield
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


@contextmanager
def writing_file(file: Path) -> Iterator[None]:
    """Holds a file that is being written. Raises Locked when another process does.

    The lock lies apart from the file, in whose folder nothing is left.
    """
    name = sha256(os.fsencode(file.resolve())).hexdigest()[:16]
    lock = FileLock(Path(gettempdir()) / f"whosaid-{name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise Locked(
            f"{file} is being written by another process: wait until it is done"
        ) from error
    try:
        yield
    finally:
        lock.release()


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER).read_text()
    except OSError:
        return "another process"

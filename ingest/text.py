"""Bytes of a file → its text, unchanged: UTF-8, plain or gzipped, within a size that fits."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from errors import SourceError

MEBIBYTE = 1024 * 1024
TEXT_LIMIT = 64 * MEBIBYTE
"""The largest page. A bigger file is a corpus, and has a better form than one text."""


def open_bytes(path: Path) -> BinaryIO:
    """The file's bytes, decompressed when its name ends in `.gz`."""
    if path.suffix == ".gz":
        return gzip.open(path, "rb")  # type: ignore[return-value]  # a BinaryIO in all but name
    return path.open("rb")


def read_text(path: Path) -> str:
    """The text of a page, decoded as UTF-8 and otherwise unchanged.

    Raises SourceError, naming the byte where there is one, for what is not such a text.
    """
    try:
        with open_bytes(path) as stream:
            data = stream.read(TEXT_LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"cannot be read: {reason(error)}") from error
    if len(data) > TEXT_LIMIT:
        raise SourceError(
            f"larger than {TEXT_LIMIT // MEBIBYTE} MiB: split it, or write its pages as JSON Lines"
        )
    return decode(data)


def decode(data: bytes) -> str:
    """UTF-8 bytes as a text that says something. Raises SourceError for anything else."""
    if b"\0" in data:
        raise SourceError(f"not a text: byte 0x00 at offset {data.index(0)}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}; "
            "convert it, for example with iconv"
        ) from error
    if not text.strip("\ufeff \t\r\n\v\f\u00a0"):
        raise SourceError("empty")
    return text


def read_lines(path: Path) -> Iterator[tuple[int, bytes | SourceError]]:
    """The lines of a file with their numbers from 1, a page's length at most each.

    A line that is too long comes as the error that it is, and reading goes on behind it.
    Raises SourceError when the file itself cannot be read on.
    """
    try:
        with open_bytes(path) as stream:
            number = 0
            while line := stream.readline(TEXT_LIMIT + 1):
                number += 1
                if len(line) <= TEXT_LIMIT:
                    yield number, line
                    continue
                while line and not line.endswith(b"\n"):
                    line = stream.readline(TEXT_LIMIT)
                yield number, SourceError(f"longer than {TEXT_LIMIT // MEBIBYTE} MiB")
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"cannot be read: {reason(error)}") from error


def reason(error: Exception) -> str:
    """What the operating system says, without the path that the caller names already."""
    return getattr(error, "strerror", None) or str(error)

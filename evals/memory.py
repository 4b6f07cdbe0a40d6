"""How much memory this process holds, and held at most."""

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
MEBIBYTE = 1 << 20


def resident() -> tuple[int, int]:
    """Bytes in memory now and at most; where a system does not tell, the most for both."""
    if STATUS.exists():
        fields = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
        return _kibibytes(fields["VmRSS"]), _kibibytes(fields["VmHWM"])
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    most *= 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes elsewhere
    return most, most


def _kibibytes(field: str) -> int:
    return int(field.split()[0]) * 1024


def on_disk(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())

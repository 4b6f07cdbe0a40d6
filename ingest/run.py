"""One run over sources: what they hold goes into the archive, and what was done is counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice

from ingest.archive import Archive
from ingest.sources import FileRead, Skipped, Source

BATCH = 200
"""Documents a transaction: what a kill can lose of a run, and the next run brings again."""


@dataclass(slots=True)
class Report:
    """What a run did, in numbers of documents, and what it had to leave out.

    `signed_otherwise` are those that the operator's file gives to others than before.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    signed_otherwise: int = 0

    @property
    def present(self) -> int:
        """How many documents the sources hold."""
        return self.added + self.changed + self.unchanged


def ingest(
    sources: Iterable[Source], archive: Archive, progress: Callable[[int], None] = lambda _: None
) -> Report:
    """Bring sources into the archive. `progress` is told the bytes read since it was last told.

    Documents that a source no longer holds are removed; what could not be read this time stays
    as it was.
    """
    report = Report()
    for source in sources:
        run, state = archive.new_run(), source.state()
        lacks = archive.seen.lacks(source.key, state, archive.extent(source.key))
        if lacks is None:
            _read(source, state, archive, run, report, progress)
        else:
            report.unchanged += archive.keep(source.key, run)
            report.skipped += [Skipped(*lack) for lack in lacks]
            progress(source.bytes)
    archive.tell_apart()
    return report


def _read(
    source: Source,
    state: str,
    archive: Archive,
    run: int,
    report: Report,
    progress: Callable[[int], None],
) -> None:
    """Bring a source in from beginning to end."""
    if source.name:
        archive.begin(source.name)
    skipped, documents = len(report.skipped), report.present
    _bring(source, archive, run, report, progress)
    with archive.transaction():
        for left_out in report.skipped[skipped:]:
            archive.keep(left_out.key, run)
        report.removed += archive.remove_unseen(source.key, run)
        archive.finish(source.name)
        extent = archive.extent(source.key)
        if state and extent.documents == report.present - documents:  # none that was only kept
            lacks = [(one.key, one.place, one.reason) for one in report.skipped[skipped:]]
            archive.seen.note(source.key, state, extent, lacks)


def _bring(
    source: Source, archive: Archive, run: int, report: Report, progress: Callable[[int], None]
) -> None:
    found = iter(source.read())
    more = True
    while more:
        more = False
        with archive.transaction():
            for item in islice(found, BATCH):
                more = True
                if isinstance(item, FileRead):
                    progress(item.bytes)
                elif isinstance(item, Skipped):
                    report.skipped.append(item)
                else:
                    outcome = archive.put(item, run)
                    if outcome == "repeated":
                        place = item.path or item.key
                        reason = (
                            f"{item.source_id or item.url or 'the same text'} stands in it twice"
                        )
                        report.skipped.append(Skipped(item.key, place, reason))
                    else:
                        setattr(report, outcome, getattr(report, outcome) + 1)

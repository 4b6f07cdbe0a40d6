"""Whether true sentences are believed, and false ones refused, by the check of written answers.

whosaid eval claims

Claims of SciFact against their evidence (SUPPORT, CONTRADICT), against other sentences of the same
abstract, and against another abstract; then sentences of posts told of their authors, truly and
falsely. With `nli_model` set, that model checks too. A row of SciFact:

    {"claim": "Mice sleep.", "evidence": [{"doc_id": "81", "spans": [[19, 40]], "label": "…"}]}
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from answer.checking.check import Checker
from answer.checking.entailment import CrossEncoderEntailment
from answer.compose import Said
from answer.directory import Directory
from evals.claim_corruptions import FALSE, TRUE, Case, Making, Post, cited, posts
from evals.questions import SHARED, files, rows
from evals.retrieval import percent, spread
from faces.render import table
from index.keywords import KeywordIndex
from index.sentences import sentences
from ingest.people import people
from ingest.registry import Registry
from ingest.signatures import Signature
from settings import Settings

POSTS = 600
"""Posts that are told unless a limit says otherwise."""

Row = Mapping[str, Any]


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the shares that are believed or refused; the limit is on claims and on posts."""
    claims = spread(list(rows(*files(shared / "data" / "scifact", "claims.*.jsonl"))), limit)
    texts = {
        row["_id"]: row["text"] for row in rows(*files(shared / "data" / "scifact", "corpus*"))
    }
    told = list(posts(rows(*files(shared / "data" / "lesswrong", "documents.jsonl*"))))
    checker = check(settings, told)
    header = f"{len(claims)} claims, {len(told)} posts", ""
    some = spread(told, limit or POSTS)
    return table([header, *of_claims(checker, claims, texts), *of_posts(checker, some)])


def check(settings: Settings, told: Sequence[Post]) -> Checker:
    """A check that knows the authors of the posts."""
    known = people(
        [
            Signature(f"eval:/{n}", one.author, None, (), (), "metadata", None)
            for n, one in enumerate(told)
        ],
        Registry(),
    )
    model = CrossEncoderEntailment(settings.nli_model) if settings.nli_model else None
    return Checker(Directory(known), KeywordIndex(settings.data / "keywords").stems, model)


def of_claims(
    checker: Checker, claims: Sequence[Row], texts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The rows of SciFact."""
    for label, title, wanted in (
        ("SUPPORT", "SciFact: supported, believed", True),
        ("CONTRADICT", "SciFact: contradicted, refused", False),
    ):
        yield title, _share(checker, list(_evidence(claims, texts, label)), wanted)
    beside = list(_beside(claims, texts))
    yield "SciFact: the sentences beside the evidence, refused", _share(checker, beside, False)
    elsewhere = list(_elsewhere(claims, texts))
    yield "SciFact: another abstract, refused", _share(checker, elsewhere, False)


def _evidence(claims: Sequence[Row], texts: Mapping[str, str], label: str) -> Iterator[Case]:
    """Each claim with its evidence in one abstract."""
    for claim in claims:
        for id_, spans in _spans(claim, label).items():
            yield Case(claim["claim"], _said(texts[id_], spans))


def _beside(claims: Sequence[Row], texts: Mapping[str, str]) -> Iterator[Case]:
    """Each claim with as many sentences of the same abstract that are no evidence."""
    for claim in claims:
        for id_, spans in _spans(claim).items():
            text = texts[id_]
            others = [
                span
                for span in sentences(text, 0, len(text))
                if not any(span[0] < end and start < span[1] for start, end in spans)
            ]
            if others:
                yield Case(claim["claim"], _said(text, spread(others, len(spans))))


def _elsewhere(claims: Sequence[Row], texts: Mapping[str, str]) -> Iterator[Case]:
    """Each claim with the evidence of the next one."""
    held = [(claim["claim"], found) for claim in claims if (found := _spans(claim))]
    for (text, mine), (_, others) in zip(held, [*held[1:], *held[:1]], strict=True):
        id_, spans = next(iter(others.items()))
        if id_ not in mine:
            yield Case(text, _said(texts[id_], spans))


def _spans(claim: Row, label: str | None = None) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for one in claim["evidence"]:
        if label in (None, one["label"]):
            found.setdefault(one["doc_id"], []).extend((a, b) for a, b in one["spans"])
    return {id_: sorted(set(spans)) for id_, spans in found.items()}


def _said(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Said, ...]:
    return tuple(cited(text[start:end]) for start, end in spans)


def of_posts(checker: Checker, told: Sequence[Post]) -> Iterator[tuple[str, str]]:
    """The rows of sentences told of authors."""
    for title, making in TRUE.items():
        yield f"true: {title}, believed", _share(checker, _cases(told, making), True)
    for title, making in FALSE.items():
        yield f"false: {title}, refused", _share(checker, _cases(told, making), False)


def _cases(told: Sequence[Post], making: Making) -> list[Case]:
    made = (making(told, number) for number in range(len(told)))
    return [case for case in made if case]


def _share(checker: Checker, cases: Sequence[Case], wanted: bool) -> str:
    believed = [checker.objection(one.text, one.cited, one.before) is None for one in cases]
    return f"{percent(one is wanted for one in believed)} of {len(cases)}"

"""The one door to tantivy: passages by the words that they hold, scored by BM25."""

from collections.abc import Callable, Sequence
from pathlib import Path

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from index.filters import EVERYTHING, Filters, day

QUESTION_WORDS = """
    a about after all also am an and any anyone anything are as at be because been before
    being but by can could describe did do does doing done else everyone explain for from
    get give given had has have having he her him his how i if in into is it its just know
    let like list many may me might more most mr ms much must my named of on one only or
    other our out please regarding said same say saying says she should since so some
    someone such tell than that the their them then there these they thing things think
    thinking thinks this those thought through to too under up us very was we were what when
    where whether which while who whom whose why will with would write writes written wrote
    you your
""".split()  # noqa: SIM905  # a list of words reads best as words
"""Words of a question that say nothing about what is asked."""

TITLE_WEIGHT = 0.3
HEAP = 64_000_000


class KeywordIndex:
    """The words of passages on disk; additions and deletions without a rebuild."""

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("id", indexed=True, fast=True)
        builder.add_text_field("text", tokenizer_name="words")
        builder.add_text_field("title", tokenizer_name="words")
        builder.add_text_field("author", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("source", tokenizer_name="raw", index_option="basic")
        builder.add_unsigned_field("day", indexed=True)
        self._schema = builder.build()
        folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._index.register_tokenizer("words", _analyzer())
        self._terms = _analyzer(QUESTION_WORDS)
        self._words = _analyzer()

    def reopen(self) -> None:
        """See what has been committed since."""
        self._index.reload()

    def replace(self, removed: Sequence[int], added: Sequence["KeywordEntry"]) -> None:
        """Forget and add passages in one commit."""
        if not removed and not added:
            return
        writer = self._index.writer(HEAP, 1)
        if removed:  # by a query: a term for a number is a signed one, and the field is not
            writer.delete_documents_by_query(
                Query.term_set_query(self._schema, "id", list(removed))
            )
        for entry in added:
            writer.add_document(entry.document())
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def best(self, text: str, count: int, filters: Filters) -> list[tuple[int, float]]:
        """The passages that hold the words of a text best, with their BM25 scores, best first.

        Words of the title and the heading above a passage count a little too.
        """
        both = [
            Query.disjunction_max_query([self._term("text", term), self._title(term)], 1.0)
            for term in self._different(text)
        ]
        return self._any_of(both, count, filters)

    def best_titled(
        self, text: str, count: int, filters: Filters = EVERYTHING
    ) -> list[tuple[int, float]]:
        """The passages under the titles and headings that hold the words of a text best."""
        titles = [self._term("title", term) for term in self._different(text)]
        return self._any_of(titles, count, filters)

    def _different(self, text: str) -> list[str]:
        return list(dict.fromkeys(self.terms(text)))

    def _any_of(self, words: list[Query], count: int, filters: Filters) -> list[tuple[int, float]]:
        if not words:
            return []
        wanted = Query.boolean_query([(Occur.Should, word) for word in words])
        query = Query.boolean_query([(Occur.Must, wanted), *self._conditions(filters)])
        return self._found(query, count)

    def count_admitted(self, filters: Filters) -> int:
        """How many passages pass the filters."""
        return self._matching(Query.boolean_query(self._conditions(filters)))

    def all_admitted(self, filters: Filters, count: int) -> list[int]:
        """The passages that pass the filters, so many at most."""
        query = Query.boolean_query(self._conditions(filters))
        return [id_ for id_, _ in self._found(query, count)] if count else []

    def admitted(self, ids: Sequence[int], filters: Filters) -> list[int]:
        """Those of some passages that pass the filters, in the order of their ids."""
        if not ids:
            return []
        among = Query.term_set_query(self._schema, "id", list(ids))
        query = Query.boolean_query([(Occur.Must, among), *self._conditions(filters)])
        return sorted(id_ for id_, _ in self._found(query, len(ids)))

    def _found(self, query: Query, count: int) -> list[tuple[int, float]]:
        searcher = self._index.searcher()
        hits = searcher.search(query, count, count=False).hits
        ids = searcher.fast_field_values("id", [address for _, address in hits])
        pairs = zip(ids, hits, strict=True)
        return [(int(id_), float(score)) for id_, (score, _) in pairs if id_ is not None]

    def _matching(self, query: Query) -> int:
        found = self._index.searcher().search(query, 1, count=True)
        return int(found.count or 0)  # type: ignore[attr-defined]  # the stubs leave it out

    def _term(self, field: str, term: str) -> Query:
        return Query.term_query(self._schema, field, term)

    def _title(self, term: str) -> Query:
        return Query.boost_query(self._term("title", term), TITLE_WEIGHT)

    def _conditions(self, filters: Filters) -> list[tuple[Occur, Query]]:
        """The filters as conditions that count nothing towards the score."""
        conditions = []
        if filters.authors:
            names = [(Occur.Should, self._term("author", name)) for name in filters.authors]
            conditions.append(Query.boolean_query(names))
        if filters.source:
            conditions.append(self._term("source", filters.source))
        if filters.after or filters.before:
            first = day(filters.after) if filters.after else 0
            last = day(filters.before) if filters.before else 99_999_999
            conditions.append(
                Query.range_query(
                    self._schema,
                    "day",
                    tantivy.FieldType.Unsigned,
                    first,
                    last,
                    include_upper=False,
                )
            )
        return [(Occur.Must, Query.const_score_query(condition, 0.0)) for condition in conditions]

    def terms(self, text: str) -> list[str]:
        """The stems of a question's words, without the ones that say nothing about its subject."""
        return self._terms.analyze(text)

    def stems(self, text: str) -> list[str]:
        """The stems of all words of a text."""
        return self._words.analyze(text)

    def frequency(self, term: str) -> int:
        """How many passages hold a stem; those removed of late may still count."""
        return int(self._index.searcher().doc_freq("text", term))

    def count(self) -> int:
        """How many passages there are."""
        return self._index.searcher().num_docs


class KeywordEntry:
    """A passage as the keyword index keeps it."""

    def __init__(
        self, id_: int, text: str, title: str, authors: Sequence[str], source: str, date: str | None
    ) -> None:
        self._fields = (id_, text, title, authors, source, date)

    def document(self) -> tantivy.Document:
        """The entry as tantivy takes it."""
        id_, text, title, authors, source, date = self._fields
        document = tantivy.Document()
        document.add_unsigned("id", id_)
        document.add_text("text", text)
        document.add_text("title", title)
        document.add_text("source", source)
        for author in authors:
            document.add_text("author", author)
        if date:
            document.add_unsigned("day", day(date))
        return document


def stemmer(left_out: Sequence[str] = ()) -> Callable[[str], list[str]]:
    """What gives the stems of a text, without the words that are left out."""
    return _analyzer(left_out).analyze


def _analyzer(left_out: Sequence[str] = ()) -> TextAnalyzer:
    """Lower-cased English stems without accents and without the words that are left out."""
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
    if left_out:
        builder = builder.filter(Filter.custom_stopword(list(left_out)))
    return builder.filter(Filter.ascii_fold()).filter(Filter.stemmer("english")).build()

"""Whether true sentences are believed, and false ones refused, by the check of written answers."""

import pytest

from evals.claim_checks import run
from evals.claim_corruptions import FALSE, TRUE, Post, posts, told

ADA = Post("Cats will sleep for 9 hours in the warm yard, and never purr", "Ada King")
BO = Post("Dogs bark loudly at every old cart in the village street", "Bo Lee")
MIDDLE = "Mice can sleep for 9 hours in a warm barn, and never wake."


def made(kind, *all_):
    return kind(all_ or (ADA, BO), 0)


def test_the_middle_sentence_of_a_post_is_told_of_its_author():
    text = f"Some mice never sleep at all in the cold barn. {MIDDLE} Some barns are old and cold."
    row = {"author": "Ann", "author_basis": "source", "text": text}
    assert list(posts(iter([row]))) == [Post(MIDDLE[:-1], "Ann")]


@pytest.mark.parametrize("row", [{"author_basis": None}, {"author": None}, {"text": "I slept."}])
def test_a_post_without_a_sure_author_or_a_plain_sentence_is_not_told(row):
    whole = {"author": "Ann", "author_basis": "source", "text": MIDDLE} | row
    assert list(posts(iter([whole]))) == []


def test_sentences_that_need_others_are_not_told():
    assert list(told(f"He said that mice sleep for nine hours in a barn. {MIDDLE}")) == [MIDDLE]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("quoted with the author", f"Ada King writes: “{ADA.words}.”"),
        ("told without a name", f"{ADA.words}."),
    ],
)
def test_what_is_true_says_what_it_cites(kind, text):
    case = made(TRUE[kind])
    assert (case.text, case.cited) == (text, (ADA.said,))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("another author", f"Bo Lee writes that c{ADA.words[1:]}."),
        ("another author, by the surname", f"Lee writes that c{ADA.words[1:]}."),
        ("another figure", f"Ada King writes that c{ADA.words[1:]}.".replace("9", "12")),
        ("a “not” left out", f"Ada King writes that c{ADA.words[1:]}.".replace("never ", "")),
        ("a “not” put in", f"Ada King writes that c{ADA.words[1:]}.".replace("will", "will not")),
        ("something added", f"Ada King writes that c{ADA.words[1:]}, and d{BO.words[1:]}."),
        ("the author’s, but other words", f"Ada King writes that d{BO.words[1:]}."),
    ],
)
def test_what_is_false_differs_by_one_thing(kind, text):
    case = made(FALSE[kind])
    assert (case.text, case.cited) == (text, (ADA.said,))


def test_who_quotes_is_not_who_says_it():
    (said,) = made(FALSE["who quotes, for who is quoted"]).cited
    assert (said.citation.speaker, said.quoting, said.authors) == ("Ada King", ("Bo Lee",), ())


def test_what_cannot_be_made_false_is_left_out():
    assert made(FALSE["another figure"], BO, ADA) is None


def test_the_table_tells_what_is_believed_and_what_is_refused(put, folder, settings, cells):
    text = "Mice were watched at night. They slept for nine hours in the dark. Some ate oats."
    evidence = {"doc_id": "81", "spans": [[28, 66]], "label": "SUPPORT"}
    put("scifact/corpus.jsonl.gz", {"_id": "81", "title": "Mice", "text": text})
    put(
        "scifact/claims.test.jsonl", {"claim": "They slept for nine hours.", "evidence": [evidence]}
    )
    put(
        "lesswrong/documents.jsonl.gz",
        *({"author": p.author, "author_basis": "source", "text": f"{p.words}."} for p in (ADA, BO)),
    )
    rows = cells(run(settings, shared=folder))
    assert rows["SciFact: supported, believed"] == ["100.0 % (100.0 to 100.0) of 1"]
    assert rows["true: reported of the author, believed"] == ["100.0 % (100.0 to 100.0) of 2"]
    assert rows["false: another author, refused"] == ["100.0 % (100.0 to 100.0) of 2"]
    assert rows["false: another figure, refused"] == ["100.0 % (100.0 to 100.0) of 1"]

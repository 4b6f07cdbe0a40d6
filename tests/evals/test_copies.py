"""Copies are known to be the same text; what only looks like one is not."""

from random import Random

from evals.copies import KINDS, Made, copies, edited, grouped, rows, traps
from evals.forum import Person, Said
from evals.plain import lines
from evals.posts import Post

URL = "https://www.lesswrong.com/posts/aaaaaaaaaaaaaaaa{}/why"


def sentence(topic, number):
    return f"This is what {topic} has to say in its sentence number {number} about {number * 7}."


def post(number, topic):
    paragraphs = (" ".join(sentence(topic, 10 * part + n) for n in range(10)) for part in range(4))
    return Post(str(number), "\n\n".join(paragraphs), topic, "Ann Lee", URL.format(number))


ORIGINALS = [post(number, topic) for number, topic in enumerate(["swans", "tides", "moss"])]


def test_each_original_has_one_copy_of_the_next_kind():
    made = [(one.kind, one.text) for one in copies(ORIGINALS)]
    kinds = list(KINDS)
    assert made == [
        ("original", "0"), (kinds[0], "0"),
        ("original", "1"), (kinds[1], "1"),
        ("original", "2"), (kinds[2], "2"),
    ]  # fmt: skip


def test_so_many_words_of_each_paragraph_are_edited():
    before = ORIGINALS[0].text
    after = edited(before, 2, Random(0))
    assert before != after
    assert len(after.split("\n\n")) == 4
    changed = [one != two for one, two in zip(before.split(), after.split(), strict=True)]
    assert sum(changed) <= 8


def test_the_same_text_at_another_address_is_grouped_with_it():
    made = list(copies(ORIGINALS[:1]))
    assert [one.post.id for one in grouped(made)["0"]] == ["copy of 0"]


def test_every_trap_is_a_text_of_its_own():
    said = [Said(f"c{n}", Person(("Bo Dean",)), tuple(lines(sentence("Bo", n)))) for n in range(6)]
    made = list(traps(ORIGINALS[:2], [ORIGINALS[2]], said))
    assert [(one.kind, one.post.id) for one in made] == [
        ("a comment at the address of a post", "c0"),
        ("a comment at the address of a post", "c1"),
        ("quotes the beginning of a post", "c2"),
        ("the same three words", "thanks 0"),
        ("a similar title", "2"),
    ]


def shares(*groups):
    """What is told of texts "a" and "b" in two copies each, where these are grouped."""
    made = [
        Made(Post(f"{text}{n}", text), kind, text)
        for text in "ab"
        for n, kind in enumerate(("original", "elsewhere"))
    ]
    by_id = {one.post.id: one for one in made}
    same = {
        id_: [by_id[other] for group in groups if id_ in group for other in group - {id_}]
        for id_ in by_id
    }
    return {kind: [cell.split(" (")[0] for cell in cells] for kind, *cells in rows(made, same)}


def test_a_copy_in_one_group_with_its_original_is_found():
    found = shares({"a0", "a1"})
    assert found["elsewhere"] == ["50.0 %", "0.0 %"]
    assert found["pairs that are the same"][0] == "100.0 %"


def test_a_text_in_one_group_with_another_is_wrong():
    found = shares({"a0", "a1"}, {"b0", "a1"})
    assert (found["original"][1], found["elsewhere"][1]) == ("50.0 %", "50.0 %")
    assert found["pairs that are the same"][0] == "50.0 %"

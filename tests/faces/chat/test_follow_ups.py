"""What a question is about, as far as it says so in a few words."""

import pytest

from faces.chat.follow_ups import topic


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("What is deceptive alignment?", "deceptive alignment"),
        ("What does Ada think about the shutdown problem?", "shutdown problem"),
        ("Who argues against AI control?", "AI control"),
        ("Where do Ada and Bo differ on takeoff?", "takeoff"),
        ("Is chain of thought faithful?", None),
        ("What is the thing that everybody who has read all of the posts will know?", None),
    ],
)
def test_the_topic(question: str, about: str | None) -> None:
    assert topic(question) == about

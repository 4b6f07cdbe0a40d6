"""Which names a misspelt one may be."""

import pytest

from answer.likeness import nearest

NAMES = ["eliezer yudkowsky", "paul christiano", "ann lee", "anna lee", "jan li"]


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("elizer yudkowski", ["eliezer yudkowsky"]),
        ("eliezer yudkowksy", ["eliezer yudkowsky"]),
        ("paul cristiano", ["paul christiano"]),
        ("paul smith", []),
        ("robin hanson", []),
        ("", []),
    ],
)
def test_a_misspelt_name_is_near_the_one_that_is_meant(name, like):
    assert nearest(name, NAMES) == like


def test_of_names_the_nearest_is_told():
    assert nearest("anna leee", NAMES) == ["anna lee"]


def test_names_that_are_equally_near_are_all_told():
    assert nearest("joan smyth", ["joan smith", "joan smythe", "john smyth"]) == [
        "joan smythe", "joan smith", "john smyth",
    ]  # fmt: skip

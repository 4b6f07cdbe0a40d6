"""One name, written in two ways; and names that are only alike."""

import pytest

from ingest.spelling import folded, spelt, without_degree


@pytest.mark.parametrize("name", ["@Jdoe", "JDOE", " jdoe "])
def test_a_name_is_looked_up_whatever_its_case(name):
    assert folded(name) == "jdoe"


@pytest.mark.parametrize("name", ["Jane_Doe", "jane-doe", "JANE DOE", "Jane  Doe"])
def test_a_name_may_be_spelt_for_an_address(name):
    assert spelt(name) == "jane doe"


@pytest.mark.parametrize("name", ["JaneDoe", "J. Doe", "Jane M. Doe", "Jane.Doe"])
def test_a_name_that_is_alike_is_another(name):
    assert spelt(name) != "jane doe"


@pytest.mark.parametrize(
    "name",
    ["Bo Ray, PhD", "Bo Ray, Ph.D.", "Bo Ray PhD", "Bo Ray, M.D., Ph.D.", "Dr Bo Ray", "Dr. Bo Ray",
     "Prof. Dr. Bo Ray, PhD", "Professor Bo Ray", "Bo Ray, Jr.", "Bo Ray MD", "Bo Ray, MA"],
)  # fmt: skip
def test_titles_and_degrees_are_no_part_of_a_name(name):
    assert without_degree(name) == "Bo Ray"


@pytest.mark.parametrize("name", ["Jack Ma", "Dr Ray", "Ray, PhD", "Drew Ray", "Bo Ray, Inc."])
def test_what_is_part_of_a_name_stays(name):
    assert without_degree(name) == name

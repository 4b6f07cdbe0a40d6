"""A sentence is about what the cited words are about."""

import pytest

CATS = "Cats sleep by night in 2021, because hunting tires them."


@pytest.mark.parametrize(
    "text", ["Mice sleep by night.", "Ada King says that mice sleep by night."]
)
def test_a_sentence_is_about_what_the_words_are_about(kind, said, text):
    assert kind(text, said(CATS, "Ada King")) == "content"
    assert kind(text, said("They sleep by night.", "Ada King", title="On mice")) is None


def test_what_leads_to_it_need_not_stand_there(kind, said):
    assert kind("The main reason is that hunting tires cats.", said(CATS, "Ada King")) is None


def test_the_roles_of_words_are_not_looked_at(kind, said):
    assert kind("Hunting sleeps by night, because cats tire them.", said(CATS, "Ada King")) is None

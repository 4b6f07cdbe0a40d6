"""Tokens of a text for a model whose tokenizer is not here."""

import pytest

from answer.llm.tokens import estimate


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("Ada thinks so.", 5),
        ("an alignment", 4),
        ("2024-03", 7),
        ("“Zoë”", 6),
        ("a\n\n    b", 3),
        ("x" * 40, 20),
        ("日本", 4),
    ],
)
def test_tokens_are_counted_by_words_and_other_characters(text, tokens):
    assert estimate(text) == tokens

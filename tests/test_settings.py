"""Flags over environment over whosaid.toml over defaults."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from errors import BadInput
from index.weights import BUNDLED_NAME
from settings import BUNDLED_MODEL, Settings, load_settings


@pytest.fixture(autouse=True)
def nothing_is_set(tmp_path, monkeypatch):
    """An empty working directory, and no setting in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WHOSAID_{name.upper()}", raising=False)


def toml(text):
    Path("whosaid.toml").write_text(text)


def test_nothing_set_is_the_defaults():
    found = load_settings()
    assert (found.data, found.embed_model) == (Path(".whosaid"), BUNDLED_MODEL)


def test_the_file_sets():
    toml('data = "from-file"')
    assert load_settings().data == Path("from-file")


def test_the_environment_goes_before_the_file(monkeypatch):
    toml('data = "from-file"')
    monkeypatch.setenv("WHOSAID_DATA", "from-environment")
    assert load_settings().data == Path("from-environment")


def test_a_flag_goes_before_everything(monkeypatch):
    monkeypatch.setenv("WHOSAID_DATA", "from-environment")
    assert load_settings(data="from-flag").data == Path("from-flag")


def test_a_flag_that_is_not_given_leaves_the_rest(monkeypatch):
    monkeypatch.setenv("WHOSAID_DATA", "from-environment")
    assert load_settings(data=None).data == Path("from-environment")


def test_an_unknown_setting_names_those_that_there_are():
    toml('datta = "x"')
    with pytest.raises(BadInput) as error:
        load_settings()
    assert str(error.value) == (
        "setting 'datta': Extra inputs are not permitted "
        f"(settings: {', '.join(Settings.model_fields)})"
    )


def test_a_value_of_the_wrong_kind_is_refused():
    toml("embed_model = 3")
    with pytest.raises(BadInput, match="setting 'embed_model': Input should be a valid string"):
        load_settings()


@pytest.mark.parametrize("text", ["data = ", "= 3", "[data", "data = 'x' y"])
def test_a_file_that_is_not_toml_is_refused(text):
    toml(text)
    with pytest.raises(BadInput, match=r"^whosaid\.toml: "):
        load_settings()


def test_a_file_that_is_not_utf8_is_refused():
    Path("whosaid.toml").write_bytes(b'data = "\xff"')
    with pytest.raises(BadInput, match=r"^whosaid\.toml: "):
        load_settings()


def test_a_folder_in_place_of_the_file_is_refused_or_ignored():
    Path("whosaid.toml").mkdir()
    assert load_settings().data == Path(".whosaid")


def test_the_home_folder_can_be_written_short(monkeypatch):
    monkeypatch.setenv("HOME", "/home/ann")
    assert load_settings(data="~/texts").data == Path("/home/ann/texts")


VALUES = {
    **dict.fromkeys(["authors", "cache", "data", "faq"], "x"),
    "llm": "ollama",
    "llm_api_key": "**********",
    "llm_context_window": "2048",
    "llm_timeout": "7.5",
    "llm_samples": "4",
    "unsupported": "show",
    "mode": "plain",
}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_an_environment_variable(name, monkeypatch):
    value = VALUES.get(name, "http://h:1")
    monkeypatch.setenv(f"WHOSAID_{name.upper()}", value)
    set_ = getattr(load_settings(), name)
    assert (",".join(set_) if isinstance(set_, tuple) else str(set_)) == value


def test_origins_are_as_browsers_write_them(monkeypatch):
    monkeypatch.setenv("WHOSAID_ALLOW_ORIGINS", "https://AISafety.info/, http://localhost:3000 ,")
    assert load_settings().allow_origins == ("https://aisafety.info", "http://localhost:3000")


@pytest.mark.parametrize("text", ["aisafety.info", "https://a.org/page", "https://*.org", "null"])
def test_what_is_no_origin_is_refused(text):
    with pytest.raises(BadInput, match="is no origin"):
        load_settings(allow_origins=text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('llm = "gpt"', "'llm': Input should be 'none', 'openai-like', 'ollama' or 'huggingface'"),
        ("llm_samples = 9", "'llm_samples': Input should be less than or equal to 8"),
        ("llm_context_window = -1", "'llm_context_window': Input should be greater than or equal"),
        ("llm_timeout = 0", "'llm_timeout': Input should be greater than 0"),
        ("llm_timeout = inf", "'llm_timeout': Input should be less than or equal to 3600"),
    ],
)
def test_what_a_language_model_cannot_be_set_to_is_refused(text, told):
    toml(text)
    with pytest.raises(BadInput) as error:
        load_settings()
    assert str(error.value).startswith(f"setting {told}")


def test_no_language_model_writes_unless_one_is_set():
    assert (load_settings().llm, load_settings().nli_model) == ("none", "")


def test_a_key_is_not_shown():
    toml('llm_api_key = "sk-secret"')
    assert "sk-secret" not in f"{load_settings()!r}{load_settings()}"
    assert load_settings().llm_api_key.get_secret_value() == "sk-secret"


def test_a_key_of_the_wrong_kind_is_not_shown_either():
    toml('llm_api_key = ["sk-secret"]')
    with pytest.raises(BadInput) as error:
        load_settings()
    assert "sk-secret" not in str(error.value)


def test_the_file_of_authors_is_the_one_that_is_set():
    toml('authors = "~/people.toml"')
    assert load_settings().authors_file == Path("~/people.toml").expanduser()


def test_the_file_of_authors_lies_in_the_data_folder_or_else_here():
    assert load_settings().authors_file is None
    Path("authors.toml").touch()
    assert load_settings().authors_file == Path("authors.toml")
    Path(".whosaid").mkdir()
    Path(".whosaid/authors.toml").touch()
    assert load_settings().authors_file == Path(".whosaid/authors.toml")


def test_the_model_is_the_bundled_one():
    assert load_settings().embed_model == BUNDLED_NAME


def test_nothing_is_ranked_again():
    assert load_settings().reranker == ""


def test_settings_do_not_change():
    with pytest.raises(ValidationError):
        load_settings().data = Path("x")

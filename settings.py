"""The settings: flags over environment over `whosaid.toml` over defaults.

Only the faces and app.py read this; everything else is given plain values.
"""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from errors import BadInput

BUNDLED_MODEL, AUTHORS = "all-MiniLM-L6-v2", "authors.toml"


class Settings(BaseSettings):
    """Everything that can be set; `WHOSAID_DATA`, `data` in whosaid.toml or `--data` for `data`."""

    model_config = SettingsConfigDict(
        env_prefix="WHOSAID_", toml_file="whosaid.toml", extra="forbid", frozen=True
    )

    data: Path = Field(Path(".whosaid"), description="the data folder: archive and index")
    embed_model: str = Field(
        BUNDLED_MODEL, description="a sentence-transformers model, by name or path"
    )
    reranker: str = Field(
        "", description="a sentence-transformers CrossEncoder, by name or path, that ranks again"
    )
    chroma: str = Field("", description="the URL of a Chroma server in place of the embedded one")
    cache: Path = Field(
        user_cache_path("whosaid"), description="where converted models are kept between runs"
    )

    authors: Path | None = Field(None, description="the file that says who is who")

    llm: Literal["none", "openai-like", "ollama", "huggingface"] = Field(
        "none", description="what a language model is asked by, if one is to write the answers"
    )
    llm_model: str = Field(
        "", description="its name there; for huggingface a folder, or a name on the hub"
    )
    llm_base_url: str = Field(
        "", description="the address of its server; Ollama's is http://127.0.0.1:11434 by default"
    )
    llm_api_key: SecretStr = Field(SecretStr(""), description="the key that its server wants")
    llm_context_window: int = Field(
        0,
        ge=0,
        description="tokens that it reads and writes together; by default 4096, and up to 8192 for "
        "ollama and huggingface",
    )
    llm_timeout: float = Field(60, gt=0, le=3600, description="seconds without a word from it")
    llm_samples: int = Field(
        1, ge=1, le=8, description="how many answers it writes, of which the best is shown"
    )
    unsupported: Literal["quote", "show"] = Field(
        "quote",
        description="what is shown of a sentence that fails its check twice: the quotation, or "
        "the sentence as unsupported",
    )
    mode: Literal["default", "concise", "detailed", "plain"] = Field(
        "default", description="how an answer is written: plain is for newcomers"
    )
    nli_model: str = Field(
        "",
        description="a sentence-transformers CrossEncoder, by name or path, that tells entailment",
    )

    faq: Path = Field(Path("faq"), description="the folder of curated questions and answers")
    allow_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="who may embed the page and ask from theirs, such as https://aisafety.info, "
        "with commas between; * is everybody",
    )

    @field_validator("allow_origins", mode="before")
    @classmethod
    def apart(cls, origins: object) -> object:
        """The origins of a text with commas, each as a browser writes it."""
        listed = origins.split(",") if isinstance(origins, str) else origins
        if not isinstance(listed, list | tuple):
            return listed
        return tuple(origin(str(one).strip()) for one in listed if str(one).strip())

    @field_validator("data", "cache", "authors", "faq")
    @classmethod
    def at_home(cls, path: Path | None) -> Path | None:
        """The path with the home folder for `~`."""
        return path and path.expanduser()

    @property
    def authors_file(self) -> Path | None:
        """The file that says who is who: the one that is set, else one that is there, if any."""
        if self.authors:
            return self.authors
        places = (self.data / AUTHORS, Path(AUTHORS))
        return next((place for place in places if place.is_file()), None)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags first, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def origin(text: str) -> str:
    """The scheme and host of an origin, as a browser writes them. Raises ValueError for others."""
    parts = urlsplit(text)
    if text == "*":
        return text
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        raise ValueError(f"{text!r} is no origin: write it like https://aisafety.info")
    if set(parts.netloc) & set("*;, '\"@"):
        raise ValueError(f"{text!r} is no origin: name each host, or * for everybody")
    return f"{parts.scheme}://{parts.netloc}".lower()


def load_settings(**flags: object) -> Settings:
    """Settings with the flags that were given (those not None) on top.

    Raises BadInput for a value or a key that cannot be used.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        known = ", ".join(Settings.model_fields)
        raise BadInput(f"setting {name!r}: {first['msg']} (settings: {known})") from error
    except ValueError as error:  # a whosaid.toml that is not TOML
        raise BadInput(f"whosaid.toml: {error}") from error

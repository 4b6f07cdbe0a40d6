"""The settings: flags over environment over `whosaid.toml` over defaults.

Only the faces and app.py read this; everything else is given plain values.
"""

from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
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

    @field_validator("data", "cache", "authors")
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

"""The language model that the settings name."""

from answer.llm.choose import Choice, chosen
from answer.llm.model import LanguageModel
from settings import Settings


def language_model(settings: Settings) -> LanguageModel | None:
    """The model, or None where none is set. It is neither loaded nor asked yet.

    Raises BadInput for settings that are missing or cannot be meant.
    """
    return chosen(choice(settings))


def choice(settings: Settings) -> Choice:
    """What the settings say of it."""
    return Choice(
        settings.llm,
        settings.llm_model,
        settings.llm_base_url,
        settings.llm_api_key.get_secret_value(),
        settings.llm_context_window,
        settings.llm_timeout,
    )

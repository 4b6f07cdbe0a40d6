"""The language model that the settings name, and what has it write."""

from typing import TYPE_CHECKING

from answer.llm.choose import Choice, chosen
from answer.llm.model import LanguageModel
from settings import Settings

if TYPE_CHECKING:
    from answer.writing.writer import Writer


def language_model(settings: Settings) -> LanguageModel | None:
    """The model, or None where none is set. It is neither loaded nor asked yet.

    Raises BadInput for settings that are missing or cannot be meant.
    """
    return chosen(choice(settings))


def writer(settings: Settings) -> "Writer | None":
    """What has it write answers, where one is set; with a model of entailment if one is."""
    model = language_model(settings)
    if model is None:
        return None
    from answer.checking.entailment import CrossEncoderEntailment  # noqa: PLC0415  # needed here only
    from answer.writing.writer import Writer  # noqa: PLC0415  # likewise

    return Writer(
        model,
        mode=settings.mode,
        samples=settings.llm_samples,
        unsupported=settings.unsupported,
        entailment=CrossEncoderEntailment(settings.nli_model) if settings.nli_model else None,
    )


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

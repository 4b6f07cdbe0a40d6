"""What the documents say is true: they name every command, every setting, every measurement."""

import re
from pathlib import Path

import pytest

from faces.cli import app
from settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page.exists())
COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands)

written = pytest.mark.skipif(
    not (ROOT / "docs" / "cli.md").exists() and "whosaid ask" not in WRITTEN,
    reason="the documents are not written yet",
)


@written
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told_of(command):
    assert f"whosaid {command}" in WRITTEN


@written
@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_told_of(command):
    found = next(c for c in app.registered_commands if (c.name or c.callback.__name__) == command)
    options = set(re.findall(r"--[a-z][a-z-]+", repr(found.callback.__annotations__)))
    assert {option for option in options if option not in WRITTEN} == set()


@written
@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_told_of(setting):
    assert f"`{setting}`" in WRITTEN


@written
def test_no_command_is_told_of_that_there_is_not():
    told = set(re.findall(r"\bwhosaid ([a-z]+)\b(?= [A-Z\"'\[\-./]|`)", WRITTEN))
    assert told - set(COMMANDS) == set()


@pytest.mark.parametrize("page", [page for page in PAGES if page.exists()], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_hole_of_a_phrase_is_told_of():
    holes = set(re.findall(r"\$\w+", (ROOT / "prompts" / "answer.toml").read_text()))
    told = (ROOT / "prompts" / "README.md").read_text()
    assert {hole for hole in holes if f"`{hole}`" not in told} == set()

"""What a model writes → what it says: without its thinking and the tokens of its chat template."""

from answer.writing.awaited import Awaited, Finder, Match

NAMES = r"(?i:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|scratchpad)"

TAGS = rf"""
    (?P<opens>
        <{NAMES}\s*> | \[THINK\] | ◁think▷ | <\|channel\|>(?:analysis|commentary)<\|message\|>
    )
  | (?P<closes> </{NAMES}\s*> | \[/THINK\] | ◁/think▷ | <\|channel\|>final<\|message\|> )
"""
"""Around thinking: `<think>…</think>`, and as other families of models write it."""

ROLES = r"(?:system|user|assistant|model|tool)"

TOKENS = rf"""
  | (?P<token>
        <\|(?:im_start|start)\|>(?:{ROLES}\n?)?
      | <\|start_header_id\|>\w{{0,20}}<\|end_header_id\|>
      | <start_of_turn>(?:{ROLES}\n?)?
      | <\|[\w ]{{1,40}}\|> | <｜[\w▁ ]{{1,40}}｜>
      | </?s> | <end_of_turn> | <(?:bos|eos|pad|unk)>
      | \[/?INST\] | <</?SYS>>
    )
"""
"""Of chat templates, which a model writes where it knows no better: `<|im_end|>`, `[/INST]`."""

SAYING = Awaited(TAGS + TOKENS)
THINKING = Awaited(TAGS)


class Thinking(Finder):
    """Gives what a model says, and nothing of what it thinks or of how its chats are written.

    `retracted` becomes true when a reply turns out to have begun inside its thinking: then all
    that was given before was thought, and only what this and later calls give is said.
    """

    def __init__(self) -> None:
        super().__init__()
        self.retracted = False
        self._said: list[str] = []
        self._thinks = self._thought = False

    def feed(self, text: str) -> str:
        """What is surely said, of all that came and was not given yet."""
        self._take(text)
        return self._given()

    def flush(self) -> str:
        """The rest, at the end of the reply. Thinking that was not closed is nothing said."""
        self._end()
        return self._given()

    def _given(self) -> str:
        said, self._said = "".join(self._said), []
        return said

    def _opens(self, character: str) -> Awaited | None:
        if character not in "<[◁":
            return None
        return THINKING if self._thinks else SAYING

    def _goes_on(self, awaited: Awaited, held: str) -> bool:
        goes_on = super()._goes_on(awaited, held)
        closed = self._best and self._best.groups["closes"]  # nothing makes it longer
        return goes_on and not closed

    def _say(self, text: str) -> None:
        if not self._thinks:
            self._said.append(text)

    def _meet(self, match: Match, text: str) -> None:
        if match.groups["opens"]:
            self._thinks = self._thought = True
        elif match.groups["closes"]:
            if not self._thought:
                self._said, self.retracted = [], True
            self._thinks, self._thought = False, True

"""netlify.toml, and the rules in it by which the preview answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from standfirst.preview.host import HostRules, netlify_rules
from standfirst.problems.errors import Problem, SiteError
from standfirst.reading.one_file import read_text


@dataclass(frozen=True, slots=True)
class RulesFile:
    """The rules as the file last gave them, and what keeps it from giving them now."""

    file: Path
    rules: HostRules = field(default_factory=HostRules)
    problems: tuple[Problem, ...] = ()

    def reread(self) -> RulesFile:
        """Return the rules of the file as it is now, those from before if it has problems, none if it is not there."""
        try:
            return RulesFile(self.file, netlify_rules(read_text(self.file)) if self.file.exists() else HostRules())
        except SiteError as error:
            return replace(self, problems=error.problems)

    @property
    def message(self) -> str:
        """What is printed when the rules have changed."""
        rules = "its rules" if self.rules != HostRules() else "no rules"
        return "\n".join(map(str, self.problems)) or f"{self.file.name}: {rules} apply from now on"

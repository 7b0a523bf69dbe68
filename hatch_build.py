"""What the build adds to pyproject.toml: dependencies from requirements.txt, data in the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class RequirementsFile(MetadataHookInterface):
    """Reads requirements.txt, the one list of what the project needs."""

    def update(self, metadata: dict[str, Any]) -> None:
        lines = (Path(self.root) / "requirements.txt").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("#")]


class DataFiles(BuildHookInterface):
    """Puts data/ into the wheel as timeline/_data/, without the scripts that build it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a checkout's own data/ is used as it is
            return
        root = Path(self.root)
        for path in sorted((root / "data").rglob("*")):
            if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts:
                inside = path.relative_to(root / "data").as_posix()
                build_data["force_include"][str(path)] = f"timeline/_data/{inside}"
        settings = root / ".streamlit" / "config.toml"
        build_data["force_include"][str(settings)] = "timeline/_data/streamlit.toml"

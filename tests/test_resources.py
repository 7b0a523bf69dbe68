"""Where data files are found, and that none outside `data/` can be asked for."""

from __future__ import annotations

import pytest

from timeline.resources import dashboard_path, data_path, data_root, settings_path


def test_a_data_file_is_found_by_its_name() -> None:
    path = data_path("samples/README.md")
    assert path.is_file()
    assert path.is_relative_to(data_root())


def test_the_folder_of_samples_is_found() -> None:
    assert {p.suffix for p in data_path("samples").iterdir()} == {".md", ".txt"}


@pytest.mark.parametrize("name", ["no-such-file.csv", "../pyproject.toml", "/etc/hostname"])
def test_there_is_no_other_file(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        data_path(name)


def test_the_dashboard_and_its_settings_are_there() -> None:
    assert dashboard_path().name == "timeline_app.py"
    assert "127.0.0.1" in settings_path().read_text(encoding="utf-8")

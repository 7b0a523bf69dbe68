"""Where the files of `data/` are: in a checkout, or inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_root() -> Path:
    """The folder that holds the data files.

    Raises:
        FileNotFoundError: if the installation is broken and there is none.
    """
    # The wheel carries `data/` as `timeline/_data/`; a checkout or an editable install has it
    # beside the package. The wheel's comes first, so that a stray `data/` beside an installed
    # package (site-packages/data) is never taken for ours.
    for root in (_PACKAGE / "_data", _PACKAGE.parent / "data"):
        if root.is_dir():
            return root
    raise FileNotFoundError(f"the data files are missing beside {_PACKAGE}: install again")


def data_path(name: str) -> Path:
    """The path of one data file.

    Args:
        name: its path inside `data/`, with forward slashes: "samples/README.md".

    Returns:
        An existing file or folder.

    Raises:
        FileNotFoundError: if there is no such file in `data/`.
    """
    root = data_root()
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()) or not path.exists():
        raise FileNotFoundError(f"no data file is called {name!r}")
    return path


def settings_path() -> Path:
    """The Streamlit settings of the dashboard, which a wheel carries among its data.

    Raises:
        FileNotFoundError: if the installation is broken and there are none.
    """
    for path in (_PACKAGE / "_data" / "streamlit.toml", _PACKAGE.parent / ".streamlit/config.toml"):
        if path.is_file():
            return path
    raise FileNotFoundError(f"the dashboard's settings are missing beside {_PACKAGE}")


def dashboard_path() -> Path:
    """The dashboard's front door, beside the package in a checkout and in a wheel.

    Raises:
        FileNotFoundError: if the installation is broken and it is not there.
    """
    path = _PACKAGE.parent / "timeline_app.py"
    if path.is_file():
        return path
    raise FileNotFoundError(f"timeline_app.py is missing beside {_PACKAGE}: install again")

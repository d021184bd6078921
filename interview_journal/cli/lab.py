"""Opens the notebooks in JupyterLab, with the first panel already showing."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from interview_journal.cli.notebook_folder import FIRST_NOTEBOOK, find_notebooks
from interview_journal.cli.server import (
    LOOPBACK,
    Server,
    child_environment,
    free_port,
    new_token,
    running_as_root,
    serve,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["lab_server", "run_lab"]

FIRST_PORT = 8817
PACKAGE = Path(__file__).resolve().parent.parent
# The folder that holds our extensions, each in a folder of its own name.
LABEXTENSIONS = PACKAGE / "labextension"
# page_config.json and default settings, read beside the person's own and changing none of them.
LAB_CONFIG = PACKAGE / "cli" / "jupyter_config"
PRESAVE = "interview_journal.cli.presave"


def lab_server(
    journal: Path | None,
    notebooks: Path,
    *,
    port: int | None = None,
    more: Sequence[str] = (),
) -> Server:
    """Return how to start JupyterLab for this journal.

    Args:
        journal: The journal folder; None leaves the choice to `open_journal`.
        notebooks: The folder that JupyterLab shows; nothing outside it can be opened.
        port: Where to listen; None takes the first that is free.
        more: Further arguments for JupyterLab.
    """
    port = free_port(FIRST_PORT) if port is None else port
    token = new_token()
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser"),
        f"--ServerApp.ip={LOOPBACK}",
        f"--ServerApp.port={port}",
        # The address was printed for this port: a server elsewhere would not be found.
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={notebooks}",
        "--ServerApp.answer_yes=True",
        f"--ServerApp.jpserver_extensions={{'{PRESAVE}': True}}",
        f"--LabApp.extra_labextensions_path={LABEXTENSIONS}",
        # The list of extensions to install is fetched from a public address otherwise.
        "--LabApp.extension_manager=readonly",
        # A kernel whose browser is away for a night still holds the form: never culled.
        "--MappingKernelManager.cull_idle_timeout=0",
        *more,
    ]
    if running_as_root():
        command.append("--allow-root")
    config_path = [str(LAB_CONFIG), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    environment = child_environment(
        journal,
        # In the environment, not on the command line, which other users of the computer can read.
        JUPYTER_TOKEN=token,
        JUPYTER_CONFIG_PATH=os.pathsep.join(part for part in config_path if part),
    )
    return Server(
        command=command,
        environment=environment,
        port=port,
        token=token,
        page=f"/lab/tree/{FIRST_NOTEBOOK}",
        folder=notebooks,
    )


def run_lab(
    journal_path: Path | None = None,
    notebooks_dir: Path | None = None,
    *,
    open_browser: bool = True,
) -> int:
    """Return the exit code, after JupyterLab has run until the person ended it.

    Args:
        journal_path: The journal folder; None leaves the choice to `open_journal`.
        notebooks_dir: The notebooks; None takes the checkout's, or a copy in the home folder.
        open_browser: False only prints the address.
    """
    notebooks = notebooks_dir if notebooks_dir is not None else find_notebooks()
    server = lab_server(journal_path, notebooks.resolve())
    return serve(server, open_browser=open_browser, what="Your journal")

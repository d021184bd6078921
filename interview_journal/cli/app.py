"""Opens the panels as plain pages with Voilà, without any code in sight."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from interview_journal.cli.notebook_folder import FIRST_NOTEBOOK, find_notebooks
from interview_journal.cli.server import (
    LOOPBACK,
    Server,
    child_environment,
    free_port,
    new_token,
    serve,
)

__all__ = ["app_server", "run_app", "voila_is_installed"]

FIRST_PORT = 8867
PACKAGE = Path(__file__).resolve().parent.parent
TEMPLATE = "interview-journal"
# Voilà would load every JupyterLab extension of the environment, the opener included, which has
# nothing to do there. These draw widgets.
EXTENSIONS = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]
# Each reload leaves a kernel behind (Voilà's own shut-down call is refused); one without a
# browser ends after this time. An open page keeps its kernel.
CULL_AFTER_SECONDS = 600
CULL_EVERY_SECONDS = 60
COUNTED = "interview_journal.cli.app_connection.CountedConnection"


def voila_is_installed() -> bool:
    """Return True where the extra `app` was installed."""
    return find_spec("voila") is not None


def app_server(
    journal: Path | None,
    notebooks: Path,
    *,
    port: int | None = None,
    cull_after_seconds: int = CULL_AFTER_SECONDS,
) -> Server:
    """Return how to start Voilà for this journal.

    Args:
        journal: The journal folder; None leaves the choice to `open_journal`.
        notebooks: The folder of notebooks to show as pages.
        port: Where to listen; None takes the first that is free.
        cull_after_seconds: A kernel that no page holds ends after this time.
    """
    port = free_port(FIRST_PORT) if port is None else port
    token = new_token()
    command = [
        *(sys.executable, "-m", "voila", str(notebooks), "--no-browser"),
        f"--Voila.ip={LOOPBACK}",
        f"--port={port}",
        "--Voila.port_retries=0",
        # Voilà lets everybody in unless told; this makes it take JUPYTER_TOKEN.
        "--Voila.auto_token=True",
        f"--template={TEMPLATE}",
        f"--VoilaConfiguration.extension_allowlist={EXTENSIONS!r}",
        f"--Voila.kernel_websocket_connection_class={COUNTED}",
        f"--MappingKernelManager.cull_idle_timeout={cull_after_seconds}",
        f"--MappingKernelManager.cull_interval={min(cull_after_seconds, CULL_EVERY_SECONDS)}",
    ]
    data_path = [str(PACKAGE), os.environ.get("JUPYTER_PATH", "")]
    environment = child_environment(
        journal,
        JUPYTER_TOKEN=token,
        JUPYTER_PATH=os.pathsep.join(part for part in data_path if part),
    )
    return Server(
        command=command,
        environment=environment,
        port=port,
        token=token,
        page=f"/voila/render/{FIRST_NOTEBOOK}",
        folder=notebooks,
        health="/",
    )


def run_app(
    journal_path: Path | None = None,
    notebooks_dir: Path | None = None,
    *,
    open_browser: bool = True,
) -> int:
    """Return the exit code, after Voilà has run until the person ended it.

    Args:
        journal_path: The journal folder; None leaves the choice to `open_journal`.
        notebooks_dir: The notebooks; None takes the checkout's, or a copy in the home folder.
        open_browser: False only prints the address.
    """
    if not voila_is_installed():
        print(
            "The page view needs one more package. Install it with\n"
            f'    {sys.executable} -m pip install "interview-journal[app]"\n'
            "or use JupyterLab: interview-journal lab",
            file=sys.stderr,
        )
        return 1
    notebooks = notebooks_dir if notebooks_dir is not None else find_notebooks()
    server = app_server(journal_path, notebooks.resolve())
    return serve(server, open_browser=open_browser, what="Your journal")

"""A rest for the garbage collector while much is made at once that is there to stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collection_paused"]


@contextmanager
def collection_paused() -> Iterator[None]:
    """Keep the garbage collector from walking again and again over what only grows.

    Reading millions of rows it would take most of the time; loading a panel, a third of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

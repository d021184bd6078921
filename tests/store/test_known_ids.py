"""The cache of known rows: lines in, lines out, and never in the way."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from interview_journal.store.known_ids import Glimpse, KnownIds, KnownRow, lines_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ROW = KnownRow("a_x", 2, 300, "e1_00000000")


def _cache(tmp_path: Path) -> tuple[KnownIds, Path]:
    return KnownIds(tmp_path / ".known", "answers"), tmp_path / ".known" / "answers.ids"


def test_a_cache_that_is_not_there_knows_nothing(tmp_path: Path) -> None:
    cache, _ = _cache(tmp_path)
    assert cache.glimpse() == Glimpse(0, None)
    assert cache.missed(99) == {}
    assert cache.newest(99) == {}
    assert not cache.append(b"a_x 2 300 e1_00000000\n")
    cache.forget()


def test_what_is_put_in_comes_out(tmp_path: Path) -> None:
    cache, path = _cache(tmp_path)
    assert cache.rewrite({"a_gone": 3}, [ROW, KnownRow("a_y", 1, 300, "")])
    assert cache.append(lines_of([["a_x", "3", "e1_11111111"]], 400))
    count, last = cache.glimpse()
    assert count == path.stat().st_size
    assert last == KnownRow("a_x", 3, 400, "e1_11111111")
    assert cache.missed(count) == {"a_gone": 3}
    assert cache.newest(count) == {"a_gone": 3, "a_x": 3, "a_y": 1}
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    cache.forget()
    assert not path.exists()


def test_what_came_after_the_glimpse_is_not_told(tmp_path: Path) -> None:
    cache, _ = _cache(tmp_path)
    cache.rewrite({}, [ROW])
    upto, _ = cache.glimpse()
    assert cache.append(lines_of([["a_later", "1", "e1_11111111"]], 400))
    assert cache.newest(upto) == {"a_x": 2}


def test_lines_are_taken_back_from_the_end_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, path = _cache(tmp_path)
    later = lines_of([["a_later", "1", "e1_11111111"]], 400)
    cache.take_back(later)
    assert not path.exists()
    cache.rewrite({}, [ROW])
    before = path.read_bytes()
    cache.take_back(later)
    assert cache.append(later)
    cache.take_back(later)
    assert path.read_bytes() == before
    assert cache.append(later)

    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "")

    # A cache that asks for rows which never were is worse than none.
    monkeypatch.setattr(os, "ftruncate", refuse)
    cache.take_back(later)
    assert not path.exists()


def test_damaged_lines_are_passed_over(tmp_path: Path) -> None:
    cache, path = _cache(tmp_path)
    cache.rewrite({}, [ROW])
    whole = path.read_bytes()
    path.write_bytes(
        b"!\xff\n!a_bad x 1 -\n" + whole + b"a_y 1 y e1\na_z \xc2\xb2 1 e1\n\0\0\na_cu"
    )
    count, last = cache.glimpse()
    assert last is None
    assert cache.missed(count) == {}
    assert cache.newest(count) == {"a_x": 2}
    path.write_bytes(b"!a_x 1 0 -\n")
    assert cache.glimpse().last is None
    path.write_bytes(b"no line at all")
    assert cache.glimpse().last is None


def test_a_system_that_refuses_only_costs_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, path = _cache(tmp_path)
    cache.rewrite({}, [ROW])

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        assert not cache.append(b"a_x 2 300 e1_00000000\n")
        assert not cache.rewrite({}, [ROW])
    assert [p.name for p in path.parent.iterdir()] == ["answers.ids"]
    monkeypatch.setattr("pathlib.Path.unlink", full)
    cache.forget()
    assert cache.glimpse().last == ROW

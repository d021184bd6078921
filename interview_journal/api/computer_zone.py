"""This computer's own time zone, with the changes of its clock, for any day of the calendar.

A moment's own fixed offset does not know when the clock changes. Some systems know no day before
1970 or far ahead: there one mistyped year would take the whole list away, so the standard time is
taken for it.
"""

from __future__ import annotations

import functools
from datetime import datetime, tzinfo

__all__ = ["computer_zone"]


@functools.cache
def computer_zone() -> tzinfo:
    """Return this computer's zone.

    Example:
        >>> from datetime import date
        >>> datetime(1, 1, 2, tzinfo=computer_zone()).astimezone(computer_zone()).date()
        datetime.date(1, 1, 2)
    """
    # It costs time that a journal without a follow-up need not wait for.
    from dateutil.tz import tzlocal

    class ComputerZone(tzlocal):  # type: ignore[misc]  # dateutil has no types
        def _isdst(self, dt: datetime, fold_naive: bool = True) -> bool:  # noqa: FBT001, FBT002 - as there
            try:
                return bool(super()._isdst(dt, fold_naive))
            except (OSError, OverflowError, ValueError):
                return False

    zone: tzinfo = ComputerZone()
    return zone

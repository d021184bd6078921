"""This computer's own time zone, with the changes of its clock, for any day of the calendar.

A moment's own fixed offset does not know when the clock changes. Some systems know no day before
1970 or far ahead: there one mistyped year would take the whole list away, so the standard time is
taken for it.
"""

from __future__ import annotations

import functools
from datetime import datetime, timedelta, tzinfo

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
        def __init__(self) -> None:
            super().__init__()
            self._known: dict[datetime, tuple[timedelta, int]] = {}

        def fromutc(self, dt: datetime) -> datetime:
            """Return the local time; each quarter of an hour is worked out once."""
            quarter = dt.replace(
                minute=dt.minute // 15 * 15, second=0, microsecond=0, tzinfo=None, fold=0
            )
            known = self._known.get(quarter)
            if known is None:
                local = super().fromutc(quarter.replace(tzinfo=self))
                known = (local.replace(tzinfo=None) - quarter, local.fold)
                self._known[quarter] = known
            return (dt + known[0]).replace(fold=known[1])

        def _isdst(self, dt: datetime, fold_naive: bool = True) -> bool:  # noqa: FBT001, FBT002 - as there
            try:
                return bool(super()._isdst(dt, fold_naive))
            except (OSError, OverflowError, ValueError):
                return False

    zone: tzinfo = ComputerZone()
    return zone

"""What every record has: an id, a revision, the time of its save, a removal mark.

Records are frozen. A change is a new value, made by the journal as a new revision; the id is
drawn when the record is made, so that saving the same value twice is one row, not two.
"""

import functools
from datetime import datetime
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from interview_journal.core.faults import faults_of
from interview_journal.core.fields import REVISION_AT_MOST, Identifier, Moment
from interview_journal.core.identity import new_id
from interview_journal.errors import InvalidRecordError

__all__ = ["Record"]


class Record(BaseModel):
    """A row of a table, as a value."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        # A traceback must never show what a person wrote.
        hide_input_in_errors=True,
        # A panel shows its form before it needs most of the fourteen models.
        defer_build=True,
    )

    table: ClassVar[str] = ""
    """The table's name, which is also its file's name without ``.csv``."""
    noun: ClassVar[str] = ""
    """What one row is called on the screen."""
    id_prefix: ClassVar[str] = ""

    id: Identifier = Field(
        default="", title="Id", description="Identifies the row for ever; never typed by hand."
    )
    revision: int = Field(
        default=0,
        ge=0,
        le=REVISION_AT_MOST,
        title="Revision",
        description="1 for the first save, one more for each change; 0 before the first save.",
    )
    saved_at: Moment | None = Field(
        default=None, title="Saved at", description="When this revision was saved."
    )
    removed: bool = Field(
        default=False, title="Removed", description="Whether this revision takes the row away."
    )

    def __init__(self, /, **values: Any) -> None:  # noqa: ANN401 - any value may be wrong
        """Check the values, drawing an id when none is given.

        Raises:
            InvalidRecordError: With every fault found.
        """
        if "id" not in values:
            values["id"] = new_id(self.id_prefix)
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise InvalidRecordError(type(self).__name__, faults_of(type(self), error)) from None

    @classmethod
    def from_stored(cls, values: dict[str, Any]) -> Self:
        """Return the record of values that a file gave, its id among them; checked as ever.

        Raises:
            InvalidRecordError: With every fault found.
        """
        # What __init__ does, without its two detours: a journal reads thousands at once.
        record = cls.__new__(cls)
        try:
            cls.__pydantic_validator__.validate_python(values, self_instance=record)
        except ValidationError as error:
            raise InvalidRecordError(cls.__name__, faults_of(cls, error)) from None
        return record

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to be changed, without the words that were to go in.

        Raises:
            AttributeError: Always.
        """
        raise AttributeError(f"{type(self).__name__}.{name} is frozen; revise the record instead")

    def __repr__(self) -> str:
        """Return the kind and id only: notebooks and tracebacks keep what is printed."""
        return f"<{type(self).__name__} {self.id} revision {self.revision}>"

    __str__ = __repr__

    def with_changes(self, **changes: Any) -> Self:  # noqa: ANN401 - any value may be wrong
        """Return a checked copy with these fields changed.

        Raises:
            InvalidRecordError: With every fault found.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**(values | changes))

    def as_saved(self, *, revision: int, saved_at: datetime, removed: bool = False) -> Self:
        """Return the same record as a revision; ``saved_at`` is settled already."""
        saved = type(self).__new__(type(self))
        # Nothing else changes, and it was checked when it was made.
        values = self.__dict__.copy()
        values["revision"], values["saved_at"], values["removed"] = revision, saved_at, removed
        put = object.__setattr__
        put(saved, "__dict__", values)
        put(saved, "__pydantic_fields_set__", _every_field(type(self)))
        put(saved, "__pydantic_extra__", None)
        put(saved, "__pydantic_private__", None)
        return saved

    def same_content(self, other: "Record") -> bool:
        """Return whether both hold the same, the time of the save aside."""
        if type(self) is not type(other):
            return False
        return all(
            getattr(self, name) == getattr(other, name)
            for name in type(self).model_fields
            if name != "saved_at"
        )


@functools.cache
def _every_field(kind: type[Record]) -> set[str]:
    """Return the names of all fields, one set for all records of a kind: never to be changed."""
    return set(kind.model_fields)

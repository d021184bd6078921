"""The ideas of the journal as values: no files, no clock, no network."""

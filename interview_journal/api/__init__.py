"""The public functions: each composes the rooms below it, and none does their work."""

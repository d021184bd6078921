"""The panels: each a pure state function, and a thin class that shows it."""

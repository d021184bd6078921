"""Frames in, matplotlib Axes out: columns that exist are drawn, nothing is computed."""

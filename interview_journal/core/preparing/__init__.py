"""What is worth doing before the next round: which answers to rehearse, when, and on what page."""

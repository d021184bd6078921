"""The briefing for one round, put together of the journal's records and what was found in them."""

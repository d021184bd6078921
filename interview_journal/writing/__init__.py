"""Records in, text and bytes out: notes and letters, a card, calendars, records to print."""

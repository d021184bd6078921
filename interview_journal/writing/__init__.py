"""Records in, text and bytes out: notes and letters to send, a card, calendars, records to print."""

"""Records in, text and bytes out: notes and letters, files that a mail program opens, a card."""

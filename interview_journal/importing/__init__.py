"""Text and tables from elsewhere in, drafts of records out: nothing is saved here."""

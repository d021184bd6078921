"""A folder of CSV tables in, records out, and back; nobody else touches the folder."""

"""Files for other programs: CSV, xlsx and zip, put in place whole or not at all."""

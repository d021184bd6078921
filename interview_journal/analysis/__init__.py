"""Records in; findings, statistics and frames out."""

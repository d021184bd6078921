"""Claims read from answers, and pairs of claims that cannot both be true."""

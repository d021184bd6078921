#!/bin/sh
# A double click opens the journal.
cd "$(dirname "$0")" || exit 1
if ! command -v python3 >/dev/null 2>&1; then
  echo "The journal needs Python 3.11 or newer. Get it from python.org, then double-click again."
  exit 1
fi
exec python3 start.py "$@"

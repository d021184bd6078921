"""``python -m interview_journal`` is the ``interview-journal`` command."""

from interview_journal.cli import main

if __name__ == "__main__":
    main()

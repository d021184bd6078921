"""What is due after an interview, to whom and when: pure functions of facts and a moment."""

"""Files of questions, and of responses, to values; the one door at which other tools' names become ours."""

"""The measures of one answer, a file for each kind of thing that is measured."""

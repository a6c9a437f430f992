"""A run as a page to be looked at: one file that needs nothing else."""

from service.evaluation.report.write import write_report as write_report

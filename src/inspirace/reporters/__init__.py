"""Reporters: findings as text for people, as JSON or SARIF for programs, and for GitHub."""

from inspirace.reporters.explanation import report_explanation
from inspirace.reporters.github import most_urgent_first, report_github, report_job_summary
from inspirace.reporters.json_rows import report_json
from inspirace.reporters.sarif import report_sarif
from inspirace.reporters.text import report_explanations, report_text, summary

__all__ = [
    "most_urgent_first",
    "report_explanation",
    "report_explanations",
    "report_github",
    "report_job_summary",
    "report_json",
    "report_sarif",
    "report_text",
    "summary",
]

"""What the command's surroundings say: the site's address, and where GitHub runs it."""

import os
from pathlib import Path

from inspirace.explanations.texts import Links, explanation_links


def links_to_explanations() -> Links:
    """Return where codes are explained, as far as the site's address is known."""
    site = os.environ.get("SITE_URL", "")
    return explanation_links(f"{site.rstrip('/')}/" if site else "", source_address())


def source_address() -> str:
    """Return where GitHub shows the files of the version that it has us check, or nothing."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def add_to_job_summary(markdown: str) -> None:
    """Add to the summary of GitHub's job, if we are in one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with Path(path).open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(markdown)

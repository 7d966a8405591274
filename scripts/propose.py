"""Open a pull request of a proposal and answer under the issue. Standard library and gh only.

This runs with the right to write, so it installs nothing, and of the proposal it believes only
what fits: one file of the catalogue, in its folder, and texts that are sent as texts.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one must hear it in Czech
    sys.exit("Je potřeba Python 3.11 nebo novější. Tenhle je " + sys.version.split()[0] + ".")

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from environment import GOOD, ROOT, CzechParser, PreparationError, finish

DESCRIPTION = "Otevře na GitHubu návrh změny a odpoví pod žádostí."
RECORD_FILE = re.compile(r"content/(?:innovations|methods)/[a-z0-9]+(?:-[a-z0-9]+)*\.md")
LARGEST = 256 * 1024  # bytes of a record's file
LONGEST_ANSWER, LONGEST_TITLE = 60_000, 200


class RefusalError(Exception):
    """GitHub has refused; the message is what it said."""


@dataclass(frozen=True)
class Proposal:
    """What to do about an issue; without a path it is only answered."""

    issue: int
    answer: str
    path: str = ""
    title: str = ""
    text: str = ""


def read_proposal(path: Path) -> Proposal:
    """Return the proposal of a file, or raise PreparationError."""
    try:
        proposal = Proposal(**json.loads(path.read_text(encoding="utf-8")))
        size = len(f"{proposal.text}".encode())
    except (OSError, ValueError, TypeError) as error:
        raise PreparationError(f"Návrh {path} nejde přečíst.") from error
    wanted: Mapping[str, type] = Proposal.__annotations__
    if not all(type(getattr(proposal, name)) is kind for name, kind in wanted.items()):
        raise PreparationError(f"Návrh {path} má hodnoty jiného druhu, než má mít.")
    fits = (
        proposal.issue > 0
        and len(proposal.answer) <= LONGEST_ANSWER
        and len(proposal.title) <= LONGEST_TITLE
        and size <= LARGEST
        and (not proposal.path or RECORD_FILE.fullmatch(proposal.path) is not None)
    )
    if not fits:
        raise PreparationError(f"Návrh {path} není změna jednoho souboru katalogu.")
    return proposal


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub, and the commit of its branch that a proposal starts from."""

    name: str
    server: str
    branch: str
    commit: str

    def call(self, method: str, where: str, **values: object) -> Mapping[str, object]:
        """Return what GitHub's API answers, or raise RefusalError."""
        gh = shutil.which("gh")
        if gh is None:
            raise PreparationError("Chybí program gh, kterým se mluví s GitHubem.")
        done = subprocess.run(  # noqa: S603 - our own words; texts go as its input
            [gh, "api", "--method", method, f"repos/{self.name}/{where}", "--input", "-"],
            input=json.dumps(values),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise RefusalError(f"{done.stdout}\n{done.stderr}".strip())
        answer: Mapping[str, object] = json.loads(done.stdout)
        return answer


def propose(repository: Repository, proposal: Proposal) -> str:
    """Write the file in a branch of its own and open a pull request; return what to say of it."""
    branch = f"formular-{proposal.issue}"
    try:
        repository.call("POST", "git/refs", ref=f"refs/heads/{branch}", sha=repository.commit)
    except RefusalError as error:
        if "already exists" not in str(error):
            raise
        # Somebody may have worked in it since.
        return (
            f"Návrh z této žádosti už je ve větvi `{branch}`. Opravte ho tam; nebo větev smažte"
            " a dejte žádosti štítek znovu."
        )
    repository.call("PUT", f"contents/{proposal.path}", **_commit(proposal, branch))
    try:
        opened = repository.call(
            "POST",
            "pulls",
            title=proposal.title,
            head=branch,
            base=repository.branch,
            body=f"Z odpovědí v žádosti #{proposal.issue}.\n\nCloses #{proposal.issue}\n",
        )
    except RefusalError:
        compare = f"{repository.server}/{repository.name}/compare/{repository.branch}...{branch}"
        return (
            f"Pro redakci: návrh je ve větvi `{branch}`, ale GitHub ho nedovolil otevřít."
            f" [Otevřete ho sami]({compare}?expand=1), nebo v nastavení repozitáře povolte"
            " „Allow GitHub Actions to create and approve pull requests“."
        )
    return f"Návrh změny: #{opened['number']}"


def _commit(proposal: Proposal, branch: str) -> dict[str, object]:
    content = proposal.text.encode()
    values: dict[str, object] = {
        "message": f"{proposal.title}\n\nFrom issue #{proposal.issue}.",
        "content": base64.b64encode(content).decode(),
        "branch": branch,
    }
    file = ROOT / proposal.path
    if file.is_file():
        # GitHub changes a file only for who knows what is in it, as git numbers it.
        old = file.read_bytes()
        digest = hashlib.sha1(b"blob %d\0%s" % (len(old), old), usedforsecurity=False)
        values["sha"] = digest.hexdigest()
    return values


def main() -> int:
    """Open the pull request where there is one to open, then answer."""
    parser = CzechParser(DESCRIPTION)
    parser.add_argument(
        "--proposal", required=True, type=Path, metavar="SOUBOR", help="návrh z intake.py"
    )
    proposal = read_proposal(parser.parse_args().proposal)
    names = ("GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_REF_NAME", "GITHUB_SHA")
    repository = Repository(*(os.environ.get(name, "") for name in names))
    try:
        said = propose(repository, proposal) if proposal.path else ""
        body = f"{proposal.answer.rstrip()}\n\n{said}".strip() + "\n"
        repository.call("POST", f"issues/{proposal.issue}/comments", body=body)
    except RefusalError as error:
        raise PreparationError(f"GitHub to nedovolil:\n{error}") from error
    print(said or "Odpověď je pod žádostí.")
    return GOOD


if __name__ == "__main__":
    finish(main)

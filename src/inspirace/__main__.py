"""The command, for `python -m inspirace`."""

import sys

from inspirace.cli import main

if __name__ == "__main__":
    sys.exit(main())

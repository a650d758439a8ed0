"""Lets `python -m diming` do what `diming` does."""

from diming.cli import main

if __name__ == "__main__":
    main()

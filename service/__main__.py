"""`python -m service` is `byline`."""

from service.cli import main

if __name__ == "__main__":
    main()

"""The figures that can be taken apart, one module for each subject; each has `FIGURES` and its place in `ORDER`."""

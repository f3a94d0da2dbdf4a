"""The version of alignplan: a literal, so that telling it needs no look-up and the build can read it."""

VERSION = "0.1.0"

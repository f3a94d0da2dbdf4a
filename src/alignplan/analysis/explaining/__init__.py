"""How figures come about: each taken apart to what it is computed from, down to what stands in a file.

A figure is explained one level at a time: its value, the *operation* that gives it, and the operation's inputs, which
are other figures or *leaves* (stated in a file, the day, a default). What the operation does with the inputs is the
very function that computes the figure, so that an explanation cannot tell another story than the figure.
"""

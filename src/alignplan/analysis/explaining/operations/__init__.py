"""What is done with the inputs of a figure, by name: one family of operations in each module."""

"""The figures there are, of a plan as a whole and of single items: what is compared, followed over time, and gated.

A figure is one entry of `FIGURES` in a module of this folder; whoever brings a new one adds a module, and it is found.
"""

"""The door for browsers: pages over HTTP on this machine alone, by the standard library. Nothing is read from the disk
here and nothing can be written: what is served is made by whoever opens the door.
"""

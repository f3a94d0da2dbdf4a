"""Pages and pictures: elements of HTML and SVG, what they look like, and how they are written."""

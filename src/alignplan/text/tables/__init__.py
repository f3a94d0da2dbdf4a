"""Tables of rows and cells (CSV): reading them with places, and changes that leave every other character as it was."""

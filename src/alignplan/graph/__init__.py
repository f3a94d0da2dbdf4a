"""One typed graph of a plan: its items, and every link between them, whatever is wrong with them."""

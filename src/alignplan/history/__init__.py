"""A plan as git knows it: the only room that speaks to git, and it trusts no repository."""

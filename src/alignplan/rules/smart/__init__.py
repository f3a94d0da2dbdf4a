"""T: is each objective and tactic a plan, or a wish?."""

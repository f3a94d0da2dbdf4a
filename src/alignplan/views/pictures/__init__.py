"""Pictures of a plan: what each shows is taken from the answers, and drawn by `alignplan.output.pictures`."""

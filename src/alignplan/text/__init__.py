"""The only room that speaks YAML: text in, a plain tree, its faults and its places out."""

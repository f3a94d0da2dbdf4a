"""R: people, assets, money."""

"""M: success metrics."""
